// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "base/error.h"
#include "base/id.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lepton::base {
namespace {

std::filesystem::path userFolder(const char* variable, const char* below)
{
    if (const char* folder = std::getenv(variable); folder && folder[0] == '/')
        return std::filesystem::path(folder) / "lepton-workbench";
    const char* home = std::getenv("HOME");
    if (!home || !*home)
        throw Error(ErrorCode::NotFound, std::string("Your home folder is not known. Set HOME or ") +
                                             variable + " and try again.");
    return std::filesystem::path(home) / below / "lepton-workbench";
}

void refuseOtherThanFile(int descriptor, const std::filesystem::path& path)
{
    struct stat status
    {};
    if (::fstat(descriptor, &status) != 0)
        throw errorFromErrno(errno, "read", path.string());
    if (S_ISREG(status.st_mode))
        return;
    const char* what = S_ISDIR(status.st_mode)    ? "a folder"
                       : S_ISFIFO(status.st_mode) ? "a pipe"
                       : S_ISSOCK(status.st_mode) ? "a socket"
                                                  : "a device";
    throw Error(ErrorCode::InvalidArgument,
                "Cannot read " + path.string() + ": it is " + what + ", not a file.");
}

} // namespace

File::File(int descriptor, std::filesystem::path path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{}

File::~File()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

File::File(File&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{}

File& File::operator=(File&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

File File::openForReading(const std::filesystem::path& path)
{
    // O_NONBLOCK: opening a pipe without a writer must not wait for one.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ENXIO)
            throw Error(ErrorCode::InvalidArgument,
                        "Cannot read " + path.string() + ": it is a socket, not a file.");
        throw errorFromErrno(errno, "read", path.string());
    }
    File file(descriptor, path);
    refuseOtherThanFile(descriptor, path);
    return file;
}

File File::create(const std::filesystem::path& path, unsigned mode)
{
    const int descriptor =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, static_cast<mode_t>(mode));
    if (descriptor < 0)
        throw errorFromErrno(errno, "create", path.string());
    return {descriptor, path};
}

std::int64_t File::size() const
{
    struct stat status
    {};
    if (::fstat(m_descriptor, &status) != 0)
        throw errorFromErrno(errno, "read", m_path.string());
    return status.st_size;
}

std::size_t File::read(std::span<std::byte> buffer)
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = ::read(m_descriptor, buffer.data() + done, buffer.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw errorFromErrno(errno, "read", m_path.string());
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

std::size_t File::readAt(std::int64_t offset, std::span<std::byte> buffer) const
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = ::pread(m_descriptor, buffer.data() + done, buffer.size() - done,
                                      static_cast<off_t>(offset + static_cast<std::int64_t>(done)));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw errorFromErrno(errno, "read", m_path.string());
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

void File::write(std::span<const std::byte> bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(m_descriptor, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw errorFromErrno(errno, "write", m_path.string());
        done += static_cast<std::size_t>(count);
    }
}

void File::write(std::string_view text)
{
    write(std::as_bytes(std::span(text.data(), text.size())));
}

void File::sync()
{
    if (::fsync(m_descriptor) != 0)
        throw errorFromErrno(errno, "save", m_path.string());
}

void File::close()
{
    if (::close(std::exchange(m_descriptor, -1)) != 0 && errno != EINTR)
        throw errorFromErrno(errno, "save", m_path.string());
}

MappedFile::MappedFile(const std::filesystem::path& path)
{
    const File file = File::openForReading(path);
    const auto size = static_cast<std::size_t>(file.size());
    if (size == 0)
        return;
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.descriptor(), 0);
    if (address == MAP_FAILED)
        throw errorFromErrno(errno, "read", path.string());
    m_bytes = {static_cast<const std::byte*>(address), size};
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

void syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        throw errorFromErrno(errno, "open", folder.string());
    // Some network file systems cannot sync a folder and say EINVAL; their rename is already on the server.
    const int result = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (result != 0 && error != EINVAL)
        throw errorFromErrno(error, "save", folder.string());
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view text, unsigned mode)
{
    std::filesystem::path temporary = path;
    temporary += "." + Uuid::generate().toString() + ".tmp";
    try {
        File file = File::create(temporary, mode);
        file.write(text);
        file.sync();
        file.close();
        if (::rename(temporary.c_str(), path.c_str()) != 0)
            throw errorFromErrno(errno, "write", path.string());
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    syncFolder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

std::string readTextFile(const std::filesystem::path& path, std::int64_t limit)
{
    File file = File::openForReading(path);
    if (file.size() > limit)
        throw Error(ErrorCode::TooLarge, "Cannot read " + path.string() + ": it is larger than " +
                                             std::to_string(limit) + " bytes.");
    std::string text(static_cast<std::size_t>(file.size()), '\0');
    text.resize(file.read(std::as_writable_bytes(std::span(text))));
    return text;
}

std::filesystem::path configFolder()
{
    return userFolder("XDG_CONFIG_HOME", ".config");
}

std::filesystem::path cacheFolder()
{
    return userFolder("XDG_CACHE_HOME", ".cache");
}

} // namespace lepton::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace lepton::base {

/// A file descriptor that closes itself, with errors as sentences. Not thread-safe.
class File
{
public:
    File() = default;
    ~File();
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;

    /// Opens a regular file. A folder, a FIFO, a socket or a device is refused without blocking.
    /// @throw Error with a sentence that names the path.
    static File openForReading(const std::filesystem::path& path);
    /// Makes a new file; an existing one is an error. @p mode as for open(2).
    static File create(const std::filesystem::path& path, unsigned mode = 0666);

    bool isOpen() const noexcept { return m_descriptor >= 0; }
    int descriptor() const noexcept { return m_descriptor; }
    const std::filesystem::path& path() const noexcept { return m_path; }
    /// Bytes.
    std::int64_t size() const;

    /// Fills @p buffer as far as the file goes; 0 at the end.
    std::size_t read(std::span<std::byte> buffer);
    /// Reads at @p offset without moving the position.
    std::size_t readAt(std::int64_t offset, std::span<std::byte> buffer) const;
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    /// Forces the contents to the disk (fsync). @throw Error
    void sync();
    /// Closes and reports what only close(2) knows, as network file systems do. @throw Error
    void close();

private:
    File(int descriptor, std::filesystem::path path);

    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// A whole file mapped read-only. Empty files give an empty span.
class MappedFile
{
public:
    MappedFile() = default;
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    std::span<const std::byte> bytes() const noexcept { return m_bytes; }

private:
    std::span<const std::byte> m_bytes;
};

/// Forces the names in @p folder to the disk, so that a rename in it survives a power cut.
void syncFolder(const std::filesystem::path& folder);

/// Writes @p text to a temporary file beside @p path, syncs it, and renames it over @p path.
/// @p mode as for open(2).
void writeFileAtomically(const std::filesystem::path& path, std::string_view text, unsigned mode = 0666);

/// The whole text of a small file. @throw Error when it is larger than @p limit bytes.
std::string readTextFile(const std::filesystem::path& path, std::int64_t limit = std::int64_t{64} << 20);

/// $XDG_CONFIG_HOME/lepton-workbench, or ~/.config/lepton-workbench; not made.
std::filesystem::path configFolder();
/// $XDG_CACHE_HOME/lepton-workbench, or ~/.cache/lepton-workbench; not made.
std::filesystem::path cacheFolder();

} // namespace lepton::base

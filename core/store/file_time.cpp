// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_time.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"

#include <array>
#include <cerrno>
#include <random>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lepton::store {

namespace fs = std::filesystem;

std::optional<timespec> modified(const fs::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return std::nullopt;
    struct stat status
    {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    ::close(descriptor);
    return known ? std::optional(status.st_mtim) : std::nullopt;
}

std::int64_t nanoseconds(const timespec& time)
{
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::optional<timespec> mark(const fs::path& file)
{
    ::utimensat(AT_FDCWD, file.c_str(), nullptr, 0);
    const auto now = modified(file);
    if (!now)
        return std::nullopt;
    constexpr long second = 1'000'000'000;
    std::random_device random;
    // Never earlier than now: a grace must not become shorter.
    const long fraction = now->tv_nsec + std::uniform_int_distribution<long>(0, second / 10)(random);
    const std::array<timespec, 2> times{timespec{0, UTIME_OMIT},
                                        timespec{now->tv_sec + fraction / second, fraction % second}};
    ::utimensat(AT_FDCWD, file.c_str(), times.data(), 0);
    return modified(file);
}

bool touch(const fs::path& file, const std::optional<timespec>& time)
{
    const std::array<timespec, 2> times{timespec{0, UTIME_OMIT}, time.value_or(timespec{0, UTIME_NOW})};
    return ::utimensat(AT_FDCWD, file.c_str(), times.data(), 0) == 0 ||
           ::utimensat(AT_FDCWD, file.c_str(), nullptr, 0) == 0;
}

std::optional<std::int64_t> modifiedNanoseconds(const fs::path& file)
{
    const auto time = modified(file);
    return time ? std::optional(nanoseconds(*time)) : std::nullopt;
}

timespec fileSystemNow(const fs::path& folder)
{
    const fs::path probe = folder / base::Uuid::generate().toString();
    base::File::create(probe).close();
    const auto now = modified(probe);
    ::unlink(probe.c_str());
    if (!now)
        throw base::errorFromErrno(EIO, "write to", folder.string());
    return *now;
}

bool isOlder(const timespec& time, const timespec& now, std::chrono::seconds grace)
{
    // The age against the grace: time + grace would overflow for a grace of "never".
    return std::pair<std::int64_t, std::int64_t>(grace.count(), time.tv_nsec) <
           std::pair<std::int64_t, std::int64_t>(now.tv_sec - time.tv_sec, now.tv_nsec);
}

} // namespace lepton::store

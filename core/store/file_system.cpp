// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_system.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

namespace lepton::store {
namespace {

/// f_type of statfs(2); see its manual page and linux/magic.h.
constexpr std::array<std::uint32_t, 17> networkTypes = {
    0x00006969, // nfs
    0x0000517B, // smb
    0xFF534D42, // cifs
    0xFE534D42, // smb2, smb3
    0x01021997, // 9p
    0x00C36400, // ceph
    0x5346414F, // afs
    0x6B414653, // kafs
    0x73757245, // coda
    0x0000564C, // ncp
    0x01161970, // gfs2
    0x7461636F, // ocfs2
    0x0BD00BD0, // lustre
    0x47504653, // gpfs
    0x786F4256, // vboxsf
    0xBACBACBC, // vmhgfs
    0x19830326, // beegfs
};
constexpr std::uint32_t fuseType = 0x65735546;

/// The name of the file system of @p folder in /proc/self/mountinfo ("fuseblk", "fuse.sshfs"), or nothing.
std::string mountedType(const std::filesystem::path& folder)
{
    struct stat status
    {};
    if (::stat(folder.c_str(), &status) != 0)
        return {};
    const std::string device =
        std::to_string(major(status.st_dev)) + ":" + std::to_string(minor(status.st_dev));
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::string id, parent, dev;
        fields >> id >> parent >> dev;
        const std::size_t separator = line.find(" - ");
        if (dev != device || separator == std::string::npos)
            continue;
        std::istringstream rest(line.substr(separator + 3));
        std::string type;
        rest >> type;
        return type;
    }
    return {};
}

} // namespace

bool isOnNetwork(const std::filesystem::path& folder)
{
    std::filesystem::path existing = std::filesystem::absolute(folder);
    struct statfs status
    {};
    while (::statfs(existing.c_str(), &status) != 0) {
        if (!existing.has_relative_path())
            return false;
        existing = existing.parent_path();
    }
    const auto type = static_cast<std::uint32_t>(status.f_type);
    if (type == fuseType)
        return mountedType(existing) != "fuseblk"; // a local disk whose driver runs in user space
    return std::ranges::find(networkTypes, type) != networkTypes.end();
}

std::filesystem::path normalFolder(const std::filesystem::path& folder)
{
    if (folder.empty())
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "No folder was given. Choose the folder of a workspace.");
    const std::filesystem::path normal = std::filesystem::absolute(folder).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

void makeFolders(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw base::errorFromErrno(error.value(), "create the folder", folder.string());
}

std::filesystem::path makeFolderLike(const std::filesystem::path& parent, std::string_view name)
{
    std::filesystem::path folder = parent / name;
    if (::mkdir(folder.c_str(), 0777) != 0) {
        if (errno == EEXIST)
            return folder;
        throw base::errorFromErrno(errno, "create the folder", folder.string());
    }
    // Some file systems know no such rights; theirs are the same for everything.
    struct stat status
    {};
    if (::stat(parent.c_str(), &status) == 0)
        static_cast<void>(::chmod(folder.c_str(), status.st_mode & (S_ISGID | 0777)) == 0);
    return folder;
}

void takeRightsOfFolder(const std::filesystem::path& file) noexcept
{
    struct stat status
    {};
    if (::stat(file.parent_path().c_str(), &status) == 0)
        static_cast<void>(::chmod(file.c_str(), status.st_mode & 0666) == 0);
}

bool renameIfAbsent(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EEXIST)
        return false;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        throw base::errorFromErrno(errno, "create", to.string());
    // Some network file systems cannot do it in one step.
    struct stat status
    {};
    if (::lstat(to.c_str(), &status) == 0)
        return false;
    if (std::rename(from.c_str(), to.c_str()) != 0)
        throw base::errorFromErrno(errno, "create", to.string());
    return true;
}

} // namespace lepton::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace lepton::store {

/// Whether @p folder (or its nearest ancestor that exists) lies on a network file system, as far as this
/// machine can tell: the server itself sees a local disk.
bool isOnNetwork(const std::filesystem::path& folder);

/// @p folder as an absolute path without "." and ".." and without a slash at its end.
std::filesystem::path normalFolder(const std::filesystem::path& folder);

/// Makes @p folder and what is missing above it. @throw Error
void makeFolders(const std::filesystem::path& folder);

/// Makes the folder @p name in @p parent with the rights of @p parent: whoever may write there may write
/// here, whatever this user's umask. @return the folder. @throw Error
std::filesystem::path makeFolderLike(const std::filesystem::path& parent, std::string_view name);

/// Gives the file the rights to read and write that its folder has. Does nothing where that is not possible.
void takeRightsOfFolder(const std::filesystem::path& file) noexcept;

/// Renames without replacing. @return false when @p to exists. @throw Error
bool renameIfAbsent(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace lepton::store

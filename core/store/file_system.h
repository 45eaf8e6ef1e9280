// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace lepton::store {

/// Whether @p folder (or its nearest ancestor that exists) lies on a network file system, as far as this
/// machine can tell: the server itself sees a local disk.
bool isOnNetwork(const std::filesystem::path& folder);

/// @p folder as an absolute path without "." and ".." and without a slash at its end.
std::filesystem::path normalFolder(const std::filesystem::path& folder);

/// Makes @p folder and what is missing above it. @throw Error
void makeFolders(const std::filesystem::path& folder);

/// Renames without replacing. @return false when @p to exists. @throw Error
bool renameIfAbsent(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace lepton::store

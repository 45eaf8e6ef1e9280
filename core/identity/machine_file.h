// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity: the files in which this machine remembers workspaces.

#include <filesystem>
#include <string>

namespace lepton::identity {

/// For nobody but the person.
constexpr unsigned machineFileMode = 0600;

/// One path for one folder, whatever links lead to it.
std::string folderKey(const std::filesystem::path& folder);

} // namespace lepton::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace lepton::base {

/// A new folder in the user's cache that is removed with all that is in it. What processes that died left
/// there is removed by the next one that is made more than a day later.
class ScratchFolder
{
public:
    /// @throw Error when it cannot be made
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace lepton::base

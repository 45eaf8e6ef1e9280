// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lepton::train {

/// A place inside a folder where something is written before it gets its name, so that nobody sees half of
/// it. The folder is made where it does not exist. What was not moved out goes with this object, and so do
/// folders that were made and stayed empty.
class StagedFolder
{
public:
    /// @throw base::Error when the folder cannot be made or is none
    explicit StagedFolder(const std::filesystem::path& target);
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }

    /// Makes what stands at @p name in path() the entry @p name of the folder.
    /// @return false when there is such an entry already. @throw base::Error
    bool moveOut(const std::filesystem::path& name);
    /// Moves out each of @p names, or none. @return the name that is in the way. @throw base::Error
    std::optional<std::filesystem::path> moveOut(std::span<const std::filesystem::path> names);

private:
    std::filesystem::path m_target, m_path;
    std::vector<std::filesystem::path> m_made; ///< innermost last
};

/// Makes @p folder and those above it. @throw base::Error
void makeFolders(const std::filesystem::path& folder);
/// Writes a new file, with the folders it lies in. @throw base::Error
void writeNewFile(const std::filesystem::path& file, std::string_view text);

} // namespace lepton::train

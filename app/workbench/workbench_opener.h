// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/workbench_session.h"
#include "ui/shell/shell_session.h"

#include <atomic>
#include <filesystem>
#include <optional>

namespace lepton::app {

/// Opens workspaces for the window, on a worker.
class WorkbenchOpener final : public ui::SessionOpener
{
public:
    /// @p sampleFolder: where the sample workspace is made; unset: where this person has it.
    WorkbenchOpener(WorkbenchParts parts, std::optional<std::filesystem::path> sampleFolder);

    std::shared_ptr<ui::ShellSession> open(const std::filesystem::path& folder) override;
    std::shared_ptr<ui::ShellSession> create(const ui::NewWorkspace& wanted) override;
    std::shared_ptr<ui::ShellSession> openSample() override;

private:
    Session::Options options() const;

    WorkbenchParts m_parts;
    std::optional<std::filesystem::path> m_sampleFolder;
};

} // namespace lepton::app

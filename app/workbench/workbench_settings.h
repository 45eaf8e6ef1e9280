// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/workbench_session.h"
#include "ui/settings/settings_sources.h"

namespace lepton::app {

/// What the page of settings shows and changes of @p session and of this program. GUI thread.
ui::SettingsSources settingsSources(const std::shared_ptr<WorkbenchSession>& session,
                                    std::shared_ptr<ui::StandardsBackend> standards,
                                    const WorkbenchParts& parts);

} // namespace lepton::app

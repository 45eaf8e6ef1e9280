// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"
#include "ui/settings/settings_sources.h"

namespace lepton::ui {

class FactGrid;

/// Name, folder, journal mode, schema, id and root of the workspace.
class WorkspaceSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit WorkspaceSection(SettingsSources sources, QWidget* parent = nullptr);

    void retranslate() override;

private:
    SettingsSources m_sources;
    FactGrid* m_facts;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"
#include "ui/settings/settings_sources.h"
#include "ui/widgets/async.h"

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class FactGrid;
class TextLabel;

/// Versions, device, catalog, the longest stall of the window, and the end of the log; all of it can be
/// copied.
class DiagnosticsSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit DiagnosticsSection(SettingsSources sources, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override;
    bool isSettled() const override { return !m_read.isRunning(); }

private:
    struct Answer
    {
        std::vector<VersionFact> versions;
        QString device;
        std::vector<std::string> log;
    };

    void show();

    SettingsSources m_sources;
    Answer m_answer;
    QStringList m_copied;
    FactGrid* m_facts;
    Button* m_copy;
    TextLabel* m_logTitle;
    QPlainTextEdit* m_log;
    Async m_read;
};

} // namespace lepton::ui

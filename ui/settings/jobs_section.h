// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"
#include "ui/settings/settings_sources.h"
#include "ui/widgets/async.h"

class QComboBox;
class QSpinBox;

namespace lepton::ui {

class FormField;
class Preferences;
class TextLabel;

/// How many jobs run at once, and on what new runs are trained.
class JobsSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit JobsSection(SettingsSources sources, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override;
    bool isSettled() const override { return !m_read.isRunning(); }

private:
    void chooseSlots(int count);
    void chooseThreads(int count);
    void chooseDevice(int row);
    void fillDevices();
    void showUsed();

    SettingsSources m_sources;
    Preferences& m_preferences;
    RunMachine m_machine;
    QSpinBox* m_slots;
    FormField* m_slotsField;
    QComboBox* m_device;
    FormField* m_deviceField;
    QSpinBox* m_threads;
    FormField* m_threadsField;
    TextLabel* m_used;
    Async m_read;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

#include <functional>

class QSpinBox;

namespace lepton::ui {

class FormField;
class Preferences;

/// How many jobs run at once.
class JobsSection final : public SettingsSection
{
    Q_OBJECT

public:
    JobsSection(Preferences& preferences, std::function<void(int)> apply, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("jobs"); }
    QString title() const override;
    QString icon() const override { return QStringLiteral("activity"); }
    void retranslate() override;
    void refresh() override;

private:
    void choose(int count);

    Preferences& m_preferences;
    std::function<void(int)> m_apply;
    QSpinBox* m_slots;
    FormField* m_field;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

namespace lepton::ui {

class Preferences;
class Segment;
class TextLabel;

/// Theme, contrast, motion and language.
class AppearanceSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(Preferences& preferences, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override;

private:
    /// A title, choices, and a line below them.
    struct Choice
    {
        TextLabel* title;
        Segment* choices;
        TextLabel* hint;
    };
    Choice addChoice(const char* name);
    /// Says what was done, with the way back.
    template <class Value>
    void set(void (Preferences::*setter)(Value), Value before, int chosen, QString (*done)());

    Preferences& m_preferences;
    Choice m_theme, m_contrast, m_motion, m_language;
};

} // namespace lepton::ui

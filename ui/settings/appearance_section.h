// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

namespace lepton::ui {

class Preferences;
class Segment;
class TextLabel;

/// Theme and language.
class AppearanceSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(Preferences& preferences, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override;

private:
    Preferences& m_preferences;
    TextLabel* m_themeTitle;
    Segment* m_theme;
    TextLabel* m_themeHint;
    TextLabel* m_languageTitle;
    Segment* m_language;
    TextLabel* m_languageHint;
};

} // namespace lepton::ui

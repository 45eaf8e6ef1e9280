// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/preferences.h"

namespace lepton::ui {

class WindowSettings;

/// Preferences kept in WindowSettings. Applies what is remembered when it is made.
class WindowPreferences final : public Preferences
{
    Q_OBJECT

public:
    WindowPreferences(theme::Theme& theme, theme::Wishes& wishes, Language& language,
                      WindowSettings& settings, QObject* parent = nullptr);

    theme::Mode themeMode() const override;
    void setThemeMode(theme::Mode mode) override;
    theme::Wish highContrast() const override;
    void setHighContrast(theme::Wish wish) override;
    theme::Wish lessMotion() const override;
    void setLessMotion(theme::Wish wish) override;
    LanguageChoice language() const override;
    void setLanguage(LanguageChoice choice) override;
    int jobSlots() const override;
    void setJobSlots(int count) override;
    RunDevice runDevice() const override;
    void setRunDevice(RunDevice device) override;
    int runThreads() const override;
    void setRunThreads(int count) override;

private:
    theme::Theme& m_theme;
    theme::Wishes& m_wishes;
    Language& m_language;
    WindowSettings& m_settings;
};

} // namespace lepton::ui

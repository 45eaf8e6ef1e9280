// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_preferences.h"

#include "ui/shell/window_settings.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int mostThreads = 4096; // as the recipe's key takes

} // namespace

WindowPreferences::WindowPreferences(theme::Theme& theme, theme::Wishes& wishes, Language& language,
                                     WindowSettings& settings, QObject* parent)
    : Preferences(parent)
    , m_theme(theme)
    , m_wishes(wishes)
    , m_language(language)
    , m_settings(settings)
{
    m_wishes.setHighContrast(m_settings.highContrast());
    m_wishes.setLessMotion(m_settings.lessMotion());
    m_theme.setMode(m_settings.themeMode());
    m_language.setChoice(m_settings.language());
}

theme::Mode WindowPreferences::themeMode() const
{
    return m_theme.mode();
}

void WindowPreferences::setThemeMode(theme::Mode mode)
{
    m_settings.setThemeMode(mode);
    m_theme.setMode(mode);
    Q_EMIT changed();
}

theme::Wish WindowPreferences::highContrast() const
{
    return m_wishes.highContrast();
}

void WindowPreferences::setHighContrast(theme::Wish wish)
{
    m_settings.setHighContrast(wish);
    m_wishes.setHighContrast(wish);
    Q_EMIT changed();
}

theme::Wish WindowPreferences::lessMotion() const
{
    return m_wishes.lessMotion();
}

void WindowPreferences::setLessMotion(theme::Wish wish)
{
    m_settings.setLessMotion(wish);
    m_wishes.setLessMotion(wish);
    Q_EMIT changed();
}

LanguageChoice WindowPreferences::language() const
{
    return m_language.choice();
}

void WindowPreferences::setLanguage(LanguageChoice choice)
{
    m_settings.setLanguage(choice);
    m_language.setChoice(choice);
    Q_EMIT changed();
}

int WindowPreferences::jobSlots() const
{
    return m_settings.jobSlots();
}

void WindowPreferences::setJobSlots(int count)
{
    m_settings.setJobSlots(std::clamp(count, 1, 64));
    Q_EMIT changed();
}

RunDevice WindowPreferences::runDevice() const
{
    return m_settings.runDevice();
}

void WindowPreferences::setRunDevice(RunDevice device)
{
    m_settings.setRunDevice(device);
    Q_EMIT changed();
}

int WindowPreferences::runThreads() const
{
    return m_settings.runThreads();
}

void WindowPreferences::setRunThreads(int count)
{
    m_settings.setRunThreads(std::clamp(count, 0, mostThreads));
    Q_EMIT changed();
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_settings.h"

#include "ui/shell/settings_file.h"

#include <QCryptographicHash>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int recentLimit = 8;
constexpr int defaultSlots = 2;

/// Folders hold characters that keys may not.
QString keyOf(const QString& folder, const char* what)
{
    const QByteArray hash =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("workspace/%1/%2").arg(QLatin1String(hash), QLatin1String(what));
}

} // namespace

WindowSettings::WindowSettings(const std::filesystem::path& folder)
    : m_settings(std::make_unique<SettingsFile>(QString::fromStdString((folder / "window.ini").string())))
{}

WindowSettings::~WindowSettings() = default;

QByteArray WindowSettings::geometry() const
{
    return m_settings->value(QStringLiteral("window/geometry")).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray& geometry)
{
    m_settings->setValue(QStringLiteral("window/geometry"), geometry);
}

std::optional<bool> WindowSettings::railNarrow() const
{
    const QVariant value = m_settings->value(QStringLiteral("window/railNarrow"));
    return value.isValid() ? std::optional<bool>(value.toBool()) : std::nullopt;
}

void WindowSettings::setRailNarrow(std::optional<bool> narrow)
{
    if (narrow)
        m_settings->setValue(QStringLiteral("window/railNarrow"), *narrow);
    else
        m_settings->remove(QStringLiteral("window/railNarrow"));
}

theme::Mode WindowSettings::themeMode() const
{
    const QString word = m_settings->value(QStringLiteral("appearance/theme")).toString();
    if (word == QLatin1String("light"))
        return theme::Mode::Light;
    return word == QLatin1String("dark") ? theme::Mode::Dark : theme::Mode::System;
}

void WindowSettings::setThemeMode(theme::Mode mode)
{
    const char* word = mode == theme::Mode::Light ? "light" : mode == theme::Mode::Dark ? "dark" : "system";
    m_settings->setValue(QStringLiteral("appearance/theme"), QLatin1String(word));
}

theme::Wish WindowSettings::wish(const QString& key) const
{
    const QVariant value = m_settings->value(key);
    if (!value.isValid())
        return theme::Wish::System;
    return value.toBool() ? theme::Wish::Yes : theme::Wish::No;
}

void WindowSettings::setWish(const QString& key, theme::Wish wish)
{
    if (wish == theme::Wish::System)
        m_settings->remove(key);
    else
        m_settings->setValue(key, wish == theme::Wish::Yes);
}

theme::Wish WindowSettings::highContrast() const
{
    return wish(QStringLiteral("appearance/highContrast"));
}

void WindowSettings::setHighContrast(theme::Wish wish)
{
    setWish(QStringLiteral("appearance/highContrast"), wish);
}

theme::Wish WindowSettings::lessMotion() const
{
    return wish(QStringLiteral("appearance/lessMotion"));
}

void WindowSettings::setLessMotion(theme::Wish wish)
{
    setWish(QStringLiteral("appearance/lessMotion"), wish);
}

LanguageChoice WindowSettings::language() const
{
    const QString word = m_settings->value(QStringLiteral("appearance/language")).toString();
    if (word == QLatin1String("en"))
        return LanguageChoice::English;
    return word == QLatin1String("zh_CN") ? LanguageChoice::Chinese : LanguageChoice::System;
}

void WindowSettings::setLanguage(LanguageChoice choice)
{
    const char* word = choice == LanguageChoice::English   ? "en"
                       : choice == LanguageChoice::Chinese ? "zh_CN"
                                                           : "system";
    m_settings->setValue(QStringLiteral("appearance/language"), QLatin1String(word));
}

int WindowSettings::jobSlots() const
{
    const QVariant value = m_settings->value(QStringLiteral("jobs/slots"));
    return value.isValid() ? std::clamp(value.toInt(), 1, 64) : defaultSlots;
}

void WindowSettings::setJobSlots(int count)
{
    m_settings->setValue(QStringLiteral("jobs/slots"), count);
}

RunDevice WindowSettings::runDevice() const
{
    const QString word = m_settings->value(QStringLiteral("runs/device")).toString();
    if (word == QLatin1String("cpu"))
        return RunDevice::Cpu;
    return word == QLatin1String("cuda") ? RunDevice::Cuda : RunDevice::Automatic;
}

void WindowSettings::setRunDevice(RunDevice device)
{
    const char* word = device == RunDevice::Cpu ? "cpu" : device == RunDevice::Cuda ? "cuda" : "auto";
    m_settings->setValue(QStringLiteral("runs/device"), QLatin1String(word));
}

int WindowSettings::runThreads() const
{
    return std::max(0, m_settings->value(QStringLiteral("runs/threads")).toInt());
}

void WindowSettings::setRunThreads(int count)
{
    m_settings->setValue(QStringLiteral("runs/threads"), count);
}

QStringList WindowSettings::recentWorkspaces() const
{
    return m_settings->value(QStringLiteral("recent/folders")).toStringList();
}

void WindowSettings::addRecentWorkspace(const QString& folder, const QString& name)
{
    QStringList folders = recentWorkspaces();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_settings->setValue(QStringLiteral("recent/folders"), QStringList(folders.mid(0, recentLimit)));
    m_settings->setValue(keyOf(folder, "name"), name);
}

void WindowSettings::removeRecentWorkspace(const QString& folder)
{
    QStringList folders = recentWorkspaces();
    folders.removeAll(folder);
    m_settings->setValue(QStringLiteral("recent/folders"), folders);
}

QString WindowSettings::workspaceName(const QString& folder) const
{
    return m_settings->value(keyOf(folder, "name")).toString();
}

QString WindowSettings::lastRoute(const QString& folder) const
{
    return m_settings->value(keyOf(folder, "route")).toString();
}

void WindowSettings::setLastRoute(const QString& folder, const QString& route)
{
    m_settings->setValue(keyOf(folder, "route"), route);
}

QByteArray WindowSettings::state(const QString& name) const
{
    return m_settings->value(QStringLiteral("state/") + name).toByteArray();
}

void WindowSettings::setState(const QString& name, const QByteArray& state)
{
    m_settings->setValue(QStringLiteral("state/") + name, state);
}

} // namespace lepton::ui

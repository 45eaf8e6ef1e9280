// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/language.h"
#include "ui/widgets/preferences.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>

namespace lepton::ui {

class SettingsFile;

/// What the window remembers on this machine: window.ini in the configuration folder. A folder that cannot be
/// written only means that nothing is remembered.
class WindowSettings
{
public:
    explicit WindowSettings(const std::filesystem::path& folder);
    ~WindowSettings();

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// Unset: narrow by the width of the window.
    std::optional<bool> railNarrow() const;
    void setRailNarrow(std::optional<bool> narrow);
    theme::Mode themeMode() const;
    void setThemeMode(theme::Mode mode);
    theme::Wish highContrast() const;
    void setHighContrast(theme::Wish wish);
    theme::Wish lessMotion() const;
    void setLessMotion(theme::Wish wish);
    LanguageChoice language() const;
    void setLanguage(LanguageChoice choice);
    int jobSlots() const;
    void setJobSlots(int count);
    RunDevice runDevice() const;
    void setRunDevice(RunDevice device);
    int runThreads() const;
    void setRunThreads(int count);

    /// Folders opened, newest first, at most 8.
    QStringList recentWorkspaces() const;
    void addRecentWorkspace(const QString& folder, const QString& name);
    void removeRecentWorkspace(const QString& folder);
    /// The name that the workspace in @p folder had when it was last open.
    QString workspaceName(const QString& folder) const;
    /// The route last shown in the workspace in @p folder.
    QString lastRoute(const QString& folder) const;
    void setLastRoute(const QString& folder, const QString& route);

    /// For widths of splitters and columns, by objectName.
    QByteArray state(const QString& name) const;
    void setState(const QString& name, const QByteArray& state);

private:
    theme::Wish wish(const QString& key) const;
    void setWish(const QString& key, theme::Wish wish);

    std::unique_ptr<SettingsFile> m_settings;
};

} // namespace lepton::ui

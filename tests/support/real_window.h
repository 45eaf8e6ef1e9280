// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QString>

#include <memory>

namespace lepton::ui {
class Page;
class Preferences;
} // namespace lepton::ui

namespace lepton::testing {

/// The window of lepton-workbench with all its pages and services, in English, 1440 by 900, for the person
/// whose folders XDG_CONFIG_HOME and XDG_CACHE_HOME name. Ends like the program: after the workers have.
class RealWindow
{
public:
    RealWindow();
    ~RealWindow();
    RealWindow(const RealWindow&) = delete;
    RealWindow& operator=(const RealWindow&) = delete;

    ui::MainWindow& window() const noexcept;
    ui::Preferences& preferences() const noexcept;
    /// Null while no workspace is open.
    ui::Page* page() const;

    /// A second window of the same program, which goes before this one. It opens @p folder.
    std::unique_ptr<ui::MainWindow> another(const QString& folder) const;

    /// Opens @p folder. False when it is not open after @p patienceMs.
    bool open(const QString& folder, int patienceMs) const;
    void go(const QString& page) const;
    /// Waits until nothing is being read; false after @p patienceMs.
    bool settle(int patienceMs) const { return settle(window(), patienceMs); }
    static bool settle(const ui::MainWindow& window, int patienceMs);

    /// The widget of this name, shown or not.
    template <class Widget>
    Widget* find(const char* name) const
    {
        return window().findChild<Widget*>(QLatin1String(name));
    }
    /// Of the widgets of this name the one that is shown.
    template <class Widget>
    static Widget* shown(const ui::MainWindow& window, const char* name)
    {
        const auto all = window.findChildren<Widget*>(QLatin1String(name));
        for (Widget* one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace lepton::testing

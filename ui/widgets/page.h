// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/route.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace lepton::ui {

/// A state of a page that the self-check photographs: a tab, a dialog, an empty or failed state.
struct Scene
{
    QString name;               ///< part of the file name: "datasets", "import-dialog"
    std::function<void()> show; ///< brings the page into it; the check then waits until isSettled()
    std::function<void()> hide; ///< undoes it (closes the dialog); may be empty
};

/// One step of the path in the header. The last one is the page itself and has no route.
struct Crumb
{
    QString text;
    Route route;
};

/// A page of the window. Made when it is first shown; reads what it shows on a worker (see Async).
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Navigator& navigator, QWidget* parent = nullptr);

    Navigator& navigator() const noexcept { return m_navigator; }

    /// What the header and the window title call it.
    virtual QString title() const = 0;
    /// The path in the header, the last step being the page itself. Default: title() alone.
    virtual std::vector<Crumb> path() const;
    /// Where the page stands now, with filter and selection, for the history.
    virtual Route route() const = 0;
    /// Shows what @p route names. Called before the page is shown.
    virtual void open(const Route& route) = 0;

    /// Reads again what is shown: F5, or someone changed the catalog. Keeps scroll, selection and focus.
    virtual void refresh() {}
    /// Ctrl+F or "/": the filter gets the focus. False when there is none.
    virtual bool focusFilter() { return false; }
    /// Esc: clears the filter. False when there was nothing to clear.
    virtual bool clearFilter() { return false; }
    /// Ctrl+Enter: the primary action. False when there is none now.
    virtual bool primaryAction() { return false; }
    /// Ctrl+Tab (+1), Ctrl+Shift+Tab (-1). False when there are no tabs.
    virtual bool changeTab(int step);
    /// Ctrl+. shows or hides the sheet at the side. False when there is none.
    virtual bool toggleSideSheet() { return false; }
    /// Ctrl+Z where no text field takes it. False when there is nothing to undo.
    virtual bool undo() { return false; }
    /// F1: a few plain sentences on this page.
    virtual QString helpText() const { return {}; }

    /// Sets every visible text again, after the language changed.
    virtual void retranslate() = 0;

    /// True when nothing is being read.
    virtual bool isSettled() const { return true; }
    /// What the self-check takes pictures of. Default: the page as it is.
    virtual std::vector<Scene> scenes();

Q_SIGNALS:
    /// title() or path() are others now.
    void titleChanged();
    /// route() is another now (a tab, a filter); not a step in the history.
    void routeChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    Navigator& m_navigator;
};

} // namespace lepton::ui

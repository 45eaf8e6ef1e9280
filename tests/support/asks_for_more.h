// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/async.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStringList>
#include <QTest>

#include <functional>

namespace lepton::testing {

/// Whether @p act opens a dialog that wants something of a person before anything is done; it is closed
/// again.
inline bool asksForMore(const std::function<void()>& act)
{
    act();
    if (!QTest::qWaitFor([] { return ui::runningAsyncCount() == 0; })) // some read what they are about first
        return false;
    QCoreApplication::processEvents();
    bool asks = false;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        auto* dialog = qobject_cast<QDialog*>(window);
        if (!dialog || !dialog->isVisible())
            continue;
        asks = asks || qobject_cast<QFileDialog*>(dialog) || dialog->findChild<QLineEdit*>() ||
               dialog->findChild<QPlainTextEdit*>() || dialog->findChild<QComboBox*>();
        dialog->reject();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return asks;
}

/// The entries of the menu, those of its submenus too.
inline QList<QAction*> entriesOf(QMenu& menu)
{
    QList<QAction*> entries;
    const auto actions = menu.actions();
    for (QAction* action : actions) {
        if (action->menu())
            entries << entriesOf(*action->menu());
        else if (!action->isSeparator())
            entries << action;
    }
    return entries;
}

/// The entries of what @p filled gives that end with "…" and ask for nothing, or ask for more and do not. It
/// is called once an entry, since choosing one may change the others.
inline QString wrongEllipses(const std::function<QMenu*()>& filled)
{
    QStringList wrong;
    for (qsizetype i = 0;; ++i) {
        const auto entries = entriesOf(*filled());
        if (i >= entries.size())
            return wrong.join(QLatin1String("; "));
        QAction* entry = entries[i];
        const QString text = entry->text();
        if (entry->isEnabled() && asksForMore([entry] { entry->trigger(); }) != text.endsWith(QChar(u'…')))
            wrong << text;
    }
}

} // namespace lepton::testing

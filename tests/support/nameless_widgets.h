// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace lepton::testing {

/// Class and object name of each widget in @p root that Tab reaches and that has no accessible name. Headers
/// of tables, which their view speaks for, aside.
inline QStringList namelessWidgets(const QWidget& root)
{
    QStringList nameless;
    const auto widgets = root.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&root) || !(widget->focusPolicy() & Qt::TabFocus) ||
            qobject_cast<QAbstractItemView*>(widget->parentWidget()))
            continue;
        const auto* interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                            widget->objectName();
    }
    return nameless;
}

} // namespace lepton::testing

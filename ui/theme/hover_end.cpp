// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/hover_end.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QMenu>

namespace lepton::ui::theme {
namespace {

void endHover()
{
    if (QApplication::activePopupWidget())
        return;
    const QPoint pointer = QCursor::pos();
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        if (!widget->testAttribute(Qt::WA_UnderMouse) || !qobject_cast<QAbstractButton*>(widget) ||
            widget->rect().contains(widget->mapFromGlobal(pointer)))
            continue;
        widget->setAttribute(Qt::WA_UnderMouse, false);
        widget->update();
    }
}

} // namespace

HoverEnd::HoverEnd(QApplication& application)
    : QObject(&application)
{
    application.installEventFilter(this);
}

bool HoverEnd::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide && qobject_cast<QMenu*>(watched))
        QMetaObject::invokeMethod(this, endHover, Qt::QueuedConnection); // once the menu has let go
    return false;
}

} // namespace lepton::ui::theme

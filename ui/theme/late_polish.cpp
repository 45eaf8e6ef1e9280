// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/late_polish.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QWidget>

namespace lepton::ui::theme {

LatePolish::LatePolish(QApplication& application)
    : QObject(&application)
{
    const auto earlier = application.findChildren<LatePolish*>(Qt::FindDirectChildrenOnly);
    for (LatePolish* one : earlier) {
        if (one != this) {
            m_putOff.unite(one->m_putOff);
            delete one;
        }
    }
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        if (widget->isVisible() || !widget->testAttribute(Qt::WA_WState_Polished))
            continue;
        widget->setAttribute(Qt::WA_WState_Polished, false); // Qt passes by what was never polished
        m_putOff.insert(widget);
    }
    application.installEventFilter(this);
}

void LatePolish::end()
{
    m_isSwitching = false;
    if (m_putOff.isEmpty())
        deleteLater();
}

bool LatePolish::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        return m_isBetween || (m_isSwitching && m_putOff.contains(watched));
    if (event->type() == QEvent::Show && !m_isSwitching && m_putOff.remove(watched)) {
        if (watched->isWidgetType()) // what is shown may be a window, at the place of a widget that is gone
            catchUp(*static_cast<QWidget*>(watched));
        if (m_putOff.isEmpty())
            deleteLater();
    }
    return false;
}

void LatePolish::catchUp(QWidget& widget)
{
    if (widget.testAttribute(Qt::WA_WState_Polished))
        return; // another widget, at the place of one that is gone
    widget.style()->polish(&widget);
    widget.setAttribute(Qt::WA_WState_Polished);
    QEvent event(QEvent::StyleChange);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace lepton::ui::theme

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stack_entrance.h"

#include <QElapsedTimer>
#include <QLayout>
#include <QStackedWidget>

#include <utility>

namespace lepton::ui {

namespace {

constexpr qint64 turnMilliseconds = 10;
constexpr const char* shownBefore = "shownBefore";

} // namespace

StackEntrance::StackEntrance(QStackedWidget& stack)
    : m_stack(stack)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &StackEntrance::goOn);
}

void StackEntrance::show(QWidget* widget)
{
    m_turn.stop();
    m_coming.clear();
    m_unstyled.clear();
    for (QWidget* known : {m_stack.currentWidget(), widget}) {
        if (known)
            known->setProperty(shownBefore, true);
    }
    m_stack.setCurrentWidget(widget);
}

void StackEntrance::enter(QWidget* widget)
{
    if (m_coming == widget)
        return;
    const bool isKnown =
        widget == m_stack.currentWidget() || widget->property(shownBefore).toBool() || !m_stack.isVisible();
    if (isKnown) {
        show(widget);
        return;
    }
    m_coming = widget;
    m_isLaidOut = false;
    m_unstyled = {widget};
    const auto parts = widget->findChildren<QWidget*>();
    for (QWidget* part : parts)
        m_unstyled << part;
    m_turn.start();
}

void StackEntrance::goOn()
{
    if (!m_coming) {
        m_turn.stop();
        return;
    }
    QElapsedTimer time;
    time.start();
    while (!m_unstyled.isEmpty() && time.elapsed() < turnMilliseconds) {
        if (QWidget* part = m_unstyled.takeFirst())
            part->ensurePolished();
    }
    if (!m_unstyled.isEmpty())
        return;
    if (!std::exchange(m_isLaidOut, true)) {
        m_coming->setGeometry(m_stack.contentsRect());
        if (m_coming->layout())
            m_coming->layout()->activate();
        return;
    }
    show(m_coming);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace lepton::ui {

/// Lets a widget with many parts appear in a stack: styled, laid out and shown in turns of the event loop, so
/// that the window answers in between. What the stack shows stays until then.
class StackEntrance final : public QObject
{
    Q_OBJECT

public:
    explicit StackEntrance(QStackedWidget& stack);

    /// At once where @p widget, which is in the stack, was shown before. The last one that is asked for wins.
    void enter(QWidget* widget);
    /// At once.
    void show(QWidget* widget);
    bool isRunning() const { return !m_coming.isNull(); }

private:
    void goOn();

    QStackedWidget& m_stack;
    QTimer m_turn;
    QPointer<QWidget> m_coming;
    QList<QPointer<QWidget>> m_unstyled;
    bool m_isLaidOut = false;
};

} // namespace lepton::ui

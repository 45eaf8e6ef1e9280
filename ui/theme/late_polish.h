// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to ui/theme.

#include <QObject>
#include <QSet>

class QApplication;
class QWidget;

namespace lepton::ui::theme {

/// Lets hidden widgets take another style sheet when they are shown. Qt polishes all that have been polished
/// at once; with every page open nine of ten widgets are hidden, and the window waited for them. One of these
/// belongs to one switch: made before it, it sees the switch through, and goes when nothing is left to do.
class LatePolish final : public QObject
{
    Q_OBJECT

public:
    explicit LatePolish(QApplication& application);

    /// Of the moment between two sheets no widget is told at all: laying them out for it took a third of the
    /// time that a switch needs.
    void setBetween(bool on) noexcept { m_isBetween = on; }
    /// The switch is over.
    void end();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void catchUp(QWidget& widget);

    QSet<const QObject*> m_putOff; ///< hidden, and of an older style
    bool m_isSwitching = true;
    bool m_isBetween = false;
};

} // namespace lepton::ui::theme

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace lepton::ui {

/// Text tabs, 36 high, with a line of 2 under the one that is shown and a count in small figures.
class TabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(QWidget* parent = nullptr);

    /// Shown behind the text; -1 for none.
    void setCount(int tab, qint64 count);
    /// Switches the tab off and says when it will have something, beside its text and as tooltip.
    void setWaiting(int tab, const QString& when);
    /// The next (+1) or previous (-1) tab that can be chosen, going round.
    void step(int by);

protected:
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString note(int tab) const;

    int m_hovered = -1;
};

} // namespace lepton::ui

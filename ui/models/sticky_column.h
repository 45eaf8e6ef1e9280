// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;

namespace lepton::ui {

/// A column of a page that scrolls: what stands in it stays in sight as long as the column has room for it.
/// What is higher than the window scrolls until its end is in sight, and then stays.
class StickyColumn final : public QWidget
{
    Q_OBJECT

public:
    /// @p content has a layout. @p area: whose widget the column is in.
    StickyColumn(QWidget* content, QScrollArea& area, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    void place();

    QWidget* m_content;
    QScrollArea& m_area;
};

} // namespace lepton::ui

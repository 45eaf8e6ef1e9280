// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/row_gutter.h"

#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace lepton::ui {

using theme::Role;

RowGutter::RowGutter(DataGrid& grid)
    : QWidget(&grid)
    , m_grid(grid)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

int RowGutter::fittingWidth() const
{
    const QString largest = QLocale().toString(static_cast<qlonglong>(m_grid.table().rowCount()));
    const int text = QFontMetrics(theme::font(theme::Step::Caption)).horizontalAdvance(largest);
    return std::max(theme::gap24 + theme::gap16, text + theme::gap16 + theme::gap8);
}

void RowGutter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect corner(0, 0, width(), HistHeader::fixedHeight());
    painter.fillRect(rect(), theme::color(Role::Surface));
    painter.fillRect(QRect(corner.left(), corner.bottom(), width(), 1), theme::color(Role::Line));

    const QFont plain = theme::font(theme::Step::Caption);
    const QFont strong = theme::font(theme::Step::Caption, QFont::Medium);
    const std::int64_t end = std::min(m_grid.rows(), m_grid.firstRow() + m_grid.rowsInView());
    for (std::int64_t position = m_grid.firstRow(); position < end; ++position) {
        const QRect row(0, corner.bottom() + 1 + m_grid.rowTop(position), width(), DataGrid::rowHeight());
        const bool current = position == m_grid.cursorCell().position;
        painter.fillRect(row, theme::color(current ? Role::Sel : Role::Sunken));
        painter.fillRect(QRect(0, row.bottom(), width(), 1), theme::color(Role::Line));
        const std::int64_t number = m_grid.rowNumber(position);
        if (number < 0)
            continue;
        painter.setFont(current ? strong : plain);
        painter.setPen(theme::color(current ? Role::Text : Role::Text3));
        painter.drawText(row.adjusted(0, 0, -theme::gap8 - 1, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(static_cast<qlonglong>(number + 1)));
    }
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme::color(Role::Line));
}

void RowGutter::mousePressEvent(QMouseEvent* event)
{
    const int y = event->position().toPoint().y() - HistHeader::fixedHeight();
    const std::vector<int> columns = m_grid.shownColumns();
    const std::int64_t position = m_grid.firstRow() + y / DataGrid::rowHeight();
    if (event->button() != Qt::LeftButton || y < 0 || columns.empty() || position >= m_grid.rows())
        return;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    if (!extend)
        m_grid.setCursorCell({position, columns.back()});
    m_grid.setCursorCell({position, columns.front()}, true);
    m_grid.setFocus(Qt::MouseFocusReason);
}

void RowGutter::wheelEvent(QWheelEvent* event)
{
    QApplication::sendEvent(m_grid.viewport(), event);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_kinds.h"
#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/page_feed.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/missing_font.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {

using theme::Role;

/// One painting of the cells in view.
class GridPainter
{
public:
    GridPainter(DataGrid& grid, QPainter& painter)
        : m_grid(grid)
        , m_painter(painter)
        , m_metrics(theme::font(theme::Step::Body))
        , m_missingFont(missingFont(theme::Step::Body))
        , m_first(grid.m_scroll.top())
        , m_end(std::min(grid.m_scroll.rows(), m_first + grid.rowsInView()))
        , m_baseline((DataGrid::rowHeight() - 1 + m_metrics.ascent() - m_metrics.descent() + 1) / 2)
    {}

    void paint()
    {
        const QRect all = m_grid.viewport()->rect();
        m_painter.fillRect(all, theme::color(Role::Surface));
        paintBackgrounds();
        m_painter.setFont(theme::font(theme::Step::Body));
        if (m_grid.m_stale)
            m_painter.setOpacity(staleOpacity);
        HistHeader& header = *m_grid.m_header;
        for (int visual = std::max(0, header.visualIndexAt(0)); visual < header.count(); ++visual) {
            const int logical = header.logicalIndex(visual);
            if (header.isSectionHidden(logical))
                continue;
            const int left = header.sectionViewportPosition(logical);
            if (left >= all.right())
                break;
            paintColumn(logical, left, header.sectionSize(logical));
        }
        m_painter.setOpacity(1);
        paintCursor();
    }

private:
    static constexpr double staleOpacity = 0.6;

    void paintBackgrounds()
    {
        const HistHeader& header = *m_grid.m_header;
        const int right = std::min(m_grid.viewport()->width(), header.length() - header.offset());
        const int bottom = m_grid.rowTop(m_end);
        if (m_grid.m_hoveredRow >= m_first && m_grid.m_hoveredRow < m_end)
            m_painter.fillRect(QRect(0, m_grid.rowTop(m_grid.m_hoveredRow), right, DataGrid::rowHeight()),
                               theme::color(Role::Hover));
        if (m_grid.m_cursor.column >= 0 && !header.isSectionHidden(m_grid.m_cursor.column))
            m_painter.fillRect(QRect(header.sectionViewportPosition(m_grid.m_cursor.column), 0,
                                     header.sectionSize(m_grid.m_cursor.column), bottom),
                               theme::color(Role::AccentSoft));
        paintSelection();
        const QColor line = theme::color(Role::Line);
        for (std::int64_t position = m_first; position < m_end; ++position)
            m_painter.fillRect(QRect(0, m_grid.rowTop(position) + DataGrid::rowHeight() - 1, right, 1), line);
    }

    void paintSelection()
    {
        if (!m_grid.m_cursor.isValid() || m_grid.m_cursor == m_grid.m_anchor)
            return;
        const std::int64_t from =
            std::max(m_first, std::min(m_grid.m_cursor.position, m_grid.m_anchor.position));
        const std::int64_t to =
            std::min(m_end - 1, std::max(m_grid.m_cursor.position, m_grid.m_anchor.position));
        if (from > to)
            return;
        const auto [first, last] = m_grid.visualSpan();
        const HistHeader& header = *m_grid.m_header;
        const int firstLogical = header.logicalIndex(first);
        const int lastLogical = header.logicalIndex(last);
        const int left = header.sectionViewportPosition(firstLogical);
        const int right = header.sectionViewportPosition(lastLogical) + header.sectionSize(lastLogical);
        m_painter.fillRect(QRect(left, m_grid.rowTop(from), right - left,
                                 static_cast<int>(to - from + 1) * DataGrid::rowHeight()),
                           theme::color(Role::Sel));
    }

    void paintColumn(int logical, int left, int width)
    {
        const auto column = static_cast<std::size_t>(logical);
        const bool number = isNumber(m_grid.m_table.column(column).type);
        const QColor text = theme::color(Role::Text);
        const QColor faint = theme::color(Role::Text3);
        const int room = width - 2 * theme::gap8 - 1;
        m_painter.fillRect(QRect(left + width - 1, 0, 1, m_grid.rowTop(m_end)), theme::color(Role::Line));
        if (room <= 0)
            return;
        m_painter.setPen(text);
        for (std::int64_t position = m_first; position < m_end; ++position) {
            GridCell* cell = m_grid.m_feed->cell(position, column);
            const int top = m_grid.rowTop(position);
            if (cell == nullptr) {
                if (m_grid.m_showBars)
                    paintBar(QRect(left + theme::gap8, top, room, DataGrid::rowHeight()), position, logical,
                             number);
                continue;
            }
            fit(*cell, room);
            const double x = number ? left + theme::gap8 + room - cell->textWidth : left + theme::gap8;
            if (cell->value.missing) {
                m_painter.setFont(m_missingFont);
                m_painter.setPen(faint);
            }
            m_painter.drawText(QPointF(x, top + m_baseline), cell->drawn);
            if (cell->value.missing) {
                m_painter.setFont(theme::font(theme::Step::Body));
                m_painter.setPen(text);
            }
        }
    }

    /// Cuts the text of @p cell to @p room, once for each width.
    void fit(GridCell& cell, int room)
    {
        if (cell.drawnWidth == room)
            return;
        const QFontMetrics metrics = cell.value.missing ? QFontMetrics(m_missingFont) : m_metrics;
        const QString whole = cell.value.missing ? DataGrid::tr("missing") : cell.value.text;
        // No character that is worth reading is narrower than two pixels: do not measure what cannot fit.
        const bool longer = whole.size() > room / 2 + 1;
        const QString measured = longer ? whole.left(room / 2 + 1) : whole;
        int width = metrics.horizontalAdvance(measured);
        cell.drawn = measured;
        if (longer || width > room) {
            cell.drawn =
                metrics.elidedText(longer ? measured + QChar(0x2026) : measured, Qt::ElideRight, room);
            width = metrics.horizontalAdvance(cell.drawn);
        }
        cell.textWidth = width;
        cell.drawnWidth = room;
    }

    /// Stands for a cell that is being read.
    void paintBar(const QRect& cell, std::int64_t position, int logical, bool right)
    {
        const int percent = 40 + static_cast<int>((position * 7 + logical * 13) % 5) * 10;
        const int width = std::max(8, cell.width() * percent / 100);
        const QRect bar(right ? cell.right() + 1 - width : cell.left(), cell.top() + 10, width, 8);
        m_painter.fillRect(bar, theme::color(Role::Track));
    }

    void paintCursor()
    {
        const GridCursor& cursor = m_grid.m_cursor;
        if (!cursor.isValid() || cursor.position < m_first || cursor.position >= m_end)
            return;
        const QRect cell = m_grid.cellRect(cursor.position, cursor.column);
        // Two pixels all round inside the lines; thinner while the keyboard is elsewhere.
        const int width = m_grid.hasFocus() ? 2 : 1;
        const QColor ring = theme::color(m_grid.hasFocus() ? Role::Accent : Role::Ctrl);
        const QRect outer = cell.adjusted(-1, -1, 0, 0);
        m_painter.fillRect(QRect(outer.left(), outer.top(), outer.width(), width), ring);
        m_painter.fillRect(QRect(outer.left(), outer.bottom() + 1 - width, outer.width(), width), ring);
        m_painter.fillRect(QRect(outer.left(), outer.top(), width, outer.height()), ring);
        m_painter.fillRect(QRect(outer.right() + 1 - width, outer.top(), width, outer.height()), ring);
    }

    DataGrid& m_grid;
    QPainter& m_painter;
    QFontMetrics m_metrics;
    QFont m_missingFont;
    std::int64_t m_first;
    std::int64_t m_end;
    int m_baseline;
};

void DataGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    GridPainter(*this, painter).paint();
}

} // namespace lepton::ui

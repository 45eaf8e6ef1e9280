// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/page_feed.h"
#include "ui/datasets/grid/row_gutter.h"
#include "ui/datasets/grid/table_view_model.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepton::ui {

void DataGrid::setCursorCell(GridCursor cell, bool extend)
{
    if (m_scroll.rows() == 0 || cell.column < 0)
        return;
    cell.position = std::clamp<std::int64_t>(cell.position, 0, m_scroll.rows() - 1);
    const bool columnMoved = cell.column != m_cursor.column;
    const bool moved = cell != m_cursor;
    const bool selected = moved || (!extend && m_anchor != cell);
    m_direction = cell.position < m_cursor.position ? -1 : 1;
    m_cursor = cell;
    if (!extend)
        m_anchor = cell;
    if (columnMoved)
        m_header->setCurrentColumn(cell.column);
    applyTop(m_scroll.ensureVisible(cell.position));
    ensureColumnVisible(cell.column);
    viewport()->update();
    m_gutter->update();
    if (moved) {
        Q_EMIT cursorMoved();
        announceCursor();
    }
    if (selected)
        Q_EMIT selectionChanged();
}

void DataGrid::announceCursor()
{
    const std::int64_t child = m_cursor.position * m_header->count() + m_cursor.column;
    if (!QAccessible::isActive() || child > std::numeric_limits<int>::max())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(static_cast<int>(child));
    QAccessible::updateAccessibility(&event);
}

std::pair<int, int> DataGrid::visualSpan() const
{
    return std::minmax(m_header->visualIndex(m_cursor.column), m_header->visualIndex(m_anchor.column));
}

CellRange DataGrid::selection() const
{
    CellRange range;
    if (!m_cursor.isValid() || !m_anchor.isValid())
        return range;
    range.first = std::min(m_cursor.position, m_anchor.position);
    range.count = std::abs(m_cursor.position - m_anchor.position) + 1;
    const auto [first, last] = visualSpan();
    for (int visual = first; visual <= last; ++visual)
        if (const int logical = m_header->logicalIndex(visual); !m_header->isSectionHidden(logical))
            range.columns.push_back(static_cast<std::size_t>(logical));
    return range;
}

bool DataGrid::isSelected(std::int64_t position, int logical) const
{
    if (!m_cursor.isValid() || !m_anchor.isValid() || m_header->isSectionHidden(logical))
        return false;
    const auto [top, bottom] = std::minmax(m_cursor.position, m_anchor.position);
    const auto [first, last] = visualSpan();
    const int visual = m_header->visualIndex(logical);
    return position >= top && position <= bottom && visual >= first && visual <= last;
}

void DataGrid::selectAll()
{
    const std::vector<int> columns = shownColumns();
    if (m_scroll.rows() == 0 || columns.empty())
        return;
    // The view stays where it is: only the corners of the selection move.
    m_anchor = {0, columns.front()};
    m_cursor = {m_scroll.rows() - 1, columns.back()};
    m_header->setCurrentColumn(m_cursor.column);
    viewport()->update();
    m_gutter->update();
    Q_EMIT cursorMoved();
    Q_EMIT selectionChanged();
}

int DataGrid::visibleNeighbour(int logical, int step) const
{
    const int start = logical < 0 ? -1 : m_header->visualIndex(logical);
    for (int visual = start + step; visual >= 0 && visual < m_header->count(); visual += step)
        if (const int next = m_header->logicalIndex(visual); !m_header->isSectionHidden(next))
            return next;
    return -1;
}

void DataGrid::ensureColumnVisible(int logical)
{
    const int left = m_header->sectionPosition(logical);
    const int right = left + m_header->sectionSize(logical);
    QScrollBar* bar = horizontalScrollBar();
    if (left < bar->value())
        bar->setValue(left);
    else if (right > bar->value() + viewport()->width())
        bar->setValue(std::min(left, right - viewport()->width()));
}

void DataGrid::moveColumns(int steps, bool toEnd, bool extend)
{
    GridCursor cell = m_cursor;
    const int next = toEnd ? (steps < 0 ? visibleNeighbour(-1, 1) : shownColumns().back())
                           : visibleNeighbour(m_cursor.column, steps);
    if (next >= 0)
        cell.column = next;
    setCursorCell(cell, extend);
}

void DataGrid::moveRows(std::int64_t rows, bool extend)
{
    GridCursor cell = m_cursor;
    cell.position += rows;
    setCursorCell(cell, extend);
}

bool DataGrid::handleMove(QKeyEvent* event)
{
    if (!m_cursor.isValid())
        return false;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const std::int64_t page = m_scroll.wholeRows();
    const std::int64_t all = m_scroll.rows();
    switch (event->key()) {
    case Qt::Key_Up:
        moveRows(control ? -all : -1, extend);
        return true;
    case Qt::Key_Down:
        moveRows(control ? all : 1, extend);
        return true;
    case Qt::Key_PageUp:
        m_scroll.scrollBy(-page);
        moveRows(-page, extend);
        applyTop(true);
        return true;
    case Qt::Key_PageDown:
        m_scroll.scrollBy(page);
        moveRows(page, extend);
        applyTop(true);
        return true;
    case Qt::Key_Left:
        moveColumns(-1, control, extend);
        return true;
    case Qt::Key_Right:
        moveColumns(1, control, extend);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const bool home = event->key() == Qt::Key_Home;
        if (control)
            setCursorCell({home ? 0 : all - 1, m_cursor.column}, extend);
        moveColumns(home ? -1 : 1, true, extend);
        return true;
    }
    default:
        return false;
    }
}

bool DataGrid::handleCommand(QKeyEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool alt = event->modifiers() & Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && m_cursor.column >= 0) {
        m_table.setSort(
            data::SortKey{static_cast<std::size_t>(m_cursor.column), event->key() == Qt::Key_Down});
        return true;
    }
    if (control && event->key() == Qt::Key_C) {
        Q_EMIT copyRequested(shift);
        return true;
    }
    if (control && event->key() == Qt::Key_A) {
        selectAll();
        return true;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !control && m_cursor.isValid()) {
        Q_EMIT inspectRequested();
        return true;
    }
    if ((event->key() == Qt::Key_Menu || (shift && event->key() == Qt::Key_F10)) && m_cursor.column >= 0) {
        const QPoint at(m_header->sectionViewportPosition(m_cursor.column), m_header->height());
        m_header->showMenu(m_cursor.column, m_header->viewport()->mapToGlobal(at));
        return true;
    }
    return false;
}

void DataGrid::keyPressEvent(QKeyEvent* event)
{
    if (handleCommand(event))
        return;
    if (!(event->modifiers() & Qt::AltModifier) && handleMove(event))
        return;
    event->ignore();
}

void DataGrid::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        QApplication::sendEvent(horizontalScrollBar(), event);
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turned.y());
        event->accept();
        return;
    }
    // A touch pad says how many pixels, a wheel how many eighths of a degree; 15 degrees are one notch.
    if (!event->pixelDelta().isNull())
        m_wheel -= static_cast<double>(event->pixelDelta().y()) / rowHeight();
    else
        m_wheel -= static_cast<double>(turned.y()) / 120.0 * QApplication::wheelScrollLines();
    const auto rows = static_cast<std::int64_t>(std::trunc(m_wheel));
    m_wheel -= static_cast<double>(rows);
    if (rows != 0) {
        m_direction = rows < 0 ? -1 : 1;
        applyTop(m_scroll.scrollBy(rows));
    }
    event->accept();
}

void DataGrid::mousePressEvent(QMouseEvent* event)
{
    const GridCursor cell = cellAt(event->position().toPoint());
    if (!cell.isValid() || (event->button() != Qt::LeftButton && event->button() != Qt::RightButton))
        return;
    const bool right = event->button() == Qt::RightButton;
    if (!right || !isSelected(cell.position, cell.column))
        setCursorCell(cell, event->modifiers() & Qt::ShiftModifier);
    m_dragging = !right;
}

void DataGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const GridCursor cell = cellAt(at);
    if (cell.position != m_hoveredRow) {
        m_hoveredRow = cell.position;
        viewport()->update();
    }
    if (!m_dragging)
        return;
    if (cell.isValid() && viewport()->rect().contains(at)) {
        m_autoScroll.stop();
        setCursorCell(cell, true);
    } else if (!m_autoScroll.isActive()) {
        m_autoScroll.start();
    }
}

/// Extends the selection while the pointer is held outside the cells.
void DataGrid::autoScroll()
{
    const QPoint at = viewport()->mapFromGlobal(QCursor::pos());
    GridCursor cell = m_cursor;
    if (at.y() < 0)
        cell.position -= 1 + -at.y() / rowHeight();
    else if (at.y() >= viewport()->height())
        cell.position += 1 + (at.y() - viewport()->height()) / rowHeight();
    const int side = at.x() < 0 ? -1 : at.x() >= viewport()->width() ? 1 : 0;
    if (const int next = side == 0 ? -1 : visibleNeighbour(cell.column, side); next >= 0)
        cell.column = next;
    setCursorCell(cell, true);
}

void DataGrid::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    m_autoScroll.stop();
}

void DataGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->position().toPoint()).isValid())
        Q_EMIT inspectRequested();
}

void DataGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCursor();
}

void DataGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// The text of a cell that is cut, nothing when it is shown whole.
QString DataGrid::hiddenText(const GridCursor& cell) const
{
    const GridCell* found = m_feed->cell(cell.position, static_cast<std::size_t>(cell.column));
    if (found == nullptr || found->value.missing || found->drawn == found->value.text)
        return {};
    return found->value.text;
}

bool DataGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && m_hoveredRow >= 0) {
        m_hoveredRow = -1;
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const GridCursor cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), cell.isValid() ? hiddenText(cell) : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/data_grid_accessible.h"

#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/table_view_model.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_map>

namespace lepton::ui {
namespace {

int bounded(std::int64_t value)
{
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<int>::max()));
}

/// One cell, for as long as a screen reader asks for it.
class GridCellInterface final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    GridCellInterface(DataGrid& grid, int row, int column)
        : m_grid(&grid)
        , m_row(row)
        , m_column(column)
    {}

    bool isValid() const override { return m_grid && m_row < m_grid->rows(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_grid); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Value))
            return {};
        const QString text = m_grid->cellText(m_row, m_column).value_or(DataGrid::tr("being read"));
        if (kind == QAccessible::Value)
            return text;
        const QString name =
            QString::fromStdString(m_grid->table().column(static_cast<std::size_t>(m_column)).name);
        return DataGrid::tr("%1: %2", "column and value").arg(name, text);
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override
    {
        if (!isValid() || m_row < m_grid->firstRow() || m_row >= m_grid->firstRow() + m_grid->rowsInView())
            return {};
        const QRect cell = m_grid->cellRect(m_row, m_column);
        return {m_grid->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.readOnly = true;
        if (isValid()) {
            state.selected = isSelected();
            state.focused = m_grid->hasFocus() && m_grid->cursorCell() == GridCursor{m_row, m_column};
            state.offscreen = rect().isNull();
        }
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this)
                                                       : nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    bool isSelected() const override { return m_grid && m_grid->isSelected(m_row, m_column); }
    QAccessibleInterface* table() const override { return parent(); }

private:
    QPointer<DataGrid> m_grid;
    int m_row;
    int m_column;
};

/// The grid: rows are positions of the order that is shown, columns those of the schema. Cells are children
/// by row * columns + column as far as an int reaches.
class GridInterface final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit GridInterface(DataGrid* grid)
        : QAccessibleWidget(grid, QAccessible::Table)
    {}
    ~GridInterface() override { forgetCells(); }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return bounded(grid().rows() * std::int64_t{columnCount()}); }
    QAccessibleInterface* child(int index) const override
    {
        const int columns = columnCount();
        return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        auto* cell = const_cast<QAccessibleInterface*>(child)->tableCellInterface();
        return cell != nullptr ? bounded(std::int64_t{cell->rowIndex()} * columnCount() + cell->columnIndex())
                               : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const GridCursor cell = grid().cellAt(grid().viewport()->mapFromGlobal(QPoint(x, y)));
        return cell.isValid() ? cellAt(bounded(cell.position), cell.column) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const GridCursor& cell = grid().cursorCell();
        return cell.isValid() ? cellAt(bounded(cell.position), cell.column) : nullptr;
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= grid().rows() || column >= columnCount())
            return nullptr;
        const std::int64_t key = std::int64_t{row} * columnCount() + column;
        if (const auto found = m_cells.find(key); found != m_cells.end())
            return QAccessible::accessibleInterface(found->second);
        // A reader that walks the whole table must not make it grow.
        if (m_cells.size() >= 4096)
            forgetCells();
        const QAccessible::Id id =
            QAccessible::registerAccessibleInterface(new GridCellInterface(grid(), row, column));
        m_cells.emplace(key, id);
        return QAccessible::accessibleInterface(id);
    }

    int rowCount() const override { return bounded(grid().rows()); }
    int columnCount() const override { return grid().header().count(); }
    QString columnDescription(int column) const override { return grid().header().describe(column); }
    QString rowDescription(int row) const override
    {
        const std::int64_t number = grid().rowNumber(row);
        return number < 0 ? QString() : QLocale().toString(static_cast<qlonglong>(number + 1));
    }

    int selectedCellCount() const override { return bounded(grid().selection().cells()); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        QList<QAccessibleInterface*> cells;
        const CellRange range = grid().selection();
        for (std::int64_t row = range.first; row < range.first + range.count; ++row)
            for (const std::size_t column : range.columns) {
                if (cells.size() >= 1000)
                    return cells;
                cells << cellAt(bounded(row), static_cast<int>(column));
            }
        return cells;
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int row) override
    {
        const std::vector<int> columns = grid().shownColumns();
        if (row < 0 || row >= grid().rows() || columns.empty())
            return false;
        grid().setCursorCell({row, columns.back()});
        grid().setCursorCell({row, columns.front()}, true);
        return true;
    }
    bool selectColumn(int column) override
    {
        if (column < 0 || column >= columnCount() || grid().rows() == 0)
            return false;
        grid().setCursorCell({0, column});
        grid().setCursorCell({grid().rows() - 1, column}, true);
        return true;
    }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { forgetCells(); }

private:
    DataGrid& grid() const { return *static_cast<DataGrid*>(object()); }
    void forgetCells() const
    {
        for (const auto& [key, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    mutable std::unordered_map<std::int64_t, QAccessible::Id> m_cells;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* grid = qobject_cast<DataGrid*>(object);
    return grid != nullptr ? new GridInterface(grid) : nullptr;
}

} // namespace

void installGridAccessibility()
{
    // Qt keeps factories in a list of its own and ignores the second of a kind.
    QAccessible::installFactory(makeInterface);
}

} // namespace lepton::ui

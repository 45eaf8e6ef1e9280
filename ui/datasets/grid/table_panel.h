// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QSplitter;

namespace lepton::ui {

class Button;
class CellSheet;
class ColumnsButton;
class DataGrid;
class EmptyState;
class ExpressionBar;
class FindBar;
class InlineBanner;
class RowFinder;
class SelectionReader;
class SortButton;
class StatisticsSheet;
class StatisticsViewModel;
class TableFoot;
class TableViewModel;

/// The Table tab of a data set: filter with live count, grid, statistics of the current column. Give it a
/// table and the statistics stored with it; it reads everything else on workers.
class TablePanel final : public QWidget
{
    Q_OBJECT

public:
    /// Called with the rows shown and the expression and sort that chose them.
    using ExportHook = std::function<void(const data::RowOrder& rows, const QString& filter)>;

    /// @p dataset and @p version ("v3") name what is shown.
    TablePanel(std::shared_ptr<data::Table> table, data::TableProfile profile, const QString& dataset,
               const QString& version, QWidget* parent = nullptr);
    ~TablePanel() override;

    /// The Export button is there once something can be done with it.
    void setExportHook(ExportHook hook);

    /// For the page's keys: Ctrl+F, Esc and Ctrl+. (the last two: false when there was nothing to do). Esc
    /// closes the find bar or the cell before it clears the filter.
    void focusFilter();
    /// Keys that mean the table wherever on its page the focus is: find, go to a row.
    bool takeKey(const QKeyEvent& event);
    /// As if a person typed @p text behind the filter.
    void typeFilter(const QString& text);
    bool clearFilter();
    bool toggleSideSheet();
    /// For the page's route; setting applies at once.
    QString filterText() const;
    void setFilterText(const QString& text);
    /// Makes the row with the 1-based number @p row the current one, however the rows are sorted; a filter
    /// that leaves it out is cleared.
    void showRow(std::int64_t row);
    /// True when nothing is being read.
    bool isSettled() const;

    DataGrid& grid() const noexcept { return *m_grid; }
    TableViewModel& table() const noexcept { return *m_table; }

Q_SIGNALS:
    /// filterText() is another now.
    void filterTextChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildBar();
    void connectGrid();
    void connectButtons();
    void retranslate();
    void showEmpty();
    void orderTabs();
    void openCell();
    void showStatistics();
    void closeSheets();
    void seekRow();

    QString m_dataset;
    QString m_version;
    TableViewModel* m_table;
    StatisticsViewModel* m_statistics;
    SelectionReader* m_reader;
    RowFinder* m_finder;
    std::int64_t m_wantedRow = 0; ///< from 1; 0: none
    ExportHook m_export;
    ExpressionBar* m_expression;
    SortButton* m_sort;
    ColumnsButton* m_columns;
    Button* m_find;
    Button* m_exportButton;
    FindBar* m_findBar;
    InlineBanner* m_failure;
    DataGrid* m_grid;
    EmptyState* m_empty;
    TableFoot* m_foot;
    QSplitter* m_splitter;
    StatisticsSheet* m_statisticsSheet;
    CellSheet* m_cellSheet;
};

} // namespace lepton::ui

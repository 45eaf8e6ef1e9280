// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/widgets/async.h"

#include <QWidget>

class QStackedWidget;

namespace lepton::ui {

class DetailViewModel;
class InlineBanner;
class Skeleton;
class TablePanel;
class ViewMemory;

/// The Table tab: opens the file of the version shown when the tab is first looked at, and hands it to the
/// grid. Keeps for each data set which columns are shown, where and how wide.
class TableTab final : public QWidget
{
    Q_OBJECT

public:
    TableTab(DetailViewModel& viewModel, ViewMemory& memory, QWidget* parent = nullptr);

    void setFilterText(const QString& filter);
    QString filterText() const;
    /// Makes the row with the 1-based number @p row the current one, once the rows are there.
    void showRow(std::int64_t row);
    void focusFilter();
    bool takeKey(const QKeyEvent& event); ///< pressed on this page, outside the table
    bool clearFilter();
    bool toggleSideSheet();
    bool isSettled() const;

Q_SIGNALS:
    void exportRequested(const lepton::data::RowOrder& rows, const QString& filter);
    void filterTextChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void update();
    void read();
    void showWantedRow();

    DetailViewModel& m_viewModel;
    ViewMemory& m_memory;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    InlineBanner* m_error;
    TablePanel* m_panel = nullptr;
    base::DatasetVersionId m_shown;
    bool m_filterFocusWanted = false; ///< asked for while the rows were still being read
    QString m_typed;                  ///< since then
    QString m_filter;                 ///< asked for before there was a panel
    std::int64_t m_row = 0;           ///< asked for before there was a panel; 0: none
    Async m_open;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/widgets/async.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace lepton::ui {

class DetailViewModel;
class InlineBanner;
class Skeleton;
class TablePanel;

/// The Table tab: opens the file of the version shown when the tab is first looked at, and hands it to the
/// grid.
class TableTab final : public QWidget
{
    Q_OBJECT

public:
    explicit TableTab(DetailViewModel& viewModel, QWidget* parent = nullptr);

    void setFilterText(const QString& filter);
    QString filterText() const;
    /// Makes the row with the 1-based number @p row the current one, once the rows are there.
    void showRow(std::int64_t row);
    void focusFilter();
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
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    InlineBanner* m_error;
    TablePanel* m_panel = nullptr;
    base::DatasetVersionId m_shown;
    QHash<QString, QList<ColumnPlace>> m_places; ///< of the data sets looked at, by id
    QString m_placesOf;                          ///< the data set of m_panel
    bool m_filterFocusWanted = false;            ///< asked for while the rows were still being read
    QString m_typed;                             ///< since then
    QString m_filter;                            ///< asked for before there was a panel
    std::int64_t m_row = 0;                      ///< asked for before there was a panel; 0: none
    Async m_open;
};

} // namespace lepton::ui

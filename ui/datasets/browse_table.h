// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "ui/widgets/data_table.h"

namespace lepton::data {
struct Dataset;
}

namespace lepton::ui {

class BrowseViewModel;

/// The data sets of the workspace, one a row, in the order and of the columns that fit.
class BrowseTable final : public DataTable
{
    Q_OBJECT

public:
    explicit BrowseTable(BrowseViewModel& viewModel, QWidget* parent = nullptr);

    /// The selected data set, or null.
    const data::Dataset* current() const;
    /// Selects a data set and scrolls to it; nothing happens where it is not shown.
    void select(const base::DatasetId& id);

Q_SIGNALS:
    void currentChanged();
    void trashRequested();
    /// A menu for the current data set is asked for at @p place, in coordinates of the screen.
    void menuRequested(const QPoint& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOutColumns();
    void fitColumns();
    void makeActions();

    BrowseViewModel& m_viewModel;
};

} // namespace lepton::ui

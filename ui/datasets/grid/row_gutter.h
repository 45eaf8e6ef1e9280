// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

class DataGrid;

/// The numbers of the rows in the table, left of the cells of a DataGrid. A click selects the row.
class RowGutter final : public QWidget
{
    Q_OBJECT

public:
    explicit RowGutter(DataGrid& grid);

    /// The width that the largest row number of the table takes.
    int fittingWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    DataGrid& m_grid;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <vector>

namespace lepton::ui {

class ColumnPicker;
class DataGrid;

/// Says how many columns are shown; opens the list that chooses them.
class ColumnsButton final : public Button
{
    Q_OBJECT

public:
    explicit ColumnsButton(DataGrid& grid, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void open();
    void showCount();
    void tick(std::vector<bool> ticked);
    void showTicked();

    DataGrid& m_grid;
    ColumnPicker* m_picker;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

namespace lepton::ui {

class ColumnPicker;
class Segment;
class TableViewModel;

/// Says by what the rows are sorted; opens the columns to sort by.
class SortButton final : public Button
{
    Q_OBJECT

public:
    explicit SortButton(TableViewModel& table, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void open();
    void retranslate();
    void showSort();

    TableViewModel& m_table;
    ColumnPicker* m_picker;
    Segment* m_direction;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

class DataGrid;
class TextLabel;

/// The line below a grid: which rows are in view, what is selected, how long the last read took.
class TableFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit TableFoot(DataGrid& grid, QWidget* parent = nullptr);

    /// Says @p text in place of the selection until the selection changes.
    void say(const QString& text, bool bad = false);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showRows();
    void showSelection();
    void showTime();

    DataGrid& m_grid;
    TextLabel* m_rows;
    TextLabel* m_before;
    TextLabel* m_selection;
    TextLabel* m_time;
    double m_milliseconds = -1;
    bool m_waits = false; ///< for the value of the current cell
};

} // namespace lepton::ui

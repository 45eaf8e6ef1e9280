// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/grid/selection_reader.h"
#include "ui/widgets/side_sheet.h"

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class DataGrid;
class InlineBanner;
class TextLabel;

/// The whole of the current cell, wrapped, and a way to copy it. Follows the cursor while it is open. A cell
/// of many megabytes is cut for the screen, never for the clipboard.
class CellSheet final : public SideSheet
{
    Q_OBJECT

public:
    CellSheet(DataGrid& grid, SelectionReader& reader, QWidget* parent = nullptr);

    /// Reads the current cell anew.
    void refresh();
    void focusText();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCell(const WholeCell& cell);
    void retranslate();

    DataGrid& m_grid;
    SelectionReader& m_reader;
    WholeCell m_cell;
    TextLabel* m_facts;
    InlineBanner* m_cut;
    QPlainTextEdit* m_text;
    Button* m_copy;
};

} // namespace lepton::ui

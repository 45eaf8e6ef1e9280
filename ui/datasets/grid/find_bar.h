// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLineEdit;

namespace lepton::ui {

class Button;
class DataGrid;
class IconButton;
class RowFinder;
class TextLabel;

/// Looks for a text in the cells, or goes to a row by its number. What was found becomes the current cell;
/// what was not is said beside the field.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose
    {
        Text,
        Row
    };

    explicit FindBar(DataGrid& grid, QWidget* parent = nullptr);

    void open(Purpose purpose);
    /// Hides the bar; the cells get the focus.
    void close();
    bool isSettled() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void search(bool backwards);
    void goToRow();
    void say(const QString& text, bool bad);

    DataGrid& m_grid;
    RowFinder* m_finder;
    Purpose m_purpose = Purpose::Text;
    TextLabel* m_label;
    QLineEdit* m_field;
    Button* m_scope; ///< checked: only the current column
    IconButton* m_previous;
    IconButton* m_next;
    TextLabel* m_answer;
    IconButton* m_close;
};

} // namespace lepton::ui

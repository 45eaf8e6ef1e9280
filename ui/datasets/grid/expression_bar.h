// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace lepton::ui {

class Button;
class ChipStrip;
class ExpressionField;
class IconLabel;
class TableViewModel;
class TextLabel;

/// The filter of a table: expression with live count, its parts as chips, and below it, in place, what is
/// wrong with it or how far a long filter has come.
class ExpressionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ExpressionBar(TableViewModel& table, QWidget* parent = nullptr);

    void focusField();
    /// Puts @p text behind what stands in the field, and the cursor behind it.
    void typeText(const QString& text);
    /// Puts "name " at the end of the expression, behind an "and" where there is something before it.
    void beginCondition(const QString& column);
    /// The line for what is wrong or being done; to be placed below the bar.
    QWidget* messageLine() const noexcept { return m_line; }

Q_SIGNALS:
    /// Down or Enter: the cells want the focus.
    void leaveRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLine();
    void retranslate();
    void showState();
    void showCount();
    void showLine();
    void showChips();

    TableViewModel& m_table;
    ExpressionField* m_field;
    ChipStrip* m_chips;
    Button* m_clear;
    QWidget* m_line;
    IconLabel* m_lineIcon;
    TextLabel* m_lineText;
    Button* m_cancel;
    QTimer m_patience; ///< work that takes longer than this is spoken of
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_field.h"

#include <QWidget>

#include <vector>

namespace lepton::ui {

class Button;
class ExpressionField;
class FilterButton;
class IconLabel;
class RunsViewModel;
class TextLabel;

/// The line above the runs: an expression or words, with the count of runs that fit and, below it, what is
/// wrong with it; a menu for each fact that many runs share; Clear. Others add their buttons at the right.
class RunFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RunFilterBar(RunsViewModel& viewModel, QWidget* parent = nullptr);

    void addButton(QWidget* button);
    void focusField();
    void retranslate();

Q_SIGNALS:
    /// Down or Enter in the field: the list wants the focus.
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Menu
    {
        train::RunFact fact;
        FilterButton* button;
    };

    void addMenu(train::RunFact fact, const QString& objectName);
    void fill(const Menu& menu);
    void toggle(train::RunFact fact, const std::string& value);
    void update();
    void showError();
    QString label(train::RunFact fact) const;
    QString valueText(train::RunFact fact, const std::string& value) const;

    RunsViewModel& m_viewModel;
    ExpressionField* m_field;
    std::vector<Menu> m_menus;
    Button* m_clear;
    QWidget* m_right;
    QWidget* m_line;
    TextLabel* m_lineText;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lepton::ui {

class Chip;
class IconButton;
class InlineBanner;
class NewRunViewModel;
class TextLabel;

/// What the checks say of a run before it starts, each with what helps; and the same run as a command.
class ChecksPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksPanel(NewRunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();
    /// Puts @p widget between the list and the command.
    void addAboveCommand(QWidget* widget);

Q_SIGNALS:
    void copied();

private:
    void update();
    void updateChips();
    void updateCommand();
    void fillRows();

    NewRunViewModel& m_viewModel;
    TextLabel* m_title;
    Chip* m_passed;
    Chip* m_cautions;
    Chip* m_failed;
    TextLabel* m_state;
    InlineBanner* m_error;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QVBoxLayout* m_above;
    QWidget* m_commandBox;
    TextLabel* m_commandTitle;
    TextLabel* m_command;
    IconButton* m_copy;
};

} // namespace lepton::ui

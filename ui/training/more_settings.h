// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

class Button;
class NewRunViewModel;
class RecipeForm;
class TextLabel;

/// The settings that few people change, folded away. While they are, a line says which of them are not at
/// their usual values.
class MoreSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit MoreSettings(NewRunViewModel& viewModel, QWidget* parent = nullptr);

    void setOpen(bool open);
    void retranslate();

Q_SIGNALS:
    void opened();

private:
    void show(bool open);
    void update();

    NewRunViewModel& m_viewModel;
    Button* m_button;
    TextLabel* m_note;
    RecipeForm* m_form = nullptr; ///< made when it is first shown
};

} // namespace lepton::ui

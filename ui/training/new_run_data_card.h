// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QComboBox;

namespace lepton::ui {

class DataPreviewPanel;
class FormField;
class NewRunViewModel;
class RecipeForm;
class RunPreviewViewModel;

/// What a new run is trained on: data set, version, columns, how the rows are parted, and what they are like.
class NewRunDataCard final : public Card
{
    Q_OBJECT

public:
    /// Both outlive the card.
    NewRunDataCard(NewRunViewModel& viewModel, RunPreviewViewModel& previewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void connectParts();
    void update();

    NewRunViewModel& m_viewModel;
    QComboBox* m_dataset;
    QComboBox* m_version;
    QComboBox* m_text;
    QComboBox* m_label;
    QComboBox* m_split;
    FormField* m_datasetField;
    FormField* m_versionField;
    FormField* m_textField;
    FormField* m_labelField;
    FormField* m_splitField;
    RecipeForm* m_shares;
    DataPreviewPanel* m_preview;
};

} // namespace lepton::ui

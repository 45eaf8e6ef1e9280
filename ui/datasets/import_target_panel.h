// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace lepton::ui {

class FormField;
class ImportViewModel;

/// Where the rows of a file go: a new version of a data set there is, or a new data set with its labels.
class ImportTargetPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportTargetPanel(ImportViewModel& viewModel, QWidget* parent = nullptr);

private:
    void update();
    void fillDatasets();
    void updateLabels();

    ImportViewModel& m_viewModel;
    QRadioButton* m_newVersion;
    QComboBox* m_dataset;
    QRadioButton* m_newDataset;
    QLineEdit* m_name;
    FormField* m_nameField;
    QLineEdit* m_note;
    FormField* m_noteField;
    QLineEdit* m_description;
    FormField* m_descriptionField;
    QComboBox* m_department;
    QComboBox* m_sensitivity;
    QWidget* m_labels;
};

} // namespace lepton::ui

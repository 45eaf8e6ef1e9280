// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class WordsEdit;

/// Changes what is said about a data set: name, description, tags, sensitivity, department. Deletes itself
/// when closed.
class EditDialog final : public Dialog
{
    Q_OBJECT

public:
    EditDialog(QWidget* over, const DatasetContext& context, const data::Dataset& dataset);

Q_SIGNALS:
    /// @p name is that after the change.
    void saved(const QString& name);

private:
    void validate();
    void save();
    data::DatasetEdit edit() const;

    DatasetContext m_context;
    data::Dataset m_dataset;
    InlineBanner* m_banner;
    QLineEdit* m_name;
    FormField* m_nameField;
    QPlainTextEdit* m_description;
    WordsEdit* m_tags;
    QComboBox* m_department;
    FormField* m_departmentField;
    QComboBox* m_sensitivity;
    Button* m_save;
    Async m_departments;
    CommandQueue m_commands;
};

} // namespace lepton::ui

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
    enum class Field
    {
        Name = 1,
        Description = 2,
        Tags = 4,
        Department = 8,
        Sensitivity = 16
    };
    Q_DECLARE_FLAGS(Fields, Field)
    static constexpr Field allFields[] = {Field::Name, Field::Description, Field::Tags, Field::Department,
                                          Field::Sensitivity};

    static Fields changedFields(const data::Dataset& before, const data::Dataset& after);
    static bool changes(const data::DatasetEdit& edit, Field field);
    static QString fieldText(const data::Dataset& dataset, Field field);

    void validate();
    void save();
    data::DatasetEdit edit() const;
    void fill(const data::Dataset& dataset, Fields fields);
    void showBanner(bool isShown);
    /// Someone has changed meanwhile what is changed here.
    void askWhose(const data::Dataset& now);
    void rebase(const data::Dataset& now, const data::DatasetEdit& mine);

    DatasetContext m_context;
    data::Dataset m_dataset; ///< as the person has seen it
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

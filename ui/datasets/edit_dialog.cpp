// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/edit_dialog.h"

#include "base/text.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/words_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

EditDialog::EditDialog(QWidget* over, const DatasetContext& context, const data::Dataset& dataset)
    : Dialog(over)
    , m_context(context)
    , m_dataset(dataset)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_tags(new WordsEdit)
    , m_department(new QComboBox)
    , m_sensitivity(new QComboBox)
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("datasetEdit"));
    setHeader(QStringLiteral("edit"),
              tr("Edit %1", "name of a data set").arg(DatasetText::from(dataset.name)));

    m_name->setObjectName(QStringLiteral("datasetEdit.name"));
    m_name->setText(DatasetText::from(dataset.name));
    m_description->setObjectName(QStringLiteral("datasetEdit.description"));
    m_description->setPlainText(DatasetText::from(dataset.description));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(76);
    QStringList tags;
    for (const auto& tag : dataset.tags)
        tags << DatasetText::from(tag);
    m_tags->setWords(tags);
    m_tags->setEditName(QStringLiteral("datasetEdit.tags"), tr("Tags"));
    m_department->setObjectName(QStringLiteral("datasetEdit.department"));
    m_department->setEditable(true);
    m_department->lineEdit()->setAccessibleName(tr("Department"));
    m_department->setEditText(DatasetText::from(dataset.department));
    m_sensitivity->setObjectName(QStringLiteral("datasetEdit.sensitivity"));
    for (const auto sensitivity : {data::Sensitivity::Public, data::Sensitivity::Internal,
                                   data::Sensitivity::Confidential, data::Sensitivity::Restricted})
        m_sensitivity->addItem(DatasetText::sensitivity(sensitivity), int(sensitivity));
    m_sensitivity->setCurrentIndex(m_sensitivity->findData(int(dataset.sensitivity)));

    m_nameField = new FormField(tr("Name"), m_name);
    m_departmentField = new FormField(tr("Department"), m_department);
    auto* sensitivityField = new FormField(tr("Sensitivity"), m_sensitivity);
    sensitivityField->setHint(tr("A label: it tells people, and keeps nobody out."));
    auto* tagsField = new FormField(tr("Tags"), m_tags);
    tagsField->setHint(tr("Enter or a comma adds a tag."));
    auto* labels = new QHBoxLayout;
    labels->setSpacing(theme::gap12);
    labels->addWidget(m_departmentField, 1, Qt::AlignTop);
    labels->addWidget(sensitivityField, 1, Qt::AlignTop);

    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    m_banner->hide();
    body()->addWidget(m_banner);
    body()->addWidget(m_nameField);
    body()->addWidget(new FormField(tr("Description"), m_description));
    body()->addWidget(tagsField);
    body()->addLayout(labels);
    body()->addStretch();

    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("datasetEdit.cancel.button"));
    m_save->setObjectName(QStringLiteral("datasetEdit.save.button"));
    m_save->setDefault(true);
    addButton(cancel);
    addButton(m_save);
    setWantedSize({520, 500});

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditDialog::save);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this, &EditDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &EditDialog::validate);
    connect(m_department, &QComboBox::editTextChanged, this, &EditDialog::validate);
    m_departments.run([service = &m_context.datasets] { return service->store().departments(); },
                      [this](const std::vector<std::string>& departments) {
                          const auto text = m_department->currentText();
                          for (const auto& department : departments)
                              m_department->addItem(DatasetText::from(department));
                          m_department->setEditText(text);
                      },
                      [](const base::Error&) {}); // the list only proposes; what is typed counts
    m_name->setFocus();
    validate();
}

void EditDialog::validate()
{
    QString problem;
    try {
        base::checkedName(m_name->text().toStdString(), "data set");
    } catch (const base::Error&) {
        problem = tr("A name has 1 to 120 characters, no / and no @, and no blank at its ends.");
    }
    m_nameField->setError(problem);
    const bool noDepartment = m_department->currentText().trimmed().isEmpty();
    m_departmentField->setError(noDepartment ? tr("A data set belongs to a department.") : QString());
    m_save->setDisabledReason(!problem.isEmpty() ? problem
                              : noDepartment     ? tr("A data set belongs to a department.")
                                                 : QString());
}

data::DatasetEdit EditDialog::edit() const
{
    data::DatasetEdit edit;
    if (const auto name = m_name->text().toStdString(); name != m_dataset.name)
        edit.name = name;
    if (const auto text = m_description->toPlainText().trimmed().toStdString(); text != m_dataset.description)
        edit.description = text;
    std::vector<std::string> tags;
    for (const auto& tag : m_tags->words())
        tags.push_back(tag.toStdString());
    if (tags != m_dataset.tags)
        edit.tags = tags;
    if (const auto sensitivity = data::Sensitivity(m_sensitivity->currentData().toInt());
        sensitivity != m_dataset.sensitivity)
        edit.sensitivity = sensitivity;
    if (const auto department = m_department->currentText().trimmed().toStdString();
        department != m_dataset.department)
        edit.department = department;
    return edit;
}

void EditDialog::save()
{
    if (!m_save->isEnabled() || m_commands.isRunning())
        return;
    m_commands.run(
        [service = &m_context.datasets, id = m_dataset.id, change = edit()] { service->edit(id, change); },
        [this] {
            Q_EMIT saved(m_name->text());
            accept();
        },
        [this](const base::Error& error) {
            m_banner->setError(tr("Nothing was changed."), error);
            m_banner->show();
            if (error.code() == base::ErrorCode::Exists)
                m_name->setFocus();
        });
}

} // namespace lepton::ui

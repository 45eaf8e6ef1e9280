// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_target_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/import_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lepton::ui {

ImportTargetPanel::ImportTargetPanel(ImportViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_newVersion(new QRadioButton)
    , m_dataset(new QComboBox)
    , m_newDataset(new QRadioButton(tr("A new data set")))
    , m_name(new QLineEdit)
    , m_note(new QLineEdit)
    , m_description(new QLineEdit)
    , m_department(new QComboBox)
    , m_sensitivity(new QComboBox)
    , m_labels(new QWidget)
{
    m_newVersion->setObjectName(QStringLiteral("import.target.version"));
    m_dataset->setObjectName(QStringLiteral("import.target.dataset"));
    m_dataset->setAccessibleName(tr("Data set that gets the new version"));
    m_dataset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_newDataset->setObjectName(QStringLiteral("import.target.new"));
    m_name->setObjectName(QStringLiteral("import.name"));
    m_note->setObjectName(QStringLiteral("import.note"));
    m_note->setText(DatasetText::from(m_viewModel.note));
    m_description->setObjectName(QStringLiteral("import.description"));
    m_description->setText(DatasetText::from(m_viewModel.description));
    m_department->setObjectName(QStringLiteral("import.department"));
    m_department->setEditable(true);
    m_department->lineEdit()->setAccessibleName(tr("Department"));
    m_department->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sensitivity->setObjectName(QStringLiteral("import.sensitivity"));
    m_sensitivity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto sensitivity : {data::Sensitivity::Public, data::Sensitivity::Internal,
                                   data::Sensitivity::Confidential, data::Sensitivity::Restricted})
        m_sensitivity->addItem(DatasetText::sensitivity(sensitivity), int(sensitivity));
    m_sensitivity->setCurrentIndex(m_sensitivity->findData(int(m_viewModel.sensitivity)));

    auto* group = new QButtonGroup(this);
    group->addButton(m_newVersion);
    group->addButton(m_newDataset);
    m_nameField = new FormField(tr("Name"), m_name);
    m_noteField = new FormField(tr("Note for this version"), m_note);
    m_descriptionField = new FormField(tr("Description"), m_description);

    auto* labels = new QHBoxLayout(m_labels);
    labels->setContentsMargins(0, 0, 0, 0);
    labels->setSpacing(theme::gap8);
    labels->addWidget(new FormField(tr("Department"), m_department), 1);
    labels->addWidget(new FormField(tr("Sensitivity"), m_sensitivity), 1);

    auto* title = new TextLabel(tr("Save as"), theme::Step::Small);
    title->setProperty("step", QStringLiteral("smallStrong"));
    auto* choice = new QVBoxLayout;
    choice->setSpacing(theme::gap8);
    choice->addWidget(title);
    choice->addWidget(m_newVersion);
    choice->addWidget(m_dataset);
    choice->addWidget(m_newDataset);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addLayout(choice);
    for (QWidget* widget : {static_cast<QWidget*>(m_nameField), static_cast<QWidget*>(m_noteField),
                            static_cast<QWidget*>(m_descriptionField), m_labels})
        layout->addWidget(widget);

    connect(m_newVersion, &QRadioButton::clicked, this,
            [this] { m_viewModel.setTarget(ImportViewModel::Target::NewVersion); });
    connect(m_newDataset, &QRadioButton::clicked, this,
            [this] { m_viewModel.setTarget(ImportViewModel::Target::NewDataset); });
    connect(m_dataset, &QComboBox::activated, this,
            [this](int row) { m_viewModel.setExisting(m_viewModel.datasets().at(std::size_t(row)).id); });
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString& name) { m_viewModel.setNewName(name); });
    connect(m_note, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_viewModel.note = text.toStdString(); });
    connect(m_description, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_viewModel.description = text.toStdString(); });
    connect(m_department, &QComboBox::editTextChanged, this,
            [this](const QString& text) { m_viewModel.department = text.trimmed().toStdString(); });
    connect(m_sensitivity, &QComboBox::currentIndexChanged, this,
            [this] { m_viewModel.sensitivity = data::Sensitivity(m_sensitivity->currentData().toInt()); });
    connect(&m_viewModel, &ImportViewModel::changed, this, &ImportTargetPanel::update);
    update();
}

void ImportTargetPanel::update()
{
    const bool isVersion = m_viewModel.target() == ImportViewModel::Target::NewVersion;
    const auto* existing = m_viewModel.existing();
    m_newVersion->setVisible(!m_viewModel.datasets().empty());
    m_newVersion->setText(
        existing ? tr("A new version of %1, v%2", "data set, number")
                       .arg(DatasetText::from(existing->name), QString::number(existing->latestVersion + 1))
                 : tr("A new version of a data set"));
    m_newVersion->setChecked(isVersion);
    m_newDataset->setChecked(!isVersion);
    fillDatasets();
    m_dataset->setVisible(isVersion);
    m_nameField->setVisible(!isVersion);
    m_noteField->setVisible(isVersion);
    m_descriptionField->setVisible(!isVersion);
    m_labels->setVisible(!isVersion);
    if (m_name->text() != m_viewModel.newName())
        m_name->setText(m_viewModel.newName());
    m_nameField->setError(isVersion ? QString() : m_viewModel.nameProblem());
    updateLabels();
}

void ImportTargetPanel::fillDatasets()
{
    const auto& datasets = m_viewModel.datasets();
    if (m_dataset->count() != int(datasets.size())) {
        m_dataset->clear();
        for (const auto& dataset : datasets)
            m_dataset->addItem(DatasetText::from(dataset.name), DatasetText::from(dataset.id.toString()));
    }
    const auto* existing = m_viewModel.existing();
    m_dataset->setCurrentIndex(existing ? m_dataset->findData(DatasetText::from(existing->id.toString()))
                                        : -1);
}

void ImportTargetPanel::updateLabels()
{
    const auto departments = m_viewModel.departments();
    if (m_department->count() == int(departments.size()))
        return;
    const auto text =
        m_department->count() == 0 ? DatasetText::from(m_viewModel.department) : m_department->currentText();
    m_department->clear();
    for (const auto& department : departments)
        m_department->addItem(DatasetText::from(department));
    m_department->setEditText(text);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/edit_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/words_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/name_rule.h"
#include "ui/widgets/string_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr qsizetype shownOfValue = 160; ///< characters
constexpr QSize plainSize{520, 500};

} // namespace

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
    m_description->setObjectName(QStringLiteral("datasetEdit.description"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(76);
    m_tags->setEditName(QStringLiteral("datasetEdit.tags"), tr("Tags"));
    m_department->setObjectName(QStringLiteral("datasetEdit.department"));
    m_department->setEditable(true);
    m_department->lineEdit()->setAccessibleName(tr("Department"));
    m_sensitivity->setObjectName(QStringLiteral("datasetEdit.sensitivity"));
    for (const auto sensitivity : {data::Sensitivity::Public, data::Sensitivity::Internal,
                                   data::Sensitivity::Confidential, data::Sensitivity::Restricted})
        m_sensitivity->addItem(DatasetText::sensitivity(sensitivity), int(sensitivity));
    fill(dataset, {Field::Name, Field::Description, Field::Tags, Field::Department, Field::Sensitivity});

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
    m_banner->setObjectName(QStringLiteral("datasetEdit.banner"));
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
    setWantedSize(plainSize);

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

void EditDialog::fill(const data::Dataset& dataset, Fields fields)
{
    if (fields.testFlag(Field::Name))
        m_name->setText(DatasetText::from(dataset.name));
    if (fields.testFlag(Field::Description))
        m_description->setPlainText(DatasetText::from(dataset.description));
    if (fields.testFlag(Field::Tags))
        m_tags->setWords(stringList(dataset.tags));
    if (fields.testFlag(Field::Department))
        m_department->setEditText(DatasetText::from(dataset.department));
    if (fields.testFlag(Field::Sensitivity))
        m_sensitivity->setCurrentIndex(m_sensitivity->findData(int(dataset.sensitivity)));
}

void EditDialog::validate()
{
    const QString problem = NameRule::whyNot(m_name->text());
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
    m_commands.run([service = &m_context.datasets, seen = m_dataset,
                    change = edit()] { return service->editSeen(seen, change); },
                   [this](const std::optional<data::Dataset>& now) {
                       if (now) {
                           askWhose(*now);
                           return;
                       }
                       Q_EMIT saved(m_name->text());
                       accept();
                   },
                   [this](const base::Error& error) {
                       m_banner->setKind(BannerKind::Error);
                       m_banner->clearActions();
                       m_banner->setError(tr("Nothing was changed."), error);
                       showBanner(true);
                       if (error.code() == base::ErrorCode::Exists)
                           m_name->setFocus();
                   });
}

EditDialog::Fields EditDialog::changedFields(const data::Dataset& before, const data::Dataset& after)
{
    Fields fields;
    fields.setFlag(Field::Name, before.name != after.name);
    fields.setFlag(Field::Description, before.description != after.description);
    fields.setFlag(Field::Tags, before.tags != after.tags);
    fields.setFlag(Field::Department, before.department != after.department);
    fields.setFlag(Field::Sensitivity, before.sensitivity != after.sensitivity);
    return fields;
}

bool EditDialog::changes(const data::DatasetEdit& edit, Field field)
{
    switch (field) {
    case Field::Name:
        return edit.name.has_value();
    case Field::Description:
        return edit.description.has_value();
    case Field::Tags:
        return edit.tags.has_value();
    case Field::Department:
        return edit.department.has_value();
    case Field::Sensitivity:
        return edit.sensitivity.has_value();
    }
    return false;
}

QString EditDialog::fieldText(const data::Dataset& dataset, Field field)
{
    const auto text = [](const QString& name, const QString& value) {
        const QString shown = value.size() <= shownOfValue
                                  ? value.simplified()
                                  : value.left(shownOfValue - 1).simplified() + QChar(0x2026);
        return tr("%1: %2", "a field and its value")
            .arg(name, value.isEmpty() ? tr("empty", "a field") : shown);
    };
    switch (field) {
    case Field::Name:
        return text(tr("Name"), DatasetText::from(dataset.name));
    case Field::Description:
        return text(tr("Description"), DatasetText::from(dataset.description));
    case Field::Tags:
        return text(tr("Tags"), stringList(dataset.tags).join(tr(", ", "between the words of a list")));
    case Field::Department:
        return text(tr("Department"), DatasetText::from(dataset.department));
    case Field::Sensitivity:
        return text(tr("Sensitivity"), DatasetText::sensitivity(dataset.sensitivity));
    }
    return {};
}

/// The fields keep their room below it.
void EditDialog::showBanner(bool isShown)
{
    m_banner->setVisible(isShown);
    const int height = m_banner->heightForWidth(plainSize.width() - 2 * theme::gap20) + theme::gap12;
    setWantedSize(isShown ? plainSize.grownBy({0, 0, 0, height}) : plainSize);
}

void EditDialog::askWhose(const data::Dataset& now)
{
    const auto change = edit();
    const auto fields = changedFields(m_dataset, now);
    QStringList theirs;
    for (const Field field : allFields) {
        if (fields.testFlag(field) && changes(change, field))
            theirs << fieldText(now, field);
    }
    m_banner->setKind(BannerKind::Caution);
    m_banner->setText(tr("Someone has changed this meanwhile. Nothing of yours is saved yet."),
                      theirs.join(QLatin1Char('\n')));
    m_banner->clearActions();
    auto* take = m_banner->addAction(tr("Take theirs"), [this, now] {
        rebase(now, {});
        showBanner(false);
        m_save->setFocus();
    });
    take->setObjectName(QStringLiteral("datasetEdit.theirs.button"));
    auto* keep = m_banner->addAction(tr("Save mine"), [this, now] {
        rebase(now, edit());
        showBanner(false);
        save();
    });
    keep->setObjectName(QStringLiteral("datasetEdit.mine.button"));
    showBanner(true);
}

/// What others changed is shown, but for what @p mine changes, too.
void EditDialog::rebase(const data::Dataset& now, const data::DatasetEdit& mine)
{
    auto fields = changedFields(m_dataset, now);
    for (const Field field : allFields) {
        if (changes(mine, field))
            fields.setFlag(field, false);
    }
    m_dataset = now;
    fill(now, fields);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_edit_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/words_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/name_rule.h"
#include "ui/widgets/string_list.h"

#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {

namespace {

void addToBody(Dialog& dialog, std::initializer_list<QWidget*> fields)
{
    dialog.body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    dialog.body()->setSpacing(theme::gap12);
    for (QWidget* field : fields)
        dialog.body()->addWidget(field);
    dialog.body()->addStretch();
}

} // namespace

RunEditDialog::RunEditDialog(QWidget* over, const std::vector<train::RunRow>& runs)
    : Dialog(over)
    , m_runs(runs)
    , m_common(stringList(runs.front().tags))
    , m_name(new QLineEdit)
    , m_tags(new WordsEdit)
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("runEdit"));
    const bool isOne = runs.size() == 1;
    setHeader(QStringLiteral("edit"),
              isOne ? tr("Name and tags of %1", "a run").arg(QString::fromStdString(runs.front().name()))
                    : tr("Tags of %Ln run(s)", nullptr, int(runs.size())));
    for (const train::RunRow& run : runs) {
        const QStringList tags = stringList(run.tags);
        m_common.removeIf([&tags](const QString& tag) { return !tags.contains(tag, Qt::CaseInsensitive); });
    }
    m_name->setObjectName(QStringLiteral("runEdit.name"));
    m_name->setText(DatasetText::from(runs.front().title));
    m_nameField = new FormField(tr("Name"), m_name);
    m_nameField->setHint(tr("Beside the number; empty for none."));
    m_nameField->setVisible(isOne);
    m_tags->setWords(m_common);
    m_tags->setEditName(QStringLiteral("runEdit.tags"), tr("Tags"));
    m_tagsField = new FormField(tr("Tags"), m_tags);
    m_tagsField->setHint(isOne ? tr("Enter or a comma adds a tag.")
                               : tr("Those that all have. Enter or a comma adds a tag to all."));
    addToBody(*this, {m_nameField, m_tagsField});

    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("runEdit.cancel.button"));
    m_save->setObjectName(QStringLiteral("runEdit.save.button"));
    m_save->setDefault(true);
    addButton(cancel);
    addButton(m_save);
    setWantedSize({480, isOne ? 330 : 250});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RunEditDialog::save);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &RunEditDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &RunEditDialog::validate);
    connect(m_tags, &WordsEdit::edited, this, &RunEditDialog::validate);
    if (isOne)
        m_name->setFocus();
    validate();
}

void RunEditDialog::validate()
{
    const QString wrongName = m_name->text().isEmpty() ? QString() : NameRule::whyNot(m_name->text());
    QString wrongTag;
    for (const QString& tag : m_tags->words()) {
        if (wrongTag.isEmpty())
            wrongTag = NameRule::whyNot(tag);
    }
    m_nameField->setError(wrongName);
    m_tagsField->setError(wrongTag);
    m_save->setDisabledReason(wrongName.isEmpty() ? wrongTag : wrongName);
}

void RunEditDialog::save()
{
    if (!m_save->isEnabled())
        return;
    if (m_runs.size() == 1 && m_name->text().toStdString() != m_runs.front().title)
        Q_EMIT renamed(m_runs.front().id, m_name->text());
    train::TagChange change;
    const QStringList words = m_tags->words();
    for (const QString& word : words) {
        if (!m_common.contains(word))
            change.add.push_back(word.toStdString());
    }
    for (const QString& tag : std::as_const(m_common)) {
        if (!words.contains(tag))
            change.remove.push_back(tag.toStdString());
    }
    if (!change.add.empty() || !change.remove.empty()) {
        std::vector<std::int64_t> runs;
        for (const train::RunRow& run : m_runs)
            runs.push_back(run.number);
        Q_EMIT tagged(runs, change);
    }
    accept();
}

ViewNameDialog::ViewNameDialog(QWidget* over, const QStringList& taken, const QString& current)
    : Dialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("viewName"));
    const bool isNew = current.isEmpty();
    setHeader(QStringLiteral("eye"), isNew ? tr("Save as a view") : tr("Rename the view %1").arg(current));
    auto* name = new QLineEdit(current);
    name->selectAll();
    name->setObjectName(QStringLiteral("viewName.name"));
    auto* field = new FormField(tr("Name"), name);
    field->setHint(tr("Filter, order and columns come back with it."));
    addToBody(*this, {field});
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("viewName.cancel.button"));
    auto* save = new Button(tr("Save"), ButtonKind::Primary);
    save->setObjectName(QStringLiteral("viewName.save.button"));
    save->setDefault(true);
    addButton(cancel);
    addButton(save);
    setWantedSize({420, 230});
    const auto validate = [=, this] {
        const QString wrong = NameRule::whyNot(name->text());
        field->setError(name->text().isEmpty() ? QString() : wrong);
        save->setDisabledReason(name->text().isEmpty() ? tr("A view needs a name.") : wrong);
        save->setText(taken.contains(name->text(), Qt::CaseInsensitive) ? tr("Replace")
                      : isNew                                           ? tr("Save")
                                                                        : tr("Rename"));
    };
    connect(name, &QLineEdit::textChanged, this, validate);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this, name] {
        Q_EMIT named(name->text());
        accept();
    });
    name->setFocus();
    validate();
}

} // namespace lepton::ui

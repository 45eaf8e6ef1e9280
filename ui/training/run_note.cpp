// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_note.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/run_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_label.h"

#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

RunNoteCard::RunNoteCard(RunViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_text(new TextLabel)
    , m_edit(new Button(ButtonKind::Link))
{
    setObjectName(QStringLiteral("run.note"));
    m_text->setObjectName(QStringLiteral("run.note.text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setObjectName(QStringLiteral("run.note.edit"));
    m_edit->setSmall(true);
    addToHeader(m_edit);
    body()->addWidget(m_text);
    connect(m_edit, &QPushButton::clicked, this, &RunNoteCard::edit);
    connect(&m_viewModel, &RunViewModel::changed, this, &RunNoteCard::update);
    retranslate();
}

void RunNoteCard::retranslate()
{
    setTitle(tr("Note"));
    update();
}

void RunNoteCard::update()
{
    const bool isReady = m_viewModel.state() == RunViewModel::State::Ready;
    const QString note = isReady ? DatasetText::from(m_viewModel.run().note) : QString();
    if (note != m_text->text())
        m_text->setText(note); // a person may be selecting in it
    m_text->setVisible(!note.isEmpty());
    body()->setContentsMargins(theme::gap16, 0, theme::gap16, note.isEmpty() ? 0 : theme::gap16);
    m_edit->setText(note.isEmpty() ? tr("Add…") : tr("Edit…"));
    m_edit->setAccessibleName(note.isEmpty() ? tr("Add a note") : tr("Edit the note"));
    m_edit->setVisible(isReady);
    m_edit->setDisabledReason(m_viewModel.whyNot(train::TrainAction::EditRuns));
}

void RunNoteCard::edit()
{
    auto* dialog = new RunNoteDialog(this, m_viewModel.name(), DatasetText::from(m_viewModel.run().note));
    connect(dialog, &RunNoteDialog::written, &m_viewModel, &RunViewModel::setNote);
    dialog->open();
}

RunNoteDialog::RunNoteDialog(QWidget* over, const QString& run, const QString& note)
    : Dialog(over)
    , m_before(note)
    , m_note(new QPlainTextEdit(note))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("runNote"));
    setHeader(QStringLiteral("edit"), tr("Note on %1", "a run").arg(run));
    m_note->setObjectName(QStringLiteral("runNote.edit"));
    m_note->setTabChangesFocus(true);
    auto* field = new FormField(tr("Note"), m_note);
    field->setHint(
        tr("What it was for, and what it showed. Everyone in the workspace reads it, and it goes with "
           "the run when it is exported."));
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->addWidget(field, 1);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("runNote.cancel.button"));
    m_save->setObjectName(QStringLiteral("runNote.save.button"));
    addButton(cancel);
    addButton(m_save);
    setWantedSize({520, 320});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RunNoteDialog::save);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &RunNoteDialog::save);
    connect(m_note, &QPlainTextEdit::textChanged, this, &RunNoteDialog::validate);
    m_note->setFocus();
    m_note->moveCursor(QTextCursor::End);
    validate();
}

void RunNoteDialog::validate()
{
    constexpr auto most = qsizetype(train::RunEditor::mostOfNote);
    const qsizetype length = m_note->toPlainText().toUcs4().size();
    m_save->setDisabledReason(length <= most
                                  ? QString()
                                  : tr("A note has at most %1 characters; these are %2.")
                                        .arg(DatasetText::count(most), DatasetText::count(length)));
    setFooterText(m_save->toolTip());
}

void RunNoteDialog::save()
{
    if (!m_save->isEnabled())
        return;
    if (m_note->toPlainText() != m_before)
        Q_EMIT written(m_note->toPlainText());
    accept();
}

} // namespace lepton::ui

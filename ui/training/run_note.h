// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class RunViewModel;
class TextLabel;

/// What people wrote about a run, and the way to write it.
class RunNoteCard final : public Card
{
    Q_OBJECT

public:
    explicit RunNoteCard(RunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void edit();

    RunViewModel& m_viewModel;
    TextLabel* m_text;
    Button* m_edit;
};

/// Asks for the note on a run. Deletes itself when closed.
class RunNoteDialog final : public Dialog
{
    Q_OBJECT

public:
    RunNoteDialog(QWidget* over, const QString& run, const QString& note);

Q_SIGNALS:
    /// Only a note that is another than before.
    void written(const QString& note);

private:
    void validate();
    void save();

    QString m_before;
    QPlainTextEdit* m_note;
    Button* m_save;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_editor.h"
#include "ui/training/run_list.h"
#include "ui/widgets/dialog.h"

class QLineEdit;

namespace lepton::ui {

class Button;
class FormField;
class WordsEdit;

/// Name and tags of one run, or the tags that several runs have in common. Deletes itself when closed.
class RunEditDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p runs are one or more.
    RunEditDialog(QWidget* over, const std::vector<train::RunRow>& runs);

Q_SIGNALS:
    /// Only what was changed is told.
    void renamed(const lepton::train::RunId& run, const QString& name);
    void tagged(const std::vector<std::int64_t>& runs, const lepton::train::TagChange& change);

private:
    void validate();
    void save();

    std::vector<train::RunRow> m_runs;
    QStringList m_common; ///< tags that all have
    QLineEdit* m_name;
    FormField* m_nameField;
    WordsEdit* m_tags;
    FormField* m_tagsField;
    Button* m_save;
};

/// Asks for the name under which a view is saved, or for another one of it. Deletes itself when closed.
class ViewNameDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p taken are the names of the other views there are: saving under one replaces it. @p current is the
    /// name of the view to rename, empty for a new one.
    ViewNameDialog(QWidget* over, const QStringList& taken, const QString& current = {});

Q_SIGNALS:
    void named(const QString& name);
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_work.h"
#include "ui/models/models_backend.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QLineEdit;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class Navigator;
class Segment;
class TextLabel;

/// Makes the model of a completed run, or of a folder, the next version of a model. Deletes itself when
/// closed.
class RegisterDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p run "R-12" is chosen at first; empty: the newest that is not registered yet.
    RegisterDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& run = {});

    bool isSettled() const { return !m_read.isRunning() && !m_work.isRunning(); }

Q_SIGNALS:
    void registered(const QString& model, int version);

private:
    enum Source
    {
        FromRun,
        FromFolder
    };
    struct Read
    {
        std::vector<RegistrableRun> runs;
        ModelsOverview overview;
    };

    void build();
    void take(const Read& read);
    void chooseFolder();
    void showSource();
    void validate();
    void submit();
    void updateWork();

    std::shared_ptr<ModelsBackend> m_backend;
    QString m_wantedRun;
    std::vector<RegistrableRun> m_runs;
    Segment* m_source;
    QComboBox* m_run;
    QLineEdit* m_folder;
    Button* m_choose;
    QComboBox* m_model;
    FormField* m_runField;
    FormField* m_folderField;
    FormField* m_modelField;
    InlineBanner* m_banner;
    TextLabel* m_progress;
    Button* m_register;
    std::optional<base::Error> m_whyNot;
    bool m_isRead = false;
    Async m_read;
    ModelWork m_work;
};

/// Opens the dialog over the window of @p over; then goes to the new version.
void registerModel(QWidget* over, std::shared_ptr<ModelsBackend> backend, Navigator& navigator,
                   const QString& run = {});

} // namespace lepton::ui

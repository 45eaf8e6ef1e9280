// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_rights.h"
#include "ui/widgets/async.h"
#include "ui/widgets/dialog.h"

class QLineEdit;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class Navigator;
class TextLabel;

/// Brings a Hugging Face model folder into the workspace. Closes when it is done; nothing is kept of an
/// import that was cancelled. Deletes itself when closed.
class ImportModelDialog final : public Dialog
{
    Q_OBJECT

public:
    ImportModelDialog(QWidget* over, std::shared_ptr<TrainingBackend> backend, const QString& folder = {});

Q_SIGNALS:
    /// @p notice is what the import had to say beside; may be empty.
    void imported(const QString& name, const QString& notice);

private:
    void chooseFolder();
    void setFolder(const QString& folder);
    void validate();
    void import();
    void setBusy(bool busy);

    std::shared_ptr<TrainingBackend> m_backend;
    TrainingRights m_rights;
    QLineEdit* m_folder;
    QLineEdit* m_name;
    FormField* m_folderField;
    FormField* m_nameField;
    Button* m_choose;
    Button* m_import;
    InlineBanner* m_banner;
    TextLabel* m_work;
    bool m_nameIsOurs = true; ///< the name was proposed, not typed
    Async m_run;
};

/// Opens the dialog over the window of @p over, and says when the model is there.
void importBaseModel(QWidget* over, std::shared_ptr<TrainingBackend> backend, Navigator& navigator);

} // namespace lepton::ui

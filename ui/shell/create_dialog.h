// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_session.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QRadioButton;

namespace lepton::base {
class Error;
}

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;

/// Asks for what a new workspace needs. Stays open, with the reason, when it cannot be made.
class CreateDialog : public Dialog
{
    Q_OBJECT

public:
    explicit CreateDialog(QWidget* over);

    void setFolder(const QString& folder);
    NewWorkspace wanted() const;
    void setBusy(bool busy);
    void setError(const base::Error& error);

Q_SIGNALS:
    void createRequested(const lepton::ui::NewWorkspace& wanted);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void chooseFolder();
    void check();
    void submit();

    QLineEdit* m_name;
    QLineEdit* m_folder;
    QLineEdit* m_member;
    QLineEdit* m_department;
    FormField* m_folderField;
    QRadioButton* m_local;
    QRadioButton* m_shared;
    InlineBanner* m_error;
    Button* m_cancel;
    Button* m_create;
    bool m_busy = false;
};

} // namespace lepton::ui

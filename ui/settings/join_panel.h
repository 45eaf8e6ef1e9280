// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_backend.h"
#include "ui/widgets/async.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class TextLabel;

/// Where a person who is no member, or whose key is lost or revoked, makes the file that an admin enrols.
class JoinPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit JoinPanel(std::shared_ptr<MembersBackend> backend, QWidget* parent = nullptr);

    /// What is known of the workspace and of who asks.
    void setFacts(const MemberFacts& facts);
    void retranslate();
    bool isSettled() const noexcept { return !m_run.isRunning(); }
    /// Makes the request into @p file.
    void ask(const QString& file);

private:
    QString problem() const;
    QString command() const;
    void validate();
    void chooseFile();
    void showMade(const identity::MemberRequest& request, const QString& file);

    std::shared_ptr<MembersBackend> m_backend;
    std::filesystem::path m_workspace;
    QString m_file; ///< that was written; empty: none yet
    identity::MemberRequest m_made;
    TextLabel* m_title;
    TextLabel* m_intro;
    InlineBanner* m_banner;
    QLineEdit* m_name;
    QLineEdit* m_department;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    FormField* m_nameField;
    FormField* m_departmentField;
    FormField* m_passphraseField;
    FormField* m_againField;
    Button* m_ask;
    TextLabel* m_commandTitle;
    TextLabel* m_command;
    Button* m_copy;
    Async m_run;
};

} // namespace lepton::ui

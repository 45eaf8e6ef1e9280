// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_view_model.h"
#include "ui/settings/settings_section.h"
#include "ui/widgets/dialog.h"

class QLineEdit;

namespace lepton::ui {

class Button;
class FactGrid;
class FormField;
class InlineBanner;
class TextLabel;

/// Sets, changes or takes away the passphrase of the own key.
class PassphraseDialog final : public Dialog
{
    Q_OBJECT

public:
    PassphraseDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, bool hasPassphrase);

Q_SIGNALS:
    void done(const QString& sentence);

private:
    QString problem() const;
    void validate();
    void save(bool remove);

    std::shared_ptr<MembersBackend> m_backend;
    bool m_hasPassphrase;
    InlineBanner* m_banner;
    QLineEdit* m_before;
    QLineEdit* m_after;
    QLineEdit* m_again;
    FormField* m_againField;
    Button* m_remove;
    Button* m_save;
    Async m_run;
};

/// Who one is in the workspace, and by which key.
class IdentitySection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit IdentitySection(std::shared_ptr<MembersBackend> backend, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override { m_viewModel.refresh(); }
    bool isSettled() const override { return m_viewModel.isSettled() && !m_unlock.isRunning(); }
    std::vector<Scene> scenes() override;

private:
    void update();
    void updateKey();
    void unlock();
    void changePassphrase();

    MembersViewModel m_viewModel;
    TextLabel* m_intro;
    InlineBanner* m_banner;
    FactGrid* m_facts;
    QWidget* m_locked; ///< the field for the passphrase of a locked key
    QLineEdit* m_passphrase;
    FormField* m_passphraseField;
    Button* m_open;
    TextLabel* m_passphraseTitle;
    TextLabel* m_passphraseState;
    Button* m_change;
    std::optional<base::Error> m_refused;
    Async m_unlock;
};

} // namespace lepton::ui

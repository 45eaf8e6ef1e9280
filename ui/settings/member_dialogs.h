// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_backend.h"
#include "ui/widgets/async.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"

#include <functional>
#include <memory>

class QLineEdit;

namespace lepton::ui {

class FactGrid;
class FormField;
class InlineBanner;
class RoleChoice;

/// A dialog that has one thing signed: its error stands in it, and it closes when the change is done.
class MemberDialog : public Dialog
{
    Q_OBJECT

Q_SIGNALS:
    /// @p sentence says what was changed.
    void done(const QString& sentence);

protected:
    /// Parts are called @p name + ".banner", ".cancel.button", ".act.button".
    MemberDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, const QString& name,
                 ButtonKind kind);

    const std::shared_ptr<MembersBackend>& backend() const noexcept { return m_backend; }
    Button* actButton() const noexcept { return m_act; }
    InlineBanner* banner() const noexcept { return m_banner; }
    bool isBusy() const noexcept { return m_run.isRunning(); }
    /// Why the change cannot be made yet; empty: it can.
    virtual QString problem() const = 0;
    /// Starts the change with perform().
    virtual void act() = 0;
    void validate();
    /// @p work runs on a worker and returns the member as it is then.
    void perform(std::function<identity::Member()> work,
                 std::function<QString(const identity::Member&)> sentence);

private:
    std::shared_ptr<MembersBackend> m_backend;
    Button* m_act;
    InlineBanner* m_banner;
    Async m_run;
};

/// Shows what a request file says before anything is signed: enrols who asks, or gives a member another key.
class RequestDialog final : public MemberDialog
{
    Q_OBJECT

public:
    /// @p replaces  the member whose key is lost; nothing: a newcomer
    RequestDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, const std::filesystem::path& file,
                  std::optional<identity::Member> replaces);

private:
    QString problem() const override;
    void act() override;
    void show(const identity::MemberRequest& request);

    std::optional<identity::Member> m_replaces;
    std::optional<identity::MemberRequest> m_request;
    bool m_isRefused = false;
    FactGrid* m_facts;
    RoleChoice* m_roles = nullptr;
    QLineEdit* m_reason = nullptr;
    Async m_read;
};

class RolesDialog final : public MemberDialog
{
    Q_OBJECT

public:
    RolesDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, identity::Member member);

private:
    QString problem() const override;
    void act() override;

    identity::Member m_member;
    RoleChoice* m_roles;
};

/// Names the person whose key is to sign nothing more, and asks for the reason.
class RevokeDialog final : public MemberDialog
{
    Q_OBJECT

public:
    RevokeDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, identity::Member member);

private:
    QString problem() const override;
    void act() override;

    identity::Member m_member;
    QLineEdit* m_reason;
};

} // namespace lepton::ui

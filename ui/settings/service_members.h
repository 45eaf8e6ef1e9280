// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/key_store.h"
#include "identity/member_service.h"
#include "ui/settings/members_backend.h"

#include <memory>

namespace lepton::ui {

/// The backend on an open workspace and this person's keys.
class ServiceMembers final : public MembersBackend
{
public:
    /// @p keepAlive owns @p workspace.
    ServiceMembers(std::shared_ptr<void> keepAlive, store::Workspace& workspace, identity::KeyStore keys);

    MemberFacts facts() override;
    identity::MemberRequest readRequest(const std::filesystem::path& file) override;
    identity::Member enrol(const identity::MemberRequest& request, const identity::Roles& roles) override;
    identity::Member changeRoles(const base::MemberId& member, const identity::Roles& add,
                                 const identity::Roles& remove) override;
    identity::Member revoke(const base::MemberId& member, const std::string& reason) override;
    identity::Member replaceKey(const base::MemberId& member, const identity::MemberRequest& request,
                                const std::string& reason) override;
    identity::MemberRequest ask(const JoinRequest& request) override;
    void unlock(const std::string& passphrase) override;
    void changePassphrase(const std::string& before, const std::string& after) override;

private:
    std::shared_ptr<void> m_keepAlive;
    store::Workspace& m_workspace;
    identity::MemberService m_members;
    identity::KeyStore m_keys;
};

} // namespace lepton::ui

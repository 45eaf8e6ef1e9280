// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/member_request.h"
#include "identity/member_store.h"
#include "store/workspace.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::identity {

/// What admins do with members; each call is one transaction with its events, allowed or refused by the roles
/// as the events tell them. Synchronous; thread-safe as the workspace is.
class MemberService
{
public:
    explicit MemberService(store::Workspace& workspace);

    /// By name, revoked ones too.
    std::vector<Member> list();
    /// By name or id. @throw base::Error NotFound, with the names there are
    Member resolve(std::string_view nameOrId);

    // All below: @throw base::Error NotAllowed, RevokedKey, NoMember, and what is said.

    /// Adds who asked, with @p roles (analyst when there are none).
    /// @throw base::Error Exists for a name or key that is taken, InvalidArgument for a request that is not
    /// genuine or for another workspace
    Member enrol(const MemberRequest& request, Roles roles);
    /// @throw base::Error InvalidArgument when nobody would be an admin any more
    Member changeRoles(const base::MemberId& id, const Roles& add, const Roles& remove);
    /// The key signs nothing more. @throw base::Error as changeRoles(), RevokedKey when it is revoked already
    Member revoke(const base::MemberId& id, const std::string& reason);
    /// The member signs with the key of @p request from now on, in place of a lost or revoked one.
    /// @throw base::Error Exists when somebody has or had the key, InvalidArgument for another person's
    /// request
    Member replaceKey(const base::MemberId& id, const MemberRequest& request, const std::string& reason);

private:
    void change(const std::function<void(store::Transaction&, const Membership&)>& work);
    void checkRequest(const MemberRequest& request) const;
    Member found(const base::MemberId& id);

    store::Workspace& m_workspace;
};

} // namespace lepton::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "identity/member_ledger.h"
#include "identity/member_request.h"
#include "identity/member_store.h"
#include "store/workspace.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::identity {

/// Who the members are and what they may do, and what admins do with them. Everything that is decided here
/// goes by the whole log, proven from its beginning, and each change is one transaction with its events.
/// Synchronous; thread-safe. What was proven once is kept as long as the object, so that it is worth keeping.
class MemberService
{
public:
    /// @p seals: where this machine keeps what it has verified; nothing: all signatures are checked once.
    explicit MemberService(store::Workspace& workspace, std::optional<SealStore> seals = {});

    /// Whether the member @p id may do what @p right says, as of now. Not from within a write.
    /// @throw base::Error NotAllowed, NotReviewer, NoMember, RevokedKey; Damaged, RolledBack
    void requireRight(const base::MemberId& id, Right right);
    /// Why the member @p id may not; nothing: may, or rather, so the tables say: quickly, for what a window
    /// offers. What is done goes by requireRight(). No id: a person who is no member.
    std::optional<base::Error> whyNot(const std::optional<base::MemberId>& id, Right right);

    /// By name, revoked ones too; as the tables have them.
    std::vector<Member> list();
    /// By name or id. @throw base::Error NotFound, with the names there are
    Member resolve(std::string_view nameOrId);

    /// Refuses now what enrol() would refuse. @throw base::Error InvalidArgument for a request that is not
    /// genuine or for another workspace
    void checkRequest(const MemberRequest& request) const;

    // All below: @throw base::Error NotAllowed, RevokedKey, NoMember; Damaged where the log is not whole,
    // RolledBack, and what is said.

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
    Member found(const base::MemberId& id);

    MemberLedger ledger();

    store::Workspace& m_workspace;
    std::optional<SealStore> m_seals;
    std::mutex m_mutex;
    std::optional<MemberLedger> m_ledger; ///< up to some commit
};

} // namespace lepton::identity

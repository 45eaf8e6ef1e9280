// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"
#include "identity/proven_log.h"

#include <functional>
#include <optional>

namespace lepton::identity {

/// The members as the proven log tells them: what decisions go by. An event that is genuine, but by somebody
/// who had no right to it, changes nothing: else anyone could stop all decisions for ever with one; the audit
/// tells of it. A value, as ProvenLog is.
class MemberLedger
{
public:
    /// Is given each event that was not refused, with the members as of its place in the chain.
    using Follow = std::function<void(const store::RawEvent&, const Membership&)>;

    explicit MemberLedger(const base::WorkspaceId& workspace, std::optional<Seal> known = {})
        : m_log(workspace, std::move(known))
    {}

    /// Takes the events that came since. @throw base::Error as ProvenLog::catchUp()
    void catchUp(SQLite::Database& database, const Follow& follow = {});
    /// Takes what this process has just appended in the transaction of @p database: an event that would be
    /// refused is not to be written. @throw base::Error why it is refused
    void catchUpOwn(SQLite::Database& database, const Follow& follow = {});

    const Membership& members() const noexcept { return m_members; }
    const ProvenLog& log() const noexcept { return m_log; }

private:
    ProvenLog m_log;
    Membership m_members;
};

/// Who signs with @p signer, by a key that is theirs now. @throw base::Error NoMember, also without a signer;
/// RevokedKey, also for a key that was replaced
const Member& requireSigner(const Membership& members, const store::Signer* signer);

/// The member of this id, who may do what @p right says. @throw base::Error NotAllowed, NotReviewer,
/// NoMember, RevokedKey
const Member& requireRight(const Membership& members, const base::MemberId& id, Right right);
/// The same of a member that was found; null: a person who is none. @throw as above
void requireRight(const Member* member, Right right);

} // namespace lepton::identity

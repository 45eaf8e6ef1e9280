// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/member_ledger.h"

#include "base/error.h"
#include "base/error_json.h"
#include "identity/refusals.h"

namespace lepton::identity {

using base::Error;
using base::ErrorCode;

void MemberLedger::catchUp(SQLite::Database& database, const Follow& follow)
{
    m_log.catchUp(database, [&](const store::RawEvent& event) {
        const auto wrong = m_members.apply(event);
        if (wrong && !wrong->refused)
            throw damagedLog(wrong->message);
        if (!wrong && follow)
            follow(event, m_members);
    });
}

void MemberLedger::catchUpOwn(SQLite::Database& database, const Follow& follow)
{
    m_log.catchUp(database, [&](const store::RawEvent& event) {
        if (const auto wrong = m_members.apply(event)) {
            const ErrorCode code = base::codeFromKind(wrong->kind);
            throw Error(code == ErrorCode::Internal ? ErrorCode::InvalidArgument : code, wrong->message);
        }
        if (follow)
            follow(event, m_members);
    });
}

const Member& requireSigner(const Membership& members, const store::Signer* signer)
{
    const Member* member = signer ? members.find(signer->member().toString()) : nullptr;
    if (!member)
        throw notAMember();
    if (member->revoked || member->key != signer->key())
        throw revokedKey();
    return *member;
}

void requireRight(const Member* member, Right right)
{
    if (!member)
        throw Error(ErrorCode::NoMember,
                    "You are not a member of this workspace. Ask an admin of it to add you.");
    if (member->revoked)
        throw revokedKey();
    requireRight(member->roles, right);
}

const Member& requireRight(const Membership& members, const base::MemberId& id, Right right)
{
    const Member* member = members.find(id.toString());
    requireRight(member, right);
    return *member;
}

} // namespace lepton::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"
#include "store/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace lepton::identity {

/// A member about to be added.
struct NewMember
{
    base::MemberId id = base::MemberId::generate();
    std::string name;
    std::string department;
    std::string key; ///< public
    Roles roles;
};

/// The tables member and role: projections of events, for quick reading. Decisions go by MemberLedger:
/// whoever writes here has asked it before.
class MemberStore
{
public:
    explicit MemberStore(SQLite::Database& database)
        : m_database(database)
    {}

    /// By name.
    std::vector<Member> all();
    std::optional<Member> find(const base::MemberId& id);
    /// The member whose key it is; the key may be revoked.
    std::optional<Member> findByKey(const std::string& key);
    /// The name to show for an id; the id itself when it is nobody's.
    std::string nameOf(const base::MemberId& id);

    /// Records member.added and a role.given for each role. @throw Error Exists, InvalidArgument
    static void add(store::Transaction& transaction, const NewMember& member);
    static void giveRole(store::Transaction& transaction, const base::MemberId& id, Role role);
    static void takeRole(store::Transaction& transaction, const base::MemberId& id, Role role);
    /// The member signs with @p key from here on, and with no other; a revocation ends.
    static void replaceKey(store::Transaction& transaction, const Member& member, const std::string& key,
                           const std::string& reason);
    /// The member's key signs nothing more from here on.
    static void revoke(store::Transaction& transaction, const base::MemberId& id, const std::string& reason);

private:
    std::vector<Member> read(const std::string& condition, const std::string& value);

    SQLite::Database& m_database;
};

} // namespace lepton::identity

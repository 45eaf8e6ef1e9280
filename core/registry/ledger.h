// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/member_ledger.h"
#include "registry/registry_state.h"

namespace SQLite {
class Database;
}

namespace lepton::base {
class Progress;
}

namespace lepton::registry {

/// Members and registry as the proven log tells them, up to some place in the chain: what decisions go by. A
/// value, as identity::MemberLedger is, and for the same reasons.
class Ledger
{
public:
    explicit Ledger(const base::WorkspaceId& workspace, std::optional<identity::Seal> known = {})
        : m_members(workspace, std::move(known))
    {}

    /// Whether the newest event of the log is the last one taken.
    bool isCurrent(SQLite::Database& database) const;
    /// Takes the events that came since, and tells how far it is, "proving" so many events.
    /// @throw base::Error Damaged, RolledBack
    void catchUp(SQLite::Database& database, base::Progress& progress);
    void catchUp(SQLite::Database& database);
    /// Takes what this process has just appended in the transaction of @p database.
    /// @throw base::Error why an event is refused
    void catchUpOwn(SQLite::Database& database);

    const identity::Membership& members() const noexcept { return m_members.members(); }
    const RegistryState& state() const noexcept { return m_state; }
    const identity::ProvenLog& log() const noexcept { return m_members.log(); }

private:
    identity::MemberLedger m_members;
    RegistryState m_state;
};

} // namespace lepton::registry

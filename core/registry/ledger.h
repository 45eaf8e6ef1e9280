// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"
#include "identity/pin_store.h"
#include "registry/registry_state.h"

namespace SQLite {
class Database;
}

namespace lepton::registry {

/// Members and registry rebuilt from the log, up to some place in the chain: what decisions go by. Checks the
/// hash of every event and that none is missing, and the signature of each that has a say. An event that is
/// genuine, but by somebody who had no right to it, changes nothing: else anyone could stop all decisions for
/// ever with one; the audit tells of it. A value: a copy can be moved on in a transaction that may be rolled
/// back.
class Ledger
{
public:
    explicit Ledger(const base::WorkspaceId& workspace)
        : m_workspace(workspace)
    {}

    /// Takes the events that came since, or all of them where the log is not the one that was read before.
    /// @throw base::Error Damaged that names the first event that is wrong
    void catchUp(SQLite::Database& database);
    /// Takes an event that this process has just appended and signed. @throw base::Error: the refusal
    void add(const store::Event& event);

    const identity::Membership& members() const noexcept { return m_members; }
    const RegistryState& state() const noexcept { return m_state; }
    const identity::Head& head() const noexcept { return m_head; }

private:
    std::optional<identity::Problem> take(const store::RawEvent& event);

    base::WorkspaceId m_workspace;
    identity::Membership m_members;
    RegistryState m_state;
    identity::Head m_head;
};

/// @p event as the audit and the ledger take it.
store::RawEvent toRaw(const store::Event& event);

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"
#include "registry/registry_state.h"

#include <optional>

namespace SQLite {
class Database;
}

namespace lepton::registry {

/// The tables model, model_version, alias, standard, promotion and review: projections of events, for quick
/// reading by others. What decides is RegistryState.
class RegistryStore
{
public:
    explicit RegistryStore(SQLite::Database& database)
        : m_database(database)
    {}

    /// Writes the rows in which @p after differs from @p before, and no others: a row that somebody changed
    /// behind the program's back stays for the audit to find.
    void save(const RegistryState& before, const RegistryState& after);
    /// The first row that is not what @p state tells.
    std::optional<identity::Problem> compare(const RegistryState& state);

private:
    SQLite::Database& m_database;
};

} // namespace lepton::registry

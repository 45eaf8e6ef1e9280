// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ledger.h"

namespace lepton::registry {

void Ledger::catchUp(SQLite::Database& database)
{
    m_members.catchUp(database, [this](const store::RawEvent& event, const identity::Membership& members) {
        m_state.apply(event, members); // refused: it has no effect
    });
}

void Ledger::catchUpOwn(SQLite::Database& database)
{
    m_members.catchUpOwn(database, [this](const store::RawEvent& event, const identity::Membership& members) {
        if (const auto refusal = m_state.apply(event, members))
            throw errorOf(*refusal);
    });
}

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ledger.h"

#include "base/progress.h"

namespace lepton::registry {

bool Ledger::isCurrent(SQLite::Database& database) const
{
    const auto newest = store::EventStore(database).head();
    return newest && log().head() == identity::Head{newest->seq, newest->hash};
}

void Ledger::catchUp(SQLite::Database& database, base::Progress& progress)
{
    const auto newest = store::EventStore(database).head();
    const std::int64_t before = log().head().seq;
    progress.begin("proving", newest ? newest->seq - before : 0);
    m_members.catchUp(database, [&](const store::RawEvent& event, const identity::Membership& members) {
        m_state.apply(event, members); // refused: it has no effect
        progress.update(event.seq - before);
    });
}

void Ledger::catchUp(SQLite::Database& database)
{
    base::Progress nobody;
    catchUp(database, nobody);
}

void Ledger::catchUpOwn(SQLite::Database& database)
{
    m_members.catchUpOwn(database, [this](const store::RawEvent& event, const identity::Membership& members) {
        if (const auto refusal = m_state.apply(event, members))
            throw errorOf(*refusal);
    });
}

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write_transaction.h"

#include "base/error.h"
#include "store/event_store.h"

#include <utility>

namespace lepton::store {

WriteTransaction::WriteTransaction(SQLite::Database& database, const WorkspaceInfo& info,
                                   std::shared_ptr<const Signer> signer, const base::Clock& clock)
    : m_database(database)
    , m_info(info)
    , m_signer(std::move(signer))
    , m_clock(clock)
    , m_now(clock.now())
{}

Event WriteTransaction::append(const EventDraft& draft)
{
    if (!m_signer)
        throw base::Error(
            base::ErrorCode::NoMember,
            "You can read this workspace but not change it: you are not a member of it with a key on "
            "this machine. Ask an admin of the workspace to add you.");
    return EventStore(m_database).append(m_info.id, *m_signer, draft, m_now, m_clock);
}

void WriteTransaction::afterCommit(std::function<void(Workspace&)> work)
{
    m_afterCommit.push_back(std::move(work));
}

void WriteTransaction::run(const AfterCommit& afterCommit, Workspace& workspace) noexcept
{
    for (const auto& work : afterCommit) {
        try {
            work(workspace);
        } catch (...) {
            // The commit stands; whatever failed after it must not make it look as if it had failed.
        }
    }
}

} // namespace lepton::store

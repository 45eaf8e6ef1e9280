// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <memory>
#include <utility>
#include <vector>

namespace lepton::store {

/// The transaction that is open on a connection; whoever makes it begins, commits and rolls back.
class WriteTransaction final : public Transaction
{
public:
    WriteTransaction(SQLite::Database& database, const WorkspaceInfo& info,
                     std::shared_ptr<const Signer> signer, const base::Clock& clock);

    SQLite::Database& database() override { return m_database; }
    const WorkspaceInfo& info() const override { return m_info; }
    base::UtcTime now() const override { return m_now; }
    Event append(const EventDraft& draft) override;
    void afterCommit(std::function<void(Workspace&)> work) override;

    /// What afterCommit() was given, in its order.
    using AfterCommit = std::vector<std::function<void(Workspace&)>>;
    AfterCommit takeAfterCommit() { return std::move(m_afterCommit); }
    /// Does it, after the commit and outside of the transaction.
    static void run(const AfterCommit& afterCommit, Workspace& workspace) noexcept;

private:
    SQLite::Database& m_database;
    const WorkspaceInfo& m_info;
    std::shared_ptr<const Signer> m_signer;
    const base::Clock& m_clock;
    base::UtcTime m_now;
    AfterCommit m_afterCommit;
};

} // namespace lepton::store

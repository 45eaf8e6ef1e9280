// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <memory>

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

private:
    SQLite::Database& m_database;
    const WorkspaceInfo& m_info;
    std::shared_ptr<const Signer> m_signer;
    const base::Clock& m_clock;
    base::UtcTime m_now;
};

} // namespace lepton::store

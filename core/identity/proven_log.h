// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/pin_store.h"
#include "identity/seal_store.h"
#include "store/event_store.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace lepton::identity {

/// The audit log proven from its first event up to some place: none is missing, each follows the one before
/// it, has the hash of its content, and is signed with the key that it names. Whether its author had a right
/// to it is for Membership to say. A value: a copy can go on in a transaction that may be rolled back, and
/// after an exception the object is of no use any more.
class ProvenLog
{
public:
    using Take = std::function<void(const store::RawEvent&)>;

    /// @p known: a seal of this machine; where the log still has it, the signatures up to there, which made
    /// it, are not checked again. Hashes are.
    explicit ProvenLog(const base::WorkspaceId& workspace, std::optional<Seal> known = {});

    /// Proves the events that came since and gives them to @p take, in their order.
    /// @throw base::Error Damaged that names the first event that is wrong; RolledBack where the event that
    /// was proven last is not there any more
    void catchUp(SQLite::Database& database, const Take& take);

    const Head& head() const noexcept { return m_head; }
    const Seal& seal() const noexcept { return m_seal; }
    /// How many signatures this object has checked.
    std::int64_t signaturesChecked() const noexcept { return m_signaturesChecked; }

private:
    void requireLast(SQLite::Database& database) const;
    void requireNext(const store::RawEvent& event) const;
    void proveSignatures(SQLite::Database& database, std::int64_t last);

    base::WorkspaceId m_workspace;
    std::optional<Seal> m_known; ///< until the log is found to have it
    Head m_head;
    Seal m_seal;
    std::int64_t m_signaturesChecked = 0;
};

/// Keeps the seal of @p log for the next program where it saves it much work.
void keepSeal(const ProvenLog& log, SealStore& seals, const std::filesystem::path& folder);

} // namespace lepton::identity

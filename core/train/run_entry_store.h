// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lepton::store {
class Transaction;
}

namespace lepton::train {

/// What people say about runs: names of their own, notes, tags, the trash. Part of the transactions of
/// RunRecords and RunEditor, which add the events. Runs are named by their number.
class RunEntryStore
{
public:
    /// The entry of a new run. @p decidedBy is a metric's key.
    void insert(store::Transaction& transaction, std::int64_t run, const std::string& decidedBy);
    void setTitle(store::Transaction& transaction, std::int64_t run, const std::string& title);
    void setNote(store::Transaction& transaction, std::int64_t run, const std::string& note);
    void setTags(store::Transaction& transaction, std::int64_t run, const std::vector<std::string>& tags);
    /// Unset takes it out of the trash.
    void setTrashed(store::Transaction& transaction, std::int64_t run, std::optional<base::UtcTime> when);
};

} // namespace lepton::train

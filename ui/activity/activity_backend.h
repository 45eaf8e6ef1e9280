// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/progress.h"
#include "identity/audit.h"
#include "store/event.h"
#include "ui/activity/event_names.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace lepton::ui {

/// Events that follow each other.
struct EventPage
{
    std::vector<store::Event> events; ///< newest first
    std::int64_t total = 0;           ///< events there are
    EventNames names;
    bool canSign = false; ///< this person is a member, who can sign a checkpoint
};

struct VerifyRequest
{
    bool full = false;                     ///< also the signatures that were checked before
    std::filesystem::path checkpoint = {}; ///< to hold the log against; empty: none
};

/// What a verification came to.
struct Verification
{
    identity::AuditResult result;
    std::optional<identity::Checkpoint> checkpoint; ///< that the log was held against
};

/// The log, as one interface. Outlives the page. Thread-safe; blocks and throws base::Error: for workers
/// alone.
class ActivityBackend
{
public:
    virtual ~ActivityBackend() = default;

    /// At most @p count events, the newest of those before the place @p before; 0: the newest of all.
    virtual EventPage events(std::int64_t before, std::int64_t count) = 0;
    /// Proves the whole log, the tables that come from it, and the objects that decisions name.
    virtual Verification verify(const VerifyRequest& request, const base::Cancellation& cancellation,
                                base::Progress& progress) = 0;
    /// Verifies the log and signs its head into a new file. @return the head. @throw base::Error Exists,
    /// Damaged for a log that is not whole
    virtual identity::Head saveCheckpoint(const std::filesystem::path& file,
                                          const base::Cancellation& cancellation,
                                          base::Progress& progress) = 0;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "identity/audit.h"
#include "store/event.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lepton::store {
class Workspace;
}

namespace lepton::ui {

/// Newest events with the names of their authors.
struct EventPage
{
    std::vector<store::Event> events;         ///< newest first
    std::int64_t total = 0;                   ///< events there are
    std::map<std::string, std::string> names; ///< of members, by id
};

/// Reads the log for the activity page. Worker thread; thread-safe.
class ActivityReader
{
public:
    /// @p keepAlive owns @p workspace.
    ActivityReader(std::shared_ptr<void> keepAlive, store::Workspace& workspace);

    /// The newest @p count events. @throw base::Error
    EventPage newest(std::int64_t count) const;
    /// Proves the whole log. @throw base::Error
    identity::AuditResult verify(const base::Cancellation& cancellation) const;

private:
    std::shared_ptr<void> m_keepAlive;
    store::Workspace& m_workspace;
};

} // namespace lepton::ui

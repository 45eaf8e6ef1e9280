// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "jobs/job_store.h"

#include <chrono>
#include <map>

namespace lepton::jobs {

/// Tells dead leases from living ones. A holder of this machine is asked for at once; of another machine only
/// the counter is seen, and it counts as dead when that stood still for the timeout by this observer's own
/// monotonic clock, so that no machine's wall clock matters. Not thread-safe.
class LeaseWatch
{
public:
    LeaseWatch(LeaseHolder self, std::chrono::nanoseconds timeout, const base::Clock& clock);

    /// The jobs among @p open (all open jobs of the catalog) whose lease is dead.
    std::vector<LeasedJob> dead(const std::vector<LeasedJob>& open);

private:
    struct Sighting
    {
        std::int64_t counter = 0;
        std::chrono::nanoseconds since{};
    };

    LeaseHolder m_self;
    std::chrono::nanoseconds m_timeout;
    const base::Clock& m_clock;
    std::map<base::JobId, Sighting> m_sightings;
};

} // namespace lepton::jobs

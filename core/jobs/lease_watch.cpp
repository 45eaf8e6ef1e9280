// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lease_watch.h"

#include <utility>

namespace lepton::jobs {

LeaseWatch::LeaseWatch(LeaseHolder self, std::chrono::nanoseconds timeout, const base::Clock& clock)
    : m_self(std::move(self))
    , m_timeout(timeout)
    , m_clock(clock)
{}

std::vector<LeasedJob> LeaseWatch::dead(const std::vector<LeasedJob>& open)
{
    const auto now = m_clock.monotonic();
    std::map<base::JobId, Sighting> sightings;
    std::vector<LeasedJob> dead;
    for (const LeasedJob& job : open) {
        const HolderState state = holderState(job.holder, m_self);
        if (state == HolderState::Alive)
            continue;
        if (state == HolderState::Gone) {
            dead.push_back(job);
            continue;
        }
        Sighting sighting{job.counter, now};
        const auto before = m_sightings.find(job.info.id);
        if (before != m_sightings.end() && before->second.counter == job.counter)
            sighting.since = before->second.since;
        if (now - sighting.since >= m_timeout)
            dead.push_back(job);
        sightings.emplace(job.info.id, sighting);
    }
    m_sightings = std::move(sightings);
    return dead;
}

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue_impl.h"
#include "store/workspace.h"

#include <algorithm>
#include <utility>

namespace lepton::jobs {
namespace {

constexpr std::chrono::seconds housekeepingInterval{1};
constexpr std::chrono::seconds recoveryInterval{20};

} // namespace

void JobQueue::Impl::housekeep(const std::stop_token& stop)
{
    std::optional<std::chrono::nanoseconds> lastRecovery;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wakeHousekeeper = false;
        lock.unlock();
        try {
            tell();
            stopQueued();
            retryUnsaved();
            beat();
            const auto now = m_clock.monotonic();
            if (!lastRecovery || now - *lastRecovery >= recoveryInterval) {
                lastRecovery = now;
                recover();
            }
        } catch (...) {
            // Whatever the disk or the network refused now is tried again at the next round.
        }
        lock.lock();
        m_changed.wait_for(lock, stop, housekeepingInterval, [this] { return m_wakeHousekeeper; });
    }
}

/// Tells the listener what changed on threads that must not wait for it.
void JobQueue::Impl::tell()
{
    std::vector<JobPointer> changed;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, job] : m_jobs) {
            if (std::exchange(job->untold, false) && !isFinal(job->info.state))
                changed.push_back(job);
        }
    }
    for (const JobPointer& job : changed)
        notify(job);
}

/// Ends the jobs that were stopped before a worker began them.
void JobQueue::Impl::stopQueued()
{
    std::vector<std::pair<JobPointer, JobState>> stopped;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, job] : m_jobs) {
            const StopRequest stop = job->info.stop;
            if (job->begun || isFinal(job->info.state) || stop < StopRequest::Interrupt)
                continue;
            stopped.emplace_back(job, stop == StopRequest::Interrupt ? JobState::Interrupted
                                                                     : JobState::Cancelled);
            std::erase(m_queue, job);
        }
    }
    for (const auto& [job, state] : stopped)
        finish(job, state, {}, nullptr);
}

void JobQueue::Impl::retryUnsaved()
{
    std::vector<std::pair<JobPointer, JobInfo>> unsaved;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& entry : m_jobs) {
            if (entry.second->unsaved)
                unsaved.emplace_back(entry.second, entry.second->info);
        }
    }
    for (auto& [job, end] : unsaved) {
        try {
            saveEnd(job, end);
        } catch (...) {
            return;
        }
        const std::lock_guard lock(m_mutex);
        job->unsaved = false;
        m_jobs.erase(end.id);
    }
}

/// Saves changes of running jobs and confirms their leases, all in one transaction.
void JobQueue::Impl::beat()
{
    struct Due
    {
        JobPointer job;
        JobInfo info;
        bool held = true;
    };
    std::vector<Due> due;
    const auto now = m_clock.monotonic();
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, job] : m_jobs) {
            const bool running = !isFinal(job->info.state) && !job->lost;
            if (!running || (!job->changed && now - job->lastBeat < m_beatInterval))
                continue;
            job->changed = false;
            job->lastBeat = now;
            due.push_back({job, snapshot(*job)});
        }
    }
    if (due.empty())
        return;
    try {
        m_workspace.write([&](store::Transaction& transaction) {
            for (Due& entry : due)
                entry.held = m_store.beat(transaction, entry.info, m_holder);
        });
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        for (const Due& entry : due)
            entry.job->changed = true;
        throw;
    }
    {
        const std::lock_guard lock(m_mutex);
        for (const Due& entry : due) {
            if (entry.held || isFinal(entry.job->info.state))
                continue;
            // Taken to be dead, after a long sleep of this machine for instance: its work must not go on.
            entry.job->lost = true;
            ask(*entry.job, StopRequest::Cancel);
        }
    }
    m_changed.notify_all();
}

std::vector<JobInfo> JobQueue::Impl::recover()
{
    const std::lock_guard watching(m_watchMutex);
    std::vector<JobInfo> interrupted;
    for (const LeasedJob& job : m_watch.dead(m_store.open())) {
        bool ended = false;
        m_workspace.write([&](store::Transaction& transaction) {
            ended = m_store.interrupt(transaction, job);
            if (ended && m_workspace.signer())
                transaction.append({"job.ended",
                                    job.info.id.toString(),
                                    {{"kind", job.info.kind},
                                     {"title", job.info.title},
                                     {"state", stateName(JobState::Interrupted)}}});
        });
        if (!ended)
            continue;
        if (const auto stored = m_store.find(job.info.id))
            interrupted.push_back(toInfo(*stored));
    }
    return interrupted;
}

} // namespace lepton::jobs

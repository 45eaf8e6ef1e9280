// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/job_queue_impl.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace lepton::jobs {

/// The job of this process that has not ended; null for any other.
JobQueue::Impl::JobPointer JobQueue::Impl::open(const base::JobId& id) const
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() || isFinal(found->second->info.state) ? nullptr : found->second;
}

/// The state of a job that has not ended, for the catalog and the listener: the housekeeper tells them.
void JobQueue::Impl::enter(Job& job, JobState state)
{
    job.info.state = state;
    job.changed = true;
    job.untold = true;
    m_wakeHousekeeper = true;
}

void JobQueue::Impl::setStop(Job& job, StopRequest stop)
{
    job.info.stop = stop;
    job.stop = stop;
    enter(job, job.info.state);
}

void JobQueue::Impl::ask(Job& job, StopRequest wanted)
{
    if (wanted == StopRequest::Interrupt && !job.info.pausable)
        wanted = StopRequest::Cancel;
    if (wanted <= job.info.stop)
        return;
    setStop(job, wanted);
    if (wanted == StopRequest::Cancel)
        job.cancellation.request();
    if (job.begun && wanted != StopRequest::Pause)
        enter(job, JobState::Cancelling);
}

void JobQueue::Impl::stop(const base::JobId& id, StopRequest wanted)
{
    {
        const std::lock_guard lock(m_mutex);
        const JobPointer job = open(id);
        if (!job)
            return;
        ask(*job, wanted);
    }
    m_changed.notify_all();
}

void JobQueue::Impl::pause(const base::JobId& id)
{
    {
        const std::lock_guard lock(m_mutex);
        const JobPointer job = open(id);
        if (!job)
            return;
        if (!job->info.pausable)
            throw base::Error(base::ErrorCode::Unsupported,
                              "\"" + job->info.title +
                                  "\" cannot be paused: work of this kind has nothing to go on from. Let it "
                                  "end, or cancel it and start it again later.");
        if (job->begun)
            ask(*job, StopRequest::Pause);
        else
            hold(job);
    }
    m_changed.notify_all();
}

/// Takes a job out of the line that no worker has begun.
void JobQueue::Impl::hold(const JobPointer& job)
{
    if (std::erase(m_queue, job) > 0 && job->info.stop == StopRequest::None)
        enter(*job, JobState::Paused);
}

void JobQueue::Impl::resume(const base::JobId& id)
{
    {
        const std::lock_guard lock(m_mutex);
        const JobPointer job = open(id);
        if (!job)
            return;
        if (job->info.stop == StopRequest::Pause)
            setStop(*job, StopRequest::None);
        else if (!job->begun && job->info.state == JobState::Paused && job->info.stop == StopRequest::None)
            enqueue(job);
    }
    m_changed.notify_all();
}

/// Puts a job that was held back where it stood in the line.
void JobQueue::Impl::enqueue(const JobPointer& job)
{
    const auto place = std::upper_bound(m_queue.begin(), m_queue.end(), job,
                                        [](const JobPointer& left, const JobPointer& right) {
                                            return std::pair(left->info.queued, left->info.id) <
                                                   std::pair(right->info.queued, right->info.id);
                                        });
    m_queue.insert(place, job);
    enter(*job, JobState::Queued);
    growWorkers(0);
}

void JobQueue::Impl::shutDown(ShutDownMode mode)
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = mode == ShutDownMode::InterruptAll ? StopRequest::Interrupt : StopRequest::Cancel;
        for (const auto& [id, job] : m_jobs) {
            if (!isFinal(job->info.state))
                ask(*job, *m_closing);
        }
    }
    m_changed.notify_all();
}

/// What the handler's thread does while its job is paused. It keeps the thread, and gives the slot away.
StopRequest JobQueue::Impl::waitWhilePaused(const JobPointer& job)
{
    std::unique_lock lock(m_mutex);
    if (job->info.stop != StopRequest::Pause)
        return job->info.stop;
    --m_busy;
    ++m_paused;
    job->pauseBegan = m_clock.monotonic();
    while (job->info.stop == StopRequest::Pause) {
        enter(*job, JobState::Paused);
        try {
            growWorkers(0); // this thread is not there for the next job
        } catch (const std::system_error&) {
            // No thread to be had now: queued jobs wait for one of those there are.
        }
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return job->info.stop != StopRequest::Pause; });
        if (job->info.stop != StopRequest::None)
            break; // to end needs no slot
        enter(*job, JobState::Queued);
        ++m_resuming;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return job->info.stop != StopRequest::None || m_busy < m_slots; });
        --m_resuming;
    }
    --m_paused;
    ++m_busy;
    job->paused += m_clock.monotonic() - *std::exchange(job->pauseBegan, std::nullopt);
    if (job->info.stop == StopRequest::None)
        enter(*job, JobState::Running);
    m_changed.notify_all();
    return job->info.stop;
}

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "base/thread_priority.h"
#include "jobs/job_context.h"
#include "store/workspace.h"

#include <utility>

namespace lepton::jobs {

void JobQueue::Impl::work(const std::stop_token& stop)
{
    base::yieldToOthers(); // whatever the handlers start inherits it: the window stays fluent beside any job
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_queue.empty() && m_busy + m_resuming < m_slots; })) {
        const JobPointer job = m_queue.front();
        m_queue.pop_front();
        job->begun = true;
        job->info.state = JobState::Starting;
        ++m_busy;
        lock.unlock();
        run(job);
        lock.lock();
        --m_busy;
        m_changed.notify_all();
    }
}

void JobQueue::Impl::run(const JobPointer& job)
{
    try {
        notify(job);
        finish(job, JobState::Completed, runHandler(job), nullptr);
    } catch (...) {
        const base::Error error = base::errorFromException(std::current_exception());
        if (error.code() != base::ErrorCode::Cancelled)
            finish(job, JobState::Failed, {}, &error);
        else if (job->stop == StopRequest::Interrupt)
            finish(job, JobState::Interrupted, {}, nullptr);
        else
            finish(job, JobState::Cancelled, {}, nullptr);
    }
}

nlohmann::json JobQueue::Impl::runHandler(const JobPointer& job)
{
    if (job->stop >= StopRequest::Interrupt)
        throw base::Error(base::ErrorCode::Cancelled, "The job was stopped before it began.");
    JobInfo started;
    {
        const std::lock_guard lock(m_mutex);
        started = job->info;
    }
    started.state = JobState::Running;
    started.started = m_clock.now();
    bool held = false;
    m_workspace.write(
        [&](store::Transaction& transaction) { held = m_store.start(transaction, started, m_holder); });
    {
        const std::lock_guard lock(m_mutex);
        job->info.started = started.started;
        job->workBegan = m_clock.monotonic();
        job->lost = job->lost || !held;
        job->lastBeat = m_clock.monotonic();
        if (job->info.state == JobState::Starting)
            job->info.state = JobState::Running;
    }
    if (!held)
        throw base::Error(base::ErrorCode::Cancelled, "The job was ended from elsewhere before it began.");
    notify(job);
    Context context(*this, job);
    return job->handler(context);
}

void JobQueue::Impl::finish(const JobPointer& job, JobState state, nlohmann::json result,
                            const base::Error* error)
{
    JobInfo end;
    {
        const std::lock_guard lock(m_mutex);
        end = snapshot(*job);
        end.result = job->result;
        end.logTail.assign(job->log.begin(), job->log.end());
    }
    end.state = state;
    end.finished = m_clock.now();
    end.stop = StopRequest::None;
    end.pausable = false;
    if (!result.is_null())
        end.result = std::move(result);
    if (error) {
        end.errorKind = error->kind();
        end.errorMessage = error->message();
        end.errorDetail = error->detail();
        end.errorPlace = error->place();
    }
    bool saved = false;
    try {
        saved = saveEnd(job, end);
    } catch (...) {
        // A full or unreachable disk must not keep the job from ending here; the housekeeper tries again.
        saved = false;
    }
    {
        const std::lock_guard lock(m_mutex);
        job->info = end;
        job->unsaved = !saved;
        job->handler = nullptr;
    }
    notify(job);
    {
        const std::lock_guard lock(m_mutex);
        job->told = true;
        if (saved)
            m_jobs.erase(end.id);
    }
    m_changed.notify_all();
}

/// Writes the end into the catalog. Where someone else has ended the job meanwhile, @p end becomes what
/// stands there.
bool JobQueue::Impl::saveEnd(const JobPointer& job, JobInfo& end)
{
    bool held = false;
    m_workspace.write([&](store::Transaction& transaction) {
        held = m_store.finish(transaction, end, m_holder);
        if (!held)
            return;
        nlohmann::json detail{{"kind", end.kind}, {"title", end.title}, {"state", stateName(end.state)}};
        if (!end.subject.empty())
            detail["subject"] = end.subject;
        if (!end.errorKind.empty())
            detail["error"] = end.errorKind;
        transaction.append({"job.ended", end.id.toString(), std::move(detail)});
    });
    if (held)
        return true;
    const auto stored = m_store.find(end.id);
    const std::lock_guard lock(m_mutex);
    job->lost = true;
    end.result = {};
    end.state = stored && isFinal(stored->info.state) ? stored->info.state : JobState::Interrupted;
    return true;
}

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "jobs/job_queue_impl.h"
#include "store/workspace.h"

#include <algorithm>
#include <utility>

namespace lepton::jobs {
namespace {

constexpr std::chrono::seconds housekeepingInterval{1};
constexpr std::chrono::seconds recoveryInterval{20};

} // namespace

class JobQueue::Impl::Context final : public JobContext
{
public:
    Context(Impl& queue, JobPointer job)
        : m_params(job->info.params)
        , m_id(job->info.id)
        , m_cancellation(job->cancellation.token())
        , m_progress(
              [&queue, job](const base::ProgressState& state) {
                  {
                      const std::lock_guard lock(queue.m_mutex);
                      job->info.progress = state;
                      job->changed = true;
                  }
                  queue.notify(job);
              },
              queue.m_clock)
    {}

    const nlohmann::json& params() const override { return m_params; }
    base::JobId id() const override { return m_id; }
    base::Cancellation cancellation() const override { return m_cancellation; }
    base::Progress& progress() override { return m_progress; }
    const std::string& subject() const override { return m_subject; }
    StopRequest stopRequest() const noexcept override
    {
        return m_cancellation.requested() ? StopRequest::Cancel : StopRequest::None;
    }
    StopRequest waitWhilePaused() override { return stopRequest(); }
    void setResult(nlohmann::json result) override { m_result = std::move(result); }
    void log(std::string_view) override {}

private:
    nlohmann::json m_result;
    std::string m_subject;
    const nlohmann::json m_params;
    const base::JobId m_id;
    const base::Cancellation m_cancellation;
    base::Progress m_progress;
};

void JobQueue::Impl::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_queue.empty() && m_busy < m_slots; })) {
        const JobPointer job = m_queue.front();
        m_queue.pop_front();
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
        const bool cancelled = error.code() == base::ErrorCode::Cancelled;
        finish(job, cancelled ? JobState::Cancelled : JobState::Failed, {}, cancelled ? nullptr : &error);
    }
}

nlohmann::json JobQueue::Impl::runHandler(const JobPointer& job)
{
    job->cancellation.token().throwIfRequested();
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
        end = job->info;
    }
    end.state = state;
    end.finished = m_clock.now();
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
        if (saved)
            m_jobs.erase(end.id);
    }
    m_changed.notify_all();
    notify(job);
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

void JobQueue::Impl::housekeep(const std::stop_token& stop)
{
    std::optional<std::chrono::nanoseconds> lastRecovery;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wakeHousekeeper = false;
        lock.unlock();
        try {
            cancelQueued();
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

void JobQueue::Impl::cancelQueued()
{
    std::vector<JobPointer> cancelled;
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = std::stable_partition(m_queue.begin(), m_queue.end(), [](const JobPointer& job) {
            return !job->cancellation.requested();
        });
        cancelled.assign(kept, m_queue.end());
        m_queue.erase(kept, m_queue.end());
    }
    for (const JobPointer& job : cancelled)
        finish(job, JobState::Cancelled, {}, nullptr);
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
            due.push_back({job, job->info});
        }
    }
    if (due.empty())
        return;
    m_workspace.write([&](store::Transaction& transaction) {
        for (Due& entry : due)
            entry.held = m_store.beat(transaction, entry.info, m_holder);
    });
    for (const Due& entry : due) {
        if (entry.info.state == JobState::Cancelling)
            notify(entry.job);
        const std::lock_guard lock(m_mutex);
        if (entry.held || isFinal(entry.job->info.state))
            continue;
        // Taken to be dead, after a long sleep of this machine for instance: its work must not go on.
        entry.job->lost = true;
        entry.job->cancellation.request();
    }
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

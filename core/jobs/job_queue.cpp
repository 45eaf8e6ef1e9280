// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include "base/error_json.h"
#include "jobs/job_store.h"
#include "jobs/lease_watch.h"
#include "store/workspace.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace lepton::jobs {
namespace {

constexpr std::chrono::seconds housekeepingInterval{1};
constexpr std::chrono::seconds recoveryInterval{20};
/// A lease is confirmed so many times within its timeout.
constexpr int beatsPerTimeout = 6;

} // namespace

/// The threads and what they share. Lock order: m_listenerMutex, then m_mutex; neither is held during SQL or
/// a handler.
class JobQueue::Impl
{
public:
    Impl(store::Workspace& workspace, Options options, const base::Clock& clock);
    ~Impl();

    void registerKind(std::string kind, JobHandler handler);
    base::JobId submit(JobRequest request);
    void cancel(const base::JobId& id);
    JobInfo wait(const base::JobId& id);
    std::vector<JobInfo> active();
    std::vector<JobInfo> recent(int limit);
    std::optional<JobInfo> find(const base::JobId& id);
    void setListener(Listener listener);
    void setSlots(int slots);
    int slots() const;
    std::vector<JobInfo> recover();

private:
    /// A job of this process. Kept until its end is in the catalog.
    struct Job
    {
        JobInfo info;
        JobHandler handler;
        base::CancellationSource cancellation;
        std::chrono::nanoseconds lastBeat{};
        bool changed = false; ///< state or progress not yet in the catalog
        bool unsaved = false; ///< ended, and the catalog could not be told yet
        bool lost = false;    ///< someone else took the lease to be dead and ended the job
    };
    using JobPointer = std::shared_ptr<Job>;
    class Context;

    void growWorkers(int coming);
    void work(const std::stop_token& stop);
    void run(const JobPointer& job);
    nlohmann::json runHandler(const JobPointer& job);
    void finish(const JobPointer& job, JobState state, nlohmann::json result, const base::Error* error);
    bool saveEnd(const JobPointer& job, JobInfo& end);
    void housekeep(const std::stop_token& stop);
    void cancelQueued();
    void retryUnsaved();
    void beat();
    void notify(const JobPointer& job);
    JobInfo toInfo(const LeasedJob& job) const;

    store::Workspace& m_workspace;
    JobStore m_store;
    const base::Clock& m_clock;
    const LeaseHolder m_holder;
    const std::chrono::nanoseconds m_beatInterval;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, JobHandler> m_handlers;
    std::map<base::JobId, JobPointer> m_jobs;
    std::deque<JobPointer> m_queue;
    int m_slots;
    int m_busy = 0;
    bool m_wakeHousekeeper = false;
    bool m_closing = false;

    std::mutex m_listenerMutex;
    Listener m_listener;

    std::mutex m_watchMutex;
    LeaseWatch m_watch;

    std::vector<std::jthread> m_workers;
    std::jthread m_housekeeper;
};

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

private:
    const nlohmann::json m_params;
    const base::JobId m_id;
    const base::Cancellation m_cancellation;
    base::Progress m_progress;
};

JobQueue::Impl::Impl(store::Workspace& workspace, Options options, const base::Clock& clock)
    : m_workspace(workspace)
    , m_store(workspace)
    , m_clock(clock)
    , m_holder(options.holder ? *options.holder : LeaseHolder::thisProcess())
    , m_beatInterval(std::chrono::nanoseconds(options.leaseTimeout) / beatsPerTimeout)
    , m_slots(std::max(1, options.slots))
    , m_watch(m_holder, options.leaseTimeout, clock)
    , m_housekeeper([this](const std::stop_token& stop) { housekeep(stop); })
{}

JobQueue::Impl::~Impl()
{
    {
        std::unique_lock lock(m_mutex);
        m_closing = true;
        for (const auto& entry : m_jobs)
            entry.second->cancellation.request();
        m_wakeHousekeeper = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] {
            return m_busy == 0 && std::all_of(m_jobs.begin(), m_jobs.end(), [](const auto& entry) {
                       return isFinal(entry.second->info.state);
                   });
        });
    }
    m_housekeeper = {};
    m_workers.clear();
    // What still cannot be saved is ended by whoever finds the dead lease.
    retryUnsaved();
}

void JobQueue::Impl::registerKind(std::string kind, JobHandler handler)
{
    const std::lock_guard lock(m_mutex);
    m_handlers[std::move(kind)] = std::move(handler);
}

base::JobId JobQueue::Impl::submit(JobRequest request)
{
    auto job = std::make_shared<Job>();
    {
        const std::lock_guard lock(m_mutex);
        const auto handler = m_handlers.find(request.kind);
        if (handler == m_handlers.end())
            throw base::Error(base::ErrorCode::InvalidArgument,
                              "This program cannot run jobs of the kind " + request.kind + ".");
        if (m_closing)
            throw base::Error(base::ErrorCode::Cancelled, "The program is closing and takes no new work.");
        job->handler = handler->second;
        growWorkers(1);
    }
    const auto signer = m_workspace.signer();
    if (!signer)
        throw base::Error(base::ErrorCode::NoMember,
                          "Only a member of the workspace can start work in it. Ask an admin to enrol you.");
    job->info.id = base::JobId::generate(m_clock);
    job->info.kind = std::move(request.kind);
    job->info.title = std::move(request.title);
    job->info.params = std::move(request.params);
    job->info.member = signer->member();
    job->info.own = true;
    m_workspace.write([&](store::Transaction& transaction) {
        job->info.queued = transaction.now();
        m_store.insert(transaction, job->info, m_holder);
        transaction.append(
            {"job.queued", job->info.id.toString(), {{"kind", job->info.kind}, {"title", job->info.title}}});
    });

    const base::JobId id = job->info.id;
    {
        const std::lock_guard lock(m_mutex);
        job->lastBeat = m_clock.monotonic();
        m_jobs.emplace(id, job);
        m_queue.push_back(job);
        if (m_closing)
            job->cancellation.request();
    }
    m_changed.notify_all();
    notify(job);
    return id;
}

void JobQueue::Impl::cancel(const base::JobId& id)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_jobs.find(id);
        if (found == m_jobs.end() || isFinal(found->second->info.state))
            return;
        Job& job = *found->second;
        job.cancellation.request();
        job.changed = true;
        if (job.info.state != JobState::Queued)
            job.info.state = JobState::Cancelling;
        m_wakeHousekeeper = true;
    }
    m_changed.notify_all();
}

JobInfo JobQueue::Impl::wait(const base::JobId& id)
{
    {
        std::unique_lock lock(m_mutex);
        if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
            const JobPointer job = found->second;
            m_changed.wait(lock, [&] { return isFinal(job->info.state); });
            return job->info;
        }
    }
    auto job = m_store.find(id);
    if (!job || !isFinal(job->info.state))
        throw base::Error(base::ErrorCode::NotFound, "No job with the id " + id.toString() + " runs here.");
    return toInfo(*job);
}

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

std::vector<JobInfo> JobQueue::Impl::active()
{
    std::vector<JobInfo> jobs;
    const auto open = m_store.open();
    const std::lock_guard lock(m_mutex);
    for (const auto& entry : m_jobs) {
        if (!isFinal(entry.second->info.state))
            jobs.push_back(entry.second->info);
    }
    for (const LeasedJob& job : open) {
        // An own one that is not in memory has ended since the catalog was read, or is about to be listed.
        if (!(job.holder == m_holder))
            jobs.push_back(job.info);
    }
    std::sort(jobs.begin(), jobs.end(), [](const JobInfo& left, const JobInfo& right) {
        return std::pair(left.queued, left.id) < std::pair(right.queued, right.id);
    });
    return jobs;
}

std::vector<JobInfo> JobQueue::Impl::recent(int limit)
{
    std::vector<JobInfo> jobs;
    for (const LeasedJob& job : m_store.ended(limit))
        jobs.push_back(toInfo(job));
    return jobs;
}

std::optional<JobInfo> JobQueue::Impl::find(const base::JobId& id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_jobs.find(id); found != m_jobs.end())
            return found->second->info;
    }
    const auto job = m_store.find(id);
    return job ? std::optional(toInfo(*job)) : std::nullopt;
}

JobInfo JobQueue::Impl::toInfo(const LeasedJob& job) const
{
    JobInfo info = job.info;
    info.own = job.holder == m_holder;
    return info;
}

void JobQueue::Impl::notify(const JobPointer& job)
{
    const std::lock_guard listening(m_listenerMutex);
    if (!m_listener)
        return;
    JobInfo info;
    {
        const std::lock_guard lock(m_mutex);
        info = job->info;
    }
    try {
        m_listener(info);
    } catch (...) {
        // What a listener cannot show must not end the work.
    }
}

void JobQueue::Impl::setListener(Listener listener)
{
    const std::lock_guard listening(m_listenerMutex);
    m_listener = std::move(listener);
}

void JobQueue::Impl::setSlots(int slots)
{
    {
        const std::lock_guard lock(m_mutex);
        m_slots = std::max(1, slots);
        growWorkers(0);
    }
    m_changed.notify_all();
}

/// Makes threads for the jobs there are and @p coming ones, as far as the slots go. Call with m_mutex held.
void JobQueue::Impl::growWorkers(int coming)
{
    const int jobs = m_busy + static_cast<int>(m_queue.size()) + coming;
    while (static_cast<int>(m_workers.size()) < std::min(m_slots, jobs))
        m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

int JobQueue::Impl::slots() const
{
    const std::lock_guard lock(m_mutex);
    return m_slots;
}

JobQueue::JobQueue(store::Workspace& workspace, Options options, const base::Clock& clock)
    : m_impl(std::make_unique<Impl>(workspace, std::move(options), clock))
{}

JobQueue::~JobQueue() = default;

void JobQueue::registerKind(std::string kind, JobHandler handler)
{
    m_impl->registerKind(std::move(kind), std::move(handler));
}

base::JobId JobQueue::submit(JobRequest request)
{
    return m_impl->submit(std::move(request));
}

void JobQueue::cancel(const base::JobId& id)
{
    m_impl->cancel(id);
}

JobInfo JobQueue::wait(const base::JobId& id)
{
    return m_impl->wait(id);
}

std::vector<JobInfo> JobQueue::active()
{
    return m_impl->active();
}

std::vector<JobInfo> JobQueue::recent(int limit)
{
    return m_impl->recent(limit);
}

std::optional<JobInfo> JobQueue::find(const base::JobId& id)
{
    return m_impl->find(id);
}

void JobQueue::setListener(Listener listener)
{
    m_impl->setListener(std::move(listener));
}

void JobQueue::setSlots(int slots)
{
    m_impl->setSlots(slots);
}

int JobQueue::slots() const
{
    return m_impl->slots();
}

std::vector<JobInfo> JobQueue::recover()
{
    return m_impl->recover();
}

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include "jobs/job_queue_impl.h"
#include "store/workspace.h"

#include <algorithm>
#include <utility>

namespace lepton::jobs {
namespace {

/// A lease is confirmed so many times within its timeout.
constexpr int beatsPerTimeout = 6;

} // namespace

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

void JobQueue::Impl::registerKind(std::string kind, JobHandler handler, KindOptions)
{
    const std::lock_guard lock(m_mutex);
    m_handlers[std::move(kind)] = std::move(handler);
}

base::JobId JobQueue::Impl::submit(JobRequest request, const Also& also)
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
        if (also)
            also(transaction, job->info.id);
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

void JobQueue::registerKind(std::string kind, JobHandler handler, KindOptions options)
{
    m_impl->registerKind(std::move(kind), std::move(handler), options);
}

base::JobId JobQueue::submit(JobRequest request)
{
    return m_impl->submit(std::move(request), {});
}

base::JobId JobQueue::submit(JobRequest request, const Also& also)
{
    return m_impl->submit(std::move(request), also);
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

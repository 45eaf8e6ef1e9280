// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_queue.h"

#include "jobs/job_queue_impl.h"
#include "store/workspace.h"

#include <algorithm>
#include <system_error>
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
        if (!m_closing) {
            lock.unlock();
            shutDown(ShutDownMode::CancelAll);
            lock.lock();
        }
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

void JobQueue::Impl::registerKind(std::string kind, JobHandler handler, KindOptions options)
{
    const std::lock_guard lock(m_mutex);
    m_kinds[std::move(kind)] = {std::move(handler), options};
}

base::JobId JobQueue::Impl::submit(JobRequest request, const Also& also)
{
    auto job = std::make_shared<Job>();
    {
        const std::lock_guard lock(m_mutex);
        const auto kind = m_kinds.find(request.kind);
        if (kind == m_kinds.end())
            throw base::Error(base::ErrorCode::InvalidArgument,
                              "This program cannot run jobs of the kind " + request.kind + ".");
        if (m_closing)
            throw base::Error(base::ErrorCode::Cancelled, "The program is closing and takes no new work.");
        job->handler = kind->second.handler;
        job->info.pausable = kind->second.options.pausable;
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
    job->info.subject = std::move(request.subject);
    job->info.member = signer->member();
    job->info.own = true;
    if (m_store.openFor(job->info.kind, job->info.subject))
        recover(); // it may be one of a process that has died
    m_workspace.write([&](store::Transaction& transaction) { insert(transaction, job->info, also); });

    const base::JobId id = job->info.id;
    {
        const std::lock_guard lock(m_mutex);
        job->lastBeat = m_clock.monotonic();
        m_jobs.emplace(id, job);
        m_queue.push_back(job);
        try {
            growWorkers(0); // another one may have been submitted while this one was recorded
        } catch (const std::system_error&) {
            // No thread to be had now: it waits for one of those there are.
        }
        if (m_closing)
            ask(*job, *m_closing);
    }
    m_changed.notify_all();
    notify(job);
    return id;
}

/// The transaction of submit().
void JobQueue::Impl::insert(store::Transaction& transaction, JobInfo& job, const Also& also)
{
    if (const auto other = m_store.openFor(job.kind, job.subject))
        throw base::Error(base::ErrorCode::Busy,
                          "\"" + other->info.title +
                              "\" is being worked on already, by a job that has not ended. Wait for it or "
                              "stop it. If the program that ran it broke off on another computer, try again "
                              "in a minute.");
    job.queued = transaction.now();
    m_store.insert(transaction, job, m_holder);
    if (also) {
        also(transaction, job.id, job.title);
        m_store.setTitle(transaction, job.id, job.title);
    }
    nlohmann::json detail{{"kind", job.kind}, {"title", job.title}};
    if (!job.subject.empty())
        detail["subject"] = job.subject;
    transaction.append({"job.queued", job.id.toString(), std::move(detail)});
}

JobInfo JobQueue::Impl::wait(const base::JobId& id)
{
    {
        std::unique_lock lock(m_mutex);
        if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
            const JobPointer job = found->second;
            m_changed.wait(lock, [&] { return job->told; });
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
            jobs.push_back(snapshot(*entry.second));
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
            return withLog(*found->second);
    }
    const auto job = m_store.find(id);
    return job ? std::optional(toInfo(*job)) : std::nullopt;
}

std::optional<JobInfo> JobQueue::Impl::latestFor(std::string_view subject)
{
    const auto job = m_store.latestFor(subject);
    if (!job)
        return std::nullopt;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_jobs.find(job->info.id); found != m_jobs.end())
            return withLog(*found->second);
    }
    // One of this process that is not in memory any more has ended since it was read.
    const bool endedSince = job->holder == m_holder && !isFinal(job->info.state);
    return endedSince ? find(job->info.id) : toInfo(*job);
}

/// What is known of a job at this moment. With m_mutex held.
JobInfo JobQueue::Impl::snapshot(const Job& job) const
{
    JobInfo info = job.info;
    if (job.workBegan && !isFinal(info.state))
        info.worked = std::chrono::duration_cast<std::chrono::milliseconds>(
            job.pauseBegan.value_or(m_clock.monotonic()) - *job.workBegan - job.paused);
    return info;
}

/// With m_mutex held.
JobInfo JobQueue::Impl::withLog(const Job& job) const
{
    JobInfo info = snapshot(job);
    if (!isFinal(info.state))
        info.logTail.assign(job.log.begin(), job.log.end());
    return info;
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
        // Who came here for an earlier change may find the end, which is told once.
        if (isFinal(job->info.state) && std::exchange(job->endTold, true))
            return;
        info = snapshot(*job);
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
    while (static_cast<int>(m_workers.size()) < m_paused + std::min(m_slots, jobs))
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

void JobQueue::pause(const base::JobId& id)
{
    m_impl->pause(id);
}

void JobQueue::resume(const base::JobId& id)
{
    m_impl->resume(id);
}

void JobQueue::interrupt(const base::JobId& id)
{
    m_impl->stop(id, StopRequest::Interrupt);
}

void JobQueue::cancel(const base::JobId& id)
{
    m_impl->stop(id, StopRequest::Cancel);
}

void JobQueue::shutDown(ShutDownMode mode)
{
    m_impl->shutDown(mode);
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

std::optional<JobInfo> JobQueue::latestFor(std::string_view subject)
{
    return m_impl->latestFor(subject);
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

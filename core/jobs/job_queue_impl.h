// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/jobs: the threads of the queue. job_queue.cpp has what callers ask for, job_runner.cpp what
// the threads do.

#include "jobs/job_queue.h"
#include "jobs/job_store.h"
#include "jobs/lease_watch.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace lepton::jobs {

/// The threads and what they share. Lock order: m_listenerMutex, then m_mutex; neither is held during SQL or
/// a handler.
class JobQueue::Impl
{
public:
    Impl(store::Workspace& workspace, Options options, const base::Clock& clock);
    ~Impl();

    void registerKind(std::string kind, JobHandler handler, KindOptions options);
    base::JobId submit(JobRequest request, const Also& also);
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

} // namespace lepton::jobs

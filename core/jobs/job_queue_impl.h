// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/jobs: the threads of the queue. job_queue.cpp has what callers ask for, job_stops.cpp how
// jobs are paused and stopped, job_runner.cpp what the workers do, job_housekeeper.cpp what is done beside.

#include "jobs/job_queue.h"
#include "jobs/job_store.h"
#include "jobs/lease_watch.h"

#include <atomic>
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
    void pause(const base::JobId& id);
    void resume(const base::JobId& id);
    void stop(const base::JobId& id, StopRequest wanted);
    void shutDown(ShutDownMode mode);
    JobInfo wait(const base::JobId& id);
    std::vector<JobInfo> active();
    std::vector<JobInfo> recent(int limit);
    std::optional<JobInfo> find(const base::JobId& id);
    std::optional<JobInfo> latestFor(std::string_view subject);
    void setListener(Listener listener);
    void setSlots(int slots);
    int slots() const;
    std::vector<JobInfo> recover();

private:
    /// A job of this process. Kept until its end is in the catalog.
    struct Job
    {
        JobInfo info; ///< its log is filled when the job ends
        JobHandler handler;
        base::CancellationSource cancellation;
        std::atomic<StopRequest> stop{StopRequest::None}; ///< info.stop, for the handler's quick look
        nlohmann::json result;                            ///< what the handler set
        std::deque<std::string> log;
        std::chrono::nanoseconds lastBeat{};
        std::optional<std::chrono::nanoseconds> workBegan{};  ///< monotonic; unset until a handler has it
        std::optional<std::chrono::nanoseconds> pauseBegan{}; ///< set while its handler waits
        std::chrono::nanoseconds paused{};                    ///< in all pauses that are over
        bool begun = false;                                   ///< a worker has it
        bool changed = false;                                 ///< state or progress not yet in the catalog
        bool untold = false;  ///< changed by a thread that must not call the listener
        bool told = false;    ///< ended, and the listener knows
        bool endTold = false; ///< the end was given to the listener, which may still be at it
        bool unsaved = false; ///< ended, and the catalog could not be told yet
        bool lost = false;    ///< someone else took the lease to be dead and ended the job
    };
    using JobPointer = std::shared_ptr<Job>;
    class Context;
    struct Kind
    {
        JobHandler handler;
        KindOptions options;
    };

    // With m_mutex held:
    JobPointer open(const base::JobId& id) const;
    void ask(Job& job, StopRequest wanted);
    void setStop(Job& job, StopRequest stop);
    void enter(Job& job, JobState state);
    void hold(const JobPointer& job);
    void enqueue(const JobPointer& job);
    void growWorkers(int coming);
    JobInfo snapshot(const Job& job) const;
    JobInfo withLog(const Job& job) const;

    // On the workers:
    void work(const std::stop_token& stop);
    void run(const JobPointer& job);
    nlohmann::json runHandler(const JobPointer& job);
    StopRequest waitWhilePaused(const JobPointer& job);
    void finish(const JobPointer& job, JobState state, nlohmann::json result, const base::Error* error);
    bool saveEnd(const JobPointer& job, JobInfo& end);

    // On the housekeeper's thread:
    void housekeep(const std::stop_token& stop);
    void tell();
    void stopQueued();
    void retryUnsaved();
    void beat();

    void insert(store::Transaction& transaction, JobInfo& job, const Also& also);
    void notify(const JobPointer& job);
    JobInfo toInfo(const LeasedJob& job) const;

    store::Workspace& m_workspace;
    JobStore m_store;
    const base::Clock& m_clock;
    const LeaseHolder m_holder;
    const std::chrono::nanoseconds m_beatInterval;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, Kind> m_kinds;
    std::map<base::JobId, JobPointer> m_jobs;
    std::deque<JobPointer> m_queue;
    int m_slots;
    int m_busy = 0;     ///< workers with a slot
    int m_paused = 0;   ///< workers whose handler waits in waitWhilePaused(), without a slot
    int m_resuming = 0; ///< of those, the ones that want a slot again
    bool m_wakeHousekeeper = false;
    std::optional<StopRequest> m_closing; ///< what the jobs were asked when the queue began to close

    std::mutex m_listenerMutex;
    Listener m_listener;

    std::mutex m_watchMutex;
    LeaseWatch m_watch;

    std::vector<std::jthread> m_workers;
    std::jthread m_housekeeper;
};

} // namespace lepton::jobs

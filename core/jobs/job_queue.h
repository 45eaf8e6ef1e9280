// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/progress.h"
#include "jobs/job.h"
#include "jobs/lease.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lepton::store {
class Workspace;
}

namespace lepton::jobs {

/// What a handler gets.
class JobContext
{
public:
    virtual ~JobContext() = default;
    virtual const nlohmann::json& params() const = 0;
    virtual base::JobId id() const = 0;
    virtual base::Cancellation cancellation() const = 0;
    virtual base::Progress& progress() = 0;
};

/// Does the work of one kind, on a worker thread. Returns the result; throws base::Error to fail; a Cancelled
/// error ends the job as cancelled.
using JobHandler = std::function<nlohmann::json(JobContext&)>;

/// Runs jobs on worker threads under leases in the catalog. Knows no kinds; app registers their handlers.
/// Thread-safe. Every job ends in exactly one final state, whatever is thrown.
class JobQueue
{
public:
    struct Options
    {
        int slots = 2;
        /// How long another machine's counter must stand still before its lease counts as dead.
        std::chrono::seconds leaseTimeout{60};
        /// Whose leases these are; unset: this process. Tests state another one.
        std::optional<LeaseHolder> holder{};
    };

    JobQueue(store::Workspace& workspace, Options options, const base::Clock& clock = base::systemClock());
    /// Cancels what runs and waits for it.
    ~JobQueue();

    void registerKind(std::string kind, JobHandler handler);

    /// Records the job (one transaction) and runs it as soon as a slot is free.
    /// @throw Error: InvalidArgument for an unknown kind, NoMember without a signer, and what a write throws.
    base::JobId submit(JobRequest request);
    /// Asks a job of this process to stop; it ends as cancelled. A job that has ended is left alone. Returns
    /// at once: may be called from the GUI thread.
    void cancel(const base::JobId& id);
    /// Blocks until the job of this process has ended. @throw Error with ErrorCode::NotFound
    JobInfo wait(const base::JobId& id);

    /// Jobs not ended yet, own and others', oldest first. Own ones from memory, others' from the catalog.
    std::vector<JobInfo> active();
    /// Ended jobs, newest first.
    std::vector<JobInfo> recent(int limit);
    std::optional<JobInfo> find(const base::JobId& id);

    /// Called after each change of an own job (progress at most 10 times a second), on a thread of the queue
    /// or the one that submits, one call at a time. It must not call the queue. Once setListener() has
    /// returned, the listener before is not called any more.
    using Listener = std::function<void(const JobInfo&)>;
    void setListener(Listener listener);

    void setSlots(int slots);
    int slots() const;

    /// Marks jobs whose lease is dead as interrupted; called at start and about once a minute. Returns them.
    std::vector<JobInfo> recover();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::jobs

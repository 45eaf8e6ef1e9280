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
#include <string_view>
#include <vector>

namespace lepton::store {
class Transaction;
class Workspace;
} // namespace lepton::store

namespace lepton::jobs {

/// What a handler gets. It may be called from any thread of the handler, waitWhilePaused() from one at a
/// time.
class JobContext
{
public:
    virtual ~JobContext() = default;
    virtual const nlohmann::json& params() const = 0;
    virtual base::JobId id() const = 0;
    virtual const std::string& subject() const = 0;
    /// Requested by StopRequest::Cancel alone, so that an interrupted handler can still save with it.
    virtual base::Cancellation cancellation() const = 0;
    /// Its rates and times leave pauses out.
    virtual base::Progress& progress() = 0;

    /// What is asked of the job now: for the handlers of pausable kinds, between two steps. Cheap.
    virtual StopRequest stopRequest() const noexcept = 0;
    /// Called by a handler that saw StopRequest::Pause and has saved its state. The job is Paused, its slot
    /// free for others, its lease kept, until it is resumed (and has a slot again), interrupted or cancelled.
    /// Returns what is then asked: None to go on, Interrupt or Cancel to end. Returns at once where no pause
    /// is asked for.
    virtual StopRequest waitWhilePaused() = 0;

    /// The result, should the handler not return: kept however the job ends.
    virtual void setResult(nlohmann::json result) = 0;
    /// Adds lines to the log of the job; the last 200 are kept, each cut at 1,000 bytes.
    virtual void log(std::string_view text) = 0;
};

/// Does the work of one kind, on a worker thread. Returns the result; throws base::Error to fail. A Cancelled
/// error ends the job as interrupted where stopRequest() is Interrupt, else as cancelled.
using JobHandler = std::function<nlohmann::json(JobContext&)>;

/// What a kind of job can do.
struct KindOptions
{
    /// Its handler asks stopRequest() between two steps, and can save and wait there.
    bool pausable = false;
};

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
    /// Cancels what runs, unless shutDown() chose otherwise, and waits for it.
    ~JobQueue();

    void registerKind(std::string kind, JobHandler handler, KindOptions options = {});

    /// Work that is to be committed together with the job that it is about. It may change the title: what it
    /// makes may have a number by which people know it.
    using Also = std::function<void(store::Transaction&, const base::JobId&, std::string& title)>;

    /// Records the job (one transaction) and runs it as soon as a slot is free.
    /// @throw Error: InvalidArgument for an unknown kind, NoMember without a signer, Busy while another job
    /// of the kind is open for the subject, and what a write throws.
    base::JobId submit(JobRequest request);
    /// Does @p also in the transaction that records the job; it may run more than once, as in
    /// Workspace::write(). What it throws is thrown, and there is no job.
    base::JobId submit(JobRequest request, const Also& also);

    // Each asks a job of this process, and returns at once: may be called from the GUI thread. A job that has
    // ended, or that runs elsewhere, is left alone; so is one that was asked for something weightier.

    /// A running job saves and pauses at its next step; a queued one is held back. Both keep their place and
    /// progress. @throw Error with ErrorCode::Unsupported for a kind that cannot be paused
    void pause(const base::JobId& id);
    /// Takes pause() back: a paused job goes on as soon as a slot is free, before queued ones.
    void resume(const base::JobId& id);
    /// The job saves what it can and ends as interrupted; one of a kind that cannot save is cancelled.
    void interrupt(const base::JobId& id);
    /// The job ends as cancelled.
    void cancel(const base::JobId& id);

    /// How what runs and waits is to end when the program closes.
    enum class ShutDownMode
    {
        InterruptAll, ///< as by interrupt()
        CancelAll     ///< as by cancel()
    };
    /// Takes no new jobs from now on and asks all own ones to end; returns at once. The destructor then waits
    /// for them. May be called again to cancel what is being interrupted.
    void shutDown(ShutDownMode mode);

    /// Blocks until the job of this process has ended and the listener knows. @throw Error with
    /// ErrorCode::NotFound
    JobInfo wait(const base::JobId& id);

    /// Jobs not ended yet, own and others', oldest first. Own ones from memory, others' from the catalog.
    std::vector<JobInfo> active();
    /// Ended jobs, newest first.
    std::vector<JobInfo> recent(int limit);
    std::optional<JobInfo> find(const base::JobId& id);
    /// The job that was queued last for @p subject, ended or not.
    std::optional<JobInfo> latestFor(std::string_view subject);

    /// Called after each change of an own job (progress at most 10 times a second), on a thread of the queue
    /// or the one that submits, one call at a time. It must not call the queue. Once setListener() has
    /// returned, the listener before is not called any more.
    using Listener = std::function<void(const JobInfo&)>;
    void setListener(Listener listener);

    void setSlots(int slots);
    int slots() const;

    /// Marks jobs whose lease is dead as interrupted; called at start and every twenty seconds. Returns them.
    std::vector<JobInfo> recover();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::jobs

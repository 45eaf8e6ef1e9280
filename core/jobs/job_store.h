// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "jobs/lease.h"

namespace lepton::store {
class Transaction;
}

namespace lepton::jobs {

/// A job as the catalog has it, with its lease.
struct LeasedJob
{
    JobInfo info;
    LeaseHolder holder;
    std::int64_t counter = 0;
};

/// The catalog's table of jobs. The functions that change a job do so only while it is open and its lease is
/// the stated one, and say whether it was: so of two that want to end a job, one does. Thread-safe as the
/// workspace is.
class JobStore
{
public:
    explicit JobStore(store::Workspace& workspace);

    void insert(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder);
    void setTitle(store::Transaction& transaction, const base::JobId& id, const std::string& title);
    bool start(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder);
    /// Saves state and progress, and raises the counter.
    bool beat(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder);
    /// Ends the job in its final state.
    bool finish(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder);
    /// Ends a job of a dead lease, unless its counter has moved since @p job was read.
    bool interrupt(store::Transaction& transaction, const LeasedJob& job);

    /// Jobs that have not ended, oldest first. Lists come without the logs.
    std::vector<LeasedJob> open();
    /// Ended jobs, newest first.
    std::vector<LeasedJob> ended(int limit);
    std::optional<LeasedJob> find(const base::JobId& id);
    /// The job that was queued last for @p subject.
    std::optional<LeasedJob> latestFor(std::string_view subject);
    /// The one of @p kind that has not ended for @p subject. Also from within a write.
    std::optional<LeasedJob> openFor(const std::string& kind, const std::string& subject);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::base {
class Error;
}

namespace lepton::train {

/// What a run starts with.
struct NewRun
{
    RunId id = RunId::generate(); ///< the subject of the job
    Recipe recipe;
    std::string recipeHash;
    base::DatasetId dataset;
    std::string datasetName;
    int datasetNumber = 0;
    std::string datasetHash;
    std::string baseModelName;
    std::string baseModelHash;
};

/// What a run ends with.
struct RunResult
{
    std::int64_t bestStep = 0;
    std::map<std::string, double> metrics;
    nlohmann::json report;
    std::vector<RunArtifact> artifacts; ///< model files and predictions; objects that are kept already
};

/// Writes the history of runs; each call is one transaction with its event (run.started, run.resumed,
/// run.completed, run.failed, run.stopped), or is part of the one it is given. Checkpoints and metric points
/// are no events. Thread-safe.
class RunRecords
{
public:
    explicit RunRecords(store::Workspace& workspace);

    /// The catalog as it is.
    RunStore& store() noexcept { return m_store; }

    /// Records a run in the transaction that records its first job (JobQueue::submit). Returns it with the
    /// number that it got. @throw base::Error NoMember without a signer
    Run start(store::Transaction& transaction, const NewRun& draft, const base::JobId& job);
    /// Another job goes on with the run, recorded in the same transaction. A run whose job was killed between
    /// complete() and its own end has its metrics already: all that is left to do is to return them.
    /// @throw base::Error Busy while its latest job has not ended; NotFound without the run, and for one in
    /// the trash; AlreadyDecided when its latest job completed
    void resume(store::Transaction& transaction, const RunId& id, const base::JobId& job);
    // The others are for the job that works on the run: @p run as it was when that began. Once another job
    // goes on with it (this computer slept, say, and another one took it over), they change nothing; those
    // that the work depends on then throw base::Error Cancelled.

    /// Saves environment, data and totalSteps of @p run; not an event. @throw base::Error Cancelled
    void setFacts(const Run& run);
    /// Training begins at @p step: the metric points behind it belong to steps that are done anew, and are
    /// taken away. Not an event. @throw base::Error Cancelled
    void goOnFrom(const Run& run, std::int64_t step);
    /// Replaces the run's checkpoint, and its best step so far; not an event. The object of the one before
    /// is removed. @throw base::Error Cancelled
    void checkpoint(const Run& run, const store::ObjectRef& object, std::int64_t step, std::int64_t bestStep);
    /// The run has its model; its checkpoint is taken away. @throw base::Error Cancelled
    void complete(const Run& run, const RunResult& result);
    /// The run ended without a model; what it has so far is kept. A Cancelled error is recorded as
    /// run.stopped.
    void fail(const Run& run, const base::Error& error);
    /// The run was stopped, and its checkpoint goes: it cannot be resumed from there. One that is complete
    /// stays as it is.
    void stopWithoutCheckpoint(const Run& run);

private:
    store::Workspace& m_workspace;
    RunStore m_store;
};

} // namespace lepton::train

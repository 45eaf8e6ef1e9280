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
    base::JobId job; ///< null: not queued yet, see RunRecords::setJob()
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
/// run.completed, run.failed, run.cancelled). Checkpoints and metric points are no events. Thread-safe.
class RunRecords
{
public:
    explicit RunRecords(store::Workspace& workspace);

    /// The catalog as it is.
    RunStore& store() noexcept { return m_store; }

    /// @throw base::Error NoMember without a signer
    Run start(const NewRun& draft);
    /// Names the first job of a run that was recorded before it was queued; not an event.
    void setJob(const RunId& id, const base::JobId& job);
    /// Another job goes on with the run.
    /// @throw base::Error Busy while its latest job has not ended, or another took it over meanwhile
    /// (@p expected is the job that the caller saw); NotFound without a checkpoint or run
    void resume(const RunId& id, const base::JobId& expected, const base::JobId& job);
    /// Saves environment, data and totalSteps of @p run; not an event.
    void setFacts(const Run& run);
    /// Replaces the run's checkpoint, and its best step so far; not an event.
    void checkpoint(const RunId& id, const store::ObjectRef& object, std::int64_t step,
                    std::int64_t bestStep);
    /// The run has its model; its checkpoint is taken away.
    void complete(const RunId& id, const RunResult& result);
    /// The run ended without a model; what it has so far is kept.
    void fail(const RunId& id, const base::Error& error);

private:
    store::Workspace& m_workspace;
    RunStore m_store;
};

} // namespace lepton::train

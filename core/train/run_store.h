// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "jobs/job.h"
#include "train/recipe.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::store {
class Transaction;
class Workspace;
struct ObjectRef;
} // namespace lepton::store

namespace lepton::train {

enum class ArtifactKind
{
    Model,       ///< a file of the model folder
    Predictions, ///< the test part with predictions, Parquet
    Checkpoint   ///< what a resumed run goes on from
};
std::string_view artifactKindName(ArtifactKind kind) noexcept;

/// A file of a run, as an object.
struct RunArtifact
{
    ArtifactKind kind = ArtifactKind::Model;
    std::string name; ///< unique in its kind: "config.json", "predictions.parquet", "checkpoint"
    std::string hash; ///< of the object
    std::int64_t bytes = 0;
    std::int64_t step = 0;              ///< optimiser steps that are in it
    std::optional<std::int64_t> kept{}; ///< store::ObjectRef::kept of an object that is about to be put
};

/// Metrics as a JSON object. JSON has no NaN and no infinities: they are the texts "nan", "inf" and "-inf".
nlohmann::json metricsJson(const std::map<std::string, double>& metrics);

/// A run, with the state of its latest job. Names of data set and base model are today's where they still
/// exist, else those of the time of the run.
struct Run
{
    RunId id;
    std::int64_t number = 0;       ///< R-1, R-2, ... in the workspace
    std::string title;             ///< its own name; empty without one
    std::string note;              ///< what people wrote about it, Markdown; empty without one
    std::vector<std::string> tags; ///< by their folded form
    std::optional<base::UtcTime> trashed;
    base::JobId job; ///< the latest; a run is the subject of its jobs

    base::DatasetVersionId datasetVersion;
    base::DatasetId dataset;
    std::string datasetName;
    int datasetNumber = 0;   ///< of the version
    std::string datasetHash; ///< content hash
    BaseModelId baseModel;
    std::string baseModelName;
    std::string baseModelHash;
    Recipe recipe;
    std::string recipeHash;
    base::MemberId member; ///< who started it
    std::string memberName;
    base::UtcTime created;

    nlohmann::json environment;            ///< device, library, program version, ...; null until known
    nlohmann::json data;                   ///< classes, rows of each part, notices; null until known
    std::int64_t totalSteps = 0;           ///< 0 until known
    std::int64_t bestStep = 0;             ///< 0 until one was marked
    std::map<std::string, double> metrics; ///< final ones; empty until completed
    nlohmann::json report;                 ///< of the test part; null until completed

    // of the latest job
    jobs::JobState state = jobs::JobState::Queued;
    std::string errorKind, errorMessage, errorDetail;
    std::optional<base::UtcTime> started; ///< of its first job
    std::optional<base::UtcTime> finished;
    std::chrono::milliseconds workedBefore{}; ///< by its jobs before the latest one
    std::chrono::milliseconds worked{};       ///< by the latest one so far; pauses left out

    /// "R-12".
    std::string name() const { return "R-" + std::to_string(number); }
    /// How long all its jobs worked on it, in seconds.
    double seconds() const { return std::chrono::duration<double>(workedBefore + worked).count(); }
};

/// Which runs to list; what is empty limits nothing.
struct RunQuery
{
    std::optional<base::DatasetId> dataset;
    std::optional<BaseModelId> baseModel;
    std::vector<jobs::JobState> states;
    bool trashed = false; ///< what is in the trash instead
    std::int64_t offset = 0;
    std::int64_t limit = -1; ///< -1: all
};

/// The catalog's tables of runs. Synchronous; thread-safe as the workspace is. Changes go through RunRecords,
/// which adds their events.
class RunStore
{
public:
    explicit RunStore(store::Workspace& workspace);

    std::vector<Run> list(const RunQuery& query = {}); ///< newest first
    std::optional<Run> find(const RunId& id);
    std::optional<Run> findByNumber(std::int64_t number);
    /// The run whose latest job is @p job.
    std::optional<Run> findByJob(const base::JobId& job);
    /// A run by "R-12", "12" or its UUID, in either case. @throw base::Error NotFound with a sentence
    Run resolve(std::string_view text);
    std::vector<RunArtifact> artifacts(const RunId& id); ///< by kind and name

    /// As the other functions of these names, but as the transaction sees them.
    std::optional<Run> find(store::Transaction& transaction, const RunId& id);
    std::vector<RunArtifact> artifacts(store::Transaction& transaction, const RunId& id);

    /// Adds a run and gives it the next number, which it returns.
    std::int64_t insert(store::Transaction& transaction, const Run& run);
    /// Another job works on the run; the time that the one before worked is kept.
    void setJob(store::Transaction& transaction, const RunId& id, const base::JobId& job);
    /// What is known once the data is read and the trainer made.
    void setFacts(store::Transaction& transaction, const Run& run);
    void setBestStep(store::Transaction& transaction, const RunId& id, std::int64_t step);
    /// Saves bestStep, metrics and report.
    void setResult(store::Transaction& transaction, const Run& run);
    /// Adds or replaces the artifact of this kind and name, and links its object.
    void putArtifact(store::Transaction& transaction, const RunId& id, const RunArtifact& artifact);
    void removeArtifact(store::Transaction& transaction, const RunId& id, ArtifactKind kind,
                        std::string_view name);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::train

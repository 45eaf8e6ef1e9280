// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_records.h"

#include "base/error.h"
#include "store/object_store.h"
#include "store/workspace.h"
#include "train/metric_store.h"

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

constexpr const char* checkpointName = "checkpoint";

Run found(RunStore& store, store::Transaction& transaction, const RunId& id)
{
    auto run = store.find(transaction, id);
    if (!run)
        throw Error(ErrorCode::NotFound, "The run is not there any more: it has been removed.");
    return *std::move(run);
}

/// The run as it is now, when the job of @p run is still the one that works on it.
/// @throw Error Cancelled when it is not
Run held(RunStore& store, store::Transaction& transaction, const Run& run)
{
    Run now = found(store, transaction, run.id);
    if (now.job != run.job)
        throw Error(ErrorCode::Cancelled,
                    run.name() + " is being worked on by another job now, which goes on without this one.");
    return now;
}

nlohmann::json artifactsJson(const std::vector<RunArtifact>& artifacts)
{
    nlohmann::json json = nlohmann::json::array();
    for (const RunArtifact& artifact : artifacts)
        json.push_back({{"kind", artifactKindName(artifact.kind)},
                        {"name", artifact.name},
                        {"hash", artifact.hash},
                        {"bytes", artifact.bytes}});
    return json;
}

} // namespace

RunRecords::RunRecords(store::Workspace& workspace)
    : m_workspace(workspace)
    , m_store(workspace)
{}

Run RunRecords::start(store::Transaction& transaction, const NewRun& draft, const base::JobId& job)
{
    const auto signer = m_workspace.signer();
    if (!signer)
        throw Error(ErrorCode::NoMember,
                    "Only a member of the workspace can train. Ask an admin to enrol you.");
    Run run;
    run.id = draft.id;
    run.job = job;
    run.dataset = draft.dataset;
    run.datasetVersion = draft.recipe.datasetVersion;
    run.datasetName = draft.datasetName;
    run.datasetNumber = draft.datasetNumber;
    run.datasetHash = draft.datasetHash;
    run.baseModel = draft.recipe.baseModel;
    run.baseModelName = draft.baseModelName;
    run.baseModelHash = draft.baseModelHash;
    run.recipe = draft.recipe;
    run.recipeHash = draft.recipeHash;
    run.member = signer->member();
    run.created = transaction.now();
    run.number = m_store.insert(transaction, run);
    transaction.append({"run.started",
                        run.id.toString(),
                        {{"run", run.name()},
                         {"job", job.toString()},
                         {"dataset", run.dataset.toString()},
                         {"dataset_version", run.datasetVersion.toString()},
                         {"dataset_name", run.datasetName},
                         {"version", run.datasetNumber},
                         {"dataset_hash", run.datasetHash},
                         {"base_model", run.baseModel.toString()},
                         {"base_model_name", run.baseModelName},
                         {"base_model_hash", run.baseModelHash},
                         {"recipe", run.recipe},
                         {"recipe_hash", run.recipeHash}}});
    return run;
}

void RunRecords::resume(store::Transaction& transaction, const RunId& id, const base::JobId& job)
{
    const Run run = found(m_store, transaction, id);
    if (run.trashed)
        throw Error(ErrorCode::NotFound, run.name() + " is in the trash. Restore it before it goes on.");
    if (!jobs::isFinal(run.state))
        throw Error(ErrorCode::Busy, run.name() + " is being worked on already. Wait until it has ended.");
    if (run.state == jobs::JobState::Completed)
        throw Error(ErrorCode::AlreadyDecided,
                    run.name() + " is complete: there is nothing to go on with. Start a new run.");
    std::int64_t step = 0;
    for (const RunArtifact& artifact : m_store.artifacts(transaction, id)) {
        if (artifact.kind == ArtifactKind::Checkpoint)
            step = artifact.step;
    }
    m_store.setJob(transaction, id, job);
    transaction.append({"run.resumed",
                        id.toString(),
                        {{"run", run.name()},
                         {"job", job.toString()},
                         {"job_before", run.job.toString()},
                         {"from_step", step}}});
}

void RunRecords::setFacts(const Run& run)
{
    m_workspace.write([&](store::Transaction& transaction) {
        held(m_store, transaction, run);
        m_store.setFacts(transaction, run);
    });
}

void RunRecords::goOnFrom(const Run& run, std::int64_t step)
{
    m_workspace.write([&](store::Transaction& transaction) {
        const Run now = held(m_store, transaction, run);
        MetricStore(m_workspace).forgetAfter(transaction, run.number, step);
        if (now.bestStep > step)
            m_store.setBestStep(transaction, run.id, 0);
    });
}

void RunRecords::checkpoint(const Run& run, const store::ObjectRef& object, std::int64_t step,
                            std::int64_t bestStep)
{
    m_workspace.write([&](store::Transaction& transaction) {
        held(m_store, transaction, run);
        m_store.putArtifact(
            transaction, run.id,
            {ArtifactKind::Checkpoint, checkpointName, object.hash, object.bytes, step, object.kept});
        m_store.setBestStep(transaction, run.id, bestStep);
    });
}

void RunRecords::complete(const Run& run, const RunResult& result)
{
    m_workspace.write([&](store::Transaction& transaction) {
        Run done = held(m_store, transaction, run);
        done.bestStep = result.bestStep;
        done.metrics = result.metrics;
        done.report = result.report;
        m_store.setResult(transaction, done);
        MetricStore(m_workspace).setFinal(transaction, done.number, done.metrics);
        for (const RunArtifact& artifact : result.artifacts)
            m_store.putArtifact(transaction, run.id, artifact);
        m_store.removeArtifact(transaction, run.id, ArtifactKind::Checkpoint, checkpointName);
        transaction.append({"run.completed",
                            run.id.toString(),
                            {{"run", run.name()},
                             {"job", run.job.toString()},
                             {"best_step", result.bestStep},
                             {"metrics", metricsJson(result.metrics)},
                             {"artifacts", artifactsJson(result.artifacts)}}});
    });
}

void RunRecords::fail(const Run& run, const base::Error& error)
{
    const bool stopped = error.code() == ErrorCode::Cancelled;
    m_workspace.write([&](store::Transaction& transaction) {
        if (found(m_store, transaction, run.id).job != run.job)
            return;
        nlohmann::json detail{{"run", run.name()}, {"job", run.job.toString()}};
        if (!stopped) {
            detail["error"] = error.kind();
            detail["message"] = error.message();
        }
        transaction.append({stopped ? "run.stopped" : "run.failed", run.id.toString(), std::move(detail)});
    });
}

void RunRecords::stopWithoutCheckpoint(const Run& run)
{
    m_workspace.write([&](store::Transaction& transaction) {
        const Run now = found(m_store, transaction, run.id);
        if (now.job != run.job || !now.report.is_null())
            return;
        m_store.removeArtifact(transaction, run.id, ArtifactKind::Checkpoint, checkpointName);
        transaction.append({"run.stopped",
                            run.id.toString(),
                            {{"run", run.name()}, {"job", run.job.toString()}, {"checkpoint", "dropped"}}});
    });
}

} // namespace lepton::train

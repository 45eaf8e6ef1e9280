// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_json.h"

#include "app/session/session.h"
#include "train/required.h"
#include "train/training_service.h"

#include <cmath>
#include <span>

namespace lepton::cli {
namespace {

nlohmann::json timeOrNull(const std::optional<base::UtcTime>& time)
{
    return time ? nlohmann::json(time->toString()) : nlohmann::json();
}

nlohmann::json lineage(const train::Run& run, const std::vector<train::RunArtifact>& artifacts)
{
    nlohmann::json files = nlohmann::json::array();
    for (const train::RunArtifact& artifact : artifacts)
        files.push_back({{"kind", train::artifactKindName(artifact.kind)},
                         {"name", artifact.name},
                         {"hash", artifact.hash},
                         {"bytes", artifact.bytes},
                         {"step", artifact.step}});
    return {{"dataset", run.datasetName},
            {"dataset_id", run.dataset.toString()},
            {"version", run.datasetNumber},
            {"version_id", run.datasetVersion.toString()},
            {"content_hash", run.datasetHash},
            {"basemodel", run.baseModelName},
            {"basemodel_id", run.baseModel.toString()},
            {"basemodel_hash", run.baseModelHash},
            {"recipe_hash", run.recipeHash},
            {"environment", run.environment},
            {"data", run.data},
            {"artifacts", std::move(files)}};
}

} // namespace

nlohmann::json metricValue(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

nlohmann::json metricsDocument(const std::map<std::string, double>& metrics)
{
    nlohmann::json document = nlohmann::json::object();
    for (const auto& [key, value] : metrics)
        document[key] = metricValue(value);
    return document;
}

nlohmann::json listEntry(app::Session& session, const train::RunRow& run)
{
    return {{"run", run.id.toString()},
            {"number", run.number},
            {"name", run.title.empty() ? nlohmann::json() : nlohmann::json(run.title)},
            {"tags", run.tags},
            {"trashed", timeOrNull(run.trashed)},
            {"best_key", run.decidedBy},
            {"best", run.best ? metricValue(*run.best) : nlohmann::json()},
            {"state", jobs::stateName(run.state)},
            {"dataset", run.datasetName},
            {"version", run.datasetNumber},
            {"basemodel", run.baseModelName},
            {"started", timeOrNull(run.started)},
            {"finished", timeOrNull(run.finished)},
            {"metrics", metricsDocument(session.training().lists().metrics(run.number))}};
}

train::RunRow rowOf(app::Session& session, std::int64_t number)
{
    const auto rows = session.training().lists().rows(std::span(&number, 1));
    if (rows.empty())
        throw train::goneRun();
    return rows.front();
}

nlohmann::json runDocument(app::Session& session, const train::Run& run)
{
    nlohmann::json document = listEntry(session, rowOf(session, run.number));
    document["note"] = run.note;
    document["recipe"] = run.recipe;
    document["recipe_hash"] = run.recipeHash;
    document["member"] = run.memberName;
    document["created"] = run.created.toString();
    document["total_steps"] = run.totalSteps;
    document["best_step"] = run.bestStep;
    document["lineage"] = lineage(run, session.training().runs().artifacts(run.id));
    if (!run.errorMessage.empty())
        document["error"] = {
            {"kind", run.errorKind}, {"message", run.errorMessage}, {"detail", run.errorDetail}};
    if (const auto job = session.jobs().find(run.job))
        document["log"] = job->logTail;
    return document;
}

} // namespace lepton::cli

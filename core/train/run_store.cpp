// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_store.h"

#include "base/error.h"
#include "base/json_text.h"
#include "base/word_table.h"
#include "store/columns.h"
#include "store/workspace.h"
#include "train/run_entry_store.h"
#include "train/run_row_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <charconv>
#include <utility>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

constexpr base::WordTable<ArtifactKind, 3> kindNames{{{ArtifactKind::Model, "model"},
                                                      {ArtifactKind::Predictions, "predictions"},
                                                      {ArtifactKind::Checkpoint, "checkpoint"}}};

std::optional<Run> findRunIn(SQLite::Database& database, const char* where, const std::string& value)
{
    SQLite::Statement query(database, std::string(selectRuns) + where);
    query.bind(1, value);
    return query.executeStep() ? std::optional(readRun(query)) : std::nullopt;
}

std::optional<Run> findByNumberIn(SQLite::Database& database, std::int64_t number)
{
    SQLite::Statement query(database, std::string(selectRuns) + "WHERE r.number = ?");
    query.bind(1, number);
    return query.executeStep() ? std::optional(readRun(query)) : std::nullopt;
}

std::vector<RunArtifact> artifactsIn(SQLite::Database& database, const RunId& id)
{
    std::vector<RunArtifact> artifacts;
    SQLite::Statement query(database, "SELECT kind, name, hash, bytes, step FROM run_artifact WHERE run = ?"
                                      " ORDER BY kind, name");
    query.bind(1, id.toString());
    while (query.executeStep()) {
        RunArtifact artifact;
        artifact.kind = base::valueOf(kindNames, query.getColumn(0).getString()).value_or(artifact.kind);
        artifact.name = query.getColumn(1).getString();
        artifact.hash = query.getColumn(2).getString();
        artifact.bytes = query.getColumn(3).getInt64();
        artifact.step = query.getColumn(4).getInt64();
        artifacts.push_back(std::move(artifact));
    }
    return artifacts;
}

/// Under what name the object store knows the user of an artifact's object.
std::string ownerOf(const RunId& id, ArtifactKind kind, std::string_view name)
{
    return id.toString() + "/" + std::string(artifactKindName(kind)) + "/" + std::string(name);
}

std::optional<std::int64_t> numberFrom(std::string_view text)
{
    if (text.starts_with("R-") || text.starts_with("r-"))
        text.remove_prefix(2);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 1)
        return std::nullopt;
    return number;
}

} // namespace

std::string_view artifactKindName(ArtifactKind kind) noexcept
{
    return base::wordOf(kindNames, kind);
}

RunStore::RunStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

std::vector<Run> RunStore::list(const RunQuery& wanted)
{
    std::string sql = std::string(selectRuns) +
                      (wanted.trashed ? "WHERE e.trashed IS NOT NULL" : "WHERE e.trashed IS NULL");
    if (wanted.dataset)
        sql += " AND r.dataset = :dataset";
    if (wanted.baseModel)
        sql += " AND r.base_model = :model";
    for (std::size_t i = 0; i < wanted.states.size(); ++i)
        sql += (i == 0 ? " AND j.state IN (:state" : ", :state") + std::to_string(i);
    sql += wanted.states.empty() ? "" : ")";
    sql += " ORDER BY r.number DESC LIMIT :limit OFFSET :offset";
    std::vector<Run> runs;
    m_workspace.read([&](SQLite::Database& database) {
        runs.clear();
        SQLite::Statement query(database, sql);
        if (wanted.dataset)
            query.bind(":dataset", wanted.dataset->toString());
        if (wanted.baseModel)
            query.bind(":model", wanted.baseModel->toString());
        for (std::size_t i = 0; i < wanted.states.size(); ++i)
            query.bind(":state" + std::to_string(i), std::string(jobs::stateName(wanted.states[i])));
        query.bind(":limit", wanted.limit);
        query.bind(":offset", wanted.offset);
        while (query.executeStep())
            runs.push_back(readRun(query));
    });
    return runs;
}

std::optional<Run> RunStore::find(const RunId& id)
{
    std::optional<Run> run;
    m_workspace.read(
        [&](SQLite::Database& database) { run = findRunIn(database, "WHERE r.id = ?", id.toString()); });
    return run;
}

std::optional<Run> RunStore::findByNumber(std::int64_t number)
{
    std::optional<Run> run;
    m_workspace.read([&](SQLite::Database& database) { run = findByNumberIn(database, number); });
    return run;
}

std::optional<Run> RunStore::findByJob(const base::JobId& job)
{
    std::optional<Run> run;
    m_workspace.read(
        [&](SQLite::Database& database) { run = findRunIn(database, "WHERE r.job = ?", job.toString()); });
    return run;
}

Run RunStore::resolve(std::string_view text)
{
    std::optional<Run> run;
    if (const auto number = numberFrom(text))
        run = findByNumber(*number);
    else if (const auto id = RunId::parse(text))
        run = find(*id);
    if (run)
        return *std::move(run);
    RunQuery newest;
    newest.limit = 1;
    const auto runs = list(newest);
    throw Error(ErrorCode::NotFound, "There is no run \"" + std::string(text) + "\". " +
                                         (runs.empty() ? "Nothing has been trained in this workspace yet."
                                                       : "The newest one is " + runs.front().name() +
                                                             "; lepton run list shows all."));
}

std::vector<RunArtifact> RunStore::artifacts(const RunId& id)
{
    std::vector<RunArtifact> artifacts;
    m_workspace.read([&](SQLite::Database& database) { artifacts = artifactsIn(database, id); });
    return artifacts;
}

std::optional<Run> RunStore::find(store::Transaction& transaction, const RunId& id)
{
    return findRunIn(transaction.database(), "WHERE r.id = ?", id.toString());
}

std::vector<RunArtifact> RunStore::artifacts(store::Transaction& transaction, const RunId& id)
{
    return artifactsIn(transaction.database(), id);
}

std::int64_t RunStore::insert(store::Transaction& transaction, const Run& run)
{
    SQLite::Statement next(transaction.database(), "SELECT coalesce(max(number), 0) + 1 FROM run");
    next.executeStep();
    const std::int64_t number = next.getColumn(0).getInt64();
    SQLite::Statement statement(
        transaction.database(),
        "INSERT INTO run (id, number, job, dataset, dataset_version, dataset_name, dataset_number,"
        " dataset_hash, base_model, base_model_name, base_model_hash, recipe, recipe_hash, member, created)"
        " VALUES (:id, :number, :job, :dataset, :version, :dataset_name, :dataset_number, :dataset_hash,"
        " :model, :model_name, :model_hash, :recipe, :recipe_hash, :member, :created)");
    statement.bind(":id", run.id.toString());
    statement.bind(":number", number);
    statement.bind(":job", run.job.toString());
    statement.bind(":dataset", run.dataset.toString());
    statement.bind(":version", run.datasetVersion.toString());
    statement.bind(":dataset_name", run.datasetName);
    statement.bind(":dataset_number", run.datasetNumber);
    statement.bind(":dataset_hash", run.datasetHash);
    statement.bind(":model", run.baseModel.toString());
    statement.bind(":model_name", run.baseModelName);
    statement.bind(":model_hash", run.baseModelHash);
    statement.bind(":recipe", base::jsonText(run.recipe));
    statement.bind(":recipe_hash", run.recipeHash);
    statement.bind(":member", run.member.toString());
    statement.bind(":created", run.created.milliseconds);
    statement.exec();
    RunEntryStore().insert(transaction, number, "validation/" + std::string(metricName(run.recipe.metric)));
    return number;
}

void RunStore::setJob(store::Transaction& transaction, const RunId& id, const base::JobId& job)
{
    SQLite::Statement statement(
        transaction.database(),
        "UPDATE run SET job = ?, began = coalesce(began, j.started),"
        " worked_before = worked_before + coalesce(j.worked, j.finished - j.started, 0)"
        " FROM job j WHERE run.id = ? AND j.id = run.job");
    statement.bind(1, job.toString());
    statement.bind(2, id.toString());
    statement.exec();
}

void RunStore::setFacts(store::Transaction& transaction, const Run& run)
{
    SQLite::Statement statement(transaction.database(), "UPDATE run SET environment = :environment,"
                                                        " data = :data, total_steps = :steps WHERE id = :id");
    store::bindJson(statement, ":environment", run.environment);
    store::bindJson(statement, ":data", run.data);
    statement.bind(":steps", run.totalSteps);
    statement.bind(":id", run.id.toString());
    statement.exec();
}

void RunStore::setBestStep(store::Transaction& transaction, const RunId& id, std::int64_t step)
{
    SQLite::Statement statement(transaction.database(), "UPDATE run SET best_step = ? WHERE id = ?");
    statement.bind(1, step);
    statement.bind(2, id.toString());
    statement.exec();
}

void RunStore::setResult(store::Transaction& transaction, const Run& run)
{
    SQLite::Statement statement(transaction.database(),
                                "UPDATE run SET best_step = :step, metrics = :metrics,"
                                " report = :report WHERE id = :id");
    statement.bind(":step", run.bestStep);
    statement.bind(":metrics", base::jsonText(metricsJson(run.metrics)));
    store::bindJson(statement, ":report", run.report);
    statement.bind(":id", run.id.toString());
    statement.exec();
}

void RunStore::putArtifact(store::Transaction& transaction, const RunId& id, const RunArtifact& artifact)
{
    removeArtifact(transaction, id, artifact.kind, artifact.name);
    SQLite::Statement statement(transaction.database(),
                                "INSERT INTO run_artifact (run, kind, name, hash, bytes, step)"
                                " VALUES (?, ?, ?, ?, ?, ?)");
    statement.bind(1, id.toString());
    statement.bind(2, std::string(artifactKindName(artifact.kind)));
    statement.bind(3, artifact.name);
    statement.bind(4, artifact.hash);
    statement.bind(5, artifact.bytes);
    statement.bind(6, artifact.step);
    statement.exec();
    m_workspace.objects().link(transaction, {artifact.hash, artifact.bytes, artifact.kept},
                               ownerOf(id, artifact.kind, artifact.name));
}

void RunStore::removeArtifact(store::Transaction& transaction, const RunId& id, ArtifactKind kind,
                              std::string_view name)
{
    SQLite::Statement statement(transaction.database(),
                                "DELETE FROM run_artifact WHERE run = ? AND kind = ? AND name = ?"
                                " RETURNING hash");
    statement.bind(1, id.toString());
    statement.bind(2, std::string(artifactKindName(kind)));
    statement.bind(3, std::string(name));
    std::string hash;
    while (statement.executeStep())
        hash = statement.getColumn(0).getString();
    m_workspace.objects().unlink(transaction, ownerOf(id, kind, name));
    // Checkpoints are large and come often: the one before goes at once.
    if (kind == ArtifactKind::Checkpoint && !hash.empty())
        m_workspace.objects().discard(transaction, hash);
}

} // namespace lepton::train

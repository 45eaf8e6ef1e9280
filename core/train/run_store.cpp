// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_store.h"

#include "base/error.h"
#include "store/workspace.h"
#include "train/run_entry_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<std::pair<ArtifactKind, std::string_view>, 3> kindNames{
    {{ArtifactKind::Model, "model"},
     {ArtifactKind::Predictions, "predictions"},
     {ArtifactKind::Checkpoint, "checkpoint"}}};

Error damaged(const std::string& run, const std::string& detail)
{
    return Error(ErrorCode::Damaged,
                 "The catalog's record of the run " + run + " cannot be read. Run lepton doctor.", detail);
}

jobs::JobState stateFromName(const std::string& run, const std::string& name)
{
    if (const auto state = jobs::stateFromName(name))
        return *state;
    throw damaged(run, "state " + name);
}

std::string dump(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void bindJson(SQLite::Statement& statement, const char* name, const nlohmann::json& json)
{
    if (json.is_null())
        statement.bind(name);
    else
        statement.bind(name, dump(json));
}

nlohmann::json jsonColumn(const SQLite::Column& column)
{
    return column.isNull() ? nlohmann::json() : nlohmann::json::parse(column.getString());
}

std::optional<base::UtcTime> timeColumn(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(base::UtcTime{column.getInt64()});
}

std::map<std::string, double> metricsFrom(const nlohmann::json& json)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::map<std::string, double> metrics;
    for (const auto& [key, value] : json.items()) {
        if (value.is_number())
            metrics[key] = value.get<double>();
        else
            metrics[key] = value == "inf"    ? infinity
                           : value == "-inf" ? -infinity
                                             : std::numeric_limits<double>::quiet_NaN();
    }
    return metrics;
}

constexpr const char* selectRun =
    "SELECT r.id, r.number, r.job, r.dataset, r.dataset_version, coalesce(d.name, r.dataset_name),"
    " r.dataset_number, r.dataset_hash, r.base_model, coalesce(b.name, r.base_model_name),"
    " r.base_model_hash, r.recipe, r.recipe_hash, r.member, coalesce(m.name, ''), r.created, r.environment,"
    " r.data, r.total_steps, r.best_step, r.metrics, r.report, j.state, j.error_kind, j.error_message,"
    " j.error_detail, coalesce(r.began, j.started), j.finished, e.title, e.trashed,"
    " (SELECT json_group_array(tag) FROM (SELECT tag FROM run_tag WHERE run = r.number ORDER BY tag_key)),"
    " e.note, r.worked_before, coalesce(j.worked, j.finished - j.started)"
    " FROM run r JOIN job j ON j.id = r.job JOIN run_entry e ON e.run = r.number"
    " LEFT JOIN dataset d ON d.id = r.dataset"
    " LEFT JOIN base_model b ON b.id = r.base_model"
    " LEFT JOIN member m ON m.id = r.member ";

template <class IdType>
IdType idColumn(const SQLite::Column& column)
{
    return IdType::parse(column.getString()).value_or(IdType());
}

Run readRun(SQLite::Statement& query)
{
    const auto column = [&query](int index) { return query.getColumn(index); };
    Run run;
    run.id = idColumn<RunId>(column(0));
    run.number = column(1).getInt64();
    run.job = idColumn<base::JobId>(column(2));
    run.dataset = idColumn<base::DatasetId>(column(3));
    run.datasetVersion = idColumn<base::DatasetVersionId>(column(4));
    run.datasetName = column(5).getString();
    run.datasetNumber = column(6).getInt();
    run.datasetHash = column(7).getString();
    run.baseModel = idColumn<BaseModelId>(column(8));
    run.baseModelName = column(9).getString();
    run.baseModelHash = column(10).getString();
    run.recipeHash = column(12).getString();
    run.member = idColumn<base::MemberId>(column(13));
    run.memberName = column(14).getString();
    run.created = base::UtcTime{column(15).getInt64()};
    run.totalSteps = column(18).getInt64();
    run.bestStep = column(19).getInt64();
    run.state = stateFromName(run.name(), column(22).getString());
    run.errorKind = column(23).getString();
    run.errorMessage = column(24).getString();
    run.errorDetail = column(25).getString();
    run.started = timeColumn(column(26));
    run.finished = timeColumn(column(27));
    run.title = column(28).getString();
    run.trashed = timeColumn(column(29));
    run.note = column(31).getString();
    run.workedBefore = std::chrono::milliseconds(column(32).getInt64());
    run.worked = std::chrono::milliseconds(column(33).getInt64());
    try {
        jsonColumn(column(30)).get_to(run.tags);
        run.recipe = recipeFromJson(nlohmann::json::parse(column(11).getString()));
        run.environment = jsonColumn(column(16));
        run.data = jsonColumn(column(17));
        run.metrics = metricsFrom(jsonColumn(column(20)));
        run.report = jsonColumn(column(21));
    } catch (const nlohmann::json::exception& error) {
        throw damaged(run.name(), error.what());
    } catch (const Error& error) {
        throw damaged(run.name(), error.what());
    }
    return run;
}

std::optional<Run> findOne(SQLite::Database& database, const char* where, const std::string& value)
{
    SQLite::Statement query(database, std::string(selectRun) + where);
    query.bind(1, value);
    return query.executeStep() ? std::optional(readRun(query)) : std::nullopt;
}

std::optional<Run> findByNumberIn(SQLite::Database& database, std::int64_t number)
{
    SQLite::Statement query(database, std::string(selectRun) + "WHERE r.number = ?");
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
        for (const auto& [kind, name] : kindNames) {
            if (name == query.getColumn(0).getString())
                artifact.kind = kind;
        }
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
    for (const auto& [candidate, name] : kindNames) {
        if (candidate == kind)
            return name;
    }
    return {};
}

nlohmann::json metricsJson(const std::map<std::string, double>& metrics)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [key, value] : metrics) {
        if (std::isfinite(value))
            json[key] = value;
        else
            json[key] = std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    return json;
}

RunStore::RunStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

std::vector<Run> RunStore::list(const RunQuery& wanted)
{
    std::string sql =
        std::string(selectRun) + (wanted.trashed ? "WHERE e.trashed IS NOT NULL" : "WHERE e.trashed IS NULL");
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
        [&](SQLite::Database& database) { run = findOne(database, "WHERE r.id = ?", id.toString()); });
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
        [&](SQLite::Database& database) { run = findOne(database, "WHERE r.job = ?", job.toString()); });
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
    return findOne(transaction.database(), "WHERE r.id = ?", id.toString());
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
    statement.bind(":recipe", dump(run.recipe));
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
    bindJson(statement, ":environment", run.environment);
    bindJson(statement, ":data", run.data);
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
    statement.bind(":metrics", dump(metricsJson(run.metrics)));
    bindJson(statement, ":report", run.report);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_row_store.h"

#include "base/error.h"
#include "jobs/job.h"
#include "store/columns.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

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

nlohmann::json jsonColumn(const SQLite::Column& column)
{
    return column.isNull() ? nlohmann::json() : nlohmann::json::parse(column.getString());
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

} // namespace

const char* const selectRuns =
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

Run readRun(SQLite::Statement& query)
{
    const auto column = [&query](int index) { return query.getColumn(index); };
    Run run;
    run.id = store::idColumn<RunId>(column(0));
    run.number = column(1).getInt64();
    run.job = store::idColumn<base::JobId>(column(2));
    run.dataset = store::idColumn<base::DatasetId>(column(3));
    run.datasetVersion = store::idColumn<base::DatasetVersionId>(column(4));
    run.datasetName = column(5).getString();
    run.datasetNumber = column(6).getInt();
    run.datasetHash = column(7).getString();
    run.baseModel = store::idColumn<BaseModelId>(column(8));
    run.baseModelName = column(9).getString();
    run.baseModelHash = column(10).getString();
    run.recipeHash = column(12).getString();
    run.member = store::idColumn<base::MemberId>(column(13));
    run.memberName = column(14).getString();
    run.created = base::UtcTime{column(15).getInt64()};
    run.totalSteps = column(18).getInt64();
    run.bestStep = column(19).getInt64();
    run.state = stateFromName(run.name(), column(22).getString());
    run.errorKind = column(23).getString();
    run.errorMessage = column(24).getString();
    run.errorDetail = column(25).getString();
    run.started = store::timeColumn(column(26));
    run.finished = store::timeColumn(column(27));
    run.title = column(28).getString();
    run.trashed = store::timeColumn(column(29));
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

} // namespace lepton::train

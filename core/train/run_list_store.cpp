// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_list_store.h"

#include "store/columns.h"
#include "store/workspace.h"
#include "train/run_order.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <utility>

namespace lepton::train {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// What a row of a list is read from. The best value is the largest, of a loss the smallest.
constexpr const char* fromRuns = " FROM run_entry e JOIN run r ON r.number = e.run JOIN job j ON j.id = r.job"
                                 " LEFT JOIN dataset d ON d.id = r.dataset"
                                 " LEFT JOIN base_model b ON b.id = r.base_model"
                                 " LEFT JOIN member m ON m.id = r.member"
                                 " LEFT JOIN metric_key bk ON bk.key = e.decided_by"
                                 " LEFT JOIN run_metric bm ON bm.key = bk.id AND bm.run = e.run ";

constexpr const char* bestValue = "CASE e.decided_by WHEN 'validation/loss' THEN bm.least ELSE bm.most END";

/// The expression of a field that stands in one row of fromRuns.
std::string expressionOf(const RunField& field)
{
    switch (field.fact) {
    case RunFact::Number:
        return "e.run";
    case RunFact::Name:
        return "nullif(e.title, '')";
    case RunFact::State:
        return "j.state";
    case RunFact::Dataset:
        return "coalesce(d.name, r.dataset_name)";
    case RunFact::Version:
        return "r.dataset_number";
    case RunFact::BaseModel:
        return "coalesce(b.name, r.base_model_name)";
    case RunFact::Member:
        return "m.name";
    case RunFact::Created:
        return "r.created";
    case RunFact::Started:
        return "coalesce(r.began, j.started)";
    case RunFact::Duration:
        return "nullif(r.worked_before + coalesce(j.worked, j.finished - j.started, 0), 0) / 1000.0";
    case RunFact::Best:
        return std::string("iif(bm.run IS NULL, NULL, coalesce(") + bestValue + ", 'nan'))";
    case RunFact::Recipe:
    case RunFact::Metric:
    case RunFact::Tag:
        break;
    }
    return "NULL";
}

RunCell cellOf(const SQLite::Column& column, RunValueKind kind)
{
    if (column.isNull())
        return std::monostate();
    if (kind == RunValueKind::Text)
        return column.getString();
    return column.isText() ? nan : column.getDouble();
}

/// The tables that @p fields stand in, beside run_entry: no more than that, since all runs are gone through.
/// The indexes hold all that is looked at but the recipe.
std::string tablesFor(std::span<const RunField> fields, bool withState)
{
    const auto looksAt = [fields](std::initializer_list<RunFact> facts) {
        return std::ranges::any_of(fields, [facts](const RunField& field) {
            return std::ranges::find(facts, field.fact) != facts.end();
        });
    };
    const bool dataset = looksAt({RunFact::Dataset});
    const bool baseModel = looksAt({RunFact::BaseModel});
    const bool member = looksAt({RunFact::Member});
    const bool job = withState || looksAt({RunFact::State, RunFact::Started, RunFact::Duration});
    std::string tables = " FROM run_entry e";
    if (dataset || baseModel || member || job ||
        looksAt({RunFact::Version, RunFact::Created, RunFact::Recipe}))
        tables += " CROSS JOIN run r INDEXED BY run_list ON r.number = e.run";
    if (job)
        tables += " CROSS JOIN job j INDEXED BY job_list ON j.id = r.job";
    if (dataset)
        tables += " LEFT JOIN dataset d ON d.id = r.dataset";
    if (baseModel)
        tables += " LEFT JOIN base_model b ON b.id = r.base_model";
    if (member)
        tables += " LEFT JOIN member m ON m.id = r.member";
    if (looksAt({RunFact::Best}))
        tables += " LEFT JOIN metric_key bk ON bk.key = e.decided_by"
                  " LEFT JOIN run_metric bm ON bm.key = bk.id AND bm.run = e.run";
    return tables;
}

std::int64_t openRuns(SQLite::Database& database)
{
    SQLite::Statement query(database, "SELECT count(*) FROM job j CROSS JOIN run r ON r.job = j.id"
                                      " CROSS JOIN run_entry e ON e.run = r.number"
                                      " WHERE j.finished IS NULL AND e.trashed IS NULL");
    query.executeStep();
    return query.getColumn(0).getInt64();
}

/// The cells of the fields asked for, of all runs on a shelf, by rising number.
class CellReader
{
public:
    /// @p withState: whether a run failed matters.
    CellReader(SQLite::Database& database, std::span<const RunField> fields, bool withState)
        : m_database(database)
        , m_fields(fields)
        , m_withState(withState)
    {}

    std::vector<RunCells> read(RunShelf shelf)
    {
        readRuns(shelf);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (m_fields[i].fact == RunFact::Metric)
                readMetric(i);
            else if (m_fields[i].fact == RunFact::Tag)
                readTags(i);
        }
        return std::move(m_runs);
    }

private:
    void readRuns(RunShelf shelf)
    {
        std::string sql = m_withState ? "SELECT e.run, j.state" : "SELECT e.run, NULL";
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            sql += ", " + (m_fields[i].fact == RunFact::Recipe
                               ? "json_extract(r.recipe, :path" + std::to_string(i) + ")"
                               : expressionOf(m_fields[i]));
        }
        sql += tablesFor(m_fields, m_withState);
        sql += shelf == RunShelf::Trashed ? " WHERE e.trashed IS NOT NULL" : " WHERE e.trashed IS NULL";
        SQLite::Statement query(m_database, sql + " ORDER BY e.run");
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (m_fields[i].fact == RunFact::Recipe)
                query.bind(":path" + std::to_string(i), "$." + m_fields[i].key);
        }
        while (query.executeStep()) {
            RunCells run;
            run.number = query.getColumn(0).getInt64();
            run.isFailed =
                m_withState && query.getColumn(1).getString() == jobs::stateName(jobs::JobState::Failed);
            for (std::size_t i = 0; i < m_fields.size(); ++i)
                run.cells.push_back(cellOf(query.getColumn(static_cast<int>(i) + 2), kindOf(m_fields[i])));
            m_runs.push_back(std::move(run));
        }
    }

    void readMetric(std::size_t field)
    {
        SQLite::Statement query(m_database, "SELECT run, value FROM run_metric WHERE key ="
                                            " (SELECT id FROM metric_key WHERE key = ?) ORDER BY run");
        query.bind(1, m_fields[field].key);
        auto run = m_runs.begin();
        while (query.executeStep()) {
            const std::int64_t number = query.getColumn(0).getInt64();
            run = std::ranges::lower_bound(run, m_runs.end(), number, {}, &RunCells::number);
            if (run == m_runs.end())
                return;
            if (run->number == number)
                run->cells[field] = query.getColumn(1).isNull() ? nan : query.getColumn(1).getDouble();
        }
    }

    void readTags(std::size_t field)
    {
        for (RunCells& run : m_runs)
            run.cells[field] = std::vector<std::string>();
        SQLite::Statement query(m_database, "SELECT run, tag FROM run_tag ORDER BY run, tag_key");
        auto run = m_runs.begin();
        while (query.executeStep()) {
            const std::int64_t number = query.getColumn(0).getInt64();
            run = std::ranges::lower_bound(run, m_runs.end(), number, {}, &RunCells::number);
            if (run == m_runs.end())
                return;
            if (run->number == number)
                std::get<std::vector<std::string>>(run->cells[field])
                    .push_back(query.getColumn(1).getString());
        }
    }

    SQLite::Database& m_database;
    std::span<const RunField> m_fields;
    bool m_withState;
    std::vector<RunCells> m_runs;
};

RunRow rowOf(SQLite::Statement& query)
{
    const auto column = [&query](int index) { return query.getColumn(index); };
    RunRow row;
    row.id = store::idColumn<RunId>(column(0));
    row.number = column(1).getInt64();
    row.title = column(2).getString();
    row.job = store::idColumn<base::JobId>(column(3));
    row.state = jobs::stateFromName(column(4).getString()).value_or(jobs::JobState::Failed);
    row.errorKind = column(5).getString();
    row.errorMessage = column(6).getString();
    row.dataset = store::idColumn<base::DatasetId>(column(7));
    row.datasetName = column(8).getString();
    row.datasetNumber = column(9).getInt();
    row.baseModel = store::idColumn<BaseModelId>(column(10));
    row.baseModelName = column(11).getString();
    row.member = store::idColumn<base::MemberId>(column(12));
    row.memberName = column(13).getString();
    row.created = base::UtcTime{column(14).getInt64()};
    row.started = store::timeColumn(column(15));
    row.finished = store::timeColumn(column(16));
    row.trashed = store::timeColumn(column(17));
    row.workedBefore = std::chrono::milliseconds(column(22).getInt64());
    row.worked = std::chrono::milliseconds(column(23).getInt64());
    row.decidedBy = column(18).getString();
    if (!column(19).isNull())
        row.best = column(20).isNull() ? nan : column(20).getDouble();
    return row;
}

std::string selectRow()
{
    return std::string(
               "SELECT r.id, e.run, e.title, r.job, j.state, j.error_kind, j.error_message, r.dataset,"
               " coalesce(d.name, r.dataset_name), r.dataset_number, r.base_model,"
               " coalesce(b.name, r.base_model_name), r.member, coalesce(m.name, ''), r.created,"
               " coalesce(r.began, j.started), j.finished, e.trashed, e.decided_by, bm.run, ") +
           bestValue + ", r.recipe, r.worked_before, coalesce(j.worked, j.finished - j.started)" + fromRuns +
           "WHERE e.run = ?";
}

} // namespace

RunListStore::RunListStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

RunFieldNames RunListStore::fieldNames()
{
    std::vector<std::string> keys;
    m_workspace.read([&](SQLite::Database& database) {
        keys.clear();
        SQLite::Statement query(database, "SELECT key FROM metric_key");
        while (query.executeStep())
            keys.push_back(query.getColumn(0).getString());
    });
    return RunFieldNames(std::move(keys));
}

RunOrder RunListStore::order(const RunListQuery& query)
{
    std::vector<RunField> fields = query.filter.fields();
    fields.push_back(query.sort);
    std::vector<RunCells> runs;
    std::int64_t open = 0;
    m_workspace.read([&](SQLite::Database& database) {
        runs = CellReader(database, fields, failedComeLast(query.sort)).read(query.shelf);
        open = query.shelf == RunShelf::Listed ? openRuns(database) : 0;
    });
    RunOrder order = orderOf(std::move(runs), query);
    order.open = open;
    return order;
}

std::vector<RunRow> RunListStore::rows(std::span<const std::int64_t> numbers, const RunRowWish& wish)
{
    std::vector<RunRow> rows;
    m_workspace.read([&](SQLite::Database& database) {
        rows.clear();
        SQLite::Statement query(database, selectRow());
        SQLite::Statement tags(database, "SELECT tag FROM run_tag WHERE run = ? ORDER BY tag_key");
        SQLite::Statement metric(database, "SELECT value FROM run_metric WHERE run = ? AND key ="
                                           " (SELECT id FROM metric_key WHERE key = ?)");
        for (const std::int64_t number : numbers) {
            query.bind(1, number);
            if (query.executeStep()) {
                RunRow row = rowOf(query);
                if (!wish.recipeKeys.empty()) {
                    const auto recipe =
                        nlohmann::json::parse(query.getColumn(21).getString(), nullptr, false);
                    for (const std::string& key : wish.recipeKeys) {
                        if (recipe.is_object() && recipe.contains(key))
                            row.recipe[key] = recipe.at(key);
                    }
                }
                rows.push_back(std::move(row));
            }
            query.reset();
        }
        for (RunRow& row : rows) {
            tags.bind(1, row.number);
            while (tags.executeStep())
                row.tags.push_back(tags.getColumn(0).getString());
            tags.reset();
            for (const std::string& key : wish.metrics) {
                metric.bind(1, row.number);
                metric.bind(2, key);
                if (metric.executeStep())
                    row.metrics[key] = metric.getColumn(0).isNull() ? nan : metric.getColumn(0).getDouble();
                metric.reset();
            }
        }
    });
    return rows;
}

std::map<std::string, double> RunListStore::metrics(std::int64_t number)
{
    std::map<std::string, double> metrics;
    m_workspace.read([&](SQLite::Database& database) {
        metrics.clear();
        SQLite::Statement query(database, "SELECT k.key, m.value FROM run_metric m INDEXED BY run_metric_run"
                                          " JOIN metric_key k ON k.id = m.key WHERE m.run = ?");
        query.bind(1, number);
        while (query.executeStep())
            metrics[query.getColumn(0).getString()] =
                query.getColumn(1).isNull() ? nan : query.getColumn(1).getDouble();
    });
    return metrics;
}

std::vector<double> RunListStore::curve(std::int64_t number, const std::string& key, std::size_t points)
{
    std::vector<double> curve;
    m_workspace.read([&](SQLite::Database& database) {
        std::vector<std::pair<std::int64_t, double>> all;
        SQLite::Statement query(
            database, "SELECT step, value FROM metric_point WHERE run = ? AND key ="
                      " (SELECT id FROM metric_key WHERE key = ?) AND value IS NOT NULL ORDER BY step");
        query.bind(1, number);
        query.bind(2, key);
        while (query.executeStep())
            all.emplace_back(query.getColumn(0).getInt64(), query.getColumn(1).getDouble());
        curve = thinnedCurve(all, points);
    });
    return curve;
}

std::vector<RunFacet> RunListStore::facets(RunFact fact)
{
    const std::array field{RunField{fact}};
    const std::string sql = fact == RunFact::Tag
                                ? "SELECT t.tag, count(*) FROM run_tag t JOIN run_entry e ON e.run = t.run "
                                  "WHERE e.trashed IS NULL"
                                  " GROUP BY t.tag_key ORDER BY count(*) DESC, t.tag_key"
                                : "SELECT " + expressionOf({fact}) + " AS shared, count(*)" +
                                      tablesFor(field, false) +
                                      " WHERE e.trashed IS NULL GROUP BY shared HAVING shared IS NOT NULL"
                                      " ORDER BY count(*) DESC, shared";
    std::vector<RunFacet> facets;
    m_workspace.read([&](SQLite::Database& database) {
        facets.clear();
        SQLite::Statement query(database, sql);
        while (query.executeStep())
            facets.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt64()});
    });
    return facets;
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/metric_store.h"

#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace lepton::train {
namespace {

constexpr const char* selectPoint = "SELECT k.key, p.step, p.epoch, p.time, p.value, p.place"
                                    " FROM metric_point p JOIN metric_key k ON k.id = p.key ";

MetricPoint readPoint(SQLite::Statement& query)
{
    MetricPoint point;
    point.key = query.getColumn(0).getString();
    point.step = query.getColumn(1).getInt64();
    point.epoch = query.getColumn(2).getDouble();
    point.time = base::UtcTime{query.getColumn(3).getInt64()};
    point.value = query.getColumn(4).isNull() ? std::numeric_limits<double>::quiet_NaN()
                                              : query.getColumn(4).getDouble();
    return point;
}

/// The numbers of metric names, each looked up once.
class KeyNumbers
{
public:
    explicit KeyNumbers(SQLite::Database& database)
        : m_find(database, "SELECT id FROM metric_key WHERE key = ?")
        , m_insert(database, "INSERT INTO metric_key (key) VALUES (?) RETURNING id")
    {}

    std::int64_t operator()(const std::string& key)
    {
        const auto [entry, isNew] = m_numbers.try_emplace(key, 0);
        if (isNew && !look(m_find, key, entry->second))
            look(m_insert, key, entry->second);
        return entry->second;
    }

private:
    static bool look(SQLite::Statement& statement, const std::string& key, std::int64_t& number)
    {
        statement.bind(1, key);
        const bool found = statement.executeStep();
        if (found)
            number = statement.getColumn(0).getInt64();
        statement.reset();
        return found;
    }

    SQLite::Statement m_find, m_insert;
    std::map<std::string, std::int64_t> m_numbers;
};

/// Where a metric stands after some more points.
struct Standing
{
    std::int64_t step = 0;
    double value = 0;
    std::optional<double> least, most; ///< of those that are numbers

    void take(std::int64_t at, double point)
    {
        if (at >= step) {
            step = at;
            value = point;
        }
        if (std::isnan(point))
            return;
        least = std::min(least.value_or(point), point);
        most = std::max(most.value_or(point), point);
    }
};

void bindNumber(SQLite::Statement& statement, int place, std::optional<double> value)
{
    if (value && !std::isnan(*value))
        statement.bind(place, *value);
    else
        statement.bind(place);
}

/// The last value is that of the highest step, in whatever order points come.
constexpr const char* addStanding =
    "INSERT INTO run_metric (key, run, step, value, least, most) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (key, run) DO UPDATE SET value = iif(excluded.step >= step, excluded.value, value),"
    " step = max(step, excluded.step),"
    " least = min(coalesce(least, excluded.least), coalesce(excluded.least, least)),"
    " most = max(coalesce(most, excluded.most), coalesce(excluded.most, most))";
constexpr const char* setStanding =
    "INSERT INTO run_metric (key, run, step, value, least, most) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (key, run) DO UPDATE SET value = excluded.value";

void putStanding(SQLite::Statement& statement, std::int64_t key, std::int64_t run, const Standing& standing)
{
    statement.bind(1, key);
    statement.bind(2, run);
    statement.bind(3, standing.step);
    bindNumber(statement, 4, standing.value);
    bindNumber(statement, 5, standing.least);
    bindNumber(statement, 6, standing.most);
    statement.exec();
    statement.reset();
}

std::int64_t numberOf(SQLite::Database& database, const char* sql, std::int64_t run)
{
    SQLite::Statement query(database, sql);
    query.bind(1, run);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

/// A place above all that readers saw before points were taken away last, and below those of all points.
std::int64_t forgottenPlace(SQLite::Database& database, std::int64_t run)
{
    return numberOf(database, "SELECT forgotten FROM run_entry WHERE run = ?", run);
}

std::int64_t highestPlace(SQLite::Database& database, std::int64_t run)
{
    return std::max(numberOf(database, "SELECT max(place) FROM metric_point WHERE run = ?", run),
                    forgottenPlace(database, run));
}

} // namespace

MetricStore::MetricStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

MetricPage MetricStore::after(std::int64_t run, std::int64_t cursor, std::int64_t limit)
{
    MetricPage page;
    m_workspace.read([&](SQLite::Database& database) {
        const std::int64_t forgotten = forgottenPlace(database, run);
        page = {{}, std::max(cursor, forgotten), cursor > 0 && cursor < forgotten};
        SQLite::Statement query(database, std::string(selectPoint) +
                                              "WHERE p.run = ? AND p.place > ? ORDER BY p.place LIMIT ?");
        query.bind(1, run);
        query.bind(2, page.cursor);
        query.bind(3, limit);
        while (query.executeStep()) {
            page.points.push_back(readPoint(query));
            page.cursor = query.getColumn(5).getInt64();
        }
    });
    return page;
}

std::vector<MetricPoint> MetricStore::series(std::int64_t run, const std::string& key)
{
    std::vector<MetricPoint> points;
    m_workspace.read([&](SQLite::Database& database) {
        points.clear();
        SQLite::Statement query(database,
                                std::string(selectPoint) + "WHERE p.run = ? AND k.key = ? ORDER BY p.step");
        query.bind(1, run);
        query.bind(2, key);
        while (query.executeStep())
            points.push_back(readPoint(query));
    });
    return points;
}

std::vector<MetricPoint> MetricStore::seriesAfter(std::int64_t run, const std::string& key,
                                                  std::optional<std::int64_t> after, std::int64_t limit)
{
    std::vector<MetricPoint> points;
    m_workspace.read([&](SQLite::Database& database) {
        points.clear();
        SQLite::Statement query(database, std::string(selectPoint) +
                                              "WHERE p.run = :run AND k.key = :key AND p.step >= :from"
                                              " ORDER BY p.step LIMIT :limit");
        constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
        if (after == last)
            return;
        query.bind(":run", run);
        query.bind(":key", key);
        query.bind(":from", after ? *after + 1 : std::numeric_limits<std::int64_t>::min());
        query.bind(":limit", limit);
        while (query.executeStep())
            points.push_back(readPoint(query));
    });
    return points;
}

std::vector<std::string> MetricStore::keys(std::int64_t run)
{
    std::vector<std::string> keys;
    m_workspace.read([&](SQLite::Database& database) {
        keys.clear();
        SQLite::Statement query(database, "SELECT k.key FROM metric_key k WHERE EXISTS (SELECT 1 FROM"
                                          " metric_point p WHERE p.run = ? AND p.key = k.id) ORDER BY k.key");
        query.bind(1, run);
        while (query.executeStep())
            keys.push_back(query.getColumn(0).getString());
    });
    return keys;
}

std::map<std::string, MetricPoint> MetricStore::last(std::int64_t run)
{
    std::map<std::string, MetricPoint> points;
    m_workspace.read([&](SQLite::Database& database) {
        points.clear();
        SQLite::Statement query(database,
                                "SELECT k.key, p.step, p.epoch, p.time, p.value FROM metric_key k"
                                " CROSS JOIN metric_point p WHERE p.run = :run AND p.key = k.id AND p.step ="
                                " (SELECT max(step) FROM metric_point WHERE run = :run AND key = k.id)");
        query.bind(":run", run);
        while (query.executeStep()) {
            MetricPoint point = readPoint(query);
            points.insert_or_assign(point.key, std::move(point));
        }
    });
    return points;
}

void MetricStore::add(store::Transaction& transaction, std::int64_t run, std::span<const MetricPoint> points)
{
    SQLite::Database& database = transaction.database();
    std::int64_t place = highestPlace(database, run);
    // Point after point of one metric goes to neighbouring places of the tree, and names are looked up once.
    std::map<std::string_view, std::vector<const MetricPoint*>> byKey;
    std::vector<const MetricPoint*>* list = nullptr;
    for (const MetricPoint& point : points) {
        if (!list || list->back()->key != point.key)
            list = &byKey[point.key];
        list->push_back(&point);
    }
    KeyNumbers keyNumber(database);
    SQLite::Statement insert(database,
                             "INSERT INTO metric_point (run, key, step, place, epoch, time, value)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run, key, step) DO UPDATE SET"
                             " place = excluded.place, epoch = excluded.epoch, time = excluded.time,"
                             " value = excluded.value");
    insert.bind(1, run);
    std::map<std::int64_t, Standing> standings;
    for (const auto& [name, ofKey] : byKey) {
        const std::int64_t key = keyNumber(std::string(name));
        Standing& standing = standings[key];
        insert.bind(2, key);
        for (const MetricPoint* point : ofKey) {
            standing.take(point->step, point->value);
            insert.bind(3, point->step);
            insert.bind(4, ++place);
            insert.bind(5, point->epoch);
            insert.bind(6, point->time.milliseconds);
            bindNumber(insert, 7, point->value);
            insert.exec();
            insert.reset();
        }
    }
    SQLite::Statement stand(database, addStanding);
    for (const auto& [key, standing] : standings)
        putStanding(stand, key, run, standing);
}

void MetricStore::forgetAfter(store::Transaction& transaction, std::int64_t run, std::int64_t step)
{
    SQLite::Database& database = transaction.database();
    const std::int64_t place = highestPlace(database, run) + 1;
    const auto change = [&](const char* sql, std::int64_t value) {
        SQLite::Statement statement(database, sql);
        statement.bind(":run", run);
        statement.bind(":value", value);
        return statement.exec();
    };
    if (change("DELETE FROM metric_point WHERE run = :run AND step > :value", step) == 0)
        return;
    // Those that are left come again to readers, who cannot know which are gone.
    change("UPDATE metric_point SET place = place + :value WHERE run = :run", place);
    change("UPDATE run_entry SET forgotten = :value WHERE run = :run", place);
    SQLite::Statement clear(database, "DELETE FROM run_metric WHERE run = ?");
    clear.bind(1, run);
    clear.exec();
    SQLite::Statement stand(
        database, "INSERT INTO run_metric (key, run, step, value, least, most)"
                  " SELECT p.key, p.run, p.step, p.value, range.least, range.most"
                  " FROM (SELECT key, max(step) AS step, min(value) AS least, max(value) AS most"
                  "       FROM metric_point WHERE run = :run GROUP BY key) range"
                  " JOIN metric_point p ON p.run = :run AND p.key = range.key AND p.step = range.step");
    stand.bind(":run", run);
    stand.exec();
}

void MetricStore::setFinal(store::Transaction& transaction, std::int64_t run,
                           const std::map<std::string, double>& metrics)
{
    KeyNumbers keyNumber(transaction.database());
    SQLite::Statement stand(transaction.database(), setStanding);
    for (const auto& [key, value] : metrics) {
        Standing standing;
        standing.take(0, value);
        putStanding(stand, keyNumber(key), run, standing);
    }
}

} // namespace lepton::train

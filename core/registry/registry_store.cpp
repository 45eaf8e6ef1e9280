// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_store.h"

#include "base/text.h"
#include "train/model_files.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace lepton::registry {
namespace {

/// Cells as text; SQLite makes numbers of them where the column holds numbers.
using Cells = std::vector<std::string>;
using Rows = std::map<Cells, Cells>; ///< key -> the other columns

struct Table
{
    const char* name;
    std::vector<const char*> key, columns; ///< columns: the others; the last one is event, but for alias
    /// Makes the rows of what differs between two states, as they were and as they are.
    void (*differences)(const RegistryState& before, const RegistryState& after, Rows& old, Rows& now);
};

std::string text(std::int64_t number)
{
    return std::to_string(number);
}

std::string text(base::UtcTime time)
{
    return std::to_string(time.milliseconds);
}

void addModelRow(Rows& rows, const ModelId& id, const ModelRecord& model)
{
    rows[{id.toString()}] = {model.name,       base::caseFoldKey(model.name),
                             model.department, model.task,
                             model.owner,      model.intendedUse,
                             model.limits,     text(model.created),
                             text(model.event)};
}

void addVersionRow(Rows& rows, const ModelVersionId& id, const VersionRecord& version)
{
    rows[{id.toString()}] = {version.model.toString(),
                             text(version.number),
                             version.run,
                             version.source,
                             version.hash,
                             train::filesJson(version.files).dump(),
                             text(version.maxLength),
                             version.trainer,
                             version.author,
                             std::string(stageName(version.stage)),
                             text(version.trashed ? 1 : 0),
                             text(version.created),
                             text(version.event)};
}

void addAliasRows(Rows& rows, const ModelId& id, const ModelRecord& model)
{
    for (const auto& [alias, number] : model.aliases)
        rows[{id.toString(), alias}] = {text(number)};
}

void addStandardRow(Rows& rows, const std::pair<std::string, int>& key, const StandardRecord& record)
{
    rows[{key.first, text(key.second)}] = {
        record.standard.name, record.standard.department, record.standard.task, record.text, record.hash,
        record.author,        text(record.time),          text(record.event)};
}

void addPromotionRow(Rows& rows, const PromotionId& id, const PromotionRecord& promotion)
{
    rows[{id.toString()}] = {text(promotion.number),
                             promotion.version.toString(),
                             std::string(stageName(promotion.target)),
                             text(promotion.rollback ? 1 : 0),
                             promotion.reason,
                             promotion.requester,
                             promotion.standard,
                             text(promotion.standardVersion),
                             promotion.evidence.dump(),
                             promotion.evidenceHash,
                             text(promotion.gatesPassed ? 1 : 0),
                             std::string(promotionStateName(promotion.state)),
                             text(promotion.time),
                             text(promotion.decided),
                             text(promotion.decidedEvent),
                             text(promotion.event)};
}

void addReviewRows(Rows& rows, const PromotionId& id, const PromotionRecord& promotion)
{
    for (const ReviewRecord& review : promotion.reviews)
        rows[{id.toString(), review.reviewer}] = {review.approved ? "approved" : "rejected", review.comment,
                                                  text(review.time), text(review.event)};
}

/// The rows that @p addRows makes of each record of the map @p records that is not the same in both states.
template <auto records, auto addRows>
void rowsOf(const RegistryState& before, const RegistryState& after, Rows& old, Rows& now)
{
    using Records = std::decay_t<decltype((before.*records)())>;
    Records::differences((before.*records)(), (after.*records)(),
                         [&](const auto& key, const auto* was, const auto* is) {
                             if (was)
                                 addRows(old, key, *was);
                             if (is)
                                 addRows(now, key, *is);
                         });
}

const std::array<Table, 6>& tables()
{
    static const std::array<Table, 6> all{{
        {"model",
         {"id"},
         {"name", "name_key", "department", "task", "owner", "intended_use", "limits", "created", "event"},
         rowsOf<&RegistryState::models, addModelRow>},
        {"model_version",
         {"id"},
         {"model", "number", "run", "source", "hash", "files", "max_length", "trainer", "author", "stage",
          "trashed", "created", "event"},
         rowsOf<&RegistryState::versions, addVersionRow>},
        {"alias", {"model", "name"}, {"number"}, rowsOf<&RegistryState::models, addAliasRows>},
        {"standard",
         {"name_key", "version"},
         {"name", "department", "task", "body", "hash", "author", "created", "event"},
         rowsOf<&RegistryState::standards, addStandardRow>},
        {"promotion",
         {"id"},
         {"number", "version", "target", "rollback", "reason", "requester", "standard", "standard_version",
          "evidence", "evidence_hash", "gates_passed", "state", "created", "decided", "decided_event",
          "event"},
         rowsOf<&RegistryState::promotions, addPromotionRow>},
        {"review",
         {"promotion", "reviewer"},
         {"verdict", "comment", "created", "event"},
         rowsOf<&RegistryState::promotions, addReviewRows>},
    }};
    return all;
}

std::string listed(const std::vector<const char*>& names, const std::string& around = {})
{
    std::string list;
    for (const char* name : names)
        list += (list.empty() ? "" : ", ") + (around.empty() ? std::string(name) : around);
    return list;
}

std::string equalKey(const Table& table)
{
    std::string condition;
    for (const char* name : table.key)
        condition += (condition.empty() ? "" : " AND ") + std::string(name) + " = ?";
    return condition;
}

void bindAll(SQLite::Statement& statement, const Cells& key, const Cells& cells)
{
    int index = 0;
    for (const Cells* part : {&key, &cells}) {
        for (const std::string& cell : *part)
            statement.bind(++index, cell);
    }
}

void put(SQLite::Database& database, const Table& table, const Cells& key, const Cells& cells)
{
    const std::string names = listed(table.key) + ", " + listed(table.columns);
    const std::string marks = listed(table.key, "?") + ", " + listed(table.columns, "?");
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO " + std::string(table.name) + " (" + names +
                                              ") VALUES (" + marks + ")");
    bindAll(statement, key, cells);
    statement.exec();
}

void remove(SQLite::Database& database, const Table& table, const Cells& key)
{
    SQLite::Statement statement(database,
                                "DELETE FROM " + std::string(table.name) + " WHERE " + equalKey(table));
    bindAll(statement, key, {});
    statement.exec();
}

Rows rowsIn(SQLite::Database& database, const Table& table)
{
    SQLite::Statement query(database, "SELECT " + listed(table.key) + ", " + listed(table.columns) +
                                          " FROM " + table.name);
    Rows rows;
    while (query.executeStep()) {
        Cells key, cells;
        for (std::size_t i = 0; i < table.key.size() + table.columns.size(); ++i)
            (i < table.key.size() ? key : cells).push_back(query.getColumn(static_cast<int>(i)).getString());
        rows[std::move(key)] = std::move(cells);
    }
    return rows;
}

std::string nameOf(const Cells& key)
{
    std::string name;
    for (const std::string& cell : key)
        name += (name.empty() ? "" : ", ") + cell;
    return name;
}

/// The event that a row goes back to; 0 for a table without it.
std::int64_t eventOf(const Table& table, const Cells& cells)
{
    return std::string_view(table.columns.back()) == "event" ? std::stoll(cells.back()) : 0;
}

std::optional<identity::Problem> compareTable(SQLite::Database& database, const Table& table,
                                              const RegistryState& state)
{
    const std::string name = "The table " + std::string(table.name);
    Rows none, told;
    table.differences({}, state, none, told);
    const Rows there = rowsIn(database, table);
    for (const auto& [key, cells] : told) {
        const auto row = there.find(key);
        if (row == there.end())
            return identity::Problem{eventOf(table, cells), "projection",
                                     name + " lacks the row " + nameOf(key) + ", which the events tell of."};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] != row->second[i])
                return identity::Problem{eventOf(table, cells), "projection",
                                         name + " differs from the events in the row " + nameOf(key) +
                                             ", column " + table.columns[i] + "."};
        }
    }
    for (const auto& [key, cells] : there) {
        if (!told.contains(key))
            return identity::Problem{0, "projection",
                                     name + " has a row " + nameOf(key) + " that no event tells of."};
    }
    return std::nullopt;
}

} // namespace

void RegistryStore::save(const RegistryState& before, const RegistryState& after)
{
    for (const Table& table : tables()) {
        Rows old, now;
        table.differences(before, after, old, now);
        for (const auto& [key, cells] : old) {
            if (!now.contains(key))
                remove(m_database, table, key);
        }
        for (const auto& [key, cells] : now) {
            const auto row = old.find(key);
            if (row == old.end() || row->second != cells)
                put(m_database, table, key, cells);
        }
    }
}

std::optional<identity::Problem> RegistryStore::compare(const RegistryState& state)
{
    for (const Table& table : tables()) {
        if (auto problem = compareTable(m_database, table, state))
            return problem;
    }
    return std::nullopt;
}

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset_version_store.h"

#include "base/error.h"
#include "base/json_text.h"
#include "base/text.h"
#include "store/columns.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <utility>

namespace lepton::data {
namespace {

constexpr const char* selectVersion =
    "SELECT v.id, v.dataset, v.number, v.row_count, v.bytes, v.content_hash, v.object_hash, v.note, "
    "v.provenance,"
    " v.author, v.created, coalesce((SELECT m.name FROM member m WHERE m.id = v.author), '')"
    " FROM dataset_version v ";

Schema readSchema(SQLite::Database& database, const base::DatasetVersionId& version)
{
    SQLite::Statement query(database, "SELECT name, type, utc, precision, scale FROM dataset_column"
                                      " WHERE version = ? ORDER BY position");
    query.bind(1, version.toString());
    Schema schema;
    while (query.executeStep()) {
        Column column;
        column.name = query.getColumn(0).getString();
        column.type = typeFromName(query.getColumn(1).getString()).value_or(ColumnType::Text);
        column.utc = query.getColumn(2).getInt() != 0;
        column.precision = query.getColumn(3).getInt();
        column.scale = query.getColumn(4).getInt();
        schema.columns.push_back(std::move(column));
    }
    return schema;
}

/// The row that @p query stands on, with its schema.
DatasetVersion readVersion(SQLite::Database& database, SQLite::Statement& query)
{
    DatasetVersion version;
    version.id = store::idColumn<base::DatasetVersionId>(query.getColumn(0));
    version.dataset = store::idColumn<base::DatasetId>(query.getColumn(1));
    version.number = query.getColumn(2).getInt();
    version.rows = query.getColumn(3).getInt64();
    version.bytes = query.getColumn(4).getInt64();
    version.contentHash = query.getColumn(5).getString();
    version.objectHash = query.getColumn(6).getString();
    version.note = query.getColumn(7).getString();
    try {
        nlohmann::json::parse(query.getColumn(8).getString()).get_to(version.provenance);
    } catch (const nlohmann::json::exception& error) {
        throw base::Error(base::ErrorCode::Damaged,
                          "The catalog's record of where version " + std::to_string(version.number) +
                              " came from cannot be read. Run lepton doctor.",
                          error.what());
    }
    version.author = store::idColumn<base::MemberId>(query.getColumn(9));
    version.created = base::UtcTime{query.getColumn(10).getInt64()};
    version.authorName = query.getColumn(11).getString();
    version.schema = readSchema(database, version.id);
    return version;
}

} // namespace

std::vector<DatasetVersion> DatasetVersionStore::all(const base::DatasetId& dataset)
{
    SQLite::Statement query(m_database,
                            std::string(selectVersion) + "WHERE v.dataset = ? ORDER BY v.number DESC");
    query.bind(1, dataset.toString());
    std::vector<DatasetVersion> versions;
    while (query.executeStep())
        versions.push_back(readVersion(m_database, query));
    return versions;
}

std::vector<base::DatasetVersionId> DatasetVersionStore::ids(const base::DatasetId& dataset)
{
    SQLite::Statement query(m_database, "SELECT id FROM dataset_version WHERE dataset = ?");
    query.bind(1, dataset.toString());
    std::vector<base::DatasetVersionId> ids;
    while (query.executeStep()) {
        if (const auto id = base::DatasetVersionId::parse(query.getColumn(0).getString()))
            ids.push_back(*id);
    }
    return ids;
}

std::optional<DatasetVersion> DatasetVersionStore::find(const base::DatasetVersionId& id)
{
    SQLite::Statement query(m_database, std::string(selectVersion) + "WHERE v.id = ?");
    query.bind(1, id.toString());
    return query.executeStep() ? std::optional(readVersion(m_database, query)) : std::nullopt;
}

std::optional<DatasetVersion> DatasetVersionStore::find(const base::DatasetId& dataset, int number)
{
    SQLite::Statement query(m_database, std::string(selectVersion) + "WHERE v.dataset = ? AND v.number = ?");
    query.bind(1, dataset.toString());
    query.bind(2, number);
    return query.executeStep() ? std::optional(readVersion(m_database, query)) : std::nullopt;
}

std::string DatasetVersionStore::contentHash(const base::DatasetId& dataset, int number)
{
    SQLite::Statement query(m_database,
                            "SELECT content_hash FROM dataset_version WHERE dataset = ? AND number = ?");
    query.bind(1, dataset.toString());
    query.bind(2, number);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

TableProfile DatasetVersionStore::profile(const base::DatasetVersionId& id)
{
    SQLite::Statement query(m_database,
                            "SELECT profile FROM dataset_column WHERE version = ? ORDER BY position");
    query.bind(1, id.toString());
    TableProfile profile;
    try {
        while (query.executeStep())
            profile.columns.push_back(
                nlohmann::json::parse(query.getColumn(0).getString()).get<ColumnProfile>());
    } catch (const nlohmann::json::exception& error) {
        throw base::Error(base::ErrorCode::Damaged,
                          "The statistics of column " + std::to_string(profile.columns.size() + 1) +
                              " cannot be read from the catalog. Run lepton doctor.",
                          error.what());
    }
    return profile;
}

void DatasetVersionStore::insert(const DatasetVersion& version, const TableProfile& profile)
{
    SQLite::Statement insert(
        m_database, "INSERT INTO dataset_version (id, dataset, number, row_count, bytes, content_hash,"
                    " object_hash, note, provenance, author, created) VALUES (:id, :dataset, :number,"
                    " :rows, :bytes, :content_hash, :object_hash, :note, :provenance, :author, :created)");
    insert.bind(":id", version.id.toString());
    insert.bind(":dataset", version.dataset.toString());
    insert.bind(":number", version.number);
    insert.bind(":rows", version.rows);
    insert.bind(":bytes", version.bytes);
    insert.bind(":content_hash", version.contentHash);
    insert.bind(":object_hash", version.objectHash);
    insert.bind(":note", version.note);
    insert.bind(":provenance", base::jsonText(version.provenance));
    insert.bind(":author", version.author.toString());
    insert.bind(":created", version.created.milliseconds);
    insert.exec();
    insertColumns(version, profile);
}

void DatasetVersionStore::insertColumns(const DatasetVersion& version, const TableProfile& profile)
{
    SQLite::Statement statement(m_database,
                                "INSERT INTO dataset_column (version, position, name, name_key, type, utc,"
                                " precision, scale, missing_cells, profile)"
                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string id = version.id.toString();
    for (std::size_t i = 0; i < version.schema.size(); ++i) {
        const Column& column = version.schema.columns[i];
        const ColumnProfile& statistics = profile.columns.at(i);
        statement.bind(1, id);
        statement.bind(2, static_cast<std::int64_t>(i));
        statement.bind(3, column.name);
        statement.bind(4, base::caseFoldKey(column.name));
        statement.bind(5, std::string(typeName(column.type)));
        statement.bind(6, column.utc ? 1 : 0);
        statement.bind(7, column.precision);
        statement.bind(8, column.scale);
        statement.bind(9, statistics.missing);
        statement.bind(10, base::jsonText(statistics));
        statement.exec();
        statement.reset();
    }
}

} // namespace lepton::data

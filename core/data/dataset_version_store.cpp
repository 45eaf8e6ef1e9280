// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DatasetStore that deals with versions and their columns.
#include "base/error.h"
#include "base/text.h"
#include "data/dataset_store.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <numeric>

namespace lepton::data {
namespace {

/// Texts of so many code points on average are something to read, not a category or a code.
constexpr double longText = 20;

constexpr const char* selectVersion =
    "SELECT v.id, v.dataset, v.number, v.row_count, v.bytes, v.content_hash, v.object_hash, v.note, "
    "v.provenance,"
    " v.author, v.created, coalesce((SELECT m.name FROM member m WHERE m.id = v.author), '')"
    " FROM dataset_version v ";

DatasetVersion readVersion(SQLite::Statement& query)
{
    DatasetVersion version;
    version.id =
        base::DatasetVersionId::parse(query.getColumn(0).getString()).value_or(base::DatasetVersionId());
    version.dataset = base::DatasetId::parse(query.getColumn(1).getString()).value_or(base::DatasetId());
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
    version.author = base::MemberId::parse(query.getColumn(9).getString()).value_or(base::MemberId());
    version.created = base::UtcTime{query.getColumn(10).getInt64()};
    version.authorName = query.getColumn(11).getString();
    return version;
}

void readSchema(SQLite::Database& database, DatasetVersion& version)
{
    SQLite::Statement query(database, "SELECT name, type, utc, precision, scale FROM dataset_column"
                                      " WHERE version = ? ORDER BY position");
    query.bind(1, version.id.toString());
    while (query.executeStep()) {
        Column column;
        column.name = query.getColumn(0).getString();
        column.type = typeFromName(query.getColumn(1).getString()).value_or(ColumnType::Text);
        column.utc = query.getColumn(2).getInt() != 0;
        column.precision = query.getColumn(3).getInt();
        column.scale = query.getColumn(4).getInt();
        version.schema.columns.push_back(std::move(column));
    }
}

void insertColumns(SQLite::Database& database, const DatasetVersion& version, const TableProfile& profile)
{
    SQLite::Statement statement(database,
                                "INSERT INTO dataset_column (version, position, name, name_key, type, utc,"
                                " precision, scale, missing_cells, profile)"
                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string id = version.id.toString();
    for (std::size_t i = 0; i < version.schema.size(); ++i) {
        const Column& column = version.schema.columns[i];
        const ColumnProfile& statistics = profile.columns.at(i);
        const nlohmann::json json = statistics;
        statement.bind(1, id);
        statement.bind(2, static_cast<std::int64_t>(i));
        statement.bind(3, column.name);
        statement.bind(4, base::caseFoldKey(column.name));
        statement.bind(5, std::string(typeName(column.type)));
        statement.bind(6, column.utc ? 1 : 0);
        statement.bind(7, column.precision);
        statement.bind(8, column.scale);
        statement.bind(9, statistics.missing);
        statement.bind(10, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        statement.exec();
        statement.reset();
    }
}

} // namespace

DatasetKind kindOf(const Schema& schema, const TableProfile& profile) noexcept
{
    for (std::size_t i = 0; i < schema.size() && i < profile.columns.size(); ++i) {
        const ColumnProfile& column = profile.columns[i];
        const std::int64_t present = column.rows - column.missing;
        if (schema.columns[i].type == ColumnType::Text && column.mean.value_or(0) >= longText &&
            column.distinct * 2 > present)
            return DatasetKind::Text;
    }
    return DatasetKind::Table;
}

std::vector<DatasetVersion> DatasetStore::versions(const base::DatasetId& id)
{
    std::vector<DatasetVersion> versions;
    m_workspace.read([&](SQLite::Database& database) {
        versions.clear();
        SQLite::Statement query(database,
                                std::string(selectVersion) + "WHERE v.dataset = ? ORDER BY v.number DESC");
        query.bind(1, id.toString());
        while (query.executeStep()) {
            versions.push_back(readVersion(query));
            readSchema(database, versions.back());
        }
    });
    return versions;
}

std::optional<DatasetVersion> DatasetStore::version(const base::DatasetVersionId& id)
{
    std::optional<DatasetVersion> version;
    m_workspace.read([&](SQLite::Database& database) {
        version.reset();
        SQLite::Statement query(database, std::string(selectVersion) + "WHERE v.id = ?");
        query.bind(1, id.toString());
        if (query.executeStep()) {
            version = readVersion(query);
            readSchema(database, *version);
        }
    });
    return version;
}

std::optional<DatasetVersion> DatasetStore::version(const base::DatasetId& id, int number)
{
    std::optional<DatasetVersion> version;
    m_workspace.read([&](SQLite::Database& database) {
        version.reset();
        SQLite::Statement query(database,
                                std::string(selectVersion) + "WHERE v.dataset = ? AND v.number = ?");
        query.bind(1, id.toString());
        query.bind(2, number);
        if (!query.executeStep())
            return;
        version = readVersion(query);
        readSchema(database, *version);
    });
    return version;
}

TableProfile DatasetStore::profile(const base::DatasetVersionId& version)
{
    TableProfile profile;
    m_workspace.read([&](SQLite::Database& database) {
        profile.columns.clear();
        SQLite::Statement query(database,
                                "SELECT profile FROM dataset_column WHERE version = ? ORDER BY position");
        query.bind(1, version.toString());
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
    });
    return profile;
}

std::string DatasetStore::contentHash(store::Transaction& transaction, const base::DatasetId& id, int number)
{
    SQLite::Statement query(transaction.database(),
                            "SELECT content_hash FROM dataset_version WHERE dataset = ? AND number = ?");
    query.bind(1, id.toString());
    query.bind(2, number);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::vector<base::DatasetVersionId> DatasetStore::versionIds(store::Transaction& transaction,
                                                             const base::DatasetId& id)
{
    std::vector<base::DatasetVersionId> ids;
    SQLite::Statement query(transaction.database(), "SELECT id FROM dataset_version WHERE dataset = ?");
    query.bind(1, id.toString());
    while (query.executeStep()) {
        if (const auto version = base::DatasetVersionId::parse(query.getColumn(0).getString()))
            ids.push_back(*version);
    }
    return ids;
}

void DatasetStore::insertVersion(store::Transaction& transaction, const DatasetVersion& version,
                                 const TableProfile& profile)
{
    const nlohmann::json provenance = version.provenance;
    SQLite::Statement insert(
        transaction.database(),
        "INSERT INTO dataset_version (id, dataset, number, row_count, bytes, content_hash,"
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
    insert.bind(":provenance", provenance.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    insert.bind(":author", version.author.toString());
    insert.bind(":created", version.created.milliseconds);
    insert.exec();
    insertColumns(transaction.database(), version, profile);

    const std::int64_t missing =
        std::accumulate(profile.columns.begin(), profile.columns.end(), std::int64_t{0},
                        [](std::int64_t sum, const ColumnProfile& column) { return sum + column.missing; });
    SQLite::Statement update(
        transaction.database(),
        "UPDATE dataset SET latest_version = :number, row_count = :rows,"
        " column_count = :columns, bytes = :bytes, missing_cells = :missing, kind = :kind,"
        " updated = :updated WHERE id = :id");
    update.bind(":id", version.dataset.toString());
    update.bind(":number", version.number);
    update.bind(":rows", version.rows);
    update.bind(":columns", static_cast<std::int64_t>(version.schema.size()));
    update.bind(":bytes", version.bytes);
    update.bind(":missing", missing);
    update.bind(":kind", kindOf(version.schema, profile) == DatasetKind::Text ? "text" : "table");
    update.bind(":updated", version.created.milliseconds);
    update.exec();
}

} // namespace lepton::data

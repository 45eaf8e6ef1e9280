// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset_store.h"

#include "base/error.h"
#include "base/text.h"
#include "data/dataset_version_store.h"
#include "store/columns.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <numeric>
#include <sstream>
#include <utility>

namespace lepton::data {
namespace {

constexpr std::string_view kindWord(DatasetKind kind) noexcept
{
    return kind == DatasetKind::Text ? "text" : "table";
}

constexpr const char* selectDataset =
    "SELECT d.id, d.name, d.department, d.sensitivity, d.description, d.kind, d.owner, d.created, d.updated,"
    " d.trashed, d.latest_version, d.row_count, d.column_count, d.bytes, d.missing_cells,"
    " coalesce((SELECT m.name FROM member m WHERE m.id = d.owner), '')"
    " FROM dataset d ";

Dataset readDataset(SQLite::Statement& query)
{
    Dataset dataset;
    dataset.id = store::idColumn<base::DatasetId>(query.getColumn(0));
    dataset.name = query.getColumn(1).getString();
    dataset.department = query.getColumn(2).getString();
    dataset.sensitivity =
        sensitivityFromName(query.getColumn(3).getString()).value_or(Sensitivity::Restricted);
    dataset.description = query.getColumn(4).getString();
    dataset.kind = query.getColumn(5).getString() == "text" ? DatasetKind::Text : DatasetKind::Table;
    dataset.owner = store::idColumn<base::MemberId>(query.getColumn(6));
    dataset.created = base::UtcTime{query.getColumn(7).getInt64()};
    dataset.updated = base::UtcTime{query.getColumn(8).getInt64()};
    dataset.trashed = store::timeColumn(query.getColumn(9));
    dataset.latestVersion = query.getColumn(10).getInt();
    dataset.rows = query.getColumn(11).getInt64();
    dataset.columns = query.getColumn(12).getInt64();
    dataset.bytes = query.getColumn(13).getInt64();
    dataset.missingCells = query.getColumn(14).getInt64();
    dataset.ownerName = query.getColumn(15).getString();
    return dataset;
}

/// Reads the tags of one data set after another with one prepared statement.
class TagReader
{
public:
    explicit TagReader(SQLite::Database& database)
        : m_query(database, "SELECT tag FROM dataset_tag WHERE dataset = ? ORDER BY tag_key")
    {}

    void addTo(Dataset& dataset)
    {
        m_query.bind(1, dataset.id.toString());
        while (m_query.executeStep())
            dataset.tags.push_back(m_query.getColumn(0).getString());
        m_query.reset();
    }

private:
    SQLite::Statement m_query;
};

std::optional<Dataset> findOne(SQLite::Database& database, const char* where, const std::string& value)
{
    SQLite::Statement query(database, std::string(selectDataset) + where);
    query.bind(1, value);
    if (!query.executeStep())
        return std::nullopt;
    Dataset dataset = readDataset(query);
    TagReader(database).addTo(dataset);
    return dataset;
}

std::optional<Dataset> findById(SQLite::Database& database, const base::DatasetId& id)
{
    return findOne(database, "WHERE d.id = ?", id.toString());
}

std::optional<Dataset> findByKey(SQLite::Database& database, const std::string& key)
{
    return findOne(database, "WHERE d.name_key = ? AND d.trashed IS NULL", key);
}

/// What a search looks at besides column names.
std::string searchKey(const Dataset& dataset)
{
    std::string text = dataset.name + '\n' + dataset.description;
    for (const std::string& tag : dataset.tags)
        text += '\n' + tag;
    return base::caseFoldKey(text);
}

void writeTags(SQLite::Database& database, const Dataset& dataset)
{
    SQLite::Statement clear(database, "DELETE FROM dataset_tag WHERE dataset = ?");
    clear.bind(1, dataset.id.toString());
    clear.exec();
    SQLite::Statement insert(database,
                             "INSERT OR IGNORE INTO dataset_tag (dataset, tag_key, tag) VALUES (?, ?, ?)");
    for (const std::string& tag : dataset.tags) {
        insert.bind(1, dataset.id.toString());
        insert.bind(2, base::caseFoldKey(tag));
        insert.bind(3, tag);
        insert.exec();
        insert.reset();
    }
}

/// The WHERE clause of a query and, in order, what its parameters are bound to.
struct Condition
{
    std::string sql;
    std::vector<std::string> parameters;

    void also(const std::string& text) { sql += " AND " + text; }

    template <class Values, class Text>
    void oneOf(const std::string& before, const Values& values, const std::string& after, Text text)
    {
        if (values.empty())
            return;
        std::string marks;
        for (const auto& value : values) {
            marks += marks.empty() ? "?" : ", ?";
            parameters.emplace_back(text(value));
        }
        also(before + " IN (" + marks + ")" + after);
    }
};

Condition conditionOf(const DatasetQuery& query)
{
    Condition condition;
    condition.sql = query.trashed ? "WHERE d.trashed IS NOT NULL" : "WHERE d.trashed IS NULL";
    condition.oneOf("d.department", query.departments, "", [](const std::string& name) { return name; });
    condition.oneOf("d.sensitivity", query.sensitivities, "",
                    [](Sensitivity value) { return std::string(sensitivityName(value)); });
    condition.oneOf("EXISTS (SELECT 1 FROM dataset_tag t WHERE t.dataset = d.id AND t.tag_key", query.tags,
                    ")", [](const std::string& tag) { return base::caseFoldKey(tag); });
    std::istringstream words(base::caseFoldKey(query.search));
    for (std::string word; words >> word;) {
        condition.also("(instr(d.search_key, ?) > 0 OR EXISTS (SELECT 1 FROM dataset_version v"
                       " JOIN dataset_column c ON c.version = v.id WHERE v.dataset = d.id"
                       " AND v.number = d.latest_version AND instr(c.name_key, ?) > 0))");
        condition.parameters.push_back(word);
        condition.parameters.push_back(word);
    }
    return condition;
}

std::vector<std::string> strings(store::Workspace& workspace, const char* sql)
{
    std::vector<std::string> result;
    workspace.read([&](SQLite::Database& database) {
        result.clear();
        SQLite::Statement query(database, sql);
        while (query.executeStep())
            result.push_back(query.getColumn(0).getString());
    });
    return result;
}

} // namespace

DatasetStore::DatasetStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

std::vector<Dataset> DatasetStore::list(const DatasetQuery& query)
{
    const Condition condition = conditionOf(query);
    const char* order = query.trashed ? " ORDER BY d.trashed DESC, d.id" : " ORDER BY d.name_key";
    std::vector<Dataset> datasets;
    m_workspace.read([&](SQLite::Database& database) {
        datasets.clear();
        SQLite::Statement statement(database, selectDataset + condition.sql + order);
        int position = 0;
        for (const std::string& parameter : condition.parameters)
            statement.bind(++position, parameter);
        TagReader tags(database);
        while (statement.executeStep()) {
            datasets.push_back(readDataset(statement));
            tags.addTo(datasets.back());
        }
    });
    return datasets;
}

std::optional<Dataset> DatasetStore::find(const base::DatasetId& id)
{
    std::optional<Dataset> dataset;
    m_workspace.read([&](SQLite::Database& database) { dataset = findById(database, id); });
    return dataset;
}

std::optional<Dataset> DatasetStore::find(store::Transaction& transaction, const base::DatasetId& id)
{
    return findById(transaction.database(), id);
}

std::optional<Dataset> DatasetStore::findByName(std::string_view name)
{
    const std::string key = base::caseFoldKey(name);
    std::optional<Dataset> dataset;
    m_workspace.read([&](SQLite::Database& database) { dataset = findByKey(database, key); });
    return dataset;
}

std::optional<Dataset> DatasetStore::findByName(store::Transaction& transaction, std::string_view name)
{
    return findByKey(transaction.database(), base::caseFoldKey(name));
}

std::vector<DatasetVersion> DatasetStore::versions(const base::DatasetId& id)
{
    std::vector<DatasetVersion> versions;
    m_workspace.read([&](SQLite::Database& database) { versions = DatasetVersionStore(database).all(id); });
    return versions;
}

std::optional<DatasetVersion> DatasetStore::version(const base::DatasetId& id, int number)
{
    std::optional<DatasetVersion> version;
    m_workspace.read(
        [&](SQLite::Database& database) { version = DatasetVersionStore(database).find(id, number); });
    return version;
}

std::optional<DatasetVersion> DatasetStore::version(const base::DatasetVersionId& id)
{
    std::optional<DatasetVersion> version;
    m_workspace.read([&](SQLite::Database& database) { version = DatasetVersionStore(database).find(id); });
    return version;
}

TableProfile DatasetStore::profile(const base::DatasetVersionId& version)
{
    TableProfile profile;
    m_workspace.read(
        [&](SQLite::Database& database) { profile = DatasetVersionStore(database).profile(version); });
    return profile;
}

std::string DatasetStore::contentHash(store::Transaction& transaction, const base::DatasetId& id, int number)
{
    return DatasetVersionStore(transaction.database()).contentHash(id, number);
}

std::vector<base::DatasetVersionId> DatasetStore::versionIds(store::Transaction& transaction,
                                                             const base::DatasetId& id)
{
    return DatasetVersionStore(transaction.database()).ids(id);
}

std::vector<std::string> DatasetStore::departments()
{
    return strings(m_workspace,
                   "SELECT DISTINCT department FROM dataset WHERE trashed IS NULL ORDER BY department");
}

std::vector<std::string> DatasetStore::tags()
{
    return strings(m_workspace, "SELECT min(t.tag) FROM dataset_tag t JOIN dataset d ON d.id = t.dataset"
                                " WHERE d.trashed IS NULL GROUP BY t.tag_key ORDER BY t.tag_key");
}

void DatasetStore::insertDataset(store::Transaction& transaction, const Dataset& dataset)
{
    SQLite::Statement statement(
        transaction.database(),
        "INSERT INTO dataset (id, name, name_key, department, sensitivity, description,"
        " search_key, kind, owner, created, updated) VALUES (:id, :name, :name_key,"
        " :department, :sensitivity, :description, :search_key, :kind, :owner, :created,"
        " :updated)");
    statement.bind(":id", dataset.id.toString());
    statement.bind(":name", dataset.name);
    statement.bind(":name_key", base::caseFoldKey(dataset.name));
    statement.bind(":department", dataset.department);
    statement.bind(":sensitivity", std::string(sensitivityName(dataset.sensitivity)));
    statement.bind(":description", dataset.description);
    statement.bind(":search_key", searchKey(dataset));
    statement.bind(":kind", std::string(kindWord(dataset.kind)));
    statement.bind(":owner", dataset.owner.toString());
    statement.bind(":created", dataset.created.milliseconds);
    statement.bind(":updated", dataset.updated.milliseconds);
    statement.exec();
    writeTags(transaction.database(), dataset);
}

void DatasetStore::insertVersion(store::Transaction& transaction, const DatasetVersion& version,
                                 const TableProfile& profile)
{
    DatasetVersionStore(transaction.database()).insert(version, profile);
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
    update.bind(":kind", std::string(kindWord(kindOf(version.schema, profile))));
    update.bind(":updated", version.created.milliseconds);
    update.exec();
}

void DatasetStore::update(store::Transaction& transaction, const base::DatasetId& id, const DatasetEdit& edit)
{
    std::optional<Dataset> dataset = findById(transaction.database(), id);
    if (!dataset)
        throw base::Error(base::ErrorCode::NotFound, "The data set is not there any more.");
    dataset->name = edit.name.value_or(dataset->name);
    dataset->description = edit.description.value_or(dataset->description);
    dataset->tags = edit.tags.value_or(dataset->tags);
    dataset->sensitivity = edit.sensitivity.value_or(dataset->sensitivity);
    dataset->department = edit.department.value_or(dataset->department);
    SQLite::Statement statement(
        transaction.database(),
        "UPDATE dataset SET name = :name, name_key = :name_key, department = :department,"
        " sensitivity = :sensitivity, description = :description,"
        " search_key = :search_key, updated = :updated WHERE id = :id");
    statement.bind(":id", id.toString());
    statement.bind(":name", dataset->name);
    statement.bind(":name_key", base::caseFoldKey(dataset->name));
    statement.bind(":department", dataset->department);
    statement.bind(":sensitivity", std::string(sensitivityName(dataset->sensitivity)));
    statement.bind(":description", dataset->description);
    statement.bind(":search_key", searchKey(*dataset));
    statement.bind(":updated", transaction.now().milliseconds);
    statement.exec();
    writeTags(transaction.database(), *dataset);
}

void DatasetStore::setTrashed(store::Transaction& transaction, const base::DatasetId& id, bool trashed)
{
    SQLite::Statement statement(transaction.database(),
                                "UPDATE dataset SET trashed = :trashed WHERE id = :id");
    store::bindTime(statement, ":trashed", trashed ? std::optional(transaction.now()) : std::nullopt);
    statement.bind(":id", id.toString());
    statement.exec();
}

void DatasetStore::remove(store::Transaction& transaction, const base::DatasetId& id)
{
    for (const char* sql :
         {"DELETE FROM dataset_column WHERE version IN (SELECT id FROM dataset_version WHERE dataset = ?)",
          "DELETE FROM dataset_version WHERE dataset = ?", "DELETE FROM dataset_tag WHERE dataset = ?",
          "DELETE FROM dataset WHERE id = ?"}) {
        SQLite::Statement statement(transaction.database(), sql);
        statement.bind(1, id.toString());
        statement.exec();
    }
}

} // namespace lepton::data

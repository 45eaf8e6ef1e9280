// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/base_model_store.h"

#include "base/error.h"
#include "base/json_text.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/workspace.h"
#include "train/model_files.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace lepton::train {
namespace {

constexpr const char* selectModel =
    "SELECT b.id, b.name, b.hash, b.facts, b.files, b.bytes, b.owner,"
    " coalesce((SELECT m.name FROM member m WHERE m.id = b.owner), ''), b.created, b.trashed"
    " FROM base_model b ";

BaseModel readModel(SQLite::Statement& query)
{
    BaseModel model;
    model.id = store::idColumn<BaseModelId>(query.getColumn(0));
    model.name = query.getColumn(1).getString();
    model.hash = query.getColumn(2).getString();
    try {
        nlohmann::json::parse(query.getColumn(3).getString()).get_to(model.facts);
        model.files = filesFromJson(nlohmann::json::parse(query.getColumn(4).getString()));
    } catch (const nlohmann::json::exception& error) {
        throw base::Error(base::ErrorCode::Damaged,
                          "The catalog's record of the base model \"" + model.name +
                              "\" cannot be read. Run lepton doctor.",
                          error.what());
    }
    model.bytes = query.getColumn(5).getInt64();
    model.owner = store::idColumn<base::MemberId>(query.getColumn(6));
    model.ownerName = query.getColumn(7).getString();
    model.created = base::UtcTime{query.getColumn(8).getInt64()};
    model.trashed = store::timeColumn(query.getColumn(9));
    return model;
}

std::vector<BaseModel> listIn(store::Workspace& workspace, const char* rest)
{
    std::vector<BaseModel> models;
    workspace.read([&](SQLite::Database& database) {
        models.clear();
        SQLite::Statement query(database, std::string(selectModel) + rest);
        while (query.executeStep())
            models.push_back(readModel(query));
    });
    return models;
}

std::optional<BaseModel> findModelIn(SQLite::Database& database, const char* where, const std::string& value)
{
    SQLite::Statement query(database, std::string(selectModel) + where);
    query.bind(1, value);
    return query.executeStep() ? std::optional(readModel(query)) : std::nullopt;
}

constexpr const char* byId = "WHERE b.id = ?";
constexpr const char* byName = "WHERE b.name_key = ? AND b.trashed IS NULL";

} // namespace

void to_json(nlohmann::json& json, const BaseModelFacts& facts)
{
    const ModelFacts& model = facts.model;
    json = {{"architecture", model.architecture},
            {"layers", model.layers},
            {"hidden_size", model.hiddenSize},
            {"heads", model.heads},
            {"intermediate_size", model.intermediateSize},
            {"vocabulary_size", model.vocabularySize},
            {"max_positions", model.maxPositions},
            {"dropout", model.dropout},
            {"parameters", model.parameters},
            {"weight_type", model.weightType},
            {"labels", model.labels},
            {"missing_keys", model.missingKeys},
            {"unknown_keys", model.unknownKeys},
            {"tokenizer", facts.tokenizer},
            {"tokenizer_vocabulary", facts.tokenizerVocabulary},
            {"license", facts.license},
            {"source", facts.source}};
}

void from_json(const nlohmann::json& json, BaseModelFacts& facts)
{
    ModelFacts& model = facts.model;
    json.at("architecture").get_to(model.architecture);
    json.at("layers").get_to(model.layers);
    json.at("hidden_size").get_to(model.hiddenSize);
    json.at("heads").get_to(model.heads);
    json.at("intermediate_size").get_to(model.intermediateSize);
    json.at("vocabulary_size").get_to(model.vocabularySize);
    json.at("max_positions").get_to(model.maxPositions);
    json.at("dropout").get_to(model.dropout);
    json.at("parameters").get_to(model.parameters);
    json.at("weight_type").get_to(model.weightType);
    json.at("labels").get_to(model.labels);
    json.at("missing_keys").get_to(model.missingKeys);
    json.at("unknown_keys").get_to(model.unknownKeys);
    json.at("tokenizer").get_to(facts.tokenizer);
    json.at("tokenizer_vocabulary").get_to(facts.tokenizerVocabulary);
    facts.license = json.value("license", "");
    facts.source = json.value("source", "");
}

BaseModelStore::BaseModelStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

std::vector<BaseModel> BaseModelStore::list()
{
    return listIn(m_workspace, "WHERE b.trashed IS NULL ORDER BY b.name_key");
}

std::vector<BaseModel> BaseModelStore::trashed()
{
    return listIn(m_workspace, "WHERE b.trashed IS NOT NULL ORDER BY b.trashed DESC, b.id DESC");
}

std::optional<BaseModel> BaseModelStore::find(const BaseModelId& id)
{
    std::optional<BaseModel> model;
    m_workspace.read([&](SQLite::Database& database) { model = findModelIn(database, byId, id.toString()); });
    return model;
}

std::optional<BaseModel> BaseModelStore::findByName(std::string_view name)
{
    const std::string key = base::caseFoldKey(name);
    std::optional<BaseModel> model;
    m_workspace.read([&](SQLite::Database& database) { model = findModelIn(database, byName, key); });
    return model;
}

std::optional<BaseModel> BaseModelStore::find(store::Transaction& transaction, const BaseModelId& id)
{
    return findModelIn(transaction.database(), byId, id.toString());
}

std::optional<BaseModel> BaseModelStore::findByName(store::Transaction& transaction, std::string_view name)
{
    return findModelIn(transaction.database(), byName, base::caseFoldKey(name));
}

void BaseModelStore::insert(store::Transaction& transaction, const BaseModel& model)
{
    SQLite::Statement statement(transaction.database(),
                                "INSERT INTO base_model (id, name, name_key, hash, facts, files, bytes,"
                                " owner, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, model.id.toString());
    statement.bind(2, model.name);
    statement.bind(3, base::caseFoldKey(model.name));
    statement.bind(4, model.hash);
    statement.bind(5, base::jsonText(model.facts));
    statement.bind(6, base::jsonText(filesJson(model.files)));
    statement.bind(7, model.bytes);
    statement.bind(8, model.owner.toString());
    statement.bind(9, model.created.milliseconds);
    statement.exec();
}

void BaseModelStore::setTrashed(store::Transaction& transaction, const BaseModelId& id, bool trashed)
{
    SQLite::Statement statement(transaction.database(),
                                "UPDATE base_model SET trashed = :trashed WHERE id = :id");
    store::bindTime(statement, ":trashed", trashed ? std::optional(transaction.now()) : std::nullopt);
    statement.bind(":id", id.toString());
    statement.exec();
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/object_store.h"
#include "train/api/engine.h"
#include "train/ids.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::train {

/// What is known of a base model besides its files.
struct BaseModelFacts
{
    ModelFacts model;
    std::string tokenizer;                ///< the algorithm: "WordPiece"
    std::int64_t tokenizerVocabulary = 0; ///< one more than the largest id
    std::string license;                  ///< as the front matter of README.md says; empty: it does not
    std::string source;                   ///< the name of the folder that it was imported from
};
void to_json(nlohmann::json& json, const BaseModelFacts& facts);
void from_json(const nlohmann::json& json, BaseModelFacts& facts);

/// Files of a model folder by name, as objects.
using ModelFiles = std::map<std::string, store::ObjectRef>;

/// An imported pre-trained model.
struct BaseModel
{
    BaseModelId id;
    std::string name;
    std::string hash; ///< over the names and contents of its files
    BaseModelFacts facts;
    ModelFiles files;
    std::int64_t bytes = 0;
    base::MemberId owner;
    std::string ownerName;
    base::UtcTime created;
    std::optional<base::UtcTime> trashed;
};

/// The catalog's table of base models. Synchronous; thread-safe as the workspace is.
class BaseModelStore
{
public:
    explicit BaseModelStore(store::Workspace& workspace);

    std::vector<BaseModel> list();    ///< by name, without those in the trash
    std::vector<BaseModel> trashed(); ///< the newest in the trash first
    std::optional<BaseModel> find(const BaseModelId& id);
    /// By name, case folded; trashed ones are not found.
    std::optional<BaseModel> findByName(std::string_view name);

    /// As the other functions of these names, but as the transaction sees them.
    std::optional<BaseModel> find(store::Transaction& transaction, const BaseModelId& id);
    std::optional<BaseModel> findByName(store::Transaction& transaction, std::string_view name);

    void insert(store::Transaction& transaction, const BaseModel& model);
    void setTrashed(store::Transaction& transaction, const BaseModelId& id, bool trashed);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::train

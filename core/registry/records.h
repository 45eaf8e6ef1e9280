// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "registry/standard.h"
#include "train/base_model_store.h"
#include "train/run_store.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::registry {

/// A version of a data set as its import recorded it.
struct DatasetFacts
{
    std::string dataset; ///< id
    std::string name;
    int number = 0;
    std::string contentHash, objectHash;
};

/// A base model as its import recorded it.
struct BaseModelFacts
{
    std::string name, hash;
};

/// A run as its start and its end recorded it.
struct RunFacts
{
    std::string id, name; ///< name: "R-1"
    std::string trainer;  ///< id of the member who started it
    std::string worker;   ///< who started it or resumed it last: who may tell how it ended
    std::string datasetVersion, datasetHash;
    std::string datasetName; ///< when it started
    int datasetNumber = 0;
    std::string baseModel, baseModelName, baseModelHash;
    std::string recipeHash;
    nlohmann::json recipe;
    bool completed = false;
    train::ModelFiles files; ///< of its model
    nlohmann::json metrics = nlohmann::json::object();
};

struct VersionRecord
{
    ModelVersionId id;
    ModelId model;
    int number = 0;
    std::string run;  ///< id; empty: imported
    std::string hash; ///< train::modelHash() over the files
    train::ModelFiles files;
    std::int64_t maxLength = 0; ///< tokens; 0: the model's limit
    std::vector<std::string> labels;
    std::string source;  ///< "R-1", or the name of the folder
    std::string trainer; ///< id of a member; empty for an imported one
    std::string author;  ///< who registered it
    base::UtcTime created;
    std::int64_t event = 0; ///< seq
    Stage stage = Stage::None;
    bool trashed = false;

    bool isImported() const noexcept { return run.empty(); }
    std::int64_t bytes() const;
};

struct ModelRecord
{
    ModelId id;
    std::string name;
    std::string department;
    std::string task;
    std::string owner; ///< id of the member who made it
    base::UtcTime created;
    std::int64_t event = 0;
    std::string intendedUse, limits;      ///< typed by people; Markdown
    std::map<std::string, int> aliases;   ///< alias -> number of a version
    std::vector<ModelVersionId> versions; ///< the first first
};

struct ReviewRecord
{
    std::string reviewer; ///< id of a member
    bool approved = false;
    std::string comment;
    base::UtcTime time;
    std::int64_t event = 0;
};

enum class PromotionState : std::uint8_t
{
    Waiting,
    Approved,
    Rejected,
    Withdrawn
};
std::string_view promotionStateName(PromotionState state) noexcept;

struct PromotionRecord
{
    PromotionId id;
    int number = 0; ///< P-1, P-2, ... in the workspace
    ModelVersionId version;
    Stage target = Stage::Production;
    bool rollback = false;
    std::string reason;
    std::string requester; ///< id of a member
    base::UtcTime time;
    std::int64_t event = 0;
    std::string standard; ///< its name
    int standardVersion = 0;
    StageRules rules;        ///< those of the standard for the target
    nlohmann::json evidence; ///< see evidence.h
    std::string evidenceHash;
    bool gatesPassed = false;
    PromotionState state = PromotionState::Waiting;
    std::vector<ReviewRecord> reviews;
    base::UtcTime decided;         ///< once it is
    std::int64_t decidedEvent = 0; ///< 0: not yet

    std::string name() const { return "P-" + std::to_string(number); }
    int approvals() const;
};

struct StandardRecord
{
    Standard standard;
    std::string text, hash;
    std::string author;
    base::UtcTime time;
    std::int64_t event = 0; ///< 0: the built-in one
};

/// A version came to another stage.
struct StageChange
{
    ModelVersionId version;
    Stage from = Stage::None;
    Stage to = Stage::None;
    PromotionId promotion;
    base::UtcTime time;
    std::int64_t event = 0;
};

/// A mean of scores over test versions.
struct ScoreRecord
{
    ModelVersionId version;
    nlohmann::json sources; ///< [{"dataset","version","hash","rows","macro_f1","accuracy"}]
    double macroF1 = 0;     ///< mean over the sources
    double accuracy = 0;
    base::UtcTime time;
    std::int64_t event = 0;
};

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "identity/access.h"
#include "registry/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// A member as the pages of models show one.
struct Person
{
    std::string id, name, department;
    identity::Roles roles;
    std::string key;   ///< public
    bool isMe = false; ///< the person at this computer
};

/// What a request that waits is for the person at this computer.
enum class Turn
{
    Mine,   ///< may approve it now
    Own,    ///< asked for it, so another must review
    Signed, ///< has reviewed it already
    Blocked ///< may not approve it: another role, a gate that failed, a version in the trash
};

/// A request that waits for a decision.
struct PendingReview
{
    std::string name; ///< "P-3"
    std::string model;
    int version = 0;
    registry::Stage from = registry::Stage::None;
    registry::Stage target = registry::Stage::Production;
    Person requester;
    base::UtcTime time;
    int approvals = 0, needed = 0;
    Turn turn = Turn::Blocked;
    std::string why; ///< for Blocked: core's sentence
};

/// A model in the list.
struct ModelSummary
{
    registry::ModelId id;
    std::string name, department, task;
    Person owner;
    int versions = 0;                               ///< without those in the trash
    std::optional<int> production, staging, newest; ///< numbers
    std::optional<double> score;                    ///< macro F1 of the one in production, else of the newest
    int waiting = 0;                                ///< requests without a decision
    base::UtcTime changed;                          ///< the latest version or move
};

struct ModelsOverview
{
    std::vector<ModelSummary> models;          ///< by name
    std::vector<PendingReview> pending;        ///< those of Turn::Mine first, each kind the oldest first
    std::optional<base::Error> whyNotRegister; ///< why this person makes no versions; unset: may

    int mine() const;
};

/// A version in the list of those of a model.
struct VersionSummary
{
    registry::ModelVersionId id;
    int number = 0;
    std::string run;               ///< "R-3"; empty: imported
    std::string source;            ///< of an imported one, the name of the folder
    std::optional<double> macroF1; ///< on the test part of its run
    registry::Stage stage = registry::Stage::None;
    bool isTrashed = false;
    Person author;
    base::UtcTime created;
    std::string hash;
    std::int64_t bytes = 0;
    std::vector<std::string> aliases;
    std::string pending; ///< the request that waits, "P-3"; empty: none
};

/// A version came to another stage.
struct StageMove
{
    int version = 0;
    registry::Stage from = registry::Stage::None;
    registry::Stage to = registry::Stage::None;
    std::string promotion; ///< "P-3"
    bool isRollback = false;
    Person requester;
    std::vector<Person> approvers;
    base::UtcTime time;
};

/// A version's mean over data sets.
struct PerformanceRow
{
    struct Source
    {
        std::string dataset;
        int number = 0;
        std::int64_t rows = 0;
        double macroF1 = 0, accuracy = 0;
    };
    int version = 0;
    std::vector<Source> sources;
    double macroF1 = 0, accuracy = 0;
    base::UtcTime time;
};

/// What the page of one model shows.
struct ModelDetails
{
    ModelSummary model;
    std::string intendedUse, limits;         ///< Markdown, typed by people
    std::vector<VersionSummary> versions;    ///< newest first
    std::vector<StageMove> moves;            ///< newest first
    std::vector<PerformanceRow> performance; ///< newest first
    std::optional<int> rollBackTo;           ///< what was in production before the present version
    std::optional<base::Error> whyNotEdit;   ///< why this person changes nothing; unset: may
    std::optional<base::Error> whyNotAsk;    ///< why this person asks for no promotion; unset: may
};

} // namespace lepton::ui

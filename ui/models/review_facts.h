// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/model_card.h"
#include "ui/models/model_facts.h"

namespace lepton::ui {

/// A gate of the standard and what it came to.
struct GateOutcome
{
    registry::Gate gate;
    bool passed = false;
    std::string why; ///< core's sentence
};

/// One metric of the version and of the one in production.
struct MetricComparison
{
    std::string metric; ///< one of registry::metricNames()
    std::optional<double> before, after;
    std::string beforeClass, afterClass; ///< of lowest_class_f1
    std::vector<GateOutcome> gates;
};

/// One class of the test rows.
struct ClassComparison
{
    std::string label;
    std::int64_t support = 0;            ///< test rows
    std::optional<double> before, after; ///< F1
};

/// Somebody who signed, or might.
struct Signature
{
    enum class State
    {
        Approved,
        Rejected,
        MaySign,
        MayNot
    };
    Person person;
    State state = State::MaySign;
    bool isRequester = false;
    std::string why{};     ///< for MayNot: core's sentence
    std::string comment{}; ///< of a review
    base::UtcTime time{};  ///< of a review
};

/// A setting in which the run differs from that of the version in production.
struct RecipeChange
{
    std::string key;           ///< of a recipe, or "dataset", "basemodel"
    std::string before, after; ///< as text; empty: not set
};

/// One box of the lineage.
struct LineageStep
{
    enum class Kind
    {
        Dataset,
        Run,
        Version,
        Production
    };
    Kind kind = Kind::Version;
    std::string name;        ///< of the data set, run or model
    int number = 0;          ///< of the version
    std::string source{};    ///< of an imported version
    std::string detail{};    ///< base model of a run
    std::int64_t amount = 0; ///< bytes of a version
    std::string hash{};
};

/// Something that led to where the request stands.
struct TimelineEntry
{
    enum class Kind
    {
        Registered,
        Moved, ///< to @p stage
        Asked,
        GatesPassed,
        GatesFailed, ///< @p count of them
        Approved,
        Rejected,
        Withdrawn,
        Decided ///< the version moved
    };
    Kind kind = Kind::Asked;
    Person person;
    registry::Stage stage = registry::Stage::None;
    int count = 0;
    std::string text; ///< a comment; for Registered the source
    base::UtcTime time;
};

/// What the page of one request shows.
struct ReviewDetails
{
    registry::PromotionId id;
    PendingReview request; ///< also of one that is decided
    registry::ModelVersionId version;
    registry::ModelId modelId;
    std::string reason;
    bool isRollback = false;
    registry::PromotionState state = registry::PromotionState::Waiting;
    base::UtcTime decided;
    bool isTrashed = false; ///< the version
    std::string standard;
    int standardVersion = 0;
    bool gatesPassed = false;
    std::string run; ///< of the version, "R-3"; empty: imported

    std::optional<int> incumbent; ///< in production when the request was made
    bool isScored = false;        ///< the figures were computed for the request, not recorded by the runs
    std::string testDataset;      ///< whose test rows; empty: unknown
    int testVersion = 0;
    std::int64_t testRows = 0;
    std::vector<MetricComparison> metrics;
    std::vector<ClassComparison> classes; ///< the largest loss first
    std::vector<std::string> cautions;    ///< core's sentences
    std::vector<GateOutcome> otherGates;  ///< those that are not of a metric
    std::vector<RecipeChange> recipe;
    std::string incumbentRun; ///< "R-2"; empty: nothing to compare the recipe with
    std::vector<LineageStep> lineage;
    std::vector<Signature> signatures;
    std::vector<TimelineEntry> timeline; ///< newest first
    registry::CardFacts card;
    std::string intendedUse, limits;

    std::optional<base::Error> whyNotApprove; ///< unset: this person may
    std::optional<base::Error> whyNotReject;
    bool canWithdraw = false;
    std::optional<int> rollBackTo; ///< of the model
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryReading: what the page of one request shows.
#include "ui/models/registry_reading.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string_view>

namespace lepton::ui {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;
using registry::PromotionState;
using registry::Stage;

constexpr std::string_view lowestClass = "lowest_class_f1";
/// People who might sign, beside those who did: more say nothing more.
constexpr std::size_t mostCandidates = 6;

/// In which order metrics are shown; others follow.
constexpr std::array firstMetrics{std::string_view("macro_f1"), std::string_view("accuracy"), lowestClass,
                                  std::string_view("ece"), std::string_view("log_loss")};

/// Runs and evidence call it otherwise.
std::string metricKey(const std::string& key)
{
    return key == "calibration_error" ? std::string("ece") : key;
}

bool isScore(const std::string& key)
{
    const auto& names = registry::metricNames();
    return key == "log_loss" || std::ranges::find(names, key) != names.end();
}

std::map<std::string, double> metricsOf(const json& side)
{
    std::map<std::string, double> metrics;
    if (!side.is_object())
        return metrics;
    for (const auto& [key, value] : side.at("metrics").items()) {
        if (value.is_number() && isScore(metricKey(key)))
            metrics[metricKey(key)] = value.get<double>();
    }
    return metrics;
}

struct Lowest
{
    std::optional<double> f1;
    std::string label;
};

Lowest lowestOf(const json& side, std::int64_t minSupport)
{
    Lowest lowest;
    if (!side.is_object())
        return lowest;
    for (const auto& one : side.at("classes")) {
        const double f1 = one.at("f1").get<double>();
        if (one.at("support").get<std::int64_t>() >= minSupport && (!lowest.f1 || f1 < *lowest.f1))
            lowest = {f1, one.at("label").get<std::string>()};
    }
    return lowest;
}

std::string settingText(const json& value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string versioned(const std::string& name, int number)
{
    return name + " v" + std::to_string(number);
}

} // namespace

void RegistryReading::addFigures(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    const json& evidence = promotion.evidence;
    const json& before = evidence.at("incumbent");
    const json& after = evidence.at("candidate");
    review.isScored = after.at("scored").get<bool>();
    if (before.is_object())
        review.incumbent = before.at("number").get<int>();
    if (const json& test = evidence.at("test"); test.is_object()) {
        review.testDataset = test.at("dataset").get<std::string>();
        review.testVersion = test.at("version").get<int>();
        review.testRows = test.at("rows").get<std::int64_t>();
    }
    for (const auto& caution : evidence.at("cautions"))
        review.cautions.push_back(caution.get<std::string>());

    const auto old = metricsOf(before);
    const auto now = metricsOf(after);
    std::set<std::string> keys;
    for (const auto& [key, value] : now)
        keys.insert(key);
    std::map<std::string, std::vector<GateOutcome>> gates;
    std::int64_t minSupport = 1;
    const auto results = registry::gatesOf(evidence);
    for (std::size_t i = 0; i < results.size() && i < promotion.rules.gates.size(); ++i) {
        GateOutcome outcome{promotion.rules.gates[i], results[i].passed, results[i].why};
        if (const auto* metric = std::get_if<registry::MetricGate>(&outcome.gate)) {
            const std::string key = metric->metric;
            keys.insert(key);
            if (key == lowestClass)
                minSupport = metric->minSupport;
            gates[key].push_back(std::move(outcome));
        } else {
            review.otherGates.push_back(std::move(outcome));
        }
    }
    if (!after.at("classes").empty())
        keys.emplace(lowestClass);

    const auto add = [&](const std::string& key) {
        MetricComparison row{.metric = key,
                             .before = {},
                             .after = {},
                             .beforeClass = {},
                             .afterClass = {},
                             .gates = gates[key]};
        if (key == lowestClass) {
            const Lowest lowBefore = lowestOf(before, minSupport);
            const Lowest lowAfter = lowestOf(after, minSupport);
            row.before = lowBefore.f1;
            row.beforeClass = lowBefore.label;
            row.after = lowAfter.f1;
            row.afterClass = lowAfter.label;
        } else {
            if (const auto found = old.find(key); found != old.end())
                row.before = found->second;
            if (const auto found = now.find(key); found != now.end())
                row.after = found->second;
        }
        review.metrics.push_back(std::move(row));
    };
    for (const std::string_view key : firstMetrics) {
        if (keys.erase(std::string(key)) > 0)
            add(std::string(key));
    }
    for (const std::string& key : keys)
        add(key);
    addClasses(review, evidence);
}

void RegistryReading::addClasses(ReviewDetails& review, const registry::Evidence& evidence) const
{
    std::map<std::string, double> before;
    if (evidence.at("incumbent").is_object()) {
        for (const auto& one : evidence.at("incumbent").at("classes"))
            before[one.at("label").get<std::string>()] = one.at("f1").get<double>();
    }
    for (const auto& one : evidence.at("candidate").at("classes")) {
        ClassComparison row{.label = one.at("label").get<std::string>(),
                            .support = one.at("support").get<std::int64_t>(),
                            .before = {},
                            .after = one.at("f1").get<double>()};
        if (const auto found = before.find(row.label); found != before.end())
            row.before = found->second;
        review.classes.push_back(std::move(row));
    }
    std::ranges::stable_sort(review.classes, {}, [](const ClassComparison& row) {
        return row.before && row.after ? *row.after - *row.before : std::numeric_limits<double>::max();
    });
}

void RegistryReading::addRecipe(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    const registry::RunFacts* after = m_state->run(m_state->version(promotion.version).run);
    const json& incumbent = promotion.evidence.at("incumbent");
    if (!after || !incumbent.is_object())
        return;
    const auto id = registry::ModelVersionId::parse(incumbent.at("version").get<std::string>());
    const auto version = id ? m_state->versions().find(*id) : m_state->versions().end();
    const registry::RunFacts* before =
        version == m_state->versions().end() ? nullptr : m_state->run(version->second.run);
    if (!before)
        return;
    review.incumbentRun = before->name;
    const auto add = [&](const std::string& key, const std::string& old, const std::string& now) {
        if (old != now)
            review.recipe.push_back({key, old, now});
    };
    add("dataset", versioned(before->datasetName, before->datasetNumber),
        versioned(after->datasetName, after->datasetNumber));
    add("basemodel", before->baseModelName, after->baseModelName);
    std::set<std::string> keys;
    for (const json* recipe : {&before->recipe, &after->recipe}) {
        for (const auto& [key, value] : recipe->items())
            keys.insert(key);
    }
    keys.erase("dataset_version"); // they are named above
    keys.erase("basemodel");
    keys.erase("base_model");
    for (const std::string& key : keys)
        add(key, settingText(before->recipe.value(key, json())),
            settingText(after->recipe.value(key, json())));
}

void RegistryReading::addLineage(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using Kind = LineageStep::Kind;
    const auto& version = m_state->version(promotion.version);
    const auto& model = m_state->model(version.model);
    if (const registry::RunFacts* run = m_state->run(version.run)) {
        review.lineage.push_back({.kind = Kind::Dataset,
                                  .name = run->datasetName,
                                  .number = run->datasetNumber,
                                  .source = {},
                                  .detail = {},
                                  .amount = 0,
                                  .hash = run->datasetHash});
        review.lineage.push_back({.kind = Kind::Run,
                                  .name = run->name,
                                  .number = 0,
                                  .source = {},
                                  .detail = run->baseModelName,
                                  .amount = 0,
                                  .hash = run->recipeHash});
    }
    review.lineage.push_back({.kind = Kind::Version,
                              .name = model.name,
                              .number = version.number,
                              .source = version.isImported() ? version.source : std::string(),
                              .detail = {},
                              .amount = version.bytes(),
                              .hash = version.hash});
    if (const auto* production = m_state->inStage(model, Stage::Production))
        review.lineage.push_back({.kind = Kind::Production,
                                  .name = model.name,
                                  .number = production->number,
                                  .source = {},
                                  .detail = {},
                                  .amount = 0,
                                  .hash = production->hash});
}

void RegistryReading::addSignatures(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using State = Signature::State;
    std::set<std::string> told;
    for (const auto& one : promotion.reviews) {
        review.signatures.push_back({.person = person(one.reviewer),
                                     .state = one.approved ? State::Approved : State::Rejected,
                                     .isRequester = false,
                                     .why = {},
                                     .comment = one.comment,
                                     .time = one.time});
        told.insert(one.reviewer);
    }
    if (promotion.state == PromotionState::Waiting) {
        std::size_t candidates = 0;
        const auto add = [&](const identity::Member& member) {
            const std::string id = member.id.toString();
            if (member.revoked || id == promotion.requester || !told.insert(id).second)
                return;
            // who may sign: gates and the trash say nothing of a person
            const auto refusal = m_state->whyNotReview(promotion, member, false);
            if (refusal && id != m_me)
                return;
            if (!refusal && id != m_me && ++candidates > mostCandidates)
                return;
            review.signatures.push_back({.person = person(id),
                                         .state = refusal ? State::MayNot : State::MaySign,
                                         .isRequester = false,
                                         .why = refusal ? refusal->message : std::string(),
                                         .comment = {},
                                         .time = {}});
        };
        if (const auto me = m_members.find(m_me); me != m_members.end())
            add(me->second);
        for (const auto& [id, member] : m_members)
            add(member);
    }
    review.signatures.push_back({.person = person(promotion.requester),
                                 .state = State::MayNot,
                                 .isRequester = true,
                                 .why = {},
                                 .comment = {},
                                 .time = {}});
}

void RegistryReading::addTimeline(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using Kind = TimelineEntry::Kind;
    const auto& version = m_state->version(promotion.version);
    struct Placed
    {
        std::int64_t event;
        int order; ///< of what one event tells
        TimelineEntry entry;
    };
    std::vector<Placed> placed;
    const auto add = [&](std::int64_t event, int order, Kind kind, const std::string& who, base::UtcTime time,
                         const std::string& text = {}) -> TimelineEntry& {
        placed.push_back({event, order, {kind, person(who), Stage::None, 0, text, time}});
        return placed.back().entry;
    };
    add(version.event, 0, Kind::Registered, version.author, version.created, version.source);
    if (const auto moves = m_state->history().find(version.model); moves != m_state->history().end()) {
        for (const auto& move : moves->second) {
            if (move.version != version.id || move.promotion == promotion.id)
                continue;
            const auto by = m_state->promotions().find(move.promotion);
            add(move.event, 0, Kind::Moved,
                by == m_state->promotions().end() ? std::string() : by->second.requester, move.time)
                .stage = move.to;
        }
    }
    add(promotion.event, 0, Kind::Asked, promotion.requester, promotion.time).stage = promotion.target;
    if (const auto results = registry::gatesOf(promotion.evidence); !results.empty()) {
        const auto failed = std::ranges::count(results, false, &registry::GateResult::passed);
        add(promotion.event, 1, failed ? Kind::GatesFailed : Kind::GatesPassed, promotion.requester,
            promotion.time)
            .count = static_cast<int>(failed);
    }
    for (const auto& one : promotion.reviews)
        add(one.event, 0, one.approved ? Kind::Approved : Kind::Rejected, one.reviewer, one.time,
            one.comment);
    if (promotion.state == PromotionState::Withdrawn)
        add(promotion.decidedEvent, 0, Kind::Withdrawn, promotion.requester, promotion.decided);
    if (promotion.state == PromotionState::Approved)
        add(promotion.decidedEvent, 1, Kind::Decided, promotion.requester, promotion.decided).stage =
            promotion.target;
    std::ranges::sort(placed, std::greater{},
                      [](const Placed& one) { return std::pair(one.event, one.order); });
    for (Placed& one : placed)
        review.timeline.push_back(std::move(one.entry));
}

ReviewDetails RegistryReading::review(const std::string& name) const
{
    const registry::PromotionRecord* promotion = m_state->findPromotion(name);
    if (!promotion)
        throw Error(ErrorCode::NotFound, "There is no promotion \"" + name + "\".");
    const auto& version = m_state->version(promotion->version);
    const auto& model = m_state->model(version.model);
    ReviewDetails review;
    review.id = promotion->id;
    review.request = pending(*promotion);
    review.version = version.id;
    review.modelId = model.id;
    review.reason = promotion->reason;
    review.isRollback = promotion->rollback;
    review.state = promotion->state;
    review.decided = promotion->decided;
    review.isTrashed = version.trashed;
    review.standard = promotion->standard;
    review.standardVersion = promotion->standardVersion;
    review.gatesPassed = promotion->gatesPassed;
    review.run = version.isImported() ? std::string() : version.source;
    addFigures(review, *promotion);
    addRecipe(review, *promotion);
    addLineage(review, *promotion);
    addSignatures(review, *promotion);
    addTimeline(review, *promotion);
    review.card = card(model.name, version.number);
    review.intendedUse = model.intendedUse;
    review.limits = model.limits;
    review.whyNotApprove = whyNotReview(*promotion, true);
    review.whyNotReject = whyNotReview(*promotion, false);
    const Person me = person(m_me);
    review.canWithdraw = promotion->state == PromotionState::Waiting &&
                         !whyNot(identity::Right::RequestPromotion) &&
                         (promotion->requester == m_me || me.roles.contains(identity::Role::Admin));
    if (const auto* before = m_state->productionBefore(model))
        review.rollBackTo = before->number;
    return review;
}

} // namespace lepton::ui

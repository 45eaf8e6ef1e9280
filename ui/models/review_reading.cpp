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

/// In which order metrics are shown; others follow.
constexpr std::array firstMetrics{std::string_view("macro_f1"), std::string_view("accuracy"),
                                  registry::lowestClassMetric, std::string_view("ece"),
                                  std::string_view("log_loss")};

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

/// The gates of a promotion that are about a metric.
struct MetricGates
{
    std::map<std::string, std::vector<GateOutcome>> byMetric;
    std::int64_t minSupport = 1; ///< of classes that the gate of the lowest class looks at
};

/// Puts those that are not into @p others.
MetricGates metricGatesOf(const registry::PromotionRecord& promotion, std::vector<GateOutcome>& others)
{
    MetricGates gates;
    const auto results = registry::gatesOf(promotion.evidence);
    for (std::size_t i = 0; i < results.size() && i < promotion.rules.gates.size(); ++i) {
        GateOutcome outcome{promotion.rules.gates[i], results[i].passed, results[i].why};
        if (const auto* metric = std::get_if<registry::MetricGate>(&outcome.gate)) {
            const std::string key = metric->metric;
            if (key == registry::lowestClassMetric)
                gates.minSupport = metric->minSupport;
            gates.byMetric[key].push_back(std::move(outcome));
        } else {
            others.push_back(std::move(outcome));
        }
    }
    return gates;
}

/// Of the two sides of the evidence, the telling metrics first.
std::vector<MetricComparison> compareMetrics(const json& before, const json& after, MetricGates gates)
{
    const auto old = metricsOf(before);
    const auto now = metricsOf(after);
    std::set<std::string> keys;
    for (const auto& [key, value] : now)
        keys.insert(key);
    for (const auto& [key, outcomes] : gates.byMetric)
        keys.insert(key);
    if (!after.at("classes").empty())
        keys.emplace(registry::lowestClassMetric);

    std::vector<MetricComparison> metrics;
    const auto add = [&](const std::string& key) {
        MetricComparison row{.metric = key,
                             .before = {},
                             .after = {},
                             .beforeClass = {},
                             .afterClass = {},
                             .gates = std::move(gates.byMetric[key])};
        if (key == registry::lowestClassMetric) {
            const Lowest lowBefore = lowestOf(before, gates.minSupport);
            const Lowest lowAfter = lowestOf(after, gates.minSupport);
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
        metrics.push_back(std::move(row));
    };
    for (const std::string_view key : firstMetrics) {
        if (keys.erase(std::string(key)) > 0)
            add(std::string(key));
    }
    for (const std::string& key : keys)
        add(key);
    return metrics;
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
    review.metrics = compareMetrics(before, after, metricGatesOf(promotion, review.otherGates));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_field.h"

#include "base/error.h"
#include "base/nearest_name.h"
#include "train/recipe_field.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lepton::train {
namespace {

constexpr std::array<std::pair<std::string_view, RunFact>, 12> factNames{{{"number", RunFact::Number},
                                                                          {"name", RunFact::Name},
                                                                          {"state", RunFact::State},
                                                                          {"dataset", RunFact::Dataset},
                                                                          {"version", RunFact::Version},
                                                                          {"basemodel", RunFact::BaseModel},
                                                                          {"member", RunFact::Member},
                                                                          {"tag", RunFact::Tag},
                                                                          {"created", RunFact::Created},
                                                                          {"started", RunFact::Started},
                                                                          {"duration", RunFact::Duration},
                                                                          {"best", RunFact::Best}}};

/// Keys of the recipe's JSON that --set does not take.
constexpr std::array<std::string_view, 2> columnKeys{"text_column", "label_column"};

constexpr std::array<std::string_view, 8> partMetrics{
    "loss",         "accuracy",    "macro_f1",          "macro_precision",
    "macro_recall", "weighted_f1", "balanced_accuracy", "mcc"};
constexpr std::array<std::string_view, 10> otherMetrics{
    "train/loss",       "train/learning_rate", "train/gradient_norm",  "train/tokens", "train/seconds",
    "training_seconds", "tokens_per_second",   "test_rows_per_second", "steps",        "best_step"};
/// Where a metric without its first part is looked for, in this order.
constexpr std::array<std::string_view, 3> partPrefixes{"validation/", "test/", "train/"};

bool isRecipeKey(std::string_view name)
{
    return std::ranges::count(recipeKeys(), name) + std::ranges::count(columnKeys, name) > 0;
}

} // namespace

RunValueKind kindOf(const RunField& field)
{
    switch (field.fact) {
    case RunFact::Number:
    case RunFact::Version:
    case RunFact::Duration:
    case RunFact::Best:
    case RunFact::Metric:
        return RunValueKind::Number;
    case RunFact::Name:
    case RunFact::State:
    case RunFact::Dataset:
    case RunFact::BaseModel:
    case RunFact::Member:
        return RunValueKind::Text;
    case RunFact::Created:
    case RunFact::Started:
        return RunValueKind::Moment;
    case RunFact::Tag:
        return RunValueKind::Words;
    case RunFact::Recipe:
        break;
    }
    for (const RecipeField& candidate : recipeFields()) {
        if (candidate.key == field.key) {
            const bool isNumber = std::holds_alternative<WholeField>(candidate.kind) ||
                                  std::holds_alternative<NumberField>(candidate.kind) ||
                                  std::holds_alternative<DropoutField>(candidate.kind);
            return isNumber ? RunValueKind::Number : RunValueKind::Text;
        }
    }
    return RunValueKind::Text;
}

RunFieldNames::RunFieldNames(std::vector<std::string> metricKeys)
    : m_metricKeys(std::move(metricKeys))
{
    for (const std::string_view part : {partPrefixes[0], partPrefixes[1]}) {
        for (const std::string_view name : partMetrics)
            m_metricKeys.push_back(std::string(part) + std::string(name));
    }
    m_metricKeys.insert(m_metricKeys.end(), otherMetrics.begin(), otherMetrics.end());
    std::ranges::sort(m_metricKeys);
    const auto repeats = std::ranges::unique(m_metricKeys);
    m_metricKeys.erase(repeats.begin(), repeats.end());
}

const std::string* RunFieldNames::metricCalled(std::string_view name) const
{
    const auto lookUp = [this](const std::string& key) -> const std::string* {
        const auto found = std::ranges::lower_bound(m_metricKeys, key);
        return found != m_metricKeys.end() && *found == key ? &*found : nullptr;
    };
    std::string slashed(name);
    std::ranges::replace(slashed, '.', '/');
    for (const std::string& written : {std::string(name), slashed}) {
        if (const std::string* key = lookUp(written))
            return key;
    }
    for (const std::string_view part : partPrefixes) {
        if (const std::string* key = lookUp(std::string(part) + std::string(name)))
            return key;
    }
    return nullptr;
}

RunField RunFieldNames::find(std::string_view name, std::size_t byte) const
{
    for (const auto& [word, fact] : factNames) {
        if (word == name)
            return {fact};
    }
    if (isRecipeKey(name))
        return {RunFact::Recipe, std::string(name)};
    if (const std::string* key = metricCalled(name))
        return {RunFact::Metric, *key};

    std::vector<std::string> all;
    for (const auto& [word, fact] : factNames)
        all.emplace_back(word);
    all.insert(all.end(), recipeKeys().begin(), recipeKeys().end());
    all.insert(all.end(), partMetrics.begin(), partMetrics.end());
    all.insert(all.end(), m_metricKeys.begin(), m_metricKeys.end());
    base::ErrorPlace place;
    place.byte = static_cast<std::int64_t>(byte);
    place.column = std::string(name);
    throw base::Error(
        base::ErrorCode::UnknownColumn,
        "There is no column \"" + std::string(name) + "\". " +
            base::didYouMean(name, all).value_or(
                "The columns are number, name, state, dataset, version, basemodel, member, tag, "
                "created, started, duration, best, the keys of recipes and those of metrics."),
        place);
}

std::string nameOf(const RunField& field)
{
    for (const auto& [word, fact] : factNames) {
        if (fact == field.fact)
            return std::string(word);
    }
    return field.key;
}

} // namespace lepton::train

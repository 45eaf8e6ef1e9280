// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/recipe_field.h"

#include "base/error.h"
#include "base/json_text.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

namespace lepton::train {
namespace {

constexpr std::int64_t many = 1'000'000'000;

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

bool isPartOfSplit(double value)
{
    return value > 0 && value < 1;
}

constexpr std::array<RecipeField, 25> allFields{{
    {"batch_size", WholeField{&Recipe::batchSize, 1, 1'000'000}},
    {"epochs", WholeField{&Recipe::epochs, 1, 1'000'000}},
    {"max_steps", WholeField{&Recipe::maxSteps, 0, many}},
    {"learning_rate",
     NumberField{&Recipe::learningRate, "a number above 0", [](double value) { return value > 0; }}},
    {"warmup_ratio", NumberField{&Recipe::warmupRatio, "a number from 0 to 1", isShare}},
    {"schedule", ScheduleField{}},
    {"weight_decay",
     NumberField{&Recipe::weightDecay, "0 or a number above it", [](double value) { return value >= 0; }}},
    {"max_grad_norm",
     NumberField{&Recipe::maxGradNorm, "0 or a number above it", [](double value) { return value >= 0; }}},
    {"gradient_accumulation", WholeField{&Recipe::gradientAccumulation, 1, 1'000'000}},
    {"max_length", WholeField{&Recipe::maxLength, 3, 1'000'000}},
    {"class_weights", ClassWeightsField{}},
    {"label_smoothing", NumberField{&Recipe::labelSmoothing, "a number from 0 to less than 1",
                                    [](double value) { return value >= 0 && value < 1; }}},
    {"dropout", DropoutField{}},
    {"freeze_layers", WholeField{&Recipe::freezeLayers, 0, 1'000}},
    {"metric", MetricField{}},
    {"early_stopping_patience", WholeField{&Recipe::earlyStoppingPatience, 0, many}},
    {"eval_every", WholeField{&Recipe::evalEvery, 0, many}},
    {"checkpoint_every", WholeField{&Recipe::checkpointEvery, 0, many}},
    {"precision", PrecisionField{}},
    {"seed", WholeField{&Recipe::seed, 0, std::numeric_limits<std::int64_t>::max()}},
    {"split_train", NumberField{&Recipe::splitTrain, "a number between 0 and 1", isPartOfSplit}},
    {"split_validation", NumberField{&Recipe::splitValidation, "a number between 0 and 1", isPartOfSplit}},
    {"split_test", NumberField{&Recipe::splitTest, "a number between 0 and 1", isPartOfSplit}},
    {"split_column", TextField{&Recipe::splitColumn}},
    {"threads", WholeField{&Recipe::threads, 0, 4'096}},
}};

constexpr auto fieldKeys = [] {
    std::array<std::string_view, allFields.size()> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i)
        keys[i] = allFields[i].key;
    return keys;
}();

/// A value as it is quoted in a sentence.
std::string shown(const nlohmann::json& value)
{
    if (value.is_object() || value.is_array())
        return value.is_object() ? "an object" : "a list";
    const std::string text = base::jsonText(value);
    constexpr std::size_t most = 60;
    return base::codePointCount(text) <= most ? text : std::string(base::firstCodePoints(text, most)) + "...";
}

[[noreturn]] void refuse(std::string_view key, std::string_view takes, const nlohmann::json& value)
{
    throw base::Error(base::ErrorCode::BadRecipe, std::string(key) + " takes " + std::string(takes) +
                                                      ", and this is " + shown(value) +
                                                      ". Change it in the recipe.");
}

/// The whole number that @p value is; numbers such as 1e3 are whole too.
std::optional<std::int64_t> wholeNumber(const nlohmann::json& value)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())
                   ? std::optional(static_cast<std::int64_t>(number))
                   : std::nullopt;
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (std::abs(number) <= exact && std::trunc(number) == number)
            return static_cast<std::int64_t>(number);
    }
    return std::nullopt;
}

template <class Enum, std::size_t N>
Enum fromName(const base::WordTable<Enum, N>& names, std::string_view key, const nlohmann::json& value)
{
    std::string list;
    for (std::size_t i = 0; i < N; ++i) {
        if (value.is_string() && value.get_ref<const std::string&>() == names[i].second)
            return names[i].first;
        list += (i == 0 ? "" : i + 1 == N ? " or " : ", ") + std::string(names[i].second);
    }
    refuse(key, list, value);
}

ClassWeights classWeights(std::string_view key, const nlohmann::json& value)
{
    ClassWeights weights;
    if (value == "none")
        return weights;
    if (value == "balanced") {
        weights.weighting = ClassWeighting::Balanced;
        return weights;
    }
    if (!value.is_object() || value.empty())
        refuse(key, "none, balanced or a weight for each label", value);
    weights.weighting = ClassWeighting::Given;
    for (const auto& [label, weight] : value.items()) {
        if (!weight.is_number() || !std::isfinite(weight.get<double>()) || weight.get<double>() <= 0)
            refuse("The class weight of " + shown(label), "a number above 0", weight);
        weights.given[label] = weight.get<double>();
    }
    return weights;
}

nlohmann::json classWeightsJson(const ClassWeights& weights)
{
    switch (weights.weighting) {
    case ClassWeighting::None:
        break;
    case ClassWeighting::Balanced:
        return "balanced";
    case ClassWeighting::Given:
        return weights.given;
    }
    return "none";
}

std::optional<double> dropout(std::string_view key, const nlohmann::json& value)
{
    if (value.is_null() || value == "model" || value == "auto")
        return std::nullopt;
    const double number = value.is_number() ? value.get<double>() : -1;
    if (!(number >= 0 && number < 1))
        refuse(key, "a number from 0 to less than 1, or model", value);
    return number;
}

template <class... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// "positive:2,negative:1.5" as an object, or the text itself.
nlohmann::json weightsFromText(std::string_view text)
{
    if (text.starts_with('{')) {
        auto json = nlohmann::json::parse(text, nullptr, false);
        return json.is_discarded() ? nlohmann::json(text) : json;
    }
    if (text.find(':') == std::string_view::npos)
        return text;
    nlohmann::json json = nlohmann::json::object();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view item = text.substr(0, end);
        const std::size_t colon = item.rfind(':');
        const std::string_view digits = colon == std::string_view::npos ? "" : item.substr(colon + 1);
        double weight = 0;
        const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
        const bool isNumber = error == std::errc() && last == digits.data() + digits.size();
        std::string label(item.substr(0, colon));
        if (json.contains(label))
            throw base::Error(base::ErrorCode::BadRecipe,
                              "class_weights has two weights for \"" + label + "\".");
        json[std::move(label)] = isNumber ? nlohmann::json(weight) : nlohmann::json(digits);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return json;
}

} // namespace

std::span<const RecipeField> recipeFields() noexcept
{
    return allFields;
}

std::span<const std::string_view> recipeKeys() noexcept
{
    return fieldKeys;
}

nlohmann::json valueOf(const Recipe& recipe, const RecipeField& field)
{
    return std::visit(
        Overloaded{
            [&](const WholeField& whole) -> nlohmann::json { return recipe.*whole.member; },
            [&](const NumberField& number) -> nlohmann::json { return recipe.*number.member; },
            [&](const TextField& text) -> nlohmann::json { return recipe.*text.member; },
            [&](const ScheduleField&) -> nlohmann::json { return scheduleName(recipe.schedule); },
            [&](const PrecisionField&) -> nlohmann::json { return precisionName(recipe.precision); },
            [&](const MetricField&) -> nlohmann::json { return metricName(recipe.metric); },
            [&](const ClassWeightsField&) -> nlohmann::json { return classWeightsJson(recipe.classWeights); },
            [&](const DropoutField&) -> nlohmann::json {
                return recipe.dropout ? nlohmann::json(*recipe.dropout) : nlohmann::json();
            },
        },
        field.kind);
}

void assign(Recipe& recipe, const RecipeField& field, const nlohmann::json& value)
{
    const std::string_view key = field.key;
    std::visit(Overloaded{
                   [&](const WholeField& whole) {
                       const auto number = wholeNumber(value);
                       if (!number || *number < whole.least || *number > whole.most)
                           refuse(key,
                                  "a whole number from " + std::to_string(whole.least) + " to " +
                                      std::to_string(whole.most),
                                  value);
                       recipe.*whole.member = *number;
                   },
                   [&](const NumberField& number) {
                       if (!value.is_number() || !std::isfinite(value.get<double>()) ||
                           !number.holds(value.get<double>()))
                           refuse(key, number.range, value);
                       recipe.*number.member = value.get<double>();
                   },
                   [&](const TextField& text) {
                       if (!value.is_string())
                           refuse(key, "a text", value);
                       recipe.*text.member = value.get<std::string>();
                   },
                   [&](const ScheduleField&) { recipe.schedule = fromName(scheduleNames, key, value); },
                   [&](const PrecisionField&) { recipe.precision = fromName(precisionNames, key, value); },
                   [&](const MetricField&) { recipe.metric = fromName(metricNames, key, value); },
                   [&](const ClassWeightsField&) { recipe.classWeights = classWeights(key, value); },
                   [&](const DropoutField&) { recipe.dropout = dropout(key, value); },
               },
               field.kind);
}

nlohmann::json valueFromText(const RecipeField& field, std::string_view text)
{
    if (std::holds_alternative<ClassWeightsField>(field.kind))
        return weightsFromText(text);
    const bool isNumber = std::holds_alternative<WholeField>(field.kind) ||
                          std::holds_alternative<NumberField>(field.kind) ||
                          std::holds_alternative<DropoutField>(field.kind);
    if (!isNumber)
        return text;
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error == std::errc() && end == text.data() + text.size())
        return whole;
    double number = 0;
    const auto [last, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc() && last == text.data() + text.size() && std::isfinite(number))
        return number;
    return text;
}

std::string_view metricName(Metric metric) noexcept
{
    return base::wordOf(metricNames, metric);
}

std::string_view scheduleName(Schedule schedule) noexcept
{
    return base::wordOf(scheduleNames, schedule);
}

std::string_view precisionName(Precision precision) noexcept
{
    return base::wordOf(precisionNames, precision);
}

} // namespace lepton::train

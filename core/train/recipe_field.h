// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/word_table.h"
#include "train/recipe.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string_view>
#include <variant>

namespace lepton::train {

/// A whole number between two others.
struct WholeField
{
    std::int64_t Recipe::*member;
    std::int64_t least;
    std::int64_t most;
};

/// A finite number with a condition.
struct NumberField
{
    double Recipe::*member;
    std::string_view range; ///< "a number above 0"
    bool (*holds)(double);
};

struct TextField
{
    std::string Recipe::*member;
};

/// One of a few words.
struct ScheduleField
{};
struct PrecisionField
{};
struct MetricField
{};

/// "none", "balanced" or weights by label.
struct ClassWeightsField
{};
/// A number in [0, 1), or null.
struct DropoutField
{};

/// One key of a recipe: what it may hold, and where it stands.
struct RecipeField
{
    std::string_view key;
    std::variant<WholeField, NumberField, TextField, ScheduleField, PrecisionField, MetricField,
                 ClassWeightsField, DropoutField>
        kind;
};

inline constexpr base::WordTable<Schedule, 3> scheduleNames{
    {{Schedule::Linear, "linear"}, {Schedule::Cosine, "cosine"}, {Schedule::Constant, "constant"}}};
inline constexpr base::WordTable<Precision, 3> precisionNames{
    {{Precision::Auto, "auto"}, {Precision::Float32, "fp32"}, {Precision::BFloat16, "bf16"}}};
inline constexpr base::WordTable<Metric, 6> metricNames{{{Metric::MacroF1, "macro_f1"},
                                                         {Metric::Accuracy, "accuracy"},
                                                         {Metric::WeightedF1, "weighted_f1"},
                                                         {Metric::BalancedAccuracy, "balanced_accuracy"},
                                                         {Metric::Matthews, "mcc"},
                                                         {Metric::Loss, "loss"}}};

/// All keys of --set, in the order of recipeKeys().
std::span<const RecipeField> recipeFields() noexcept;

nlohmann::json valueOf(const Recipe& recipe, const RecipeField& field);
/// @throw base::Error BadRecipe with a sentence that names the key, what it takes and what it got
void assign(Recipe& recipe, const RecipeField& field, const nlohmann::json& value);
/// The value that @p text, written behind "key=", stands for.
nlohmann::json valueFromText(const RecipeField& field, std::string_view text);

} // namespace lepton::train

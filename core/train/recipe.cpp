// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/recipe.h"

#include "base/error.h"
#include "base/json_text.h"
#include "base/nearest_name.h"
#include "base/sha256.h"
#include "base/text.h"
#include "train/recipe_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>
#include <set>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int recipeVersion = 1;
/// How far the shares of the split may be from 1 together: the rounding of decimal digits.
constexpr double shareTolerance = 1e-6;

/// What stands in a recipe file besides the keys of --set.
constexpr std::array<std::string_view, 5> otherKeys{"version", "dataset_version", "text_column",
                                                    "label_column", "base_model"};

const RecipeField* fieldOf(std::string_view key)
{
    const auto fields = recipeFields();
    const auto found = std::ranges::find(fields, key, &RecipeField::key);
    return found == fields.end() ? nullptr : &*found;
}

/// "Did you mean ...?", or the list of what there is.
std::string suggestion(std::string_view name, std::span<const std::string_view> names)
{
    if (const auto nearest = base::nearestName(name, names))
        return "Did you mean " + std::string(*nearest) + "?";
    std::string list;
    for (const std::string_view known : names)
        list += (list.empty() ? "" : ", ") + std::string(known);
    return "There are: " + list + ".";
}

[[noreturn]] void refuseKey(std::string_view key, std::span<const std::string_view> names)
{
    throw Error(ErrorCode::BadRecipe,
                "A recipe has no key \"" + std::string(key) + "\". " + suggestion(key, names));
}

template <class IdType>
IdType idFrom(std::string_view key, const nlohmann::json& value)
{
    const auto id = value.is_string() ? IdType::parse(value.get_ref<const std::string&>()) : std::nullopt;
    if (!id)
        throw Error(ErrorCode::BadRecipe, std::string(key) + " takes the id of one, and this is none.");
    return *id;
}

std::string columnFrom(std::string_view key, const nlohmann::json& value)
{
    if (!value.is_string())
        throw Error(ErrorCode::BadRecipe,
                    std::string(key) + " takes the name of a column, and this is none.");
    return value.get<std::string>();
}

void assignOther(Recipe& recipe, std::string_view key, const nlohmann::json& value)
{
    if (key == "dataset_version") {
        recipe.datasetVersion = idFrom<base::DatasetVersionId>(key, value);
    } else if (key == "base_model") {
        recipe.baseModel = idFrom<BaseModelId>(key, value);
    } else if (key == "text_column") {
        recipe.textColumn = columnFrom(key, value);
    } else if (key == "label_column") {
        recipe.labelColumn = columnFrom(key, value);
    } else if (key != "version") {
        std::vector<std::string_view> names(recipeKeys().begin(), recipeKeys().end());
        names.insert(names.end(), otherKeys.begin(), otherKeys.end());
        refuseKey(key, names);
    }
}

/// One weight a class, or nothing where all count alike.
std::vector<double> weightsOf(const ClassWeights& weights, std::span<const std::string> labels,
                              std::span<const std::int64_t> counts)
{
    if (weights.weighting == ClassWeighting::None)
        return {};
    std::vector<double> values(labels.size(), 1.0);
    if (weights.weighting == ClassWeighting::Balanced) {
        const auto rows = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
        const auto classes =
            static_cast<double>(std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; }));
        // A class without rows to train on has no target to weigh.
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = counts[i] > 0 ? rows / (classes * static_cast<double>(counts[i])) : 0;
        return values;
    }
    for (const auto& [label, weight] : weights.given) {
        const auto found = std::ranges::find(labels, label);
        if (found == labels.end()) {
            const std::vector<std::string> names(
                labels.begin(), labels.begin() + std::min<std::ptrdiff_t>(std::ssize(labels), 1'000));
            throw Error(ErrorCode::BadRecipe,
                        "class_weights names the label \"" + label + "\", which the data does not have. " +
                            base::didYouMean(label, names).value_or("Leave it out of the recipe."));
        }
        values[static_cast<std::size_t>(found - labels.begin())] = weight;
    }
    return values;
}

/// A parser callback: a key that stands twice in an object would be taken once without a word.
nlohmann::json::parser_callback_t refuseDuplicates()
{
    auto keys = std::make_shared<std::vector<std::set<std::string>>>();
    return [keys](int, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        if (event == nlohmann::json::parse_event_t::object_start)
            keys->emplace_back();
        else if (event == nlohmann::json::parse_event_t::object_end)
            keys->pop_back();
        else if (event == nlohmann::json::parse_event_t::key &&
                 !keys->back().insert(value.get<std::string>()).second)
            throw Error(ErrorCode::BadRecipe, "The recipe has the key \"" + value.get<std::string>() +
                                                  "\" twice in one object. Take one of them out.");
        return true;
    };
}

} // namespace

bool isBetter(Metric metric, double candidate, double best) noexcept
{
    if (std::isnan(best))
        return !std::isnan(candidate);
    return metric == Metric::Loss ? candidate < best : candidate > best;
}

void to_json(nlohmann::json& json, const Recipe& recipe)
{
    json = {{"version", recipeVersion}};
    if (!recipe.datasetVersion.isNull())
        json["dataset_version"] = recipe.datasetVersion.toString();
    if (!recipe.textColumn.empty())
        json["text_column"] = recipe.textColumn;
    if (!recipe.labelColumn.empty())
        json["label_column"] = recipe.labelColumn;
    if (!recipe.baseModel.isNull())
        json["base_model"] = recipe.baseModel.toString();
    for (const RecipeField& field : recipeFields())
        json[std::string(field.key)] = valueOf(recipe, field);
}

Recipe recipeFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        throw Error(ErrorCode::BadRecipe, "A recipe is a JSON object with a value for each key, such as "
                                          "{\"epochs\": 3}. This is something else.");
    if (const auto version = json.find("version"); version != json.end() && *version != recipeVersion)
        throw Error(ErrorCode::BadRecipe,
                    "The recipe is of another version than " + std::to_string(recipeVersion) +
                        ", which this program reads. Open it with the program that wrote it.");
    Recipe recipe;
    for (const auto& [key, value] : json.items()) {
        if (const RecipeField* field = fieldOf(key))
            assign(recipe, *field, value);
        else
            assignOther(recipe, key, value);
    }
    return recipe;
}

Recipe recipeFromText(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw Error(ErrorCode::BadRecipe, "The recipe is empty. Write at least {}, which has all defaults.");
    try {
        return recipeFromJson(nlohmann::json::parse(text, refuseDuplicates()));
    } catch (const nlohmann::json::parse_error& error) {
        base::ErrorPlace place;
        const std::size_t at = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
        place.byte = static_cast<std::int64_t>(at);
        place.line = 1 + std::ranges::count(text.substr(0, at), '\n');
        throw Error(ErrorCode::BadRecipe,
                    "The recipe is no JSON: line " + std::to_string(*place.line) +
                        " has something that does not belong there. Correct it and try again.",
                    place, error.what());
    } catch (const nlohmann::json::out_of_range& error) {
        throw Error(ErrorCode::BadRecipe,
                    "The recipe holds a number that is too large. Correct it and try again.", error.what());
    }
}

void set(Recipe& recipe, std::string_view assignment)
{
    if (base::firstInvalidUtf8(assignment))
        throw Error(ErrorCode::BadRecipe, "A value of the recipe is not UTF-8.");
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos)
        throw Error(ErrorCode::BadRecipe,
                    "\"" + std::string(assignment) + "\" sets nothing. Write key=value, such as epochs=3.");
    const std::string_view key = assignment.substr(0, equals);
    const RecipeField* field = fieldOf(key);
    if (!field)
        refuseKey(key, recipeKeys());
    assign(recipe, *field, valueFromText(*field, assignment.substr(equals + 1)));
}

void checkRecipe(const Recipe& recipe)
{
    const double sum = recipe.splitTrain + recipe.splitValidation + recipe.splitTest;
    if (recipe.splitColumn.empty() && !(std::abs(sum - 1) <= shareTolerance))
        throw Error(ErrorCode::BadRecipe, "split_train, split_validation and split_test are " +
                                              nlohmann::json(recipe.splitTrain).dump() + ", " +
                                              nlohmann::json(recipe.splitValidation).dump() + " and " +
                                              nlohmann::json(recipe.splitTest).dump() +
                                              ", which do not add up to 1. Change one of them.");
}

std::string recipeHash(const Recipe& recipe, std::string_view dataContentHash, std::string_view baseModelHash)
{
    nlohmann::json json = recipe;
    for (const char* key : {"dataset_version", "base_model", "threads", "checkpoint_every"})
        json.erase(key);
    // What another key replaces changes nothing.
    if (recipe.maxSteps > 0)
        json.erase("epochs");
    if (!recipe.splitColumn.empty()) {
        for (const char* key : {"split_train", "split_validation", "split_test"})
            json.erase(key);
    }
    json["dataset_hash"] = dataContentHash;
    json["base_model_hash"] = baseModelHash;
    return base::toHex(base::sha256(base::jsonText(json)));
}

TrainerSettings toSettings(const Recipe& recipe, std::int64_t stepsPerEpoch,
                           std::span<const std::string> labels, std::span<const std::int64_t> counts)
{
    checkRecipe(recipe);
    if (stepsPerEpoch < 1 || labels.size() != counts.size())
        throw Error(ErrorCode::InvalidArgument, "There are no rows to train on.");
    TrainerSettings settings;
    settings.totalSteps = recipe.maxSteps > 0 ? recipe.maxSteps : recipe.epochs * stepsPerEpoch;
    settings.warmupSteps =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(settings.totalSteps) * recipe.warmupRatio));
    settings.schedule = recipe.schedule;
    settings.learningRate = recipe.learningRate;
    settings.weightDecay = recipe.weightDecay;
    settings.maxGradNorm = recipe.maxGradNorm;
    settings.classWeights = weightsOf(recipe.classWeights, labels, counts);
    settings.labelSmoothing = recipe.labelSmoothing;
    settings.dropout = recipe.dropout;
    settings.frozenLayers = recipe.freezeLayers;
    settings.evaluateEvery = recipe.evalEvery > 0 ? recipe.evalEvery : stepsPerEpoch;
    settings.checkpointEvery = recipe.checkpointEvery;
    settings.precision = recipe.precision;
    settings.seed = static_cast<std::uint64_t>(recipe.seed);
    settings.threads = static_cast<int>(recipe.threads);
    return settings;
}

} // namespace lepton::train

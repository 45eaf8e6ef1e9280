// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/settings.h"
#include "train/ids.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::train {

/// How much each class counts in the loss.
enum class ClassWeighting
{
    None,     ///< all alike
    Balanced, ///< rows / (classes * rows of the class), as sklearn.utils.class_weight.compute_class_weight
    Given     ///< as stated; a class that is not named counts 1
};

struct ClassWeights
{
    ClassWeighting weighting = ClassWeighting::None;
    std::map<std::string, double> given; ///< by label; only for ClassWeighting::Given

    friend bool operator==(const ClassWeights&, const ClassWeights&) = default;
};

/// By which score on the validation part the best weights are chosen.
enum class Metric
{
    MacroF1,
    Accuracy,
    WeightedF1,
    BalancedAccuracy,
    Matthews,
    Loss ///< the only one that is better when it is smaller
};
/// "macro_f1", "accuracy", "weighted_f1", "balanced_accuracy", "mcc", "loss".
std::string_view metricName(Metric metric) noexcept;
bool isBetter(Metric metric, double candidate, double best) noexcept;

std::string_view scheduleName(Schedule schedule) noexcept;    ///< "linear", "cosine", "constant"
std::string_view precisionName(Precision precision) noexcept; ///< "auto", "fp32", "bf16"

/// The complete configuration of a training; a default-made one has the defaults of `lepton train`.
struct Recipe
{
    // what is trained on what: not keys of --set
    base::DatasetVersionId datasetVersion;
    std::string textColumn;
    std::string labelColumn;
    BaseModelId baseModel;

    // length and rhythm, in rows and optimiser steps
    std::int64_t batchSize = 16;
    std::int64_t gradientAccumulation = 1; ///< batches whose gradients make one step
    std::int64_t epochs = 5;
    std::int64_t maxSteps = 0;    ///< steps instead of epochs; 0: epochs
    std::int64_t maxLength = 128; ///< tokens of a text, special ones included

    // optimiser
    double learningRate = 2e-5;
    Schedule schedule = Schedule::Linear;
    double warmupRatio = 0.1; ///< share of the steps, 0 to 1
    double weightDecay = 0.01;
    double maxGradNorm = 1; ///< 0: not clipped

    // loss and model
    ClassWeights classWeights;
    double labelSmoothing = 0;     ///< in [0, 1)
    std::optional<double> dropout; ///< in [0, 1); unset: as the model's config has it
    std::int64_t freezeLayers = 0; ///< embeddings and so many layers from the bottom; 0: none

    // evaluation
    Metric metric = Metric::MacroF1;
    std::int64_t earlyStoppingPatience = 0; ///< evaluations without a better one; 0: no early stopping
    std::int64_t evalEvery = 0;             ///< steps; 0: once an epoch
    std::int64_t checkpointEvery = 200;     ///< steps, or five minutes; 0: only on pause and at the end

    // data
    double splitTrain = 0.8;
    double splitValidation = 0.1;
    double splitTest = 0.1;
    std::string splitColumn; ///< names the part of each row; empty: by shares

    // machine
    Precision precision = Precision::Auto;
    std::int64_t seed = 1;    ///< from 0
    std::int64_t threads = 0; ///< 0: one a core

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// The keys of --set and of recipe files, in the order in which to_json() writes them.
std::span<const std::string_view> recipeKeys() noexcept;

/// {"version":1, "dataset_version", "text_column", "label_column", "base_model" (each where it is set), and
/// every key of recipeKeys()}; dropout is null where the model's config decides.
void to_json(nlohmann::json& json, const Recipe& recipe);
/// Reads a recipe; keys that are not there keep their defaults. Does not look at keys together: see
/// checkRecipe().
/// @throw base::Error BadRecipe: an unknown key (with the nearest one), a wrong type, a value out of range,
/// another version
Recipe recipeFromJson(const nlohmann::json& json);
/// The same from the text of a recipe file. @throw also BadRecipe, with line and byte, for what is no JSON
Recipe recipeFromText(std::string_view text);

/// Applies one "key=value". Lists of class weights are written "label:weight,label:weight" or as JSON; the
/// dropout "model" (or "auto") leaves it to the model's config.
/// @throw base::Error as recipeFromJson()
void set(Recipe& recipe, std::string_view assignment);

/// Looks at the keys together: shares that add up to 1. @throw base::Error BadRecipe
void checkRecipe(const Recipe& recipe);

/// SHA-256, lower-case hex, over the canonical JSON of the recipe (sorted keys, no blanks, defaults filled
/// in) with @p dataContentHash and @p baseModelHash in place of the ids, without threads and
/// checkpoint_every, which do not change what is learnt, epochs where max_steps replaces them, and shares
/// where a column splits the rows.
std::string recipeHash(const Recipe& recipe, std::string_view dataContentHash,
                       std::string_view baseModelHash);

/// What a trainer gets. @p stepsPerEpoch as BatchSource says; @p labels are the classes in order, and
/// @p counts the rows of each in the training part. Warm-up takes ceil(ratio * steps), as in transformers.
/// @throw base::Error as checkRecipe(), and for weights of labels that are not there (with the nearest one)
TrainerSettings toSettings(const Recipe& recipe, std::int64_t stepsPerEpoch,
                           std::span<const std::string> labels, std::span<const std::int64_t> counts);

} // namespace lepton::train

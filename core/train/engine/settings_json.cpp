// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/settings_json.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>

namespace lepton::train::engine {

namespace {

void require(bool holds, const std::string& sentence)
{
    if (!holds)
        throw base::Error(base::ErrorCode::InvalidArgument, sentence);
}

} // namespace

nlohmann::json identityOf(const TrainerSettings& settings, const std::vector<std::string>& labels)
{
    return {{"number of steps", settings.totalSteps},
            {"warm-up", settings.warmupSteps},
            {"schedule", static_cast<int>(settings.schedule)},
            {"learning rate", settings.learningRate},
            {"weight decay", settings.weightDecay},
            {"limit of the gradient norm", settings.maxGradNorm},
            {"class weights", settings.classWeights},
            {"label smoothing", settings.labelSmoothing},
            {"dropout", settings.dropout ? nlohmann::json(*settings.dropout) : nlohmann::json()},
            {"number of frozen layers", settings.frozenLayers},
            {"time of evaluations", settings.evaluateEvery},
            {"seed", settings.seed},
            {"list of labels", labels}};
}

std::string firstDifference(const nlohmann::json& one, const nlohmann::json& other)
{
    for (const auto& [key, value] : one.items()) {
        if (!other.contains(key) || other[key] != value)
            return key;
    }
    return one == other ? std::string() : "set of settings";
}

void checkSettings(const TrainerSettings& settings, const std::vector<std::string>& labels)
{
    const auto finite = [](double value) { return std::isfinite(value) && value >= 0; };
    require(labels.size() >= 2, "A classifier needs at least two classes.");
    require(settings.totalSteps > 0, "The training has no steps.");
    require(settings.warmupSteps >= 0 && settings.warmupSteps <= settings.totalSteps,
            "The warm-up is longer than the training.");
    require(finite(settings.learningRate), "The learning rate must be a number of at least 0.");
    require(finite(settings.weightDecay), "The weight decay must be a number of at least 0.");
    require(finite(settings.maxGradNorm), "The limit of the gradient norm must be a number of at least 0.");
    require(settings.labelSmoothing >= 0 && settings.labelSmoothing < 1,
            "Label smoothing must be at least 0 and less than 1.");
    require(!settings.dropout || (*settings.dropout >= 0 && *settings.dropout < 1),
            "Dropout must be at least 0 and less than 1.");
    require(settings.evaluateEvery >= 0 && settings.checkpointEvery >= 0 && settings.frozenLayers >= 0 &&
                settings.threads >= 0,
            "Steps between evaluations and checkpoints, frozen layers and threads cannot be negative.");
    require(settings.classWeights.empty() || settings.classWeights.size() == labels.size(),
            "There are " + std::to_string(settings.classWeights.size()) + " class weights for " +
                std::to_string(labels.size()) + " classes.");
    require(std::ranges::all_of(settings.classWeights, finite),
            "Class weights must be numbers of at least 0.");
}

} // namespace lepton::train::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/settings.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace lepton::train::engine {

/// All settings that change the numbers of a training, and the labels: equal texts mean that a checkpoint of
/// the one can go on in the other. Device, precision, threads and how often checkpoints are written are not
/// among them.
nlohmann::json identityOf(const TrainerSettings& settings, const std::vector<std::string>& labels);

/// The first key that differs, in words for a person ("learning rate"); empty where none does.
std::string firstDifference(const nlohmann::json& one, const nlohmann::json& other);

/// @throw base::Error InvalidArgument for settings that contradict themselves, with a sentence
void checkSettings(const TrainerSettings& settings, const std::vector<std::string>& labels);

} // namespace lepton::train::engine

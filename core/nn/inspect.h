// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/engine.h"

#include <filesystem>

namespace lepton::nn {

/// What the model in @p folder is, from config.json and model.safetensors, whose numbers are looked at
/// once. Missing keys are those of the pooler, and of the head where the file has a part of one.
/// @throw base::Error as readBertConfig(), openWeights() and planWeights(); BadModel for a weight that is
/// NaN or infinite
train::ModelFacts inspect(const std::filesystem::path& folder);

} // namespace lepton::nn

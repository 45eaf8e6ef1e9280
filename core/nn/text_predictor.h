// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/predictor.h"

#include <filesystem>
#include <memory>

namespace lepton::nn {

/// A predictor on the fine-tuned model in @p folder: config.json, model.safetensors and a tokeniser. Texts
/// longer than the limit lose their ends. DeviceChoice::Auto takes CUDA where LibTorch has found it.
/// @throw base::Error as inspect() and text::loadTokenizer(); InvalidArgument for a model without a
/// classification head, for a maxLength beyond the model's positions, for CUDA where there is none
std::unique_ptr<train::Predictor> newTextPredictor(const std::filesystem::path& folder,
                                                   const train::PredictorOptions& options);

} // namespace lepton::nn

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/engine.h"

#include <cstddef>
#include <memory>
#include <optional>

namespace lepton::train::engine {

/// A trainer of BertForSequenceClassification on the base model of @p request. A head for the same labels
/// that the folder has is kept; any other is made anew from the seed.
/// @param device as chooseDevice() answered for the request's settings
/// @param behind how many steps may be asked of the device before the figures of the oldest are read; without
/// it 1 on CUDA, which never waits for the host then, and 0 on the CPU
/// @throw base::Error as nn::BertClassifier::load(); InvalidArgument for settings that do not fit the model
std::unique_ptr<Trainer> makeBertTrainer(const TrainerRequest& request, const DeviceFacts& device,
                                         std::optional<std::size_t> behind = {});

} // namespace lepton::train::engine

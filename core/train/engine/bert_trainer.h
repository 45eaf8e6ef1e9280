// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/engine.h"

#include <memory>

namespace lepton::train::engine {

/// A trainer of BertForSequenceClassification on the base model of @p request. A head for the same labels
/// that the folder has is kept; any other is made anew from the seed.
/// @param device as chooseDevice() answered for the request's settings
/// @throw base::Error as nn::BertClassifier::load(); InvalidArgument for settings that do not fit the model
std::unique_ptr<Trainer> makeBertTrainer(const TrainerRequest& request, const DeviceFacts& device);

} // namespace lepton::train::engine

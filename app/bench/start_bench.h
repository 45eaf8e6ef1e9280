// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench.h"
#include "train/api/engine.h"
#include "train/training_data.h"

namespace lepton::bench {

/// Seconds from the start of a run to the end of its first step, in a workspace of its own with the first
/// @p rows rows of @p data: the job, the rows, the hash of the base model, tokens, the trainer, the step.
/// @p engine is loaded already. @throw base::Error
double secondsToFirstStep(const Setup& setup, const TrainOptions& options, const train::TrainingData& data,
                          std::size_t rows, train::Engine& engine);

} // namespace lepton::bench

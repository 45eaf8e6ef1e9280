// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/engine.h"
#include "train/data_preview.h"
#include "train/tokenised_sources.h"

#include <chrono>

namespace lepton::train {

/// What a few real steps took.
struct StepTimes
{
    double secondsPerToken = 0;           ///< of training, padding counted
    double evaluationSecondsPerToken = 0; ///< of predicting, padding counted
    std::int64_t steps = 0;               ///< that were measured
    std::int64_t memory = 0;              ///< bytes that a training takes, by the trainer's own account
    DeviceFacts device;

    /// Seconds of a whole run of @p work; reading and tokenising are not in it.
    double secondsOf(const RunWork& work) const;
};

/// Trains a first step that does not count and then up to three that do, fewer once @p enough is over; the
/// model is thrown away. Blocks for a few steps; the calling thread should have a low priority.
/// @param request  its settings are taken but for the number of steps
/// @param longest  tokens of the longest text, for the account of memory
/// @throw base::Error of the engine, or on cancellation, which ends it after the step in work
StepTimes measureSteps(Engine& engine, TrainerRequest request, TokenisedBatchSource& batches,
                       EvaluationSource& validation, std::int64_t longest,
                       const base::Cancellation& cancellation,
                       std::chrono::milliseconds enough = std::chrono::milliseconds(2'000));

} // namespace lepton::train

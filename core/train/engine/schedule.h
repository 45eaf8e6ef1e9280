// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/settings.h"

#include <cstdint>

namespace lepton::train::engine {

/// The learning rate of optimiser step @p step (from 0), as transformers.get_scheduler has it: a straight
/// rise from 0 over the steps of the warm-up, then the schedule's fall to 0 at settings.totalSteps. So the
/// first step of a run with a warm-up changes nothing but the moments.
double learningRate(const TrainerSettings& settings, std::int64_t step);

} // namespace lepton::train::engine

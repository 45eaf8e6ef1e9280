// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lepton::train::engine {

double learningRate(const TrainerSettings& settings, std::int64_t step)
{
    const auto at = static_cast<double>(step);
    const auto warmup = static_cast<double>(settings.warmupSteps);
    if (step < settings.warmupSteps)
        return settings.learningRate * (at / std::max(1.0, warmup));

    const double span = std::max(1.0, static_cast<double>(settings.totalSteps - settings.warmupSteps));
    switch (settings.schedule) {
    case Schedule::Linear:
        return settings.learningRate * std::max(0.0, static_cast<double>(settings.totalSteps - step) / span);
    case Schedule::Cosine:
        return settings.learningRate *
               std::max(0.0, 0.5 * (1.0 + std::cos(std::numbers::pi * (at - warmup) / span)));
    case Schedule::Constant:
        break;
    }
    return settings.learningRate;
}

} // namespace lepton::train::engine

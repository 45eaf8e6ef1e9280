// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/recipe.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace lepton::ui {

/// How a run went before its weights ran away.
struct Divergence
{
    std::int64_t steps = 0;          ///< that it had made
    std::int64_t total = 0;          ///< that it was to make
    std::optional<double> firstLoss; ///< of the training
    std::optional<double> lastLoss;  ///< the last finite one
};

/// A learning rate to try after a divergence, and why that one.
struct LowerRate
{
    double rate = 0;
    QString reason; ///< one sentence
};

/// The usual rate where @p recipe's is far above it, a tenth where the run had learnt nothing yet, else half.
/// Nothing where the rate is so low already that it is hardly at fault.
std::optional<LowerRate> lowerRate(const train::Recipe& recipe, const Divergence& before);

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/lower_rate.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/training_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepton::ui {

namespace {

struct LowerRates
{
    Q_DECLARE_TR_FUNCTIONS(LowerRates)
};

/// Fine-tuning takes rates between a tenth of the usual one and some times it.
constexpr double farAbove = 10;
constexpr double farBelow = 0.1;
constexpr std::int64_t firstSteps = 20;
constexpr std::int64_t firstShare = 10; ///< a tenth of all steps

/// As a person would write it: 2e-6, not 2.0000000000000003e-6.
double inThreeDigits(double rate)
{
    return QString::number(rate, 'g', 3).toDouble();
}

} // namespace

std::optional<LowerRate> lowerRate(const train::Recipe& recipe, const Divergence& before)
{
    const double usual = train::Recipe().learningRate;
    const double rate = recipe.learningRate;
    const QString now = TrainingText::number(rate);
    if (rate <= usual * farBelow)
        return std::nullopt;
    if (rate >= usual * farAbove)
        return LowerRate{
            usual, LowerRates::tr("The rate %1 is far above what fine-tuning takes; %2 is the usual one.",
                                  "learning rates")
                       .arg(now, TrainingText::number(usual))};
    const bool isEarly = before.steps < std::max(firstSteps, before.total / firstShare);
    if (isEarly)
        return LowerRate{inThreeDigits(rate / 10),
                         LowerRates::tr("It ran away in the first steps, so the rate %1 is too high by far: "
                                        "try a tenth of it.")
                             .arg(now)};
    if (before.firstLoss && before.lastLoss && *before.lastLoss > *before.firstLoss)
        return LowerRate{inThreeDigits(rate / 10),
                         LowerRates::tr("The loss had risen above where it began, so the rate %1 "
                                        "is too high by far: try a tenth of it.")
                             .arg(now)};
    return LowerRate{inThreeDigits(rate / 2),
                     LowerRates::tr("It learnt for %1 steps before, so the rate %2 is a little too "
                                    "high: try half of it.",
                                    "steps, learning rate")
                         .arg(DatasetText::count(before.steps), now)};
}

} // namespace lepton::ui

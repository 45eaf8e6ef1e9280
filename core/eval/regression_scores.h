// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace lepton::eval {

/// Errors of predicted numbers, as scikit-learn defines them; in the unit of the target where not said
/// otherwise.
struct RegressionScores
{
    std::size_t rows = 0;
    double meanAbsoluteError = 0;
    double meanSquaredError = 0; ///< unit squared
    double rootMeanSquaredError = 0;
    /// A share, not percent; errors are divided by at least 2^-52.
    double meanAbsolutePercentageError = 0;
    double medianAbsoluteError = 0;
    double largestAbsoluteError = 0;
    /// 1 - squared errors / squares around the mean; of a constant truth 1 if perfect, else 0; of one row
    /// NaN.
    double r2 = 0;
    /// The same with the mean error taken out first; one row counts as constant.
    double explainedVariance = 0;
};

/// @throw base::Error InvalidArgument when there are no rows, unequal numbers, or a value that is not finite.
RegressionScores regressionScores(std::span<const double> truth, std::span<const double> predicted);

} // namespace lepton::eval

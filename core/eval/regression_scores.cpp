// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/regression_scores.h"

#include "base/error.h"
#include "eval/labels.h"
#include "eval/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace lepton::eval {
namespace {

void requireFinite(std::span<const double> values, const char* column)
{
    const auto bad = std::ranges::find_if(values, [](double value) { return !std::isfinite(value); });
    if (bad != values.end())
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "The " + std::string(column) + " value of row " +
                              std::to_string(bad - values.begin() + 1) +
                              " is not a finite number. Leave out rows without a value.");
}

double median(std::vector<double> values)
{
    const std::size_t half = values.size() / 2;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(half);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double meanSquare(std::span<const double> values, double around)
{
    std::vector<double> squares;
    squares.reserve(values.size());
    for (const double value : values)
        squares.push_back((value - around) * (value - around));
    return mean(squares);
}

/// 1 - unexplained / total, where a total of 0 means a constant truth.
double explainedShare(double unexplained, double total)
{
    if (total == 0)
        return unexplained == 0 ? 1 : 0;
    return 1 - unexplained / total;
}

} // namespace

RegressionScores regressionScores(std::span<const double> truth, std::span<const double> predicted)
{
    requireRows(truth.size(), predicted.size());
    requireFinite(truth, "true");
    requireFinite(predicted, "predicted");

    std::vector<double> errors(truth.size());
    std::vector<double> absolute(truth.size());
    std::vector<double> relative(truth.size());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        errors[row] = truth[row] - predicted[row];
        absolute[row] = std::abs(errors[row]);
        relative[row] =
            absolute[row] / std::max(std::abs(truth[row]), std::numeric_limits<double>::epsilon());
    }
    RegressionScores scores;
    scores.rows = truth.size();
    scores.meanAbsoluteError = mean(absolute);
    scores.meanSquaredError = meanSquare(errors, 0);
    scores.rootMeanSquaredError = std::sqrt(scores.meanSquaredError);
    scores.meanAbsolutePercentageError = mean(relative);
    scores.medianAbsoluteError = median(absolute);
    scores.largestAbsoluteError = std::ranges::max(absolute);

    const double variance = meanSquare(truth, mean(truth));
    scores.r2 = truth.size() < 2 ? std::numeric_limits<double>::quiet_NaN()
                                 : explainedShare(scores.meanSquaredError, variance);
    scores.explainedVariance = explainedShare(meanSquare(errors, mean(errors)), variance);
    return scores;
}

} // namespace lepton::eval

// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/class_counts.h"

#include "base/error.h"
#include "eval/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lepton::eval {
namespace {

void requireIndices(std::span<const LabelIndex> indices, std::size_t classes)
{
    const auto bad = std::ranges::find_if(indices, [classes](LabelIndex index) {
        return index < 0 || static_cast<std::size_t>(index) >= classes;
    });
    if (bad != indices.end())
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "Row " + std::to_string(bad - indices.begin() + 1) + " has the class " +
                              std::to_string(*bad) + ", but there are " + std::to_string(classes) +
                              " classes, counted from 0.");
}

/// The sum of a class's count by another's, in doubles: counts of 10^10 rows would not fit 64 bits squared.
double dot(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b)
{
    return std::inner_product(
        a.begin(), a.end(), b.begin(), 0.0, std::plus{},
        [](std::int64_t x, std::int64_t y) { return static_cast<double>(x) * static_cast<double>(y); });
}

} // namespace

std::int64_t ClassCounts::allCorrect() const noexcept
{
    return std::accumulate(correct.begin(), correct.end(), std::int64_t{0});
}

ClassCounts countClasses(std::size_t classes, std::span<const LabelIndex> truth,
                         std::span<const LabelIndex> predicted)
{
    requireRows(truth.size(), predicted.size());
    requireIndices(truth, classes);
    requireIndices(predicted, classes);
    ClassCounts counts;
    counts.correct.resize(classes);
    counts.predicted.resize(classes);
    counts.actual.resize(classes);
    counts.rows = static_cast<std::int64_t>(truth.size());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const auto actual = static_cast<std::size_t>(truth[row]);
        const auto guess = static_cast<std::size_t>(predicted[row]);
        ++counts.actual[actual];
        ++counts.predicted[guess];
        if (actual == guess)
            ++counts.correct[actual];
    }
    return counts;
}

Agreement agreement(const ClassCounts& counts)
{
    const auto rows = static_cast<double>(counts.rows);
    const auto right = static_cast<double>(counts.allCorrect());
    Agreement result;
    result.accuracy = right / rows;

    std::vector<double> recalls;
    for (std::size_t i = 0; i < counts.classes(); ++i) {
        if (counts.actual[i] > 0)
            recalls.push_back(static_cast<double>(counts.correct[i]) / static_cast<double>(counts.actual[i]));
    }
    result.balancedAccuracy = mean(recalls);

    const double chance = dot(counts.actual, counts.predicted); // rows squared times the agreement by chance
    const double truthVariance = rows * rows - dot(counts.actual, counts.actual);
    const double predictedVariance = rows * rows - dot(counts.predicted, counts.predicted);
    const double variances = truthVariance * predictedVariance;
    result.matthews = variances > 0 ? (right * rows - chance) / std::sqrt(variances) : 0;

    const double disagreementByChance = rows - chance / rows;
    result.cohensKappa = disagreementByChance > 0 ? 1 - (rows - right) / disagreementByChance
                                                  : std::numeric_limits<double>::quiet_NaN();
    return result;
}

ConfusionMatrix::ConfusionMatrix(std::size_t classes, std::span<const LabelIndex> truth,
                                 std::span<const LabelIndex> predicted)
    : m_classes(classes)
{
    requireRows(truth.size(), predicted.size());
    requireIndices(truth, classes);
    requireIndices(predicted, classes);
    if (classes > mostClasses)
        throw base::Error(base::ErrorCode::TooLarge,
                          "A confusion matrix of " + std::to_string(classes) + " classes is too large; " +
                              std::to_string(mostClasses) +
                              " are the most. Look at the report by class instead.");
    m_cells.resize(classes * classes);
    for (std::size_t row = 0; row < truth.size(); ++row)
        ++m_cells[static_cast<std::size_t>(truth[row]) * classes + static_cast<std::size_t>(predicted[row])];
}

} // namespace lepton::eval

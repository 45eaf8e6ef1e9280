// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/probability_scores.h"

#include "base/error.h"
#include "eval/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace lepton::eval {

using base::Error;
using base::ErrorCode;

ProbabilityTable::ProbabilityTable(std::span<const double> values, std::size_t classes)
    : m_values(values)
    , m_classes(classes)
{
    if (classes == 0 || values.size() % classes != 0)
        throw Error(ErrorCode::InvalidArgument, std::to_string(values.size()) +
                                                    " probabilities do not fill rows of " +
                                                    std::to_string(classes) + " classes.");
    const auto bad = std::ranges::find_if(values, [](double value) { return !(value >= 0 && value <= 1); });
    if (bad == values.end())
        return;
    const auto place = static_cast<std::size_t>(bad - values.begin());
    throw Error(ErrorCode::InvalidArgument, "The probability of class " + std::to_string(place % classes) +
                                                " in row " + std::to_string(place / classes + 1) + " is " +
                                                std::to_string(*bad) + ", not a number from 0 to 1.");
}

std::size_t likeliest(std::span<const double> probabilities) noexcept
{
    return static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
}

void requireTruthFor(const ProbabilityTable& probabilities, std::span<const LabelIndex> truth)
{
    requireRows(truth.size(), probabilities.rows());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        if (truth[row] < 0 || static_cast<std::size_t>(truth[row]) >= probabilities.classes())
            throw Error(ErrorCode::InvalidArgument, "The true class of row " + std::to_string(row + 1) +
                                                        " has no probability: there are " +
                                                        std::to_string(probabilities.classes()) +
                                                        " classes.");
    }
}

ProbabilityScores probabilityScores(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities)
{
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    requireTruthFor(probabilities, truth);
    std::vector<double> losses(truth.size());
    std::vector<double> squares(truth.size());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const auto actual = static_cast<std::size_t>(truth[row]);
        losses[row] = -std::log(std::clamp(probabilities.at(row, actual), epsilon, 1 - epsilon));
        for (std::size_t i = 0; i < probabilities.classes(); ++i) {
            const double error = probabilities.at(row, i) - (i == actual ? 1 : 0);
            squares[row] += error * error;
        }
    }
    const double brierSum = mean(squares);
    return {mean(losses), brierSum, probabilities.classes() == 2 ? brierSum / 2 : brierSum};
}

double topKAccuracy(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities, std::size_t k)
{
    requireTruthFor(probabilities, truth);
    std::size_t right = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const auto actual = static_cast<std::size_t>(truth[row]);
        const double own = probabilities.at(row, actual);
        std::size_t before = 0; // classes that rank above the true one
        for (std::size_t i = 0; i < probabilities.classes(); ++i) {
            const double other = probabilities.at(row, i);
            if (other > own || (other == own && i > actual))
                ++before;
        }
        if (before < k)
            ++right;
    }
    return static_cast<double>(right) / static_cast<double>(truth.size());
}

} // namespace lepton::eval

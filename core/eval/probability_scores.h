// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"

#include <cstddef>
#include <span>

namespace lepton::eval {

/// Probabilities of each class for each row: shape [rows, classes], row after row. Not owned.
class ProbabilityTable
{
public:
    /// @throw base::Error InvalidArgument when the values do not fill rows of @p classes, or one is no number
    /// from 0 to 1; the message names row and class.
    ProbabilityTable(std::span<const double> values, std::size_t classes);

    std::size_t rows() const noexcept { return m_values.size() / m_classes; }
    std::size_t classes() const noexcept { return m_classes; }
    std::span<const double> row(std::size_t i) const noexcept
    {
        return m_values.subspan(i * m_classes, m_classes);
    }
    double at(std::size_t row, std::size_t column) const noexcept
    {
        return m_values[row * m_classes + column];
    }

private:
    std::span<const double> m_values;
    std::size_t m_classes;
};

/// The class with the largest probability, the first of equal ones.
std::size_t likeliest(std::span<const double> probabilities) noexcept;

/// Scores of probabilities against the true classes, as scikit-learn defines them.
struct ProbabilityScores
{
    /// The mean of -ln p of the true class, p clipped to [2^-52, 1 - 2^-52].
    double logLoss = 0;
    /// The mean over rows of the sum over classes of (p - y)^2 (Brier, "Verification of forecasts expressed
    /// in terms of probability", 1950): 0 to 2.
    double brierSum = 0;
    /// scikit-learn's brier_score_loss: half of brierSum for two classes, brierSum for more.
    double brier = 0;
};

/// @throw base::Error InvalidArgument when there are no rows, @p truth is not one class a row, or names a
/// class that the table lacks. So do all functions here.
ProbabilityScores probabilityScores(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities);

/// The share of rows whose true class is among the @p k likeliest; of equal probabilities the later class
/// counts as likelier (scikit-learn: top_k_accuracy_score).
double topKAccuracy(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities, std::size_t k);

/// @throw as probabilityScores() says.
void requireTruthFor(const ProbabilityTable& probabilities, std::span<const LabelIndex> truth);

} // namespace lepton::eval

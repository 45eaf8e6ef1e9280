// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::eval {

/// How often each class is true, predicted, and both. All that precision, recall and agreement need.
struct ClassCounts
{
    std::vector<std::int64_t> correct;   ///< rows where the class is true and predicted
    std::vector<std::int64_t> predicted; ///< rows where it is predicted
    std::vector<std::int64_t> actual;    ///< rows where it is true: its support
    std::int64_t rows = 0;

    std::size_t classes() const noexcept { return actual.size(); }
    std::int64_t allCorrect() const noexcept;
};

/// Counts @p truth against @p predicted, whose indices are below @p classes.
/// @throw base::Error InvalidArgument when they differ in length, are empty or hold another index.
ClassCounts countClasses(std::size_t classes, std::span<const LabelIndex> truth,
                         std::span<const LabelIndex> predicted);

/// How well the predictions agree with the truth as a whole, over every label that occurs.
struct Agreement
{
    /// The share of rows that are right.
    double accuracy = 0;
    /// The mean recall of the classes that occur in the truth (scikit-learn: balanced_accuracy_score).
    double balancedAccuracy = 0;
    /// Matthews' correlation for K classes, after Gorodkin, "Comparing two K-category assignments by a
    /// K-category correlation coefficient", 2004; 0 where a side knows one class only.
    double matthews = 0;
    /// Cohen, "A coefficient of agreement for nominal scales", 1960; NaN where chance alone agrees in all
    /// rows.
    double cohensKappa = 0;
};

Agreement agreement(const ClassCounts& counts);

/// Rows by true class (first index) and predicted class.
class ConfusionMatrix
{
public:
    /// The most classes that a matrix is made for: 5,000 take 200 MB.
    static constexpr std::size_t mostClasses = 5'000;

    /// @throw base::Error as countClasses(); TooLarge for more than mostClasses.
    ConfusionMatrix(std::size_t classes, std::span<const LabelIndex> truth,
                    std::span<const LabelIndex> predicted);

    std::size_t classes() const noexcept { return m_classes; }
    std::int64_t at(std::size_t truth, std::size_t predicted) const
    {
        return m_cells.at(truth * m_classes + predicted);
    }
    /// The counts of one true class, by predicted class.
    std::span<const std::int64_t> row(std::size_t truth) const
    {
        return std::span(m_cells).subspan(truth * m_classes, m_classes);
    }

private:
    std::size_t m_classes;
    std::vector<std::int64_t> m_cells;
};

} // namespace lepton::eval

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/kolmogorov_smirnov.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::eval {

/// Pearson's chi-square test of a table of two rows, without Yates's correction. Columns without counts are
/// left out; where one is left, the statistic is 0 and the p-value 1.
struct ChiSquare
{
    double statistic = 0;
    std::size_t degreesOfFreedom = 0;
    double pValue = 1;
};

/// How far two histograms over the same bins are apart.
struct HistogramDistance
{
    /// Population stability index: the sum of (q - p) ln(q / p) over the shares p and q of a bin, each raised
    /// to at least 1e-4 (Siddiqi, "Credit Risk Scorecards", 2006).
    double psi = 0;
    /// The square root of the Jensen-Shannon divergence to base 2 (Lin, 1991; Endres and Schindelin, 2003): 0
    /// to 1.
    double jensenShannon = 0;
    ChiSquare chiSquare;
};

/// @throw base::Error InvalidArgument when the histograms differ in length or one has no counts.
HistogramDistance histogramDistance(std::span<const std::int64_t> reference,
                                    std::span<const std::int64_t> current);

/// What numericDrift() finds.
struct NumericDrift
{
    /// The deciles of the reference, equal ones once. Bin i holds edges[i - 1] < x <= edges[i]; the first and
    /// the last bin are open.
    std::vector<double> edges;
    std::vector<std::int64_t> reference; ///< counts by bin, one more than edges
    std::vector<std::int64_t> current;
    HistogramDistance distance;
    KolmogorovSmirnov kolmogorovSmirnov;
};

/// Compares two samples of numbers. @throw base::Error InvalidArgument when one is empty or holds a value
/// that is not finite.
NumericDrift numericDrift(std::span<const double> reference, std::span<const double> current);

/// What categoricalDrift() finds.
struct CategoricalDrift
{
    std::vector<std::string> categories; ///< of both samples, sorted by code point
    std::vector<std::int64_t> reference; ///< counts by category
    std::vector<std::int64_t> current;
    HistogramDistance distance;
};

/// Compares two samples of categories. @throw base::Error InvalidArgument when one is empty.
CategoricalDrift categoricalDrift(std::span<const std::string_view> reference,
                                  std::span<const std::string_view> current);

} // namespace lepton::eval

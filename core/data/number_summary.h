// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lepton::data {

/// Counts of finite numbers in bins of equal width, found in one pass without knowing the range: the width is
/// a power of two that doubles when a number falls outside, so every count stays exact.
class AdaptiveHistogram
{
public:
    /// @p wholeNumbers: no bin is narrower than 1.
    explicit AdaptiveHistogram(bool wholeNumbers)
        : m_wholeNumbers(wholeNumbers)
    {}

    /// @p low and @p high are the least and the greatest of @p values.
    void add(std::span<const double> values, double low, double high);
    /// At most 24 bins, whose edges are multiples of their width.
    Histogram histogram() const;

private:
    static constexpr std::int64_t binCount = 1024;

    int widthFor(double low, double high, int atLeast) const;
    void cover(double low, double high);

    bool m_wholeNumbers;
    int m_exponent = 0;       ///< bins are 2^exponent wide
    double m_inverse = 1;     ///< 2^-exponent
    std::int64_t m_first = 0; ///< number of the first bin, counted from 0
    std::vector<std::int64_t> m_counts;
};

/// Count, moments, range, quantiles and histogram of finite numbers, fed in blocks.
class NumberSummary
{
public:
    /// Quantiles are exact up to @p sampleLimit numbers, and those of a random sample of that size beyond.
    NumberSummary(bool wholeNumbers, std::size_t sampleLimit);

    void add(std::span<const double> values);
    std::int64_t count() const noexcept { return m_count; }
    /// Fills minimum, maximum, mean, standardDeviation, skewness, quantiles and histogram.
    void fill(ColumnProfile& profile) const;

private:
    void addMoments(std::span<const double> values);
    void addToSample(std::span<const double> values);
    double nextRandom();
    void planNextPick();

    std::int64_t m_count = 0;
    double m_minimum = 0;
    double m_maximum = 0;
    double m_mean = 0;
    double m_m2 = 0; ///< sum of squared deviations
    double m_m3 = 0; ///< sum of cubed deviations
    AdaptiveHistogram m_histogram;
    std::size_t m_sampleLimit;
    std::vector<double> m_sample;
    std::uint64_t m_random = 0x9e3779b97f4a7c15; ///< fixed, so that equal tables get equal profiles
    double m_weight = 1;
    std::int64_t m_nextPick = 0; ///< position of the next number that enters the full sample
};

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lepton::data {

/// Equal-width bins over [low, high]; the last bin holds high itself.
struct Histogram
{
    double low = 0;
    double high = 0;
    std::vector<std::int64_t> counts; ///< empty when there is nothing to show
};

/// Statistics of one column over some rows. Times are microseconds, dates days, both as doubles.
struct ColumnProfile
{
    std::int64_t rows = 0;
    std::int64_t missing = 0;
    std::int64_t distinct = 0; ///< of the values that are not missing
    bool distinctExact = true; ///< false: estimated (HyperLogLog, about 1 % off)
    std::int64_t nan = 0;      ///< Float64: NaN, counted in no figure below
    std::int64_t infinite = 0; ///< Float64: infinities, counted in minimum and maximum alone

    // numbers, dates, times; text: of the length in code points
    std::optional<double> minimum, maximum, mean, standardDeviation; ///< sample deviation (n - 1)
    std::optional<double> skewness;
    /// The exact smallest and largest value, where a double could not hold it (int64, decimal, text).
    CellValue smallest, largest;
    /// At 0.05, 0.25, 0.5, 0.75, 0.95; exact up to a bounded number of rows, else within about 1 % of rank.
    std::vector<double> quantiles;
    Histogram histogram;

    /// Text, bool, and numbers with few distinct values: the most frequent values, most frequent first, at
    /// most 20.
    std::vector<std::pair<std::string, std::int64_t>> top;
    bool topExact = true;
};

/// The ranks of ColumnProfile::quantiles.
inline constexpr double quantileRanks[] = {0.05, 0.25, 0.5, 0.75, 0.95};

/// What the columns of one version hold.
struct TableProfile
{
    std::vector<ColumnProfile> columns; ///< in the order of the schema
};

void to_json(nlohmann::json& json, const ColumnProfile& profile);
void from_json(const nlohmann::json& json, ColumnProfile& profile);

} // namespace lepton::data

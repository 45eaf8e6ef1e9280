// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/sums.h"

#include <array>
#include <cstddef>

namespace lepton::eval {

double pairwiseSum(std::span<const double> values) noexcept
{
    constexpr std::size_t lanes = 8;
    constexpr std::size_t block = 128;
    const std::size_t count = values.size();
    if (count < lanes) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum;
    }
    if (count > block) {
        std::size_t half = count / 2;
        half -= half % lanes;
        return pairwiseSum(values.first(half)) + pairwiseSum(values.subspan(half));
    }
    std::array<double, lanes> sums;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        sums[lane] = values[lane];
    std::size_t i = lanes;
    for (; i + lanes <= count; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += values[i + lane];
    }
    double sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    for (; i < count; ++i)
        sum += values[i];
    return sum;
}

double mean(std::span<const double> values) noexcept
{
    return pairwiseSum(values) / static_cast<double>(values.size());
}

} // namespace lepton::eval

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace lepton::nn {

/// Philox blocks that are computed side by side, and the numbers that they give.
inline constexpr std::size_t maskGroupBlocks = 16;
inline constexpr std::size_t maskGroupNumbers = 4 * maskGroupBlocks;

/// The numbers [first, last) of a mask, in whole groups but for its end: number i comes from group
/// i / maskGroupNumbers, whose blocks begin at @p block + maskGroupBlocks times that.
struct MaskRequest
{
    std::uint64_t seed = 0;
    std::uint64_t block = 0;     ///< of the first number of the mask
    std::uint32_t threshold = 0; ///< smaller random numbers give 0
    float kept = 1;              ///< what the others give
};

/// Fills @p mask[first, last); @p first is a multiple of maskGroupNumbers.
void fillMask(const MaskRequest& request, float* mask, std::size_t first, std::size_t last);

} // namespace lepton::nn

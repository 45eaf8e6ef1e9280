// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace lepton::data {

/// One bit a value, the first one lowest, into (count + 63) / 64 words: whether it lies between low and high,
/// both included. NaN does not; bits behind the last value are 0.
void rangeBits(const double* values, std::size_t count, double low, double high, std::uint64_t* words);
void rangeBits(const std::int64_t* values, std::size_t count, std::int64_t low, std::int64_t high,
               std::uint64_t* words);
void rangeBits(const std::int32_t* values, std::size_t count, std::int64_t low, std::int64_t high,
               std::uint64_t* words);

} // namespace lepton::data

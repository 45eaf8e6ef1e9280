// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/range_bits.h"

#include "base/for_each_processor.h"
#include "data/pack_bytes.h"

namespace lepton::data {
namespace {

constexpr std::size_t wordBits = 64;

LEPTON_BODY bool isWithin(double value, double low, double high)
{
    return (value >= low) & (value <= high);
}

LEPTON_BODY bool isWithin(std::int64_t value, std::int64_t low, std::int64_t high)
{
    return (value >= low) & (value <= high);
}

template <class T, class Bound>
LEPTON_BODY std::uint64_t wordOf(const T* values, std::size_t count, Bound low, Bound high)
{
    std::uint8_t flags[wordBits] = {};
    for (std::size_t i = 0; i < count; ++i)
        flags[i] = static_cast<std::uint8_t>(isWithin(values[i], low, high));
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
        word |= packBytes(flags + i * 8) << (i * 8);
    return word;
}

template <class T, class Bound>
LEPTON_BODY void rangeBitsBody(const T* values, std::size_t count, Bound low, Bound high,
                               std::uint64_t* words)
{
    // Whole words with a constant number of values, so that the loop has no remainder.
    for (; count >= wordBits; count -= wordBits, values += wordBits)
        *words++ = wordOf(values, wordBits, low, high);
    if (count > 0)
        *words = wordOf(values, count, low, high);
}

} // namespace

LEPTON_FOR_EACH_PROCESSOR(rangeBits,
                          (const double* values, std::size_t count, double low, double high,
                           std::uint64_t* words),
                          (values, count, low, high, words))
LEPTON_FOR_EACH_PROCESSOR(rangeBits,
                          (const std::int64_t* values, std::size_t count, std::int64_t low, std::int64_t high,
                           std::uint64_t* words),
                          (values, count, low, high, words))
LEPTON_FOR_EACH_PROCESSOR(rangeBits,
                          (const std::int32_t* values, std::size_t count, std::int64_t low, std::int64_t high,
                           std::uint64_t* words),
                          (values, count, low, high, words))

} // namespace lepton::data

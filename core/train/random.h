// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace lepton::train {

/// A counter-based generator: number i of a stream is SplitMix64's finaliser (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", 2014) of the stream's key plus i times the golden gamma. The
/// same everywhere, for splits and orders of rows; not for secrets. One thread at a time.
class Random
{
public:
    /// @p stream parts the uses of one seed ("split", an epoch) from each other.
    Random(std::uint64_t seed, std::uint64_t stream) noexcept
        : m_state(mix(mix(seed) + mix(~stream)))
    {}

    std::uint64_t next() noexcept
    {
        m_state += gamma;
        return mix(m_state);
    }

    /// A number from 0 to @p bound - 1, each as likely; @p bound is at least 1.
    std::uint64_t below(std::uint64_t bound) noexcept
    {
        // What is above the largest multiple of bound would favour small numbers.
        const std::uint64_t rejected = (0 - bound) % bound;
        for (;;) {
            const std::uint64_t number = next();
            if (number >= rejected)
                return number % bound;
        }
    }

    /// Fisher and Yates: each order as likely.
    template <class T>
    void shuffle(std::span<T> items) noexcept
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
    }

private:
    static constexpr std::uint64_t gamma = 0x9E3779B97F4A7C15;

    static constexpr std::uint64_t mix(std::uint64_t z) noexcept
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    std::uint64_t m_state;
};

} // namespace lepton::train

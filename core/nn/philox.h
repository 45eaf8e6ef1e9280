// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace lepton::nn {

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): four random numbers
/// for each counter and key.
inline PhiloxBlock philox(PhiloxBlock counter, std::uint64_t key) noexcept
{
    auto key0 = static_cast<std::uint32_t>(key);
    auto key1 = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t product1 = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key0,
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key1,
                   static_cast<std::uint32_t>(product0)};
        key0 += 0x9E3779B9;
        key1 += 0xBB67AE85;
    }
    return counter;
}

/// Block @p number of a stream; streams of one key do not meet.
inline PhiloxBlock philoxAt(std::uint64_t number, std::uint32_t stream, std::uint64_t key) noexcept
{
    return philox({static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32), stream, 0},
                  key);
}

} // namespace lepton::nn

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "base/for_each_processor.h"

#include <cstdint>
#include <cstring>

namespace lepton::data {

/// Eight bytes that are 0 or 1 as eight bits, the first byte as the lowest bit.
LEPTON_BODY std::uint64_t packBytes(const std::uint8_t* flags) noexcept
{
    std::uint64_t bytes;
    std::memcpy(&bytes, flags, sizeof bytes);
    // Each byte is shifted to a bit of its own in the topmost byte of the product.
    return bytes * 0x0102040810204080u >> 56;
}

} // namespace lepton::data

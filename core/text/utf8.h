// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>

namespace lepton::text {

/// A code point, and how many bytes it took.
struct Decoded
{
    char32_t codePoint;
    std::uint8_t size; ///< bytes
};

/// The code point of valid UTF-8 that begins at @p at.
inline Decoded decodeUtf8(const char* at) noexcept
{
    const auto low = [at](int i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i]) & 0x3F); };
    const char32_t lead = static_cast<unsigned char>(*at);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xE0)
        return {(lead & 0x1F) << 6 | low(1), 2};
    if (lead < 0xF0)
        return {(lead & 0x0F) << 12 | low(1) << 6 | low(2), 3};
    return {(lead & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4};
}

/// Writes @p c, at most 4 bytes, and returns how many.
inline std::size_t encodeUtf8(char32_t c, char* to) noexcept
{
    const auto tail = [c](unsigned shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) {
        to[0] = static_cast<char>(c);
        return 1;
    }
    if (c < 0x800) {
        to[0] = static_cast<char>(0xC0 | c >> 6);
        to[1] = tail(0);
        return 2;
    }
    if (c < 0x10000) {
        to[0] = static_cast<char>(0xE0 | c >> 12);
        to[1] = tail(6);
        to[2] = tail(0);
        return 3;
    }
    to[0] = static_cast<char>(0xF0 | c >> 18);
    to[1] = tail(12);
    to[2] = tail(6);
    to[3] = tail(0);
    return 4;
}

inline base::ErrorPlace placeAtByte(std::size_t byte)
{
    base::ErrorPlace place;
    place.byte = static_cast<std::int64_t>(byte);
    return place;
}

} // namespace lepton::text

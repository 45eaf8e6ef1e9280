// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include "base/error.h"

#include <openssl/rand.h>

#include <algorithm>

namespace lepton::base {
namespace {

constexpr char hexDigits[] = "0123456789abcdef";

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isHyphenPosition(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

} // namespace

Uuid Uuid::generate(const Clock& clock)
{
    Uuid uuid;
    if (RAND_bytes(uuid.m_bytes.data(), static_cast<int>(uuid.m_bytes.size())) != 1)
        throw Error(ErrorCode::Internal, "The system gives no random numbers, so no id can be made.");
    const auto milliseconds = static_cast<std::uint64_t>(clock.now().milliseconds);
    for (std::size_t i = 0; i < 6; ++i)
        uuid.m_bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    uuid.m_bytes[6] = static_cast<std::uint8_t>((uuid.m_bytes[6] & 0x0F) | 0x70);
    uuid.m_bytes[8] = static_cast<std::uint8_t>((uuid.m_bytes[8] & 0x3F) | 0x80);
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    std::size_t digit = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isHyphenPosition(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0)
            return std::nullopt;
        auto& byte = uuid.m_bytes[digit / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++digit;
    }
    return uuid;
}

bool Uuid::isNull() const noexcept
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

std::string Uuid::toString() const
{
    std::string text;
    text.reserve(36);
    for (const std::uint8_t byte : m_bytes) {
        if (isHyphenPosition(text.size()))
            text += '-';
        text += hexDigits[byte >> 4];
        text += hexDigits[byte & 0x0F];
    }
    return text;
}

} // namespace lepton::base

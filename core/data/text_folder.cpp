// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/text_folder.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace lepton::data {
namespace {

// What a byte of UTF-8 says about normal form and case.
constexpr std::uint8_t caseless = 1; ///< leads U+4000 to U+9FFF: no case, and the same in every normal form
constexpr std::uint8_t composed = 2; ///< leads U+0080 to U+02FF: in normal form C whatever stands around it
constexpr std::uint8_t other = 4;

constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes{}; // 0: ASCII, and bytes that follow a lead
    for (std::size_t byte = 0xC0; byte < classes.size(); ++byte)
        classes[byte] = byte >= 0xE4 && byte <= 0xE9   ? caseless
                        : byte >= 0xC2 && byte <= 0xCB ? composed
                                                       : other;
    return classes;
}
constexpr std::array<std::uint8_t, 256> classes = makeClasses();

std::uint8_t classesOf(std::string_view text) noexcept
{
    std::uint8_t seen = 0;
    for (const char c : text)
        seen |= classes[static_cast<unsigned char>(c)];
    return seen;
}

/// Copies @p text to @p buffer with the letters of ASCII in lower case. Returns the classes of its bytes.
std::uint8_t foldAscii(std::string_view text, std::string& buffer)
{
    buffer.resize(text.size());
    unsigned char all = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        all = static_cast<unsigned char>(all | c);
        const bool upper = static_cast<unsigned char>(c - 'A') < 26;
        buffer[i] = static_cast<char>(c + (upper ? 'a' - 'A' : 0));
    }
    return all < 0x80 ? std::uint8_t{0} : classesOf(text);
}

icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<int32_t>(text.size())};
}

/// @p text in normal form C; as it is, without copying, where it has that form already.
std::string_view normalised(std::string_view text, std::string& buffer)
{
    if ((classesOf(text) & other) == 0)
        return text;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece(text), status))
        return text;
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
    if (U_FAILURE(status))
        return text;
    buffer = std::move(result);
    return buffer;
}

} // namespace

std::string_view foldInto(std::string_view text, std::string& buffer)
{
    if ((foldAscii(text, buffer) & ~caseless) == 0)
        return buffer;
    std::string normalForm;
    const std::string_view source = normalised(text, normalForm);
    buffer.clear();
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&buffer);
    icu::CaseMap::utf8Fold(0, piece(source), sink, nullptr, status);
    if (U_FAILURE(status))
        return text;
    return normalised(buffer, buffer);
}

FoldedText::FoldedText(std::string_view text)
{
    std::string buffer;
    m_folded = foldInto(text, buffer);
}

bool FoldedText::isIn(std::string_view cell, std::string& buffer) const
{
    return foldInto(cell, buffer).find(m_folded) != std::string_view::npos;
}

bool FoldedText::begins(std::string_view cell, std::string& buffer) const
{
    return foldInto(cell, buffer).starts_with(m_folded);
}

bool FoldedText::ends(std::string_view cell, std::string& buffer) const
{
    return foldInto(cell, buffer).ends_with(m_folded);
}

} // namespace lepton::data

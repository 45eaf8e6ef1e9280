// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/text_folder.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <cstddef>

namespace lepton::data {
namespace {

// What the bytes of a text in UTF-8 say about normal form and case.
constexpr unsigned composed = 1; ///< some lead U+0080 to U+02FF: in normal form C whatever stands around it
constexpr unsigned other = 2;    ///< some lead what needs a closer look
// Neither: ASCII and U+4000 to U+9FFF, which have no case and are the same in every normal form.

/// A loop without branches and tables, for the compiler to turn into vector code.
unsigned classesOf(std::string_view text) noexcept
{
    unsigned char anyComposed = 0;
    unsigned char anyOther = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isComposed = static_cast<unsigned char>(byte - 0xC2) <= 0xCB - 0xC2;
        const bool isCaseless = static_cast<unsigned char>(byte - 0xE4) <= 0xE9 - 0xE4;
        anyComposed = static_cast<unsigned char>(anyComposed | isComposed);
        anyOther = static_cast<unsigned char>(anyOther | ((byte >= 0xC0) & !isComposed & !isCaseless));
    }
    return (anyComposed ? composed : 0u) | (anyOther ? other : 0u);
}

/// Copies @p text to @p buffer with the letters of ASCII in lower case. Returns classesOf(text).
unsigned foldAscii(std::string_view text, std::string& buffer)
{
    buffer.resize(text.size());
    unsigned char all = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        all = static_cast<unsigned char>(all | c);
        const bool upper = static_cast<unsigned char>(c - 'A') < 26;
        buffer[i] = static_cast<char>(c + (upper ? 'a' - 'A' : 0));
    }
    return all < 0x80 ? 0u : classesOf(text);
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
    if (foldAscii(text, buffer) == 0)
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

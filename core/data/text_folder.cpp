// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/text_folder.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace lepton::data {
namespace {

/// Lower-cases ASCII into @p buffer; false when there is anything else.
bool foldAscii(std::string_view text, std::string& buffer)
{
    buffer.resize(text.size());
    unsigned char seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        seen |= c;
        const bool upper = static_cast<unsigned char>(c - 'A') < 26;
        buffer[i] = static_cast<char>(c + (upper ? 'a' - 'A' : 0));
    }
    return seen < 0x80;
}

icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<int32_t>(text.size())};
}

/// @p text in normal form C; as it is, without copying, where it has that form already.
std::string_view normalised(std::string_view text, std::string& buffer)
{
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
    if (foldAscii(text, buffer))
        return buffer;
    std::string composed;
    const std::string_view source = normalised(text, composed);
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

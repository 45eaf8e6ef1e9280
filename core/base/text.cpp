// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/error.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace lepton::base {
namespace {

constexpr std::size_t longestName = 120;

icu::UnicodeString normalised(std::string_view text)
{
    if (const auto bad = firstInvalidUtf8(text))
        throw Error(ErrorCode::InvalidArgument, "The text is not UTF-8 (byte " + std::to_string(*bad) + ").");
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString result = nfc->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))), status);
    if (U_FAILURE(status))
        throw Error(ErrorCode::Internal, "The text cannot be normalised.", u_errorName(status));
    return result;
}

std::string toUtf8(const icu::UnicodeString& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

bool isAscii(const char* bytes) noexcept
{
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

} // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept
{
    const auto byteAt = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    std::size_t i = 0;
    while (i < text.size()) {
        while (i + 8 <= text.size() && isAscii(text.data() + i))
            i += 8;
        if (i == text.size())
            break;
        const std::uint8_t lead = byteAt(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                                   : lead >= 0xE0 && lead <= 0xEF ? 3
                                   : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                                  : 0;
        if (length == 0 || i + length > text.size())
            return i;
        const std::uint8_t second = byteAt(i + 1);
        const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high)
            return i;
        for (std::size_t k = 2; k < length; ++k) {
            if ((byteAt(i + k) & 0xC0) != 0x80)
                return i;
        }
        i += length;
    }
    return std::nullopt;
}

std::size_t codePointCount(std::string_view text) noexcept
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
    return count;
}

std::string_view firstCodePoints(std::string_view text, std::size_t count) noexcept
{
    std::size_t end = 0;
    while (end < text.size()) {
        if ((static_cast<std::uint8_t>(text[end]) & 0xC0) != 0x80 && count-- == 0)
            break;
        ++end;
    }
    return text.substr(0, end);
}

std::string toNfc(std::string_view text)
{
    return toUtf8(normalised(text));
}

std::string caseFoldKey(std::string_view text)
{
    return toNfc(toUtf8(normalised(text).foldCase()));
}

std::string checkedName(std::string_view name, std::string_view what)
{
    const auto refuse = [what](const std::string& why) {
        return Error(ErrorCode::InvalidArgument, "This is no name for a " + std::string(what) + ": " + why);
    };
    if (const auto bad = firstInvalidUtf8(name))
        throw refuse("it is not UTF-8 (byte " + std::to_string(*bad) + ").");
    const icu::UnicodeString text = normalised(name);
    if (text.isEmpty())
        throw refuse("it is empty.");
    if (static_cast<std::size_t>(text.countChar32()) > longestName)
        throw refuse("it has " + std::to_string(text.countChar32()) + " characters, and at most " +
                     std::to_string(longestName) + " are allowed.");
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        const auto type = u_charType(c);
        if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR)
            throw refuse("character " + std::to_string(text.countChar32(0, i) + 1) +
                         " is a control character.");
        if (c == '/' || c == '@')
            throw refuse(std::string("it has the character ") + static_cast<char>(c) +
                         ", which parts a name from what follows it.");
    }
    if (u_isUWhiteSpace(text.char32At(0)) || u_isUWhiteSpace(text.char32At(text.length() - 1)))
        throw refuse("it begins or ends with a blank.");
    return toUtf8(text);
}

} // namespace lepton::base

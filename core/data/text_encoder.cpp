// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/text_encoder.h"

#include "base/error.h"
#include "data/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <cstdio>

namespace lepton::data {

void TextEncoder::Closer::operator()(UConverter* converter) const noexcept
{
    ucnv_close(converter);
}

TextEncoder::TextEncoder(std::string_view encoding)
{
    if (encoding == "utf-8")
        return;
    const char* name = converterName(encoding);
    UErrorCode status = U_ZERO_ERROR;
    if (name)
        m_converter.reset(ucnv_open(name, &status));
    if (!m_converter)
        throw base::Error(base::ErrorCode::UnknownEncoding,
                          "The encoding '" + std::string(encoding) +
                              "' is not known. Export as UTF-8 instead.",
                          u_errorName(status));
    ucnv_setFallback(m_converter.get(), false);
    ucnv_setFromUCallBack(m_converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
}

TextEncoder::~TextEncoder() = default;

std::optional<std::string> TextEncoder::encode(std::string_view text) const
{
    if (!m_converter)
        return std::string(text);
    const auto utf16 =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string result(static_cast<std::size_t>(utf16.length()) * 4, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length =
        ucnv_fromUChars(m_converter.get(), result.data(), static_cast<int32_t>(result.size()),
                        utf16.getBuffer(), utf16.length(), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    result.resize(static_cast<std::size_t>(length));
    return result;
}

std::string TextEncoder::firstUnplaced(std::string_view text) const
{
    const auto utf16 =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    for (int32_t i = 0; i < utf16.length(); i = utf16.moveIndex32(i, 1)) {
        const UChar32 c = utf16.char32At(i);
        std::string shown;
        icu::UnicodeString(c).toUTF8String(shown);
        if (encode(shown))
            continue;
        char code[16];
        std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
        return shown + " (" + code + ")";
    }
    return {};
}

} // namespace lepton::data

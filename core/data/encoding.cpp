// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/encoding.h"

#include "base/error.h"
#include "data/importer.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace lepton::data {

namespace {

struct Known
{
    std::string_view name; ///< ours
    const char* icu;       ///< the converter
};

// Supersets where files in the wild need them: GB18030 for GBK and GB2312, code page 949 for EUC-KR.
constexpr std::array<Known, 19> icuConverters{{
    {"utf-8", "UTF-8"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"gb18030", "gb18030"},
    {"big5", "windows-950-2000"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "windows-949-2000"},
    {"windows-1252", "windows-1252"},
    {"iso-8859-1", "ISO-8859-1"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
}};

struct Alias
{
    std::string_view alias; ///< lower case, letters and digits alone
    std::string_view name;
};

constexpr std::array<Alias, 26> aliases{{
    {"utf8sig", "utf-8"},   {"utf8bom", "utf-8"},        {"ascii", "utf-8"},
    {"usascii", "utf-8"},   {"utf16", "utf-16le"},       {"ucs2", "utf-16le"},
    {"gbk", "gb18030"},     {"gb2312", "gb18030"},       {"cp936", "gb18030"},
    {"ms936", "gb18030"},   {"windows936", "gb18030"},   {"euccn", "gb18030"},
    {"cp950", "big5"},      {"big5tw", "big5"},          {"sjis", "shift_jis"},
    {"cp932", "shift_jis"}, {"windows31j", "shift_jis"}, {"mskanji", "shift_jis"},
    {"eucjp", "euc-jp"},    {"cp949", "euc-kr"},         {"uhc", "euc-kr"},
    {"ksc5601", "euc-kr"},  {"windows949", "euc-kr"},    {"latin1", "iso-8859-1"},
    {"l1", "iso-8859-1"},   {"latin9", "iso-8859-15"},
}};

std::string bare(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            result += c;
    }
    return result;
}

void appendUtf8(std::string& text, const UChar* units, std::size_t count)
{
    const std::size_t start = text.size();
    text.resize(start + count * 3);
    auto* out = reinterpret_cast<std::uint8_t*>(text.data()) + start;
    std::size_t length = 0;
    for (std::size_t i = 0; i < count;) {
        UChar32 c;
        U16_NEXT_UNSAFE(units, i, c);
        U8_APPEND_UNSAFE(out, length, c);
    }
    text.resize(start + length);
}

} // namespace

const char* converterName(std::string_view encoding)
{
    const auto it = std::find_if(icuConverters.begin(), icuConverters.end(),
                                 [&](const Known& k) { return k.name == encoding; });
    return it == icuConverters.end() ? nullptr : it->icu;
}

std::vector<std::string> knownEncodings()
{
    std::vector<std::string> names;
    for (const Known& k : icuConverters)
        names.emplace_back(k.name);
    return names;
}

std::optional<std::string> canonicalEncoding(std::string_view name)
{
    std::string wanted = bare(name);
    if (wanted.starts_with("cp125"))
        wanted = "windows" + wanted.substr(2);
    for (const Known& k : icuConverters) {
        if (bare(k.name) == wanted)
            return std::string(k.name);
    }
    for (const Alias& a : aliases) {
        if (a.alias == wanted)
            return std::string(a.name);
    }
    return std::nullopt;
}

void Decoder::Closer::operator()(UConverter* converter) const noexcept
{
    ucnv_close(converter);
}

Decoder::Decoder(std::string_view encoding)
{
    const char* name = converterName(encoding);
    UErrorCode status = U_ZERO_ERROR;
    if (name) {
        m_converter.reset(ucnv_open(name, &status));
        m_measure.reset(ucnv_open(name, &status));
    }
    if (!name || U_FAILURE(status))
        throw base::Error(base::ErrorCode::UnknownEncoding,
                          "The encoding '" + std::string(encoding) + "' is not known here.",
                          u_errorName(status));
    ucnv_setToUCallBack(m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
}

Decoder::~Decoder() = default;

void Decoder::decode(std::string_view input, bool last, std::string& text, std::vector<BadBytes>& bad)
{
    std::array<UChar, 4096> units;
    std::size_t kept = 0; // a lead surrogate whose other half did not fit
    const char* at = input.data();
    const char* const end = at + input.size();
    while (true) {
        UErrorCode status = U_ZERO_ERROR;
        UChar* out = units.data() + kept;
        ucnv_toUnicode(m_converter.get(), &out, units.data() + units.size(), &at, end, nullptr, last ? 1 : 0,
                       &status);
        auto count = static_cast<std::size_t>(out - units.data());
        kept = status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(units[count - 1]) ? 1 : 0;
        count -= kept;
        appendUtf8(text, units.data(), count);
        if (kept)
            units[0] = units[count];
        if (status == U_BUFFER_OVERFLOW_ERROR)
            continue;
        if (U_SUCCESS(status))
            break;
        std::array<char, 32> invalid;
        auto length = static_cast<std::int8_t>(invalid.size());
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(m_converter.get(), invalid.data(), &length, &ignored);
        const auto size = std::max<std::ptrdiff_t>(length, 0);
        bad.push_back({text.size(), at - input.data() - size, size});
        text += "\xEF\xBF\xBD";
        if (at == end && status == U_TRUNCATED_CHAR_FOUND)
            break;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto waiting = ucnv_toUCountPending(m_converter.get(), &status);
    m_pending = U_SUCCESS(status) && waiting > 0 ? static_cast<std::size_t>(waiting) : 0;
}

std::size_t Decoder::encodedLength(std::string_view text) const
{
    // In pieces, since ICU counts in 32 bits. Pieces end at code points.
    std::size_t total = 0;
    while (!text.empty()) {
        std::size_t piece = std::min(text.size(), std::size_t{1} << 20);
        while (piece < text.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(text[piece])))
            ++piece;
        UErrorCode status = U_ZERO_ERROR;
        const auto length = ucnv_fromAlgorithmic(m_measure.get(), UCNV_UTF8, nullptr, 0, text.data(),
                                                 static_cast<std::int32_t>(piece), &status);
        total += static_cast<std::size_t>(std::max(length, 0));
        text.remove_prefix(piece);
    }
    return total;
}

} // namespace lepton::data

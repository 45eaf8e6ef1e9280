// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/encoding_detector.h"

#include "base/error.h"
#include "base/text.h"
#include "data/encoding.h"
#include "data/record_batch.h"

#include <fmt/format.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>

namespace lepton::data {

namespace {

constexpr std::size_t mostReadings = 5;
/// So many characters of an encoding must be there before it is believed.
constexpr std::size_t fewestCharacters = 3;

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t>(text[at]);
}

bool within(std::uint8_t byte, int low, int high)
{
    return byte >= low && byte <= high;
}

/// How likely two bytes are in running text of an East Asian encoding: the ranges in which the standards put
/// the frequent characters and the punctuation.
bool isCommon(std::string_view encoding, std::uint8_t lead, std::uint8_t trail)
{
    if (encoding == "gb18030")
        return trail >= 0xA1 && (within(lead, 0xB0, 0xD7) || within(lead, 0xA1, 0xA3));
    if (encoding == "big5")
        return within(lead, 0xA4, 0xC6) || within(lead, 0xA1, 0xA2);
    if (encoding == "shift_jis")
        return within(lead, 0x81, 0x83) || within(lead, 0x88, 0x97);
    if (encoding == "euc-jp")
        return trail >= 0xA1 && (lead == 0xA1 || lead == 0xA4 || lead == 0xA5 || within(lead, 0xB0, 0xCF));
    if (encoding == "euc-kr")
        return trail >= 0xA1 && (within(lead, 0xB0, 0xC8) || lead == 0xA1);
    return false;
}

/// Kana in Japanese text: without any it is none.
bool isKana(std::string_view encoding, std::uint8_t lead)
{
    return encoding == "shift_jis" ? within(lead, 0x82, 0x83) : within(lead, 0xA4, 0xA5);
}

/// The share of the characters beyond ASCII that are common in @p encoding; 0 when it does not decode.
double plausibility(std::string_view text, const std::string& encoding)
{
    std::string decoded;
    std::vector<BadBytes> bad;
    Decoder(encoding).decode(text, false, decoded, bad);
    if (!bad.empty())
        return 0;
    std::size_t all = 0;
    std::size_t common = 0;
    std::size_t kana = 0;
    const bool japanese = encoding == "shift_jis" || encoding == "euc-jp";
    for (std::size_t at = 0; at + 1 < text.size();) {
        const std::uint8_t lead = byteAt(text, at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        ++all;
        if (encoding == "shift_jis" && within(lead, 0xA1, 0xDF)) {
            ++at; // half-width katakana, rare in files of today
            continue;
        }
        const std::uint8_t trail = byteAt(text, at + 1);
        common += isCommon(encoding, lead, trail) ? 1 : 0;
        kana += japanese && isKana(encoding, lead) ? 1 : 0;
        at += encoding == "gb18030" && within(trail, 0x30, 0x39) ? 4 : 2;
    }
    if (all < fewestCharacters || (japanese && kana == 0))
        return 0;
    return static_cast<double>(common) / static_cast<double>(all);
}

struct Utf8Count
{
    std::size_t sequences = 0; ///< characters beyond ASCII
    std::size_t bad = 0;
};

Utf8Count countUtf8(std::string_view text)
{
    Utf8Count count;
    const auto add = [&count](std::string_view valid) {
        count.sequences += static_cast<std::size_t>(std::count_if(valid.begin(), valid.end(), [](char c) {
            return (static_cast<std::uint8_t>(c) & 0xC0) == 0xC0;
        }));
    };
    while (const auto bad = base::firstInvalidUtf8(text)) {
        add(text.substr(0, *bad));
        if (text.size() - *bad < 4)
            return count; // a character that the sample cuts off
        ++count.bad;
        text.remove_prefix(*bad + 1);
    }
    add(text);
    return count;
}

/// Text of the file in @p encoding, around the first byte where readings differ.
EncodingReading reading(std::string_view head, std::size_t differs, const std::string& encoding,
                        double confidence)
{
    const bool wide = encoding.starts_with("utf-16");
    std::size_t begin = wide ? 0 : differs;
    while (!wide && begin > 0 && differs - begin < 40 && head[begin - 1] != '\n' && head[begin - 1] != '\r')
        --begin;
    std::string text = decodeSample(head.substr(begin, 400), encoding);
    for (char& c : text)
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return {encoding, confidence, std::string(base::firstCodePoints(text, 80))};
}

void addReadings(std::string_view head, std::size_t differs, EncodingChoice& choice)
{
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector* detector = ucsdet_open(&status);
    const auto size = static_cast<std::int32_t>(std::min(head.size() - differs, sampleBytes));
    ucsdet_setText(detector, head.data() + differs, size, &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector, &found, &status);
    const auto add = [&](const std::string& encoding, double confidence) {
        const bool known = std::any_of(choice.readings.begin(), choice.readings.end(),
                                       [&](const EncodingReading& r) { return r.encoding == encoding; });
        if (!known && choice.readings.size() < mostReadings)
            choice.readings.push_back(reading(head, differs, encoding, confidence));
    };
    for (std::int32_t i = 0; U_SUCCESS(status) && matches && i < found; ++i) {
        const char* name = ucsdet_getName(matches[i], &status);
        const auto encoding = name ? canonicalEncoding(name) : std::nullopt;
        if (encoding && *encoding != "utf-8" && !encoding->starts_with("utf-16"))
            add(*encoding, std::min(0.8, ucsdet_getConfidence(matches[i], &status) / 100.0));
    }
    ucsdet_close(detector);
    add("windows-1252", 0.1);
    add("gb18030", 0.05);
}

std::string byZeros(std::string_view head)
{
    std::array<std::size_t, 2> zeros{};
    const std::size_t size = std::min<std::size_t>(head.size(), 4096) & ~std::size_t{1};
    for (std::size_t i = 0; i < size; ++i)
        zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    const std::size_t pairs = size / 2;
    if (pairs < 2)
        return {};
    if (zeros[1] * 10 >= pairs * 4 && zeros[0] * 20 < pairs)
        return "utf-16le";
    if (zeros[0] * 10 >= pairs * 4 && zeros[1] * 20 < pairs)
        return "utf-16be";
    return {};
}

std::string byMark(std::string_view head)
{
    if (head.starts_with(utf8ByteOrderMark))
        return "utf-8";
    if (head.starts_with("\xFF\xFE"))
        return "utf-16le";
    if (head.starts_with("\xFE\xFF"))
        return "utf-16be";
    if (head.starts_with("\x84\x31\x95\x33"))
        return "gb18030";
    return {};
}

std::size_t firstBeyondAscii(std::string_view head)
{
    const auto it =
        std::find_if(head.begin(), head.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0x80; });
    return static_cast<std::size_t>(it - head.begin());
}

/// Finds the encoding of text that is no UTF-8.
void guess(std::string_view head, std::size_t differs, WhenUnclear unclear, EncodingChoice& choice)
{
    // Korean text looks like Chinese of the same bytes, not the other way round; so equal scores mean Korean.
    constexpr std::array candidates{"euc-kr", "gb18030", "big5", "shift_jis", "euc-jp"};
    const std::string_view sample = head.substr(differs, sampleBytes);
    std::vector<std::pair<double, std::string>> scores;
    for (const char* candidate : candidates)
        scores.emplace_back(plausibility(sample, candidate), candidate);
    std::stable_sort(scores.begin(), scores.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (scores[0].first < 0.8)
        return;
    choice.encoding = scores[0].second;
    for (const auto& [score, encoding] : scores) {
        if (score > 0.3)
            choice.readings.push_back(reading(head, differs, encoding, score * 0.9));
    }
    const bool korean = scores[0].second == "euc-kr" && scores[1].second == "gb18030" && sample.size() > 40;
    if (scores[0].first - scores[1].first < 0.05 && !korean && unclear == WhenUnclear::Refuse)
        throw base::Error(base::ErrorCode::UnknownEncoding,
                          fmt::format("The text may be {} or {}: both can be read. Choose the encoding.",
                                      scores[0].second, scores[1].second));
    choice.notices.push_back(
        {.kind = NoticeKind::GuessedEncoding,
         .message = fmt::format("The text is not UTF-8; it was read as {}. Choose another encoding if words "
                                "look wrong.",
                                choice.encoding),
         .encoding = choice.encoding});
}

} // namespace

EncodingChoice chooseEncoding(std::string_view head, const std::optional<std::string>& stated,
                              WhenUnclear unclear)
{
    EncodingChoice choice;
    const std::size_t differs = firstBeyondAscii(head);
    if (stated) {
        const auto known = canonicalEncoding(*stated);
        if (!known)
            throw base::Error(base::ErrorCode::UnknownEncoding,
                              fmt::format("The encoding '{}' is not known. Known ones are {}.", *stated,
                                          fmt::join(knownEncodings(), ", ")));
        choice.encoding = *known;
        // "utf-16" leaves the order of the bytes to the mark.
        if (choice.encoding.starts_with("utf-16") && byMark(head).starts_with("utf-16"))
            choice.encoding = byMark(head);
        choice.readings.push_back(reading(head, std::min(differs, head.size()), choice.encoding, 1));
    } else if (const std::string marked = byMark(head); !marked.empty()) {
        choice.encoding = marked;
        choice.readings.push_back(reading(head, 0, marked, 1));
        return choice;
    } else if (const std::string wide = byZeros(head); !wide.empty()) {
        choice.encoding = wide;
        choice.readings.push_back(reading(head, 0, wide, 0.9));
        choice.notices.push_back(
            {.kind = NoticeKind::GuessedEncoding,
             .message = fmt::format("The file has no byte order mark; it was read as {}.", wide),
             .encoding = wide});
        return choice;
    } else {
        choice.encoding = "utf-8";
        const Utf8Count count = countUtf8(head);
        if (count.bad > 0 && count.sequences < count.bad * 4)
            guess(head, differs, unclear, choice);
        if (choice.encoding == "utf-8")
            choice.readings.push_back(
                reading(head, std::min(differs, head.size()), "utf-8", count.bad > 0 ? 0.3 : 1));
    }
    if (differs < head.size())
        addReadings(head, differs, choice);
    return choice;
}

std::string decodeSample(std::string_view head, const std::string& encoding)
{
    head = head.substr(0, sampleBytes);
    std::string text;
    if (encoding == "utf-8") {
        std::string_view rest = head;
        while (const auto bad = base::firstInvalidUtf8(rest)) {
            text += rest.substr(0, *bad);
            if (rest.size() - *bad < 4 && head.size() == sampleBytes)
                return text; // a character that the sample cuts off
            text += "\xEF\xBF\xBD";
            rest.remove_prefix(*bad + 1);
        }
        text += rest;
    } else {
        std::vector<BadBytes> bad;
        Decoder(encoding).decode(head, false, text, bad);
    }
    if (text.starts_with(utf8ByteOrderMark))
        text.erase(0, 3);
    return text;
}

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/text_source.h"

#include "base/text.h"
#include "data/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace lepton::data {

namespace {

/// So many stored bytes lie between two anchors at most.
constexpr std::size_t anchorBytes = 4096;

std::string_view markOf(std::string_view encoding)
{
    if (encoding == "utf-8")
        return utf8ByteOrderMark;
    if (encoding == "utf-16le")
        return "\xFF\xFE";
    if (encoding == "utf-16be")
        return "\xFE\xFF";
    if (encoding == "gb18030")
        return "\x84\x31\x95\x33";
    return {};
}

/// Length of the cut character at the end of @p bytes, 0 when it ends whole (or in bytes that are bad
/// anyway).
std::size_t cutAtEnd(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

TextSource::TextSource(ByteSource& bytes, std::string encoding)
    : m_bytes(bytes)
    , m_encoding(std::move(encoding))
{
    if (m_encoding != "utf-8")
        m_decoder = std::make_unique<Decoder>(m_encoding);
    skipByteOrderMark();
}

TextSource::~TextSource() = default;

void TextSource::skipByteOrderMark()
{
    const std::string_view mark = markOf(m_encoding);
    m_byteOrderMark = !mark.empty() && m_bytes.head().starts_with(mark);
    if (!m_byteOrderMark)
        return;
    std::array<char, 8> skipped;
    m_stored = static_cast<std::int64_t>(m_bytes.read(std::span(skipped).first(mark.size())));
}

bool TextSource::readMore(DecodedText& text, std::size_t wanted)
{
    text.decoder = m_decoder.get();
    if (m_ended)
        return false;
    return m_decoder ? readOther(text, wanted) : readUtf8(text, wanted);
}

bool TextSource::readUtf8(DecodedText& text, std::size_t wanted)
{
    const std::size_t from = text.bytes.size();
    if (text.anchors.empty())
        text.anchors.push_back({from, m_stored - static_cast<std::int64_t>(m_pending.size())});
    text.bytes.append(std::exchange(m_pending, {}));
    std::size_t got = 0;
    while (got < wanted) {
        char* room = text.bytes.grow(wanted - got);
        const std::size_t count = m_bytes.read({room, wanted - got});
        if (count == 0) {
            m_ended = true;
            break;
        }
        text.bytes.commit(count);
        got += count;
        m_stored += static_cast<std::int64_t>(count);
    }
    if (!m_ended) {
        const std::size_t cut = cutAtEnd(text.bytes.view().substr(from));
        m_pending.assign(text.bytes.view().substr(text.bytes.size() - cut));
        text.bytes.dropLast(cut);
    }
    checkUtf8(text, from);
    markNuls(text, from);
    return text.bytes.size() > from;
}

void TextSource::checkUtf8(DecodedText& text, std::size_t from)
{
    std::size_t at = from;
    while (const auto bad = base::firstInvalidUtf8(text.bytes.view().substr(at))) {
        at += *bad;
        text.badSpots.push_back({at, text.storedAt(at), base::ErrorCode::BadEncoding});
        ++at;
    }
}

bool TextSource::readOther(DecodedText& text, std::size_t wanted)
{
    const std::size_t from = text.bytes.size();
    std::array<char, anchorBytes> stored;
    std::string decoded;
    std::vector<BadBytes> bad;
    std::size_t got = 0;
    while (got < wanted && !m_ended) {
        const std::size_t count = m_bytes.read(stored);
        m_ended = count == 0;
        decoded.clear();
        bad.clear();
        const auto waiting = static_cast<std::int64_t>(m_decoder->pending());
        text.anchors.push_back({text.bytes.size(), m_stored - waiting});
        m_decoder->decode({stored.data(), count}, m_ended, decoded, bad);
        for (const BadBytes& spot : bad) {
            const std::size_t at = text.bytes.size() + spot.at;
            const std::int64_t offset = m_stored + spot.stored;
            text.badSpots.push_back({at, offset, base::ErrorCode::BadEncoding});
            // Lengths cannot be counted across what stands for bad bytes.
            text.anchors.push_back({at, offset});
            text.anchors.push_back({at + 3, offset + spot.length});
        }
        text.bytes.append(decoded);
        m_stored += static_cast<std::int64_t>(count);
        got += count;
    }
    markNuls(text, from);
    return text.bytes.size() > from;
}

void TextSource::markNuls(DecodedText& text, std::size_t from)
{
    const std::string_view bytes = text.bytes.view();
    std::size_t at = from;
    bool found = false;
    while (at < bytes.size()) {
        const void* nul = std::memchr(bytes.data() + at, 0, bytes.size() - at);
        if (!nul)
            break;
        at = static_cast<std::size_t>(static_cast<const char*>(nul) - bytes.data());
        text.badSpots.push_back({at, text.storedAt(at), base::ErrorCode::NulByte});
        found = true;
        ++at;
    }
    if (found)
        std::sort(text.badSpots.begin(), text.badSpots.end(),
                  [](const auto& a, const auto& b) { return a.at < b.at; });
}

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wordpiece_session.h"

#include "base/error.h"
#include "base/text.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>
#include <string>

namespace lepton::text {
namespace {

using ByteAction = WordPieceTokenizer::ByteAction;

constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

void requireUtf8(std::string_view text, std::string_view name)
{
    if (const auto bad = base::firstInvalidUtf8(text))
        throw base::Error(base::ErrorCode::BadEncoding,
                          std::string(name) + " is not UTF-8: the byte at offset " + std::to_string(*bad) +
                              " fits no character. Convert the text to UTF-8 first.",
                          placeAtByte(*bad));
}

/// Tokens of the text itself that fit beside @p added special ones.
std::size_t roomBeside(std::size_t added, std::size_t maxLength)
{
    if (maxLength == 0)
        return unlimited;
    if (maxLength < added)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "A maximum length of " + std::to_string(maxLength) + " has no room for the " +
                              std::to_string(added) + " special tokens. Give at least " +
                              std::to_string(added) + ", or 0 for no limit.");
    return maxLength - added;
}

} // namespace

WordPieceSession::WordPieceSession(const WordPieceTokenizer& tokenizer)
    : m_tokenizer(tokenizer)
    , m_word(4 * tokenizer.longestWord() + 16)
    , m_remembered(rememberedWords)
{}

std::size_t WordPieceSession::append(std::string_view text, const EncodeOptions& options,
                                     std::vector<TokenId>& ids)
{
    const EncodingTemplate& around = m_tokenizer.encodingTemplate();
    const std::size_t room = roomBeside(around.addedToSingle(), options.maxLength);
    requireUtf8(text, "The text");
    const std::size_t begin = ids.size();
    ids.insert(ids.end(), around.beforeSingle().begin(), around.beforeSingle().end());
    const std::size_t textBegin = ids.size();
    appendPieces(text, room, ids);
    ids.resize(textBegin + std::min(ids.size() - textBegin, room));
    ids.insert(ids.end(), around.afterSingle().begin(), around.afterSingle().end());
    return ids.size() - begin;
}

Encoding WordPieceSession::encode(std::string_view text, const EncodeOptions& options)
{
    const std::size_t room = roomBeside(m_tokenizer.encodingTemplate().addedToSingle(), options.maxLength);
    requireUtf8(text, "The text");
    m_first.clear();
    appendPieces(text, room, m_first);
    return m_tokenizer.encodingTemplate().single(std::span(m_first).first(std::min(m_first.size(), room)));
}

Encoding WordPieceSession::encodePair(std::string_view first, std::string_view second,
                                      const EncodeOptions& options)
{
    if (second.empty())
        return encode(first, options);
    const std::size_t room = roomBeside(m_tokenizer.encodingTemplate().addedToPair(), options.maxLength);
    requireUtf8(first, "The first text");
    requireUtf8(second, "The second text");
    m_first.clear();
    m_second.clear();
    // Which of two long texts loses the odd token depends on their whole lengths, so both are read to the
    // end.
    appendPieces(first, unlimited, m_first);
    appendPieces(second, unlimited, m_second);
    const auto [keptFirst, keptSecond] = longestFirst(m_first.size(), m_second.size(), room);
    return m_tokenizer.encodingTemplate().pair(std::span(m_first).first(keptFirst),
                                               std::span(m_second).first(keptSecond));
}

void WordPieceSession::appendPieces(std::string_view text, std::size_t limit, std::vector<TokenId>& ids)
{
    const std::size_t full = limit == unlimited ? unlimited : ids.size() + limit;
    const char* position = text.data();
    const char* const end = position + text.size();
    m_wordSize = 0;
    m_wordCodePoints = 0;
    while (position != end && ids.size() < full) {
        const auto byte = static_cast<unsigned char>(*position);
        ByteAction action = m_tokenizer.action(byte);
        if (action == ByteAction::MayBeSpecial) {
            const std::string_view rest(position, static_cast<std::size_t>(end - position));
            if (const SpecialToken* token = m_tokenizer.specialTokens().match(rest)) {
                finishWord(ids);
                ids.push_back(token->id);
                position += token->content.size();
                continue;
            }
            action = m_tokenizer.plainAction(byte);
        }
        switch (action) {
        case ByteAction::Append:
            position = appendAscii(position, end);
            break;
        case ByteAction::Space:
            finishWord(ids);
            ++position;
            break;
        case ByteAction::Alone:
            finishWord(ids);
            ids.push_back(m_tokenizer.aloneId(byte));
            ++position;
            break;
        case ByteAction::MultiByte:
            position = appendMultiByte(position, end, ids);
            break;
        case ByteAction::Vanish:
        case ByteAction::MayBeSpecial:
            ++position;
            break;
        }
    }
    finishWord(ids);
}

/// Takes the byte at @p position and all that follow it as plain ASCII of the word.
const char* WordPieceSession::appendAscii(const char* position, const char* end)
{
    const std::size_t room = m_word.size() - 16;
    char* const word = m_word.data();
    std::size_t size = m_wordSize;
    const char* const begin = position;
    do {
        if (size < room)
            word[size++] = m_tokenizer.normalised(static_cast<unsigned char>(*position));
        ++position;
    } while (position != end &&
             m_tokenizer.action(static_cast<unsigned char>(*position)) == ByteAction::Append);
    m_wordSize = size;
    m_wordCodePoints += static_cast<std::size_t>(position - begin);
    return position;
}

const char* WordPieceSession::appendMultiByte(const char* position, const char* end,
                                              std::vector<TokenId>& ids)
{
    const Decoded decoded = decodeUtf8(position);
    const CodePointEntry entry = m_tokenizer.codePoints()[decoded.codePoint];
    switch (entry.action()) {
    case CodePointAction::Append:
        appendCodePoint(entry.codePointOr(decoded.codePoint));
        break;
    case CodePointAction::Space:
        finishWord(ids);
        break;
    case CodePointAction::Alone:
        finishWord(ids);
        appendCodePoint(entry.codePointOr(decoded.codePoint));
        finishWord(ids);
        break;
    case CodePointAction::Sequence:
        return appendOrdered(position, end);
    case CodePointAction::Hangul:
        appendHangul(decoded.codePoint);
        break;
    case CodePointAction::Control:
    case CodePointAction::Mark:
    case CodePointAction::MarkBase:
        break;
    }
    return position + decoded.size;
}

/// NFD sorts each run of code points with a combining class by that class (Unicode 3.11, canonical ordering).
/// Nearly all of them are dropped afterwards; this is about the few that stay.
const char* WordPieceSession::appendOrdered(const char* position, const char* end)
{
    const auto flush = [this] {
        std::ranges::stable_sort(m_run, {}, &OrderedCodePoint::combiningClass);
        for (const OrderedCodePoint& part : m_run)
            appendCodePoint(part.codePoint);
        m_run.clear();
    };
    m_run.clear();
    bool first = true;
    while (position != end) {
        const Decoded decoded = decodeUtf8(position);
        const CodePointEntry entry = m_tokenizer.codePoints()[decoded.codePoint];
        if (entry.action() == CodePointAction::Sequence) {
            const auto parts = m_tokenizer.codePoints().expand(entry);
            if (!first && parts.front().combiningClass == 0)
                break;
            for (const OrderedCodePoint& part : parts) {
                if (part.combiningClass == 0) {
                    flush();
                    appendCodePoint(part.codePoint);
                } else {
                    m_run.push_back(part);
                }
            }
        } else if (entry.action() != CodePointAction::Mark && entry.action() != CodePointAction::Control) {
            break;
        }
        first = false;
        position += decoded.size;
    }
    flush();
    return position;
}

/// The canonical decomposition of a Hangul syllable (Unicode 3.12).
void WordPieceSession::appendHangul(char32_t syllable)
{
    constexpr char32_t syllableBase = 0xAC00;
    constexpr char32_t leadBase = 0x1100;
    constexpr char32_t vowelBase = 0x1161;
    constexpr char32_t tailBase = 0x11A7;
    constexpr char32_t vowels = 21;
    constexpr char32_t tails = 28;
    const char32_t index = syllable - syllableBase;
    appendCodePoint(leadBase + index / (vowels * tails));
    appendCodePoint(vowelBase + index / tails % vowels);
    if (index % tails != 0)
        appendCodePoint(tailBase + index % tails);
}

void WordPieceSession::appendCodePoint(char32_t codePoint)
{
    if (m_wordSize + 16 <= m_word.size())
        m_wordSize += encodeUtf8(codePoint, m_word.data() + m_wordSize);
    ++m_wordCodePoints;
}

void WordPieceSession::finishWord(std::vector<TokenId>& ids)
{
    if (m_wordCodePoints == 0)
        return;
    if (m_wordCodePoints > m_tokenizer.longestWord()) {
        ids.push_back(m_tokenizer.specialIds().unknown);
    } else {
        const std::uint64_t hash = hashWord(m_word.data(), m_wordSize);
        const TokenId id = m_tokenizer.vocabulary().find(hash, m_word.data(), m_wordSize);
        if (id >= 0)
            ids.push_back(id);
        else
            splitWord(hash, ids);
    }
    m_wordSize = 0;
    m_wordCodePoints = 0;
}

/// Appends the pieces of a word that is not a token as a whole, or [UNK] when some part of it is no piece.
void WordPieceSession::splitWord(std::uint64_t hash, std::vector<TokenId>& ids)
{
    Remembered& place = m_remembered[hash % rememberedWords];
    if (place.hash == hash && place.size == m_wordSize &&
        std::memcmp(place.word.data(), m_word.data(), m_wordSize) == 0) {
        ids.insert(ids.end(), place.ids.begin(), place.ids.begin() + place.pieces);
        return;
    }

    const PieceVocabulary& vocabulary = m_tokenizer.vocabulary();
    const std::size_t begin = ids.size();
    std::string_view rest(m_word.data(), m_wordSize);
    PieceVocabulary::Match match = vocabulary.longestFirst(rest);
    while (match.id >= 0) {
        ids.push_back(match.id);
        rest.remove_prefix(match.size);
        if (rest.empty())
            break;
        match = vocabulary.longestNext(rest);
    }
    if (!rest.empty()) {
        ids.resize(begin);
        ids.push_back(m_tokenizer.specialIds().unknown);
    }

    const std::size_t pieces = ids.size() - begin;
    if (m_wordSize <= Remembered::longestWord && pieces <= Remembered::mostPieces) {
        place.hash = hash;
        place.size = static_cast<std::uint8_t>(m_wordSize);
        place.pieces = static_cast<std::uint8_t>(pieces);
        std::memcpy(place.word.data(), m_word.data(), m_wordSize);
        std::copy(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.end(), place.ids.begin());
    }
}

} // namespace lepton::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/wordpiece_tokenizer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lepton::text {

/// One pass over the text: bytes of ASCII go through a table of 256 entries, others through the table of code
/// points; whole words are found by hash, words of several pieces are remembered.
class WordPieceSession final : public TokenizerSession
{
public:
    explicit WordPieceSession(const WordPieceTokenizer& tokenizer);

    std::size_t append(std::string_view text, const EncodeOptions& options,
                       std::vector<TokenId>& ids) override;
    Encoding encode(std::string_view text, const EncodeOptions& options) override;
    Encoding encodePair(std::string_view first, std::string_view second,
                        const EncodeOptions& options) override;

private:
    /// A word of several pieces that was met before; 64 bytes, so that looking costs one cache line.
    struct Remembered
    {
        static constexpr std::size_t longestWord = 30;
        static constexpr std::size_t mostPieces = 6;

        std::uint64_t hash = 0;
        std::uint8_t size = 0; ///< bytes; 0: empty place
        std::uint8_t pieces = 0;
        std::array<char, longestWord> word{};
        std::array<TokenId, mostPieces> ids{};
    };
    static constexpr std::size_t rememberedWords = 8192;

    /// Appends the ids of @p text without the template, at least @p limit of them if there are as many.
    void appendPieces(std::string_view text, std::size_t limit, std::vector<TokenId>& ids);
    const char* appendAscii(const char* position, const char* end);
    const char* appendMultiByte(const char* position, const char* end, std::vector<TokenId>& ids);
    const char* appendOrdered(const char* position, const char* end);
    void appendHangul(char32_t syllable);
    void appendCodePoint(char32_t codePoint);
    void finishWord(std::vector<TokenId>& ids);
    void splitWord(std::uint64_t hash, std::vector<TokenId>& ids);

    const WordPieceTokenizer& m_tokenizer;
    std::vector<char> m_word;   ///< the normalised word, with room for a code point and 8 readable bytes more
    std::size_t m_wordSize = 0; ///< bytes
    std::size_t m_wordCodePoints = 0; ///< counted on when the word is too long to be kept
    std::vector<OrderedCodePoint> m_run;
    std::vector<TokenId> m_first;
    std::vector<TokenId> m_second;
    std::vector<Remembered> m_remembered;
};

} // namespace lepton::text

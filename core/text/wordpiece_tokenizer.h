// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/code_point_table.h"
#include "text/encoding_template.h"
#include "text/piece_vocabulary.h"
#include "text/special_tokens.h"
#include "text/tokenizer.h"

#include <array>
#include <string>
#include <vector>

namespace lepton::text {

/// All that the files say about a WordPiece tokeniser, checked by wordPieceFromFolder().
struct WordPieceDefinition
{
    NormaliserOptions normaliser;
    std::vector<VocabularyEntry> vocabulary; ///< distinct tokens, distinct ids, none negative
    std::string continuingPrefix = "##";
    std::size_t longestWord = 100; ///< code points; longer ones are unknown
    std::vector<SpecialToken> specialTokens;
    SpecialIds specialIds; ///< unknown is set
    EncodingTemplate encodingTemplate;
    std::optional<std::size_t> modelMaxLength;
};

/// BERT's tokeniser: cleaning and splitting as `BertNormalizer` and `BertPreTokenizer`, then the longest
/// match first (Schuster and Nakajima, "Japanese and Korean voice search", 2012).
class WordPieceTokenizer final : public Tokenizer
{
public:
    /// What a byte of the raw text does.
    enum class ByteAction : std::uint8_t
    {
        Append,
        Space,
        Alone,
        Vanish,
        MultiByte,
        MayBeSpecial
    };

    explicit WordPieceTokenizer(WordPieceDefinition definition);

    std::unique_ptr<TokenizerSession> newSession() const override;
    std::string_view kind() const noexcept override { return "WordPiece"; }
    std::size_t vocabularySize() const noexcept override;
    std::optional<TokenId> idOf(std::string_view token) const override;
    std::string_view tokenOf(TokenId id) const noexcept override;
    const SpecialIds& specialIds() const noexcept override { return m_specialIds; }
    std::optional<std::size_t> modelMaxLength() const noexcept override { return m_modelMaxLength; }

    // For the session.
    const CodePointTable& codePoints() const noexcept { return m_codePoints; }
    const PieceVocabulary& vocabulary() const noexcept { return m_vocabulary; }
    const SpecialTokens& specialTokens() const noexcept { return m_specialTokens; }
    const EncodingTemplate& encodingTemplate() const noexcept { return m_template; }
    std::size_t longestWord() const noexcept { return m_longestWord; }
    ByteAction action(unsigned char byte) const noexcept { return m_actions[byte]; }
    /// The same for a byte that turned out not to begin a special token.
    ByteAction plainAction(unsigned char byte) const noexcept { return m_plainActions[byte]; }
    /// The byte that stands in the word for an ASCII byte.
    char normalised(unsigned char byte) const noexcept { return m_normalised[byte]; }
    /// The id of an ASCII byte that is a word of its own.
    TokenId aloneId(unsigned char byte) const noexcept { return m_aloneIds[byte]; }

private:
    CodePointTable m_codePoints;
    PieceVocabulary m_vocabulary;
    SpecialTokens m_specialTokens;
    EncodingTemplate m_template;
    SpecialIds m_specialIds;
    std::size_t m_longestWord;
    std::optional<std::size_t> m_modelMaxLength;
    std::array<ByteAction, 256> m_actions{};
    std::array<ByteAction, 256> m_plainActions{};
    std::array<char, 128> m_normalised{};
    std::array<TokenId, 128> m_aloneIds{};
};

} // namespace lepton::text

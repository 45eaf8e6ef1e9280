// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokenizer.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace lepton::text {

/// What stands around the tokens of a text or a pair (`TemplateProcessing` in tokenizer.json): for BERT
/// `[CLS] A [SEP]` and `[CLS] A [SEP] B [SEP]`.
class EncodingTemplate
{
public:
    enum class PieceKind
    {
        Special,
        First,
        Second
    };
    struct Piece
    {
        PieceKind kind = PieceKind::Special;
        std::uint8_t typeId = 0;
        std::vector<TokenId> ids; ///< of a special piece
    };

    /// @p single must hold the first text once, @p pair both texts once each.
    EncodingTemplate(std::vector<Piece> single, std::vector<Piece> pair);
    /// BERT's, for vocabularies without a tokenizer.json.
    static EncodingTemplate bert(TokenId opening, TokenId separator);

    /// Special tokens added to a text, to a pair.
    std::size_t addedToSingle() const noexcept { return m_addedToSingle; }
    std::size_t addedToPair() const noexcept { return m_addedToPair; }
    /// The largest id of a special token in it; -1 if there is none.
    TokenId largestId() const noexcept;
    std::span<const TokenId> beforeSingle() const noexcept { return m_before; }
    std::span<const TokenId> afterSingle() const noexcept { return m_after; }

    /// Puts the template around the tokens of a text, cut to what is wanted.
    Encoding single(std::span<const TokenId> first) const { return fill(m_single, first, {}); }
    /// The same of a pair.
    Encoding pair(std::span<const TokenId> first, std::span<const TokenId> second) const
    {
        return fill(m_pair, first, second);
    }

private:
    static Encoding fill(const std::vector<Piece>& pieces, std::span<const TokenId> first,
                         std::span<const TokenId> second);

    std::vector<Piece> m_single;
    std::vector<Piece> m_pair;
    std::vector<TokenId> m_before;
    std::vector<TokenId> m_after;
    std::size_t m_addedToSingle = 0;
    std::size_t m_addedToPair = 0;
};

/// How many tokens two texts keep within @p limit together: the longer loses first, then both, the second
/// keeping the odd one (`longest_first` of `tokenizers`).
std::pair<std::size_t, std::size_t> longestFirst(std::size_t first, std::size_t second, std::size_t limit);

} // namespace lepton::text

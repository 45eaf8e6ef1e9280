// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding_template.h"

#include <algorithm>

namespace lepton::text {
namespace {

std::size_t addedBy(const std::vector<EncodingTemplate::Piece>& pieces)
{
    std::size_t added = 0;
    for (const EncodingTemplate::Piece& piece : pieces)
        added += piece.ids.size();
    return added;
}

} // namespace

EncodingTemplate::EncodingTemplate(std::vector<Piece> single, std::vector<Piece> pair)
    : m_single(std::move(single))
    , m_pair(std::move(pair))
    , m_addedToSingle(addedBy(m_single))
    , m_addedToPair(addedBy(m_pair))
{
    std::vector<TokenId>* side = &m_before;
    for (const Piece& piece : m_single) {
        if (piece.kind == PieceKind::First)
            side = &m_after;
        else
            side->insert(side->end(), piece.ids.begin(), piece.ids.end());
    }
}

TokenId EncodingTemplate::largestId() const noexcept
{
    TokenId largest = -1;
    for (const std::vector<Piece>* pieces : {&m_single, &m_pair}) {
        for (const Piece& piece : *pieces) {
            for (const TokenId id : piece.ids)
                largest = std::max(largest, id);
        }
    }
    return largest;
}

EncodingTemplate EncodingTemplate::bert(TokenId opening, TokenId separator)
{
    const Piece begin{PieceKind::Special, 0, {opening}};
    const Piece first{PieceKind::First, 0, {}};
    const Piece middle{PieceKind::Special, 0, {separator}};
    return {{begin, first, middle},
            {begin, first, middle, {PieceKind::Second, 1, {}}, {PieceKind::Special, 1, {separator}}}};
}

Encoding EncodingTemplate::fill(const std::vector<Piece>& pieces, std::span<const TokenId> first,
                                std::span<const TokenId> second)
{
    Encoding encoding;
    for (const Piece& piece : pieces) {
        const std::span<const TokenId> ids = piece.kind == PieceKind::First ? first
                                             : piece.kind == PieceKind::Second
                                                 ? second
                                                 : std::span<const TokenId>(piece.ids);
        encoding.ids.insert(encoding.ids.end(), ids.begin(), ids.end());
        encoding.typeIds.resize(encoding.ids.size(), piece.typeId);
    }
    return encoding;
}

std::pair<std::size_t, std::size_t> longestFirst(std::size_t first, std::size_t second, std::size_t limit)
{
    if (first + second <= limit)
        return {first, second};
    const std::size_t shorter = std::min(first, second);
    if (2 * shorter <= limit) // the shorter one stays whole
        return first <= second ? std::pair{first, limit - first} : std::pair{limit - second, second};
    const std::size_t half = limit / 2;
    // The odd token goes to the text that was not the shorter one.
    return first <= second ? std::pair{half, limit - half} : std::pair{limit - half, half};
}

} // namespace lepton::text

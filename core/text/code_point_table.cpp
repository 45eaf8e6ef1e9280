// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/code_point_table.h"

#include "base/error.h"
#include "text/code_point_rows.h"

#include <algorithm>
#include <map>

namespace lepton::text {
namespace {

using CodePoints = std::vector<char32_t>;

const CodePointRow& rowOf(char32_t codePoint)
{
    const auto rows = codePointRows();
    return *std::ranges::lower_bound(rows, codePoint, {}, &CodePointRow::last);
}

/// The code points that stand for @p codePoint of @p row in the words; never empty.
CodePoints mapped(char32_t codePoint, const CodePointRow& row, const NormaliserOptions& options)
{
    const auto pool = codePointPool();
    CodePoints bare{codePoint};
    if (options.stripAccents && row.bareLength > 0) {
        const auto part = pool.subspan(row.bare, row.bareLength);
        bare.assign(part.begin(), part.end());
    }
    if (!options.lowercase)
        return bare;
    CodePoints lower;
    for (const char32_t c : bare) {
        const CodePointRow& own = c == codePoint ? row : rowOf(c);
        if (own.lowerLength == 0) {
            lower.push_back(c);
        } else {
            const auto part = pool.subspan(own.lower, own.lowerLength);
            lower.insert(lower.end(), part.begin(), part.end());
        }
    }
    return lower;
}

/// Makes entries, keeping each distinct sequence once.
class EntryMaker
{
public:
    EntryMaker(const NormaliserOptions& options, std::vector<OrderedCodePoint>& sequences)
        : m_options(options)
        , m_sequences(sequences)
    {}

    CodePointEntry make(char32_t codePoint, const CodePointRow& row)
    {
        switch (row.kind) {
        case CodePointKind::Control:
            return {CodePointAction::Control, 0};
        case CodePointKind::Space:
            return {CodePointAction::Space, 0};
        case CodePointKind::Mark:
            if (m_options.stripAccents)
                return {row.combiningClass == 0 ? CodePointAction::MarkBase : CodePointAction::Mark, 0};
            break;
        case CodePointKind::Hangul:
            if (m_options.stripAccents)
                return {CodePointAction::Hangul, 0};
            break;
        case CodePointKind::Cjk:
        case CodePointKind::Punctuation:
        case CodePointKind::Keep:
            break;
        }

        const bool alone =
            (row.kind == CodePointKind::Cjk && m_options.splitCjk) || row.kind == CodePointKind::Punctuation;
        if (row.lowerLength == 0 && row.bareLength == 0 && row.combiningClass == 0)
            return {alone ? CodePointAction::Alone : CodePointAction::Append, 0};

        const CodePoints result = mapped(codePoint, row, m_options);
        const bool moves = m_options.stripAccents && std::ranges::any_of(result, [](char32_t c) {
                               return rowOf(c).combiningClass != 0;
                           });
        if (result.size() > 1 || moves)
            return sequence(result);
        // Punctuation is looked for after the mapping: U+2260, an equals sign with a stroke, becomes a bare
        // one.
        const bool becomesAlone = alone || rowOf(result.front()).kind == CodePointKind::Punctuation;
        return {becomesAlone ? CodePointAction::Alone : CodePointAction::Append,
                result.front() == codePoint ? 0 : result.front()};
    }

private:
    CodePointEntry sequence(const CodePoints& codePoints)
    {
        if (codePoints.size() > 0xF)
            throw base::Error(base::ErrorCode::Internal, "A code point is replaced by more than 15 others.");
        const auto [place, isNew] = m_places.try_emplace(codePoints, m_sequences.size());
        if (isNew) {
            for (const char32_t c : codePoints)
                m_sequences.push_back(
                    {c, m_options.stripAccents ? rowOf(c).combiningClass : std::uint8_t{0}});
        }
        return {CodePointAction::Sequence, static_cast<char32_t>(place->second << 4 | codePoints.size())};
    }

    const NormaliserOptions& m_options;
    std::vector<OrderedCodePoint>& m_sequences;
    std::map<CodePoints, std::size_t> m_places;
};

} // namespace

CodePointTable::CodePointTable(const NormaliserOptions& options)
{
    EntryMaker maker(options, m_sequences);
    std::map<std::array<std::uint32_t, blockSize>, std::uint16_t> known;
    const auto rows = codePointRows();
    std::size_t row = 0;
    for (std::size_t number = 0; number < blockCount; ++number) {
        std::array<std::uint32_t, blockSize> block{};
        for (std::size_t i = 0; i < blockSize; ++i) {
            const auto codePoint = static_cast<char32_t>(number << blockBits | i);
            while (rows[row].last < codePoint)
                ++row;
            block[i] = maker.make(codePoint, rows[row]).bits();
        }
        const auto [place, isNew] = known.try_emplace(block, static_cast<std::uint16_t>(known.size()));
        if (isNew)
            m_blocks.insert(m_blocks.end(), block.begin(), block.end());
        m_index[number] = place->second;
    }
}

} // namespace lepton::text

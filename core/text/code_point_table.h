// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::text {

/// Switches of BERT's normaliser (`BertNormalizer` in tokenizer.json).
struct NormaliserOptions
{
    bool lowercase = true;
    bool stripAccents = true;
    bool splitCjk = true; ///< handle_chinese_chars: each ideograph is a word of its own

    friend bool operator==(const NormaliserOptions&, const NormaliserOptions&) = default;
};

/// What to do with a code point of the raw text.
enum class CodePointAction : std::uint8_t
{
    Append,   ///< belongs to the word, as operand() where that is not 0
    Space,    ///< ends the word
    Alone,    ///< ends the word and is a word of its own, as operand() where that is not 0
    Control,  ///< vanishes
    Mark,     ///< vanishes, part of a run that NFD sorts
    MarkBase, ///< vanishes, ends such a run
    Sequence, ///< several code points belong to the word, or one that NFD may move; see
              ///< CodePointTable::expand
    Hangul,   ///< two or three jamo belong to the word
};

/// An action and its operand in 32 bits.
class CodePointEntry
{
public:
    constexpr CodePointEntry() = default;
    constexpr CodePointEntry(CodePointAction action, char32_t operand)
        : m_bits(static_cast<std::uint32_t>(action) << 24 | static_cast<std::uint32_t>(operand))
    {}

    explicit constexpr CodePointEntry(std::uint32_t bits)
        : m_bits(bits)
    {}

    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr CodePointAction action() const { return static_cast<CodePointAction>(m_bits >> 24); }
    constexpr char32_t operand() const { return m_bits & 0xFFFFFF; }
    /// What stands in the word for @p raw, whose entry this is (Append, Alone).
    constexpr char32_t codePointOr(char32_t raw) const { return operand() != 0 ? operand() : raw; }

private:
    std::uint32_t m_bits = 0;
};

/// A code point and the canonical combining class by which NFD sorts it (0: it does not move).
struct OrderedCodePoint
{
    char32_t codePoint;
    std::uint8_t combiningClass;
};

/// The table for one choice of options: two look-ups a code point. Immutable, so safe to share between
/// threads.
class CodePointTable
{
public:
    explicit CodePointTable(const NormaliserOptions& options);

    CodePointEntry operator[](char32_t codePoint) const noexcept
    {
        const std::size_t block = std::size_t{m_index[codePoint >> blockBits]} << blockBits;
        return CodePointEntry(m_blocks[block | (codePoint & (blockSize - 1))]);
    }
    /// What an entry with CodePointAction::Sequence appends, in order.
    std::span<const OrderedCodePoint> expand(CodePointEntry entry) const noexcept
    {
        const std::uint32_t operand = entry.operand();
        return {m_sequences.data() + (operand >> 4), operand & 0xF};
    }

private:
    static constexpr unsigned blockBits = 7;
    static constexpr std::size_t blockSize = std::size_t{1} << blockBits;
    static constexpr std::size_t blockCount = 0x110000 >> blockBits;

    std::array<std::uint16_t, blockCount> m_index{};
    std::vector<std::uint32_t> m_blocks; ///< bits of entries
    std::vector<OrderedCodePoint> m_sequences;
};

} // namespace lepton::text

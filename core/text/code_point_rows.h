// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace lepton::text {

/// What BERT's cleaning does with a code point; see resources/unicode/README.md.
enum class CodePointKind : std::uint8_t
{
    Keep,
    Control,
    Space,
    Cjk,
    Punctuation,
    Mark,
    Hangul
};

/// Marks carry this combining class when they belong to a run that NFD sorts; their exact class is not
/// needed.
inline constexpr std::uint8_t someCombiningClass = 255;

/// A range of code points that are treated alike. A length of 0 means: itself.
struct CodePointRow
{
    char32_t first;
    char32_t last;
    CodePointKind kind;
    std::uint8_t combiningClass;
    std::uint8_t lowerLength;
    std::uint8_t bareLength;
    std::uint16_t lower; ///< index in codePointPool()
    std::uint16_t bare;  ///< index in codePointPool()
};

/// All rows, sorted, without gaps from 0 to U+10FFFF. Generated while building from
/// resources/unicode/bert_codepoints.tsv.
std::span<const CodePointRow> codePointRows() noexcept;
std::span<const char32_t> codePointPool() noexcept;

} // namespace lepton::text

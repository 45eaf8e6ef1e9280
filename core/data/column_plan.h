// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: what a column is read as, and why.

#include "data/importer.h"
#include "data/record_batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// The words that stand for a missing value in columns of numbers, truth values and days; those that a person
/// stated also in columns of text.
class MissingWords
{
public:
    /// NA, N/A and null in any case unless @p stated gives others, which count exactly as they are written.
    explicit MissingWords(const std::optional<std::vector<std::string>>& stated);
    bool contains(std::string_view text) const noexcept;
    bool stated() const noexcept { return m_stated.has_value(); }

private:
    std::optional<std::vector<std::string>> m_stated;
};

/// How a column is read.
struct ColumnPlan
{
    Column column;
    bool stated = false;    ///< by the person: what does not fit is a bad row
    bool undecided = false; ///< nothing but words like NA so far: text, unless something else comes
    bool leftOut = false;   ///< nothing but the end of every line; not part of the table
    char decimalMark = '.';
};

/// What the cells of a column looked like, so far.
struct ColumnEvidence
{
    std::uint32_t kinds = 0; ///< bits of CellKind
    int mostDecimals = 0;    ///< digits behind the mark
};

/// The ways in which a cell can be read; one bit each.
namespace CellKind {
inline constexpr std::uint32_t empty = 1u << 0;       ///< nothing, without quotes
inline constexpr std::uint32_t quotedEmpty = 1u << 1; ///< nothing, in quotes
inline constexpr std::uint32_t missingWord = 1u << 2;
inline constexpr std::uint32_t integer = 1u << 3;
inline constexpr std::uint32_t largeInteger = 1u << 4;   ///< one that a double does not hold
inline constexpr std::uint32_t plusInteger = 1u << 5;    ///< "+49": a number only beside others
inline constexpr std::uint32_t pointNumber = 1u << 6;    ///< "1.5", "1e3", "-0"
inline constexpr std::uint32_t commaNumber = 1u << 7;    ///< "1,5"
inline constexpr std::uint32_t commaAmbiguous = 1u << 8; ///< "1,500"
inline constexpr std::uint32_t specialNumber = 1u << 9;  ///< nan, inf
inline constexpr std::uint32_t truth = 1u << 10;
inline constexpr std::uint32_t day = 1u << 11;
inline constexpr std::uint32_t localTime = 1u << 12;
inline constexpr std::uint32_t instant = 1u << 13;
inline constexpr std::uint32_t other = 1u << 14;
} // namespace CellKind

/// What decides how cells are looked at.
struct InferenceRules
{
    MissingWords missing;
    char quote = '"';
    bool commaDecimals = false; ///< a comma may be the decimal mark
    bool pointDecimals = true;  ///< a point may be the decimal mark
    bool commaStated = false;   ///< the person said that it is

    static InferenceRules from(const ReadOptions& options, char delimiter);
};

/// Adds what the cells of @p column in @p batch look like to @p evidence.
void addEvidence(const RecordBatch& batch, std::size_t column, const InferenceRules& rules,
                 ColumnEvidence& evidence);

/// The narrowest type that fits all that was seen.
ColumnPlan planFor(std::string name, const ColumnEvidence& evidence);

} // namespace lepton::data

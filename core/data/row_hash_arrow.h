// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: rows by content.

#include "data/parquet_table_arrow.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace lepton::data {

/// 128 bits of what a row holds. Two rows with one hash by chance: not to be expected before 10^18 rows. Not
/// made to withstand someone who looks for such rows.
struct RowHash
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

/// How the values of a column enter the hash.
enum class HashForm
{
    Bits,     ///< as they stand: both tables have one type
    Numeral,  ///< numbers of different types: by their shortest digits, so that 5, 5.0 and 5.00 are one
    CellText, ///< of other types: as they are shown
};

/// Hashes rows over the columns that two tables share.
class RowHasher
{
public:
    struct Part
    {
        std::size_t column = 0;
        HashForm form = HashForm::Bits;
    };

    explicit RowHasher(std::vector<Part> parts)
        : m_parts(std::move(parts))
    {}

    /// One hash a row of row group @p group.
    std::vector<RowHash> hash(ParquetTable& table, int group) const;

private:
    std::vector<Part> m_parts; ///< in the same order for both tables
};

/// Whether the values of both columns can be compared as they stand.
bool sameValues(const Column& a, const Column& b) noexcept;
/// The hashers of two tables, which give rows of equal content equal hashes.
std::pair<RowHasher, RowHasher> rowHashers(const Schema& before, const Schema& after);

} // namespace lepton::data

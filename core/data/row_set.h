// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/bitmap.h"

#include <cstdint>
#include <vector>

namespace lepton::data {

/// Some rows of a table, ascending: a bit each, and how many come before each block of bits, so that a row
/// leads to its position and a position to its row without going through the others.
class RowSet
{
public:
    RowSet() = default;
    /// At most 2^32 - 1 rows.
    explicit RowSet(Bitmap rows);

    /// How many rows are in the set.
    std::int64_t count() const noexcept { return m_count; }
    bool contains(std::int64_t row) const { return row >= 0 && row < m_rows.size() && m_rows.at(row); }
    /// How many rows of the set are less than @p row.
    std::int64_t countBefore(std::int64_t row) const;
    /// The row with @p position others before it, 0 <= position < count().
    std::int64_t row(std::int64_t position) const;
    /// The bits of rows @p begin to @p end - 1.
    Bitmap slice(std::int64_t begin, std::int64_t end) const { return m_rows.slice(begin, end); }

private:
    Bitmap m_rows;
    std::vector<std::uint32_t> m_before; ///< rows of the set before each block
    std::int64_t m_count = 0;
};

} // namespace lepton::data

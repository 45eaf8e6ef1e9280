// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: what a RowOrder holds.

#include "data/cache_buffer.h"
#include "data/row_set.h"
#include "data/table.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace lepton::data {

struct RowOrder::Data
{
    /// 0 ... size - 1; nothing is stored.
    struct All
    {};
    struct List
    {
        std::vector<std::uint32_t> own;
        RowBuffer buffer;
        std::span<const std::uint32_t> rows; ///< in own or buffer
    };

    std::int64_t size = 0;
    bool ascending = true; ///< row numbers only grow: a filter, not a sort
    std::variant<All, RowSet, List> rows;

    /// Of an order that is ascending: how many of its rows are less than @p row.
    std::int64_t countBefore(std::int64_t row) const;
    /// Of an order that is ascending: which of the rows @p begin to @p end - 1 are in it, a bit each.
    Bitmap slice(std::int64_t begin, std::int64_t end) const;
    /// The rows of an order that is a List.
    std::span<const std::uint32_t> list() const { return std::get<List>(rows).rows; }
};

/// The rows of @p set as they stand in the table.
RowOrder makeRowOrder(RowSet set);
/// The rows in @p buffer, in an order of their own.
RowOrder makeRowOrder(RowBuffer buffer);

} // namespace lepton::data

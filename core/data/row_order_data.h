// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: what a RowOrder holds.

#include "data/cache_buffer.h"
#include "data/table.h"

#include <span>
#include <vector>

namespace lepton::data {

struct RowOrder::Data
{
    std::int64_t size = 0;
    bool all = true;       ///< 0 ... size - 1; nothing is stored
    bool ascending = true; ///< row numbers only grow: a filter, not a sort
    std::vector<std::uint32_t> list;
    RowBuffer buffer;
    std::span<const std::uint32_t> rows; ///< in list or buffer
};

/// The rows in @p buffer, which are ascending or not.
RowOrder makeRowOrder(RowBuffer buffer, bool ascending);

} // namespace lepton::data

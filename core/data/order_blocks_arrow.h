// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: the rows of an order, some thousands at a time, with all columns.

#include "data/parquet_table_arrow.h"

#include <vector>

namespace lepton::data {

/// Rows at positions first ... first + count - 1 of an order; one array a column of the schema.
struct RowBlock
{
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::vector<std::shared_ptr<arrow::Array>> columns;
};

/// Cuts an order into blocks that are read independently of each other.
class OrderBlocks
{
public:
    OrderBlocks(ParquetTable& table, const RowOrder& order);

    std::int64_t count() const noexcept { return static_cast<std::int64_t>(m_runs.size()); }
    /// The block at @p index, in the order of the positions. Thread-safe.
    RowBlock read(std::int64_t index, const base::Cancellation& cancellation) const;

private:
    RowBlock readAscending(const OrderRun& run) const;
    RowBlock readScattered(const OrderRun& run, const base::Cancellation& cancellation) const;

    ParquetTable& m_table;
    RowOrder m_order;
    std::vector<OrderRun> m_runs; ///< of a sorted order: the group says nothing
};

} // namespace lepton::data

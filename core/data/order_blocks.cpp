// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "data/gather_arrow.h"
#include "data/order_blocks_arrow.h"
#include "data/row_order_data.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <utility>

namespace lepton::data {
namespace {

// A block of a sorted order has rows from all over the table, which is decoded once for it: the larger the
// blocks the fewer passes, within this much memory.
constexpr std::int64_t scatteredBytes = std::int64_t{64} << 20;
constexpr std::int64_t leastScattered = 1'024;
constexpr std::int64_t mostScattered = 1 << 20;

} // namespace

OrderBlocks::OrderBlocks(ParquetTable& table, const RowOrder& order)
    : m_table(table)
    , m_order(order)
{
    if (order.data().ascending) {
        m_runs = runsOfAscending(order, table.source());
        return;
    }
    std::int64_t tableBytes = 0;
    for (std::size_t column = 0; column < table.schema().size(); ++column)
        tableBytes += table.source().decodedBytes(column);
    const std::int64_t rowBytes =
        std::max<std::int64_t>(1, tableBytes / std::max<std::int64_t>(1, table.rowCount()));
    const std::int64_t rows = std::clamp(scatteredBytes / rowBytes, leastScattered, mostScattered);
    for (std::int64_t first = 0; first < order.size(); first += rows)
        m_runs.push_back({-1, first, std::min(rows, order.size() - first)});
}

RowBlock OrderBlocks::read(std::int64_t index, const base::Cancellation& cancellation) const
{
    const OrderRun& run = m_runs[static_cast<std::size_t>(index)];
    return m_order.data().ascending ? readAscending(run) : readScattered(run, cancellation);
}

RowBlock OrderBlocks::readAscending(const OrderRun& run) const
{
    RowBlock block{run.first, run.count, {}};
    const std::int64_t start = m_table.source().rowGroupStart(run.group);
    const std::int64_t rows = m_table.source().rowGroupRows(run.group);
    const Bitmap selected = m_order.data().slice(start, start + rows);
    for (std::size_t column = 0; column < m_table.schema().size(); ++column)
        block.columns.push_back(selectRows(m_table.source().read(run.group, column), selected));
    return block;
}

RowBlock OrderBlocks::readScattered(const OrderRun& run, const base::Cancellation& cancellation) const
{
    const ParquetSource& source = m_table.source();
    // (row, place in the block), by row: the order in which they are read.
    std::vector<std::pair<std::int64_t, std::int64_t>> places;
    for (std::int64_t i = 0; i < run.count; ++i)
        places.emplace_back(m_order.row(run.first + i), i);
    std::sort(places.begin(), places.end());
    std::vector<std::int64_t> readAt(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        readAt[static_cast<std::size_t>(places[i].second)] = static_cast<std::int64_t>(i);

    RowBlock block{run.first, run.count, {}};
    for (std::size_t column = 0; column < m_table.schema().size(); ++column) {
        std::vector<std::shared_ptr<arrow::Array>> pieces;
        for (std::size_t begin = 0; begin < places.size();) {
            cancellation.throwIfRequested();
            const int group = source.rowGroupOf(places[begin].first);
            Bitmap selected(source.rowGroupRows(group));
            std::size_t end = begin;
            for (; end < places.size() && places[end].first < source.rowGroupStart(group + 1); ++end)
                selected.set(places[end].first - source.rowGroupStart(group));
            pieces.push_back(selectRows(m_table.source().read(group, column), selected));
            begin = end;
        }
        block.columns.push_back(arrangeRows(joinArrays(std::move(pieces)), readAt));
    }
    return block;
}

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/error.h"
#include "data/column_memory_arrow.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_order_data.h"
#include "data/schema_arrow.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace lepton::data {
namespace {

/// So many bytes are handed back to the system when a table is closed.
constexpr std::int64_t muchMemory = std::int64_t{32} << 20;

} // namespace

std::shared_ptr<Table> Table::open(const std::filesystem::path& parquet, std::int64_t cacheBytes)
{
    return std::make_shared<ParquetTable>(parquet, cacheBytes);
}

ParquetTable::ParquetTable(const std::filesystem::path& path, std::int64_t cacheBytes)
    : m_source(path)
    , m_cache(cacheBytes)
{}

ParquetTable::~ParquetTable()
{
    if (m_cache.bytes() >= muchMemory)
        releaseColumnMemory(); // by the time that comes to pass, all of this is freed
}

ParquetTable& parquetTable(Table& table)
{
    auto* own = dynamic_cast<ParquetTable*>(&table);
    if (!own)
        throw base::Error(base::ErrorCode::Internal, "This table was not opened from a file.");
    return *own;
}

std::shared_ptr<arrow::Array> ParquetTable::segment(int group, std::size_t column)
{
    if (auto array = m_cache.find(group, column))
        return array;
    auto array = m_source.read(group, column);
    m_cache.insert(group, column, array);
    return array;
}

std::shared_ptr<arrow::Array> ParquetTable::scanSegment(int group, std::size_t column)
{
    if (auto array = m_cache.find(group, column))
        return array;
    auto array = m_source.read(group, column);
    if (m_source.decodedBytes(column) <= m_cache.budget() / 2)
        m_cache.insert(group, column, array);
    return array;
}

void ParquetTable::checkColumn(std::size_t column) const
{
    if (column >= schema().size())
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "The table has " + std::to_string(schema().size()) +
                              " columns; there is no column " + std::to_string(column + 1) + ".");
}

std::vector<OrderRun> runsOfAscending(const RowOrder& order, const ParquetSource& source)
{
    std::vector<OrderRun> runs;
    for (std::int64_t first = 0; first < order.size();) {
        const int group = source.rowGroupOf(order.row(first));
        const std::int64_t next = order.data().countBefore(source.rowGroupStart(group + 1));
        runs.push_back({group, first, next - first});
        first = next;
    }
    return runs;
}

Page ParquetTable::page(const RowOrder& order, std::int64_t first, std::int64_t count,
                        std::span<const std::size_t> columns, const base::Cancellation& cancellation)
{
    for (const std::size_t column : columns)
        checkColumn(column);
    Page page;
    page.first = std::clamp<std::int64_t>(first, 0, order.size());
    page.columns.assign(columns.begin(), columns.end());
    const std::int64_t size = std::clamp<std::int64_t>(count, 0, order.size() - page.first);
    for (std::int64_t i = 0; i < size; ++i)
        page.rows.push_back(order.row(page.first + i));
    page.cells.resize(page.rows.size());
    for (auto& row : page.cells)
        row.resize(columns.size());

    // The places in the page by the row group that they come from: a sorted order jumps about.
    std::vector<std::pair<int, std::size_t>> places;
    for (std::size_t i = 0; i < page.rows.size(); ++i)
        places.emplace_back(m_source.rowGroupOf(page.rows[i]), i);
    std::sort(places.begin(), places.end());
    struct Piece
    {
        std::size_t begin, end; ///< in places
        std::size_t column;     ///< in columns
    };
    std::vector<Piece> pieces;
    for (std::size_t begin = 0; begin < places.size();) {
        std::size_t end = begin + 1;
        while (end < places.size() && places[end].first == places[begin].first)
            ++end;
        for (std::size_t column = 0; column < columns.size(); ++column)
            pieces.push_back({begin, end, column});
        begin = end;
    }
    parallelFor(static_cast<std::int64_t>(pieces.size()), cancellation, [&](std::int64_t task) {
        const Piece& piece = pieces[static_cast<std::size_t>(task)];
        const int group = places[piece.begin].first;
        const auto array = segment(group, columns[piece.column]);
        for (std::size_t i = piece.begin; i < piece.end; ++i) {
            const std::size_t place = places[i].second;
            page.cells[place][piece.column] =
                cellAt(*array, page.rows[place] - m_source.rowGroupStart(group));
        }
    });
    return page;
}

} // namespace lepton::data

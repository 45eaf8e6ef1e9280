// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_positions.h"
#include "data/schema_arrow.h"
#include "data/text_folder.h"

#include <arrow/array.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace lepton::data {
namespace {

/// Looks for a text in some columns of one row group.
class GroupSearch
{
public:
    GroupSearch(ParquetTable& table, const FoldedText& text, std::span<const std::size_t> columns, int group)
        : m_text(text)
    {
        for (const std::size_t column : columns) {
            m_columns.push_back(&table.schema().columns[column]);
            m_arrays.push_back(table.scanSegment(group, column));
        }
    }

    bool matches(std::int64_t row)
    {
        for (std::size_t i = 0; i < m_arrays.size(); ++i) {
            if (m_arrays[i]->IsValid(row) && matchesCell(*m_columns[i], *m_arrays[i], row))
                return true;
        }
        return false;
    }

private:
    bool matchesCell(const Column& column, const arrow::Array& array, std::int64_t row)
    {
        switch (array.type_id()) {
        case arrow::Type::STRING:
            return m_text.isIn(static_cast<const arrow::StringArray&>(array).GetView(row), m_buffer);
        case arrow::Type::LARGE_STRING:
            return m_text.isIn(static_cast<const arrow::LargeStringArray&>(array).GetView(row), m_buffer);
        default:
            return m_text.isIn(formatCell(column, cellAt(array, row)), m_buffer);
        }
    }

    const FoldedText& m_text;
    std::vector<const Column*> m_columns;
    std::vector<std::shared_ptr<arrow::Array>> m_arrays;
    std::string m_buffer;
};

/// Positions begin ... end - 1, the part of an order that is searched.
struct Range
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// The first position of @p run within @p range that matches (the last one, when backwards), or -1.
std::int64_t findInRun(GroupSearch& search, const RowOrder& order, const OrderRun& run,
                       std::int64_t groupStart, Range range, bool backwards)
{
    const std::int64_t begin = std::max(run.first, range.begin);
    const std::int64_t end = std::min(run.first + run.count, range.end);
    for (std::int64_t i = 0; i < end - begin; ++i) {
        const std::int64_t position = backwards ? end - 1 - i : begin + i;
        if (search.matches(order.row(position) - groupStart))
            return position;
    }
    return -1;
}

} // namespace

std::int64_t ParquetTable::find(const RowOrder& order, std::string_view text, std::size_t column,
                                std::int64_t from, bool backwards, const base::Cancellation& cancellation)
{
    std::vector<std::size_t> columns{column};
    if (column == std::string::npos) {
        columns.resize(schema().size());
        std::iota(columns.begin(), columns.end(), std::size_t{0});
    }
    for (const std::size_t each : columns)
        checkColumn(each);
    const std::int64_t start = std::clamp<std::int64_t>(from, 0, order.size());
    const Range range = backwards ? Range{0, start} : Range{start, order.size()};
    if (text.empty() || range.begin == range.end)
        return -1;
    const FoldedText wanted(text);
    return order.data().ascending
               ? findAscending(order, wanted, columns, {range.begin, range.end}, backwards, cancellation)
               : findSorted(order, wanted, columns, {range.begin, range.end}, backwards, cancellation);
}

std::int64_t ParquetTable::findAscending(const RowOrder& order, const FoldedText& text,
                                         std::span<const std::size_t> columns,
                                         std::pair<std::int64_t, std::int64_t> range, bool backwards,
                                         const base::Cancellation& cancellation)
{
    std::vector<OrderRun> runs = runsOfAscending(order, m_source);
    std::erase_if(runs, [&](const OrderRun& run) {
        return run.first + run.count <= range.first || run.first >= range.second;
    });
    if (backwards)
        std::reverse(runs.begin(), runs.end());
    // A few row groups at a time, so that a near hit is not kept waiting by far ones.
    const auto total = static_cast<std::int64_t>(runs.size());
    for (std::int64_t done = 0; done < total;) {
        const std::int64_t batch = std::min(total - done, static_cast<std::int64_t>(2 * workerCount(total)));
        std::vector<std::int64_t> hits(static_cast<std::size_t>(batch), -1);
        parallelFor(batch, cancellation, [&](std::int64_t task) {
            const OrderRun& run = runs[static_cast<std::size_t>(done + task)];
            GroupSearch search(*this, text, columns, run.group);
            hits[static_cast<std::size_t>(task)] =
                findInRun(search, order, run, m_source.rowGroupStart(run.group), {range.first, range.second},
                          backwards);
        });
        const auto hit =
            std::find_if(hits.begin(), hits.end(), [](std::int64_t position) { return position >= 0; });
        if (hit != hits.end())
            return *hit;
        done += batch;
    }
    return -1;
}

std::int64_t ParquetTable::findSorted(const RowOrder& order, const FoldedText& text,
                                      std::span<const std::size_t> columns,
                                      std::pair<std::int64_t, std::int64_t> range, bool backwards,
                                      const base::Cancellation& cancellation)
{
    // Neighbours in a sorted order lie all over the table: one pass through it is cheaper than a row group a
    // row.
    const RowPositions positions(order, m_source);
    std::vector<std::int64_t> hits(static_cast<std::size_t>(m_source.rowGroupCount()), -1);
    parallelFor(m_source.rowGroupCount(), cancellation, [&](std::int64_t task) {
        const int group = static_cast<int>(task);
        std::int64_t& best = hits[static_cast<std::size_t>(task)];
        GroupSearch search(*this, text, columns, group);
        positions.forEach(group, [&](std::int64_t row, std::int64_t position) {
            if (position < range.first || position >= range.second)
                return;
            if (best >= 0 && (position > best) != backwards)
                return;
            if (search.matches(row))
                best = position;
        });
    });
    std::erase(hits, -1);
    if (hits.empty())
        return -1;
    return backwards ? *std::max_element(hits.begin(), hits.end())
                     : *std::min_element(hits.begin(), hits.end());
}

} // namespace lepton::data

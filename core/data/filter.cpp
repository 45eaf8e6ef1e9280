// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/filter.h"

#include "base/progress.h"
#include "data/filter_program_arrow.h"
#include "data/filter_syntax.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_order_data.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <utility>

namespace lepton::data {
namespace {

Bitmap matchingRows(ParquetTable& table, const FilterNode& filter, int group)
{
    const std::int64_t rows = table.source().rowGroupRows(group);
    const Possible possible = possibleTruth(filter, table.source(), group);
    if (!possible.yes || (!possible.no && !possible.unknown))
        return Bitmap(rows, possible.yes);
    const auto segment = [&](std::size_t column) { return table.scanSegment(group, column); };
    return evaluate(filter, segment, Bitmap(rows, true)).yes;
}

} // namespace

RowOrder ParquetTable::filter(std::string_view expression, const base::Cancellation& cancellation,
                              base::Progress& progress)
{
    if (isBlankFilter(expression))
        return RowOrder::all(rowCount());
    const FilterNode filter = compileFilter(expression, schema());
    checkRowNumbersFit(rowCount(), "filtered");
    progress.begin("filtering", rowCount());

    // A bit a row first, since the number of rows is known only afterwards.
    const int groups = m_source.rowGroupCount();
    std::vector<Bitmap> matching(static_cast<std::size_t>(groups));
    std::vector<std::int64_t> starts(static_cast<std::size_t>(groups) + 1, 0);
    parallelFor(groups, cancellation, [&](std::int64_t group) {
        const auto g = static_cast<std::size_t>(group);
        matching[g] = matchingRows(*this, filter, static_cast<int>(group));
        starts[g + 1] = matching[g].count();
        progress.advance(matching[g].size());
    });
    for (std::size_t g = 0; g + 1 < starts.size(); ++g)
        starts[g + 1] += starts[g];
    if (starts.back() == rowCount())
        return RowOrder::all(rowCount());

    RowBuffer rows(starts.back());
    parallelFor(groups, cancellation, [&](std::int64_t group) {
        const auto g = static_cast<std::size_t>(group);
        const auto first = static_cast<std::uint32_t>(m_source.rowGroupStart(static_cast<int>(group)));
        std::vector<std::uint32_t> matches(static_cast<std::size_t>(starts[g + 1] - starts[g]) + 1);
        matching[g].expand(first, matches.data());
        std::copy(matches.begin(), matches.end() - 1, rows.values().begin() + starts[g]);
    });
    return makeRowOrder(std::move(rows), true);
}

} // namespace lepton::data

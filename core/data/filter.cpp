// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/filter.h"

#include "base/progress.h"
#include "data/filter_program_arrow.h"
#include "data/filter_syntax.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_order_data.h"

#include <arrow/array/array_base.h>

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

    const int groups = m_source.rowGroupCount();
    std::vector<Bitmap> matching(static_cast<std::size_t>(groups));
    parallelFor(groups, cancellation, [&](std::int64_t group) {
        Bitmap& rows = matching[static_cast<std::size_t>(group)];
        rows = matchingRows(*this, filter, static_cast<int>(group));
        progress.advance(rows.size());
    });
    Bitmap whole(rowCount());
    for (int group = 0; group < groups; ++group)
        whole.put(m_source.rowGroupStart(group), matching[static_cast<std::size_t>(group)]);
    RowSet rows(std::move(whole));
    return rows.count() == rowCount() ? RowOrder::all(rowCount()) : makeRowOrder(std::move(rows));
}

} // namespace lepton::data

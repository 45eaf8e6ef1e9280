// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/progress.h"
#include "data/column_profiler.h"
#include "data/gather_arrow.h"
#include "data/parquet_table_arrow.h"
#include "data/row_positions.h"

#include <arrow/array/array_base.h>

namespace lepton::data {

ColumnProfile ParquetTable::profile(const RowOrder& order, std::size_t column,
                                    const base::Cancellation& cancellation, base::Progress& progress)
{
    checkColumn(column);
    progress.begin("profiling", order.size());
    // The order of the rows makes no difference, so they are read as they stand.
    const RowPositions positions(order, m_source);
    ColumnProfiler profiler(schema().columns[column]);
    for (int group = 0; group < m_source.rowGroupCount(); ++group) {
        cancellation.throwIfRequested();
        const Bitmap selected = positions.selected(group);
        if (!selected.any())
            continue;
        profiler.add(*selectRows(scanSegment(group, column), selected));
        progress.advance(selected.count());
    }
    return profiler.profile();
}

} // namespace lepton::data

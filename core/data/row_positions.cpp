// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_positions.h"

#include <algorithm>

namespace lepton::data {

RowPositions::RowPositions(const RowOrder& order, const ParquetSource& source)
    : m_order(order)
    , m_source(source)
{
    if (order.data().ascending)
        return;
    m_inverse = RowBuffer(source.rowCount());
    const auto inverse = m_inverse.values();
    std::uint32_t position = 0;
    for (const std::uint32_t row : order.data().rows)
        inverse[row] = ++position;
}

OrderRun RowPositions::runOf(int group) const
{
    const auto rows = m_order.data().rows;
    const auto first = std::lower_bound(rows.begin(), rows.end(), m_source.rowGroupStart(group));
    const auto last = std::lower_bound(first, rows.end(), m_source.rowGroupStart(group + 1));
    return {group, first - rows.begin(), last - first};
}

Bitmap RowPositions::selected(int group) const
{
    Bitmap result(m_source.rowGroupRows(group), m_order.isAll());
    if (!m_order.isAll())
        forEach(group, [&](std::int64_t row, std::int64_t) { result.set(row); });
    return result;
}

} // namespace lepton::data

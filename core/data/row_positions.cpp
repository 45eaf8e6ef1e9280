// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_positions.h"

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
    for (const std::uint32_t row : order.data().list())
        inverse[row] = ++position;
}

Bitmap RowPositions::selected(int group) const
{
    const std::int64_t start = m_source.rowGroupStart(group);
    const std::int64_t rows = m_source.rowGroupRows(group);
    if (m_order.data().ascending)
        return m_order.data().slice(start, start + rows);
    Bitmap result(rows);
    forEach(group, [&](std::int64_t row, std::int64_t) { result.set(row); });
    return result;
}

} // namespace lepton::data

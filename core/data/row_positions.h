// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: an order seen from the rows, for passes that go through the table as it stands.

#include "data/bitmap.h"
#include "data/parquet_table_arrow.h"
#include "data/row_order_data.h"

#include <functional>

namespace lepton::data {

/// Where the rows of an order stand in it, asked row group by row group.
class RowPositions
{
public:
    RowPositions(const RowOrder& order, const ParquetSource& source);

    /// Calls @p visit(row in the group, position) for the rows of @p group that are in the order, by row.
    template <class Visit>
    void forEach(int group, const Visit& visit) const
    {
        const std::int64_t start = m_source.rowGroupStart(group);
        const std::int64_t rows = m_source.rowGroupRows(group);
        if (m_order.isAll()) {
            for (std::int64_t row = 0; row < rows; ++row)
                visit(row, start + row);
        } else if (m_order.data().ascending) {
            std::int64_t position = m_order.data().countBefore(start);
            m_order.data().slice(start, start + rows).forEach([&](std::int64_t row) {
                visit(row, position++);
            });
        } else {
            const auto inverse =
                m_inverse.values().subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(rows));
            for (std::int64_t row = 0; row < rows; ++row) {
                if (inverse[static_cast<std::size_t>(row)] != 0)
                    visit(row, std::int64_t{inverse[static_cast<std::size_t>(row)]} - 1);
            }
        }
    }

    /// The rows of @p group that are in the order.
    Bitmap selected(int group) const;

private:
    RowOrder m_order;
    const ParquetSource& m_source;
    RowBuffer m_inverse; ///< of an order that is not ascending: position + 1 by row, 0 for rows not in it
};

} // namespace lepton::data

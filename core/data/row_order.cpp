// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_order_data.h"

#include <algorithm>
#include <utility>

namespace lepton::data {

RowOrder::RowOrder(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{}

RowOrder RowOrder::all(std::int64_t rows)
{
    auto data = std::make_shared<Data>();
    data->size = rows;
    return RowOrder(std::move(data));
}

RowOrder RowOrder::listed(std::vector<std::uint32_t> rows)
{
    auto data = std::make_shared<Data>();
    data->list = std::move(rows);
    data->rows = data->list;
    data->size = static_cast<std::int64_t>(data->rows.size());
    data->all = false;
    data->ascending = std::is_sorted(data->rows.begin(), data->rows.end());
    return RowOrder(std::move(data));
}

RowOrder makeRowOrder(RowBuffer buffer, bool ascending)
{
    auto data = std::make_shared<RowOrder::Data>();
    data->buffer = std::move(buffer);
    data->rows = std::as_const(data->buffer).values();
    data->size = static_cast<std::int64_t>(data->rows.size());
    data->all = false;
    data->ascending = ascending;
    return RowOrder(std::move(data));
}

std::int64_t RowOrder::size() const noexcept
{
    return m_data->size;
}

std::int64_t RowOrder::row(std::int64_t position) const
{
    return m_data->all ? position : std::int64_t{m_data->rows[static_cast<std::size_t>(position)]};
}

std::int64_t RowOrder::position(std::int64_t row) const
{
    if (m_data->all)
        return row >= 0 && row < m_data->size ? row : -1;
    const auto rows = m_data->rows;
    const auto found = m_data->ascending ? std::lower_bound(rows.begin(), rows.end(), row)
                                         : std::find(rows.begin(), rows.end(), row);
    return found != rows.end() && *found == row ? found - rows.begin() : -1;
}

bool RowOrder::isAll() const noexcept
{
    return m_data->all;
}

} // namespace lepton::data

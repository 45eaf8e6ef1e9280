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
    auto& list = data->rows.emplace<Data::List>();
    list.own = std::move(rows);
    list.rows = list.own;
    data->size = static_cast<std::int64_t>(list.rows.size());
    data->ascending = std::is_sorted(list.rows.begin(), list.rows.end());
    return RowOrder(std::move(data));
}

RowOrder makeRowOrder(RowSet set)
{
    auto data = std::make_shared<RowOrder::Data>();
    data->size = set.count();
    data->rows = std::move(set);
    return RowOrder(std::move(data));
}

RowOrder makeRowOrder(RowBuffer buffer)
{
    auto data = std::make_shared<RowOrder::Data>();
    auto& list = data->rows.emplace<RowOrder::Data::List>();
    list.buffer = std::move(buffer);
    list.rows = std::as_const(list.buffer).values();
    data->size = static_cast<std::int64_t>(list.rows.size());
    data->ascending = false;
    return RowOrder(std::move(data));
}

std::int64_t RowOrder::size() const noexcept
{
    return m_data->size;
}

std::int64_t RowOrder::row(std::int64_t position) const
{
    if (const auto* set = std::get_if<RowSet>(&m_data->rows))
        return set->row(position);
    return isAll() ? position : std::int64_t{m_data->list()[static_cast<std::size_t>(position)]};
}

std::int64_t RowOrder::position(std::int64_t row) const
{
    if (isAll())
        return row >= 0 && row < m_data->size ? row : -1;
    if (const auto* set = std::get_if<RowSet>(&m_data->rows))
        return set->contains(row) ? set->countBefore(row) : -1;
    const auto rows = m_data->list();
    const auto found = m_data->ascending ? std::lower_bound(rows.begin(), rows.end(), row)
                                         : std::find(rows.begin(), rows.end(), row);
    return found != rows.end() && *found == row ? found - rows.begin() : -1;
}

bool RowOrder::isAll() const noexcept
{
    return std::holds_alternative<Data::All>(m_data->rows);
}

std::int64_t RowOrder::Data::countBefore(std::int64_t row) const
{
    if (const auto* set = std::get_if<RowSet>(&rows))
        return set->countBefore(row);
    if (std::holds_alternative<All>(rows))
        return std::clamp<std::int64_t>(row, 0, size);
    return std::lower_bound(list().begin(), list().end(), row) - list().begin();
}

Bitmap RowOrder::Data::slice(std::int64_t begin, std::int64_t end) const
{
    if (const auto* set = std::get_if<RowSet>(&rows))
        return set->slice(begin, end);
    if (std::holds_alternative<All>(rows))
        return Bitmap(end - begin, true);
    Bitmap result(end - begin);
    const auto first = std::lower_bound(list().begin(), list().end(), begin);
    for (auto row = first; row != list().end() && *row < end; ++row)
        result.set(*row - begin);
    return result;
}

} // namespace lepton::data

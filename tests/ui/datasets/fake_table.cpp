// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_table.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace lepton::testing {
namespace {

constexpr std::int64_t largestFiltered = 1'000'000;

base::Error badFilter(std::int64_t byte)
{
    base::ErrorPlace place;
    place.byte = byte;
    return base::Error(base::ErrorCode::BadFilter, "The filter breaks off here.", place);
}

} // namespace

FakeTable::FakeTable(std::int64_t rows, std::size_t columns)
    : m_rows(rows)
{
    using data::ColumnType;
    m_schema.columns = {{"id", ColumnType::Int64},
                        {"amount", ColumnType::Float64},
                        {"name", ColumnType::Text},
                        {"day", ColumnType::Date}};
    while (m_schema.size() < columns)
        m_schema.columns.push_back({"c" + std::to_string(m_schema.size()), ColumnType::Text});
    m_schema.columns.resize(columns);
}

void FakeTable::hold()
{
    const std::lock_guard lock(m_mutex);
    m_held = true;
}

void FakeTable::release()
{
    const std::lock_guard lock(m_mutex);
    m_held = false;
    m_released.notify_all();
}

void FakeTable::waitWhileHeld(const base::Cancellation& cancellation)
{
    std::unique_lock lock(m_mutex);
    while (m_held && !cancellation.requested())
        m_released.wait_for(lock, std::chrono::milliseconds(2));
}

data::CellValue FakeTable::value(std::int64_t row, std::size_t column) const
{
    switch (column) {
    case 0:
        return row;
    case 1:
        return static_cast<double>(row) / 4;
    case 2:
        if (!m_longText.empty())
            return m_longText;
        return row % 10 == 9 ? data::CellValue() : data::CellValue("name " + std::to_string(row));
    case 3:
        return row % 20'000;
    default:
        return "r" + std::to_string(row) + "c" + std::to_string(column);
    }
}

data::Page FakeTable::page(const data::RowOrder& order, std::int64_t first, std::int64_t count,
                           std::span<const std::size_t> columns, const base::Cancellation& cancellation)
{
    waitWhileHeld(cancellation);
    cancellation.throwIfRequested();
    if (m_broken && count > 1)
        throw base::Error(base::ErrorCode::Io, "The file cannot be read at the moment. Try again.");
    ++m_pages;
    m_largestPage = std::max(m_largestPage.load(), count);
    data::Page page;
    page.first = first;
    page.columns.assign(columns.begin(), columns.end());
    for (std::int64_t position = first; position < std::min(first + count, order.size()); ++position) {
        const std::int64_t row = order.row(position);
        page.rows.push_back(row);
        std::vector<data::CellValue>& cells = page.cells.emplace_back();
        for (const std::size_t column : columns)
            cells.push_back(value(row, column));
    }
    return page;
}

data::RowOrder FakeTable::filter(std::string_view expression, const base::Cancellation& cancellation,
                                 base::Progress&)
{
    waitWhileHeld(cancellation);
    cancellation.throwIfRequested();
    ++m_filters;
    const bool atLeast = expression.starts_with("id >= ");
    if (!atLeast && !expression.starts_with("id < "))
        throw badFilter(static_cast<std::int64_t>(std::min<std::size_t>(3, expression.size())));
    const std::string_view digits = expression.substr(atLeast ? 6 : 5);
    std::int64_t bound = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), bound);
    if (problem != std::errc())
        throw badFilter(static_cast<std::int64_t>(expression.size() - digits.size()));
    std::vector<std::uint32_t> rows;
    for (std::int64_t row = 0; row < std::min(m_rows, largestFiltered); ++row)
        if (atLeast ? row >= bound : row < bound)
            rows.push_back(static_cast<std::uint32_t>(row));
    return data::RowOrder::listed(std::move(rows));
}

data::RowOrder FakeTable::sort(const data::RowOrder& order, const data::SortKey& key,
                               const base::Cancellation& cancellation, base::Progress&)
{
    waitWhileHeld(cancellation);
    cancellation.throwIfRequested();
    std::vector<std::uint32_t> rows;
    for (std::int64_t position = 0; position < order.size(); ++position)
        rows.push_back(static_cast<std::uint32_t>(order.row(position)));
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const data::CellValue one = value(a, key.column);
        const data::CellValue other = value(b, key.column);
        return key.descending ? other < one : one < other;
    });
    return data::RowOrder::listed(std::move(rows));
}

std::int64_t FakeTable::find(const data::RowOrder& order, std::string_view text, std::size_t column,
                             std::int64_t from, bool backwards, const base::Cancellation& cancellation)
{
    waitWhileHeld(cancellation);
    cancellation.throwIfRequested();
    const std::int64_t step = backwards ? -1 : 1;
    for (std::int64_t at = backwards ? from - 1 : from; at >= 0 && at < order.size(); at += step)
        for (std::size_t c = 0; c < m_schema.size(); ++c) {
            const bool asked = column == static_cast<std::size_t>(-1) || column == c;
            if (asked && data::formatCell(m_schema.columns[c], value(order.row(at), c)).find(text) !=
                             std::string::npos)
                return at;
        }
    return -1;
}

data::ColumnProfile FakeTable::profile(const data::RowOrder& order, std::size_t column,
                                       const base::Cancellation& cancellation, base::Progress&)
{
    waitWhileHeld(cancellation);
    cancellation.throwIfRequested();
    data::ColumnProfile profile;
    profile.rows = order.size();
    if (order.size() == 0)
        return profile;
    if (column == 2)
        profile.missing = order.size() / 10;
    profile.distinct = order.size() - profile.missing;
    if (column < 2 || column == 3) {
        const double unit = column == 1 ? 0.25 : 1;
        profile.minimum = static_cast<double>(order.row(0)) * unit;
        profile.maximum = static_cast<double>(order.row(order.size() - 1)) * unit;
        if (column == 3)
            profile.maximum = std::min(*profile.maximum, 19'999.0);
        profile.mean = (*profile.minimum + *profile.maximum) / 2;
        profile.standardDeviation = 1.5;
        profile.quantiles = {*profile.minimum, *profile.minimum, *profile.mean, *profile.maximum,
                             *profile.maximum};
        profile.histogram = {*profile.minimum, *profile.maximum, {4, 8, 6, 3, 1}};
    } else {
        profile.top = {{"r0", std::max<std::int64_t>(1, order.size() / 2)}, {"r1", order.size() / 4}};
    }
    return profile;
}

data::TableProfile FakeTable::profileOf(data::Table& table)
{
    data::TableProfile all;
    base::Progress progress;
    for (std::size_t column = 0; column < table.schema().size(); ++column)
        all.columns.push_back(table.profile(data::RowOrder::all(table.rowCount()), column, {}, progress));
    return all;
}

} // namespace lepton::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/row_scroll.h"

#include <algorithm>

namespace lepton::ui {
namespace {

/// value * numerator / denominator for 0 <= value <= denominator, without leaving 64 bits for sizes of
/// tables.
std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    const std::int64_t whole = numerator / denominator;
    const std::int64_t rest = numerator % denominator;
    return whole * value + (rest * value + denominator / 2) / denominator;
}

} // namespace

void RowScroll::setRows(std::int64_t rows)
{
    m_rows = std::max<std::int64_t>(0, rows);
    setTop(m_top);
}

void RowScroll::setWholeRows(int rows)
{
    m_wholeRows = std::max(1, rows);
    setTop(m_top);
}

bool RowScroll::setTop(std::int64_t top)
{
    const std::int64_t clamped = std::clamp<std::int64_t>(top, 0, lastTop());
    if (clamped == m_top)
        return false;
    m_top = clamped;
    return true;
}

bool RowScroll::scrollBy(std::int64_t rows)
{
    return setTop(m_top + rows);
}

bool RowScroll::ensureVisible(std::int64_t row)
{
    if (row < m_top)
        return setTop(row);
    if (row >= m_top + m_wholeRows)
        return setTop(row - m_wholeRows + 1);
    return false;
}

std::int64_t RowScroll::lastTop() const noexcept
{
    return std::max<std::int64_t>(0, m_rows - m_wholeRows);
}

int RowScroll::barMaximum() const noexcept
{
    return static_cast<int>(std::min<std::int64_t>(lastTop(), barLimit()));
}

int RowScroll::barValue() const noexcept
{
    const std::int64_t last = lastTop();
    if (last <= barLimit())
        return static_cast<int>(m_top);
    // Only the very ends of the table may show the bar at its ends.
    if (m_top == 0 || m_top == last)
        return m_top == 0 ? 0 : barLimit();
    const double share = static_cast<double>(m_top) / static_cast<double>(last);
    return std::clamp(static_cast<int>(share * barLimit()), 1, barLimit() - 1);
}

std::int64_t RowScroll::topForBar(int value) const noexcept
{
    if (value == barValue())
        return m_top;
    const std::int64_t last = lastTop();
    if (last <= barLimit())
        return std::clamp<std::int64_t>(value, 0, last);
    return scaled(std::clamp(value, 0, barLimit()), last, barLimit());
}

} // namespace lepton::ui

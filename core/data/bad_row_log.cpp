// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bad_row_log.h"

#include <algorithm>
#include <utility>

namespace lepton::data {

namespace {

bool before(const BadRow& a, const BadRow& b)
{
    return a.place.row.value_or(0) < b.place.row.value_or(0);
}

} // namespace

void BadRowLog::add(BadRow row)
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
    // Two threads report, one ahead of the other: a row may belong before some that are kept already.
    if (m_rows.size() == kept && !before(row, m_rows.back()))
        return;
    m_rows.insert(std::upper_bound(m_rows.begin(), m_rows.end(), row, before), std::move(row));
    if (m_rows.size() > kept)
        m_rows.pop_back();
}

std::int64_t BadRowLog::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

std::vector<BadRow> BadRowLog::rows() const
{
    const std::lock_guard lock(m_mutex);
    return m_rows;
}

} // namespace lepton::data

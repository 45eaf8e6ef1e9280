// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_cache_arrow.h"

#include <arrow/array/array_base.h>
#include <arrow/util/byte_size.h>

#include <utility>

namespace lepton::data {

std::uint64_t ColumnCache::keyOf(int group, std::size_t column) noexcept
{
    return std::uint64_t{column} << 32 | static_cast<std::uint32_t>(group);
}

std::shared_ptr<arrow::Array> ColumnCache::find(int group, std::size_t column)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(keyOf(group, column));
    if (found == m_index.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->array;
}

void ColumnCache::insert(int group, std::size_t column, std::shared_ptr<arrow::Array> array)
{
    const std::int64_t bytes = arrow::util::TotalBufferSize(*array);
    if (bytes > m_budget)
        return;
    const std::uint64_t key = keyOf(group, column);
    std::list<Entry> dropped; // freed after the lock
    const std::lock_guard lock(m_mutex);
    if (m_index.contains(key))
        return;
    m_entries.push_front({key, std::move(array), bytes});
    m_index.emplace(key, m_entries.begin());
    m_bytes += bytes;
    while (m_bytes > m_budget) {
        const auto last = std::prev(m_entries.end());
        m_bytes -= last->bytes;
        m_index.erase(last->key);
        dropped.splice(dropped.end(), m_entries, last);
    }
}

std::int64_t ColumnCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace lepton::data

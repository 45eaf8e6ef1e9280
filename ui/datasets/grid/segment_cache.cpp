// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/segment_cache.h"

#include <algorithm>
#include <functional>

namespace lepton::ui {
namespace {

std::size_t sizeOf(const ColumnSegment& segment)
{
    // Texts are counted twice: once as read, once as cut for drawing.
    std::size_t bytes = segment.cells.size() * sizeof(GridCell) + sizeof(ColumnSegment);
    for (const GridCell& cell : segment.cells)
        bytes += static_cast<std::size_t>(cell.value.text.capacity()) * sizeof(QChar) * 2;
    return bytes;
}

} // namespace

SegmentCache::SegmentCache(std::size_t byteBudget)
    : m_budget(byteBudget)
{}

SegmentCache::Token SegmentCache::reset()
{
    m_index.clear();
    m_entries.clear();
    m_bytes = 0;
    return ++m_token;
}

ColumnSegment* SegmentCache::find(std::int64_t segment, std::size_t column)
{
    const auto found = m_index.find({segment, column});
    if (found == m_index.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return &found->second->cells;
}

bool SegmentCache::contains(std::int64_t segment, std::size_t column) const
{
    return m_index.contains({segment, column});
}

bool SegmentCache::insert(Token token, std::int64_t segment, std::size_t column, ColumnSegment cells)
{
    if (token != m_token)
        return false;
    const Key key{segment, column};
    if (const auto found = m_index.find(key); found != m_index.end()) {
        m_bytes -= found->second->bytes;
        m_entries.erase(found->second);
        m_index.erase(found);
    }
    const std::size_t bytes = sizeOf(cells);
    m_entries.push_front({key, std::move(cells), bytes});
    m_index.emplace(key, m_entries.begin());
    m_bytes += bytes;
    evict();
    return true;
}

void SegmentCache::forgetWidths()
{
    for (Entry& entry : m_entries)
        for (GridCell& cell : entry.cells.cells)
            cell.drawnWidth = -1;
}

std::size_t SegmentCache::affordable(std::size_t columns) const noexcept
{
    const std::size_t each =
        m_entries.empty() ? sizeof(GridCell) * rowsPerSegment : m_bytes / m_entries.size();
    return m_budget / 2 / std::max<std::size_t>(1, each * std::max<std::size_t>(1, columns));
}

void SegmentCache::evict()
{
    // The newest stays even when it alone is over the budget: someone is looking at it.
    while (m_bytes > m_budget && m_entries.size() > 1) {
        const Entry& oldest = m_entries.back();
        m_bytes -= oldest.bytes;
        m_index.erase(oldest.key);
        m_entries.pop_back();
    }
}

std::size_t SegmentCache::KeyHash::operator()(const Key& key) const noexcept
{
    const std::size_t one = std::hash<std::int64_t>{}(key.segment);
    return one ^ (std::hash<std::size_t>{}(key.column) * 0x9e3779b97f4a7c15ULL + (one << 6) + (one >> 2));
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace lepton::data {

/// Hands things from one thread to another, a few at a time, so that neither runs far ahead. Thread-safe.
template <class Item>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t limit)
        : m_limit(limit)
    {}

    /// Waits for room; false when the other side has closed the queue.
    bool push(Item item)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_items.size() < m_limit; });
        if (m_closed)
            return false;
        m_items.push_back(std::move(item));
        m_changed.notify_all();
        return true;
    }

    /// Waits for an item; nothing when the queue is closed and empty.
    std::optional<Item> pop()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_items.empty(); });
        if (m_items.empty())
            return std::nullopt;
        std::optional<Item> item(std::move(m_items.front()));
        m_items.pop_front();
        m_changed.notify_all();
        return item;
    }

    /// Lets no more in; what is there can still be taken.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_limit;
    std::deque<Item> m_items;
    bool m_closed = false;
};

} // namespace lepton::data

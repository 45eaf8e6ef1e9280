// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <arrow/type_fwd.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace lepton::data {

/// The decoded columns of row groups that were used last, within a budget of bytes. Thread-safe.
class ColumnCache
{
public:
    explicit ColumnCache(std::int64_t budgetBytes)
        : m_budget(budgetBytes)
    {}

    /// Null when it is not there.
    std::shared_ptr<arrow::Array> find(int group, std::size_t column);
    /// Keeps @p array, and drops what was not used for longest. One larger than the budget is not kept.
    void insert(int group, std::size_t column, std::shared_ptr<arrow::Array> array);

    std::int64_t bytes() const;
    std::int64_t budget() const noexcept { return m_budget; }

private:
    struct Entry
    {
        std::uint64_t key = 0;
        std::shared_ptr<arrow::Array> array;
        std::int64_t bytes = 0;
    };
    static std::uint64_t keyOf(int group, std::size_t column) noexcept;

    const std::int64_t m_budget;
    mutable std::mutex m_mutex;
    std::list<Entry> m_entries; ///< last used first
    std::unordered_map<std::uint64_t, std::list<Entry>::iterator> m_index;
    std::int64_t m_bytes = 0;
};

} // namespace lepton::data

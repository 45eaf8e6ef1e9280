// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <cstdint>
#include <mutex>
#include <vector>

namespace lepton::data {

/// Collects the rows that cannot be read: the first 1,000, and how many there were. Thread-safe.
class BadRowLog
{
public:
    static constexpr std::size_t kept = 1000;

    void add(BadRow row);
    std::int64_t count() const;
    /// In the order of the file.
    std::vector<BadRow> rows() const;

private:
    mutable std::mutex m_mutex;
    std::vector<BadRow> m_rows;
    std::int64_t m_count = 0;
};

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/profile.h"
#include "data/schema.h"

#include <arrow/type_fwd.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace lepton::data {

/// Gathers the statistics of one column array by array, in one pass and bounded memory. Not thread-safe; the
/// columns of a table can be profiled side by side.
class ColumnProfiler
{
public:
    /// @p columnCount: how many columns are profiled at once. Together they stay within about 128 MiB: the
    /// wider the table, the sooner estimates stand in for exact counts.
    explicit ColumnProfiler(const Column& column, std::size_t columnCount = 1);
    ~ColumnProfiler();
    ColumnProfiler(ColumnProfiler&&) noexcept;
    ColumnProfiler& operator=(ColumnProfiler&&) noexcept;

    /// Takes the next rows: an array of arrowType(column), or large_utf8 for text.
    void add(const arrow::Array& array);
    /// How many different values there were so far; see ColumnProfile::distinct.
    std::int64_t distinct() const;
    /// The statistics of all rows so far.
    ColumnProfile profile() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::data

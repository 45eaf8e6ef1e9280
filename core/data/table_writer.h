// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/schema.h"

#include <arrow/type_fwd.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace lepton::data {

/// Largest number of rows in a row group.
inline constexpr std::int64_t rowGroupRows = 16'384;

/// Writes a table as Parquet (zstd, one row group a call) on a thread of its own. A file that was not
/// finished is removed again.
class TableWriter
{
public:
    /// Makes @p target, which must not exist. @p dictionary, by column: values repeat enough for a
    /// dictionary.
    TableWriter(const std::filesystem::path& target, const Schema& schema,
                const std::vector<bool>& dictionary);
    ~TableWriter();
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;

    /// Adds a row group of at most rowGroupRows rows; waits while two are on their way.
    /// @throw Error of an earlier write
    void write(std::vector<std::shared_ptr<arrow::Array>> columns);
    /// Waits for all that is on its way and finishes the file. @throw Error
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::data

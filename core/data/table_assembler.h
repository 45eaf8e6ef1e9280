// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/column_profiler.h"
#include "data/content_hash.h"
#include "data/schema.h"
#include "data/table_writer.h"

#include <arrow/type_fwd.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lepton::data {

/// Takes the columns of a table batch by batch and makes of them the Parquet file, the statistics and the
/// content hash, each value looked at once.
class TableAssembler
{
public:
    TableAssembler(const std::filesystem::path& target, const Schema& schema);

    /// Profiles and hashes the next array of column @p index. Different columns may be taken at the same
    /// time.
    void take(std::size_t index, const arrow::Array& array);
    /// Writes the arrays that were taken, one a column, as a row group of at most rowGroupRows rows.
    void write(std::vector<std::shared_ptr<arrow::Array>> columns);

    struct Result
    {
        std::int64_t rows = 0;
        std::string contentHash;
        TableProfile profile;
    };
    /// Finishes the file. @throw Error
    Result finish();

private:
    std::filesystem::path m_target;
    Schema m_schema;
    std::vector<ColumnProfiler> m_profilers;
    std::vector<ColumnHash> m_hashes;
    std::optional<TableWriter> m_writer;
    std::int64_t m_rows = 0;
};

} // namespace lepton::data

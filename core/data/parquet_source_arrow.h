// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: reads columns of row groups.

#include "data/schema.h"

#include <arrow/type_fwd.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace arrow::io {
class RandomAccessFile;
}
namespace parquet {
class FileMetaData;
}
namespace parquet::arrow {
class FileReader;
}

namespace lepton::data {

/// What the file says about the values of one column in one row group, without decoding them.
struct SegmentStatistics
{
    std::optional<std::int64_t> missing; ///< rows without a value
    /// Smallest and largest value: Int64, Date, Time and Timestamp as int64, Float64 as double (NaN left
    /// out).
    CellValue smallest, largest;
};

/// A version's Parquet file. Thread-safe: each thread that decodes borrows a reader of its own.
class ParquetSource
{
public:
    /// @throw Error with ErrorCode::BadParquet
    explicit ParquetSource(const std::filesystem::path& path);
    ~ParquetSource();
    ParquetSource(const ParquetSource&) = delete;
    ParquetSource& operator=(const ParquetSource&) = delete;

    const Schema& schema() const noexcept { return m_schema; }
    std::int64_t rowCount() const noexcept { return m_starts.back(); }
    int rowGroupCount() const noexcept { return static_cast<int>(m_starts.size()) - 1; }
    /// First row of row group @p group; for group == rowGroupCount() the number of rows.
    std::int64_t rowGroupStart(int group) const { return m_starts[static_cast<std::size_t>(group)]; }
    std::int64_t rowGroupRows(int group) const { return rowGroupStart(group + 1) - rowGroupStart(group); }
    /// The row group that holds @p row.
    int rowGroupOf(std::int64_t row) const;

    /// Decodes @p column of row group @p group. @throw Error with ErrorCode::BadParquet
    std::shared_ptr<arrow::Array> read(int group, std::size_t column);
    SegmentStatistics statistics(int group, std::size_t column) const;
    /// About how many bytes all of @p column takes when decoded.
    std::int64_t decodedBytes(std::size_t column) const;

private:
    std::unique_ptr<parquet::arrow::FileReader> makeReader() const;
    std::unique_ptr<parquet::arrow::FileReader> borrowReader();
    [[noreturn]] void refuse(const std::string& why) const;

    std::filesystem::path m_path;
    std::shared_ptr<arrow::io::RandomAccessFile> m_file;
    std::shared_ptr<parquet::FileMetaData> m_metadata;
    Schema m_schema;
    std::vector<std::int64_t> m_starts;
    mutable std::vector<std::atomic<std::int64_t>> m_decodedBytes; ///< by column; 0: not looked at yet

    std::mutex m_mutex;
    std::vector<std::unique_ptr<parquet::arrow::FileReader>> m_idle;
};

} // namespace lepton::data

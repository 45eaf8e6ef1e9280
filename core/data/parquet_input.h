// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: Parquet files of other programs.

#include "data/importer.h"
#include "data/parquet_columns.h"

#include <arrow/type_fwd.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lepton::data {

/// A Parquet file as columns of our types, batch by batch. Not thread-safe.
class ParquetInput
{
public:
    static constexpr std::int64_t batchRows = 16'384;

    /// @p decimals: which columns of unsigned integers hold values beyond int64.
    /// @throw Error with BadParquet, or Unsupported for a column of a type that cannot be kept exactly
    ParquetInput(const std::filesystem::path& file, const ReadOptions& options,
                 UnsignedColumns decimals = {});
    ~ParquetInput();

    const Schema& schema() const noexcept;
    const std::vector<Notice>& notices() const noexcept;
    std::int64_t rowCount() const noexcept;
    /// The next rows, at most @p most and about 16 MiB, an array a column; nothing at the end.
    /// @throw Error, UnsignedOverflow
    std::optional<std::vector<std::shared_ptr<arrow::Array>>> nextColumns(std::int64_t most);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Opens @p file and calls @p read; again, with wider types, when it throws UnsignedOverflow.
void readParquet(const std::filesystem::path& file, const ReadOptions& options,
                 const std::function<void(ParquetInput&)>& read);

} // namespace lepton::data

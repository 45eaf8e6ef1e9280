// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: the one Table there is, and the decoded columns that its parts work on.

#include "data/column_cache_arrow.h"
#include "data/parquet_source_arrow.h"
#include "data/table.h"

#include <memory>
#include <utility>

namespace lepton::data {

class FoldedText;

class ParquetTable final : public Table
{
public:
    ParquetTable(const std::filesystem::path& path, std::int64_t cacheBytes);
    ~ParquetTable() override;

    const Schema& schema() const override { return m_source.schema(); }
    std::int64_t rowCount() const override { return m_source.rowCount(); }
    Page page(const RowOrder& order, std::int64_t first, std::int64_t count,
              std::span<const std::size_t> columns, const base::Cancellation& cancellation) override;
    RowOrder filter(std::string_view expression, const base::Cancellation& cancellation,
                    base::Progress& progress) override;
    RowOrder sort(const RowOrder& order, const SortKey& key, const base::Cancellation& cancellation,
                  base::Progress& progress) override;
    std::int64_t find(const RowOrder& order, std::string_view text, std::size_t column, std::int64_t from,
                      bool backwards, const base::Cancellation& cancellation) override;
    ColumnProfile profile(const RowOrder& order, std::size_t column, const base::Cancellation& cancellation,
                          base::Progress& progress) override;

    ParquetSource& source() noexcept { return m_source; }
    /// The decoded @p column of row group @p group, from the cache where it is. What a person looks at.
    std::shared_ptr<arrow::Array> segment(int group, std::size_t column);
    /// The same for a pass over the whole column: kept only where all of the column fits well into the cache,
    /// so that a large one does not push out everything else for nothing.
    std::shared_ptr<arrow::Array> scanSegment(int group, std::size_t column);

    /// @throw Error when @p column is no column of this table.
    void checkColumn(std::size_t column) const;

private:
    /// @p range is the positions that are searched: first to second - 1.
    std::int64_t findAscending(const RowOrder& order, const FoldedText& text,
                               std::span<const std::size_t> columns,
                               std::pair<std::int64_t, std::int64_t> range, bool backwards,
                               const base::Cancellation& cancellation);
    std::int64_t findSorted(const RowOrder& order, const FoldedText& text,
                            std::span<const std::size_t> columns, std::pair<std::int64_t, std::int64_t> range,
                            bool backwards, const base::Cancellation& cancellation);

    ParquetSource m_source;
    ColumnCache m_cache;
};

/// @p table as what it is.
ParquetTable& parquetTable(Table& table);

/// A stretch of an order whose rows lie in one row group: positions first ... first + count - 1.
struct OrderRun
{
    int group = 0;
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// Cuts an ascending order (all rows, or filtered ones) into one run a row group that it touches.
std::vector<OrderRun> runsOfAscending(const RowOrder& order, const ParquetSource& source);

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::data {

/// Which rows, in which order: all as they stand, some as they stand (a bit a row), or a list of row numbers
/// (4 bytes a row, in a mapped cache file when it is large). Immutable; cheap to copy.
class RowOrder
{
public:
    /// All rows of a table of @p rows rows, as they stand.
    static RowOrder all(std::int64_t rows);
    /// The listed rows (0-based), none of them twice.
    static RowOrder listed(std::vector<std::uint32_t> rows);

    std::int64_t size() const noexcept;
    /// The 0-based row number in the table at @p position.
    std::int64_t row(std::int64_t position) const;
    /// Where row @p row stands, or -1. Linear for sorted orders.
    std::int64_t position(std::int64_t row) const;
    bool isAll() const noexcept;

    struct Data;
    explicit RowOrder(std::shared_ptr<const Data> data);
    const Data& data() const noexcept { return *m_data; }

private:
    std::shared_ptr<const Data> m_data;
};

/// Some rows of some columns.
struct Page
{
    std::int64_t first = 0;                    ///< position of the first row in the order
    std::vector<std::int64_t> rows;            ///< 0-based row numbers in the table
    std::vector<std::size_t> columns;          ///< positions in the schema
    std::vector<std::vector<CellValue>> cells; ///< [row][column], parallel to rows and columns
};

/// What rows are ordered by.
struct SortKey
{
    std::size_t column = 0;
    bool descending = false; ///< missing values come last either way
};

/// One immutable version of a data set, read from its Parquet file. Thread-safe; decodes only the columns and
/// row groups that are asked for, and keeps recently decoded ones within a byte budget.
class Table
{
public:
    /// @p cacheBytes is what the decoded columns that were used last may take.
    /// @throw Error with ErrorCode::BadParquet when the file is no such table.
    static std::shared_ptr<Table> open(const std::filesystem::path& parquet,
                                       std::int64_t cacheBytes = std::int64_t{256} << 20);
    virtual ~Table() = default;

    virtual const Schema& schema() const = 0;
    virtual std::int64_t rowCount() const = 0;

    /// @p count rows from position @p first of @p order; fewer at the end.
    virtual Page page(const RowOrder& order, std::int64_t first, std::int64_t count,
                      std::span<const std::size_t> columns, const base::Cancellation& cancellation) = 0;

    /// The rows for which @p expression holds, in their order (see filter.h for the language). An empty
    /// expression gives all. @throw Error with BadFilter or UnknownColumn; place().byte is where in it.
    virtual RowOrder filter(std::string_view expression, const base::Cancellation& cancellation,
                            base::Progress& progress) = 0;
    /// @p order sorted stably by @p key: text by code point; NaN after the numbers and missing after all,
    /// either way. Memory stays bounded: what does not fit is sorted in files of the user's cache folder.
    /// @throw Error with ErrorCode::NoSpace when that is full.
    virtual RowOrder sort(const RowOrder& order, const SortKey& key, const base::Cancellation& cancellation,
                          base::Progress& progress) = 0;
    /// The next position at or after @p from (before it, when @p backwards) whose text in @p column (every
    /// column when std::string::npos) contains @p text by case folding; -1 when there is none. Numbers and
    /// days are looked at as formatCell() writes them.
    virtual std::int64_t find(const RowOrder& order, std::string_view text, std::size_t column,
                              std::int64_t from, bool backwards, const base::Cancellation& cancellation) = 0;
    /// Statistics of one column over the rows of @p order.
    virtual ColumnProfile profile(const RowOrder& order, std::size_t column,
                                  const base::Cancellation& cancellation, base::Progress& progress) = 0;
};

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"

namespace lepton::data {

/// A column whose type changed.
struct TypeChange
{
    std::string name;
    ColumnType before = ColumnType::Text;
    ColumnType after = ColumnType::Text;
};

/// What differs between two versions. Rows are compared over the columns that both have, by content: a row
/// that occurs k times before and n times after counts as min(k, n) kept. Unchanged rows that only moved are
/// kept.
struct TableDiff
{
    std::vector<std::string> addedColumns, removedColumns;
    std::vector<TypeChange> changedTypes;
    bool columnsReordered = false;
    std::int64_t rowsBefore = 0, rowsAfter = 0;
    std::int64_t rowsKept = 0, rowsAdded = 0, rowsRemoved = 0;
    /// Rows that stand at the same position but differ; a part of rowsAdded and rowsRemoved.
    std::int64_t rowsChangedInPlace = 0;
    /// The first row numbers (0-based, at most 1,000), in the later and the earlier version.
    std::vector<std::int64_t> addedRows, removedRows;
};

TableDiff diffTables(Table& before, Table& after, const base::Cancellation& cancellation,
                     base::Progress& progress);

} // namespace lepton::data

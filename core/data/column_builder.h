// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/column_plan.h"
#include "data/record_batch.h"

#include <arrow/type_fwd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lepton::data {

/// What was seen of how the cells of a column are written.
struct ColumnStyle
{
    bool anyValue = false;
    bool allQuoted = true;         ///< of the cells that hold something
    std::int64_t missingWords = 0; ///< cells like NA that were taken as missing
    std::optional<int> decimals;   ///< Float64: of every value; see CsvStyle::decimals
    bool decimalsVary = false;
    bool wholePlain = false;   ///< Float64: a whole number stood without a point
    bool wholePointed = false; ///< Float64: a whole number stood as "2.0"

    void merge(const ColumnStyle& later);
};

struct BuiltColumn
{
    std::shared_ptr<arrow::Array> array; ///< null when a cell does not fit
    ColumnStyle style;
};

/// The rows of @p batch whose cell in @p column does not fit @p plan.
std::vector<std::size_t> findMisfits(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan,
                                     const InferenceRules& rules);

/// Reads the cells of @p column as @p plan says.
BuiltColumn buildColumn(const RecordBatch& batch, std::size_t column, const ColumnPlan& plan,
                        const InferenceRules& rules);

} // namespace lepton::data

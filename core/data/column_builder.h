// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/column_plan.h"
#include "data/column_style.h"
#include "data/record_batch.h"

#include <arrow/type_fwd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lepton::data {

/// One column of a batch as Arrow has it, and how its cells were spelled.
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

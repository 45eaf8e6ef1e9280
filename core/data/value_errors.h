// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/input_plan.h"
#include "data/table_plan.h"

#include <vector>

namespace lepton::data {

/// Removes the rows of @p batch with a cell that does not fit a type that the person stated, and says why.
std::vector<BadRow> misfitRows(RecordBatch& batch, const TablePlan& plan, const InferenceRules& rules,
                               OpenedInput& opened);

} // namespace lepton::data

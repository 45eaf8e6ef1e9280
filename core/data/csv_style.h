// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/column_builder.h"
#include "data/input_plan.h"
#include "data/table_plan.h"

#include <vector>

namespace lepton::data {

/// How a delimited file was written, as far as an export can write alike.
CsvStyle csvStyleFor(const InputPlan& input, const DelimitedFacts& facts, const TablePlan& plan,
                     const std::vector<ColumnStyle>& styles, bool byteOrderMark);

} // namespace lepton::data

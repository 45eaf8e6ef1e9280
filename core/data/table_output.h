// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace lepton::base {
class Cancellation;
}

namespace lepton::data {

/// The cell in a row (from 0) of a column of the schema.
using CellSource = std::function<CellValue(std::int64_t row, std::size_t column)>;

/// Writes rows that were computed as a table in the layout of a version, for Table::open(). Columns may be
/// Bool, Int64, Float64 and Text. @p target must not exist; nothing is left of it when this throws.
/// @throw base::Error InvalidArgument for a column of another type or a cell that does not fit its column;
/// NoSpace, ..., Cancelled
void writeTable(const std::filesystem::path& target, const Schema& schema, std::int64_t rows,
                const CellSource& cells, const base::Cancellation& cancellation);

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace lepton::testing {

/// The cells of a table, row by row.
using Cells = std::vector<std::vector<data::CellValue>>;

/// Writes a version's Parquet file as an import would: zstd, our schema in its metadata.
/// Decimals are given as int64, the unscaled value.
void writeTable(const std::filesystem::path& path, const data::Schema& schema, const Cells& cells,
                std::int64_t rowsPerGroup = 16'384);

/// A schema with one column of each type, called n, x, t, b, d, clock, at, instant, amount, nothing.
data::Schema everyTypeSchema();
/// Random rows of everyTypeSchema(): few distinct values, edges, NaN, and one cell in eight missing.
Cells randomCells(std::mt19937& random, std::int64_t rows);
/// Cells as Table::page gives them: decimals as text.
Cells asRead(const data::Schema& schema, Cells cells);

} // namespace lepton::testing

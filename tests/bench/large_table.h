// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace lepton::bench {

/// Writes a version's Parquet file of @p rows rows and 8 columns (whole numbers, fractions, dates, moments,
/// truth values, a category, short texts), the same ones each time.
/// Columns 0 to 7: id, amount (2 % missing, below 1,000,000), share (0 to 1,678), day, moment, paid, country,
/// note.
void writeLargeTable(const std::filesystem::path& path, std::int64_t rows);

} // namespace lepton::bench

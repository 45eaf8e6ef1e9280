// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace lepton::bench {

/// Writes a version's Parquet file of @p rows rows and 8 columns (whole numbers, fractions, dates, moments,
/// truth values, a category, short texts), the same ones each time.
void writeLargeTable(const std::filesystem::path& path, std::int64_t rows);

} // namespace lepton::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/parquet_table_arrow.h"

namespace lepton::data {

/// Writes the rows of @p order to the new file @p path, in the layout of a version, and forces it to the
/// disk.
void exportParquet(ParquetTable& table, const RowOrder& order, const std::filesystem::path& path,
                   const base::Cancellation& cancellation, base::Progress& progress);

} // namespace lepton::data

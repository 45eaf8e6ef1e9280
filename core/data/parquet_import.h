// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <filesystem>

namespace lepton::data {

/// importFile() for a Parquet file.
ImportedTable importParquet(const std::filesystem::path& file, const Detected& detected,
                            const ReadOptions& options, const std::filesystem::path& target,
                            const base::Cancellation& cancellation, base::Progress& progress);

} // namespace lepton::data

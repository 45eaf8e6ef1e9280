// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"
#include "data/table.h"

namespace lepton::data {

struct ExportOptions
{
    FileFormat format = FileFormat::Csv;
    /// CSV: how it is written; that of the file that came in, so that it comes out equal.
    CsvStyle csv;
};

/// .csv and .tsv (tab), .jsonl and .ndjson, .parquet; @throw Error for another ending.
ExportOptions exportOptionsFor(const std::filesystem::path& file, const std::optional<CsvStyle>& original);

/// Writes the rows of @p order to @p file: a temporary file beside it, renamed when it is whole. An existing
/// file is replaced. Returns the number of rows.
std::int64_t exportTable(Table& table, const RowOrder& order, const std::filesystem::path& file,
                         const ExportOptions& options, const base::Cancellation& cancellation,
                         base::Progress& progress);

} // namespace lepton::data

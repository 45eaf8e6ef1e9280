// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"
#include "data/table.h"

namespace lepton::data {

/// What becomes of a file that has the name already.
enum class IfThere
{
    Replace,
    Refuse
};

/// In which form rows are written.
struct ExportOptions
{
    FileFormat format = FileFormat::Csv;
    /// CSV: how it is written; that of the file that came in, so that it comes out equal.
    CsvStyle csv;
    IfThere ifThere = IfThere::Replace;
};

/// .csv and .tsv (tab), .jsonl and .ndjson, .parquet; @throw Error for another ending.
ExportOptions exportOptionsFor(const std::filesystem::path& file, const std::optional<CsvStyle>& original);

/// Writes the rows of @p order to @p file: a temporary file beside it, forced to the disk and renamed when it
/// is whole; nothing is left of it otherwise. An existing file is replaced, or refused, one too that comes up
/// while the rows are written; a link stays, and what it points to is replaced. Returns the number of rows.
///
/// CSV (RFC 4180, in options.csv's style): a missing cell is an empty field, an empty text "", so that both
/// come back; numbers have the digits that read back as the same value. JSON Lines: an object a row, keys in
/// the order of the columns, cells as cellToJson() has them (missing is null, NaN {"float":"nan"}, decimals
/// their exact digits as text). Parquet: in the layout of a version, types and all.
///
/// @throw Error with BadEncoding, naming row and column, for a character that the style's encoding does not
/// have; Exists, NoSpace, ReadOnly, Permission, Cancelled.
std::int64_t exportTable(Table& table, const RowOrder& order, const std::filesystem::path& file,
                         const ExportOptions& options, const base::Cancellation& cancellation,
                         base::Progress& progress);

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "base/word_table.h"
#include "data/importer.h"

namespace lepton::data {

/// As options and the catalog name them.
inline constexpr base::WordTable<FileFormat, 3> fileFormatNames{
    {{FileFormat::Csv, "csv"}, {FileFormat::JsonLines, "jsonl"}, {FileFormat::Parquet, "parquet"}}};

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_service.h"

#include <nlohmann/json.hpp>

namespace lepton::cli {

// The documents that `lepton dataset ... --json` prints. Keys are added, never renamed.

/// {"dataset","version","rows","columns":[{"name","type","nulls"}],"detected":{"encoding","delimiter"},
/// "skipped_rows":[{"row","byte","kind"}],"hash","notices":[...]}, and "unchanged": true where nothing was
/// added.
nlohmann::json importDocument(const data::ImportOutcome& outcome, const data::TableProfile& profile);
/// {"name","version","rows","department","sensitivity","updated", ...}
nlohmann::json listEntry(const data::Dataset& dataset);
/// As importDocument(), with the description, statistics by column, and all versions.
nlohmann::json showDocument(const data::VersionRef& ref, const data::TableProfile& profile,
                            const std::vector<data::DatasetVersion>& versions);
/// {"columns":[{"name","type"}],"rows":[[...]],"row_count","offset"}
nlohmann::json headDocument(const data::Schema& schema, const data::Page& page, std::int64_t rowCount);
/// {"dataset","before","after","columns":{...},"rows":{...},"added_rows","removed_rows"}; rows count from 1.
nlohmann::json diffDocument(const data::VersionRef& before, const data::VersionRef& after,
                            const data::TableDiff& diff);

/// How a type is written for a person: "decimal(10,2)", else its name.
std::string shownType(const data::Column& column);

} // namespace lepton::cli

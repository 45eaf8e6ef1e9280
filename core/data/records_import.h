// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: import of delimited text and JSON Lines.

#include "data/input_plan.h"
#include "data/table_plan.h"

#include <filesystem>
#include <optional>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::data {

/// What a look at the cells of a file gives.
struct FileEvidence
{
    std::vector<std::string> names;
    std::vector<ColumnEvidence> columns;
    std::int64_t rows = 0;
};

/// Looks at the cells of at most @p mostBatches batches, bad records left out and given to @p sink.
FileEvidence gatherEvidence(const std::filesystem::path& file, const InputPlan& input,
                            const ReadOptions& options, const BadRowSink& sink,
                            std::optional<std::size_t> mostBatches, const base::Cancellation& cancellation,
                            base::Progress* progress);

/// importFile() for what planInput() found to be records.
ImportedTable importRecords(const std::filesystem::path& file, InputPlan input, const ReadOptions& options,
                            const std::filesystem::path& target, const base::Cancellation& cancellation,
                            base::Progress& progress);

} // namespace lepton::data

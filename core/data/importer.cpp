// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/importer.h"

#include "base/cancellation.h"
#include "data/input_plan.h"
#include "data/parquet_import.h"
#include "data/records_import.h"

namespace lepton::data {

ImportedTable importFile(const std::filesystem::path& file, const ReadOptions& options,
                         const std::filesystem::path& target, const base::Cancellation& cancellation,
                         base::Progress& progress)
{
    InputPlan plan = [&] {
        ByteSource bytes(file, cancellation);
        return planInput(bytes, options);
    }();
    if (plan.detected.format == FileFormat::Parquet)
        return importParquet(file, plan.detected, options, target, cancellation, progress);
    return withEncoding(file, plan, cancellation,
                        [&] { return importRecords(file, plan, options, target, cancellation, progress); });
}

} // namespace lepton::data

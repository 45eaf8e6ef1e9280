// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"
#include "train/run_store.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lepton::train {

/// An earlier run with its report.
struct EarlierReport
{
    Run run;
    std::shared_ptr<const RunReport> report;
};

/// Complete runs that were started before @p run on the same rows and columns, newest first; of the newest
/// 200 runs on the data set.
std::vector<Run> earlierRuns(RunStore& runs, const Run& run);

using ReportOpener = std::function<std::shared_ptr<const RunReport>(const Run&)>;

/// The newest of @p candidates that was tested on the rows of @p report; of the first ten. One whose report
/// cannot be opened is passed over. @throw base::Error on cancellation
std::optional<EarlierReport> newestOnSameRows(std::span<const Run> candidates, const RunReport& report,
                                              const ReportOpener& open,
                                              const base::Cancellation& cancellation);

} // namespace lepton::train

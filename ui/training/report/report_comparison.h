// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "train/report/run_report.h"
#include "train/run_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace lepton::ui {

class TrainingBackend;

/// An earlier run beside the one that is shown.
struct ReportComparison
{
    std::vector<train::Run> candidates;             ///< completed ones on the same data, newest first
    std::optional<train::Run> run;                  ///< the one to compare with
    std::shared_ptr<const train::RunReport> report; ///< of run
    train::TestRows rows = train::TestRows::Same;   ///< of run against the one that is shown

    /// Whether changes can be told.
    bool isMade() const { return run && report && rows == train::TestRows::Same; }
    /// How far @p now is from the other run; nothing where one is not known or changes cannot be told.
    std::optional<double> change(const train::RunReport& now, train::ReportScore score) const;
    /// The same of the F1 score of a class. Classes are found by name.
    std::optional<double> f1Change(const train::RunReport& now, std::size_t label) const;
};

/// Finds the newest earlier run that was tested on the same rows. Blocks: for workers.
/// @throw base::Error on cancellation, or when the runs cannot be read
ReportComparison newestComparison(TrainingBackend& backend, const train::Run& run,
                                  const train::RunReport& report, const base::Cancellation& cancellation);
/// Compares with the run @p chosen, or with none. As above.
ReportComparison chosenComparison(TrainingBackend& backend, const train::Run& run,
                                  const train::RunReport& report, const std::optional<train::RunId>& chosen,
                                  const base::Cancellation& cancellation);

} // namespace lepton::ui

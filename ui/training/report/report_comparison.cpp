// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_comparison.h"

#include "train/report/earlier_report.h"
#include "ui/training/training_backend.h"

#include <algorithm>

namespace lepton::ui {

std::optional<double> ReportComparison::change(const train::RunReport& now, train::ReportScore score) const
{
    if (!isMade())
        return std::nullopt;
    const auto after = now.score(score);
    const auto before = report->score(score);
    return after && before ? std::optional(*after - *before) : std::nullopt;
}

std::optional<double> ReportComparison::f1Change(const train::RunReport& now, std::size_t label) const
{
    if (!isMade())
        return std::nullopt;
    const auto& classes = report->classes(); // sorted by code point
    const auto found = std::ranges::lower_bound(classes, now.classes().at(label));
    if (found == classes.end() || *found != now.classes()[label])
        return std::nullopt;
    return now.scores().classes[label].f1 - report->scores().classes[std::size_t(found - classes.begin())].f1;
}

ReportComparison newestComparison(TrainingBackend& backend, const train::Run& run,
                                  const train::RunReport& report, const base::Cancellation& cancellation)
{
    ReportComparison comparison;
    comparison.candidates = backend.earlierRuns(run);
    const auto open = [&](const train::Run& one) { return backend.report(one, cancellation); };
    if (auto found = train::newestOnSameRows(comparison.candidates, report, open, cancellation)) {
        comparison.run = std::move(found->run);
        comparison.report = std::move(found->report);
    }
    return comparison;
}

ReportComparison chosenComparison(TrainingBackend& backend, const train::Run& run,
                                  const train::RunReport& report, const std::optional<train::RunId>& chosen,
                                  const base::Cancellation& cancellation)
{
    ReportComparison comparison;
    comparison.candidates = backend.earlierRuns(run);
    const auto found = std::ranges::find_if(
        comparison.candidates, [&](const train::Run& one) { return chosen && one.id == *chosen; });
    if (found == comparison.candidates.end())
        return comparison;
    comparison.run = *found;
    comparison.report = backend.report(*found, cancellation);
    comparison.rows = train::compareTestRows(report, *comparison.report);
    return comparison;
}

} // namespace lepton::ui

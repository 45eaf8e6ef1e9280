// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/earlier_report.h"

#include "base/cancellation.h"
#include "base/error.h"

#include <algorithm>
#include <utility>

namespace lepton::train {
namespace {

constexpr std::int64_t lookedAt = 200;
constexpr std::size_t opened = 10;

} // namespace

std::vector<Run> earlierRuns(RunStore& runs, const Run& run)
{
    RunQuery query;
    query.dataset = run.dataset;
    query.states = {jobs::JobState::Completed};
    query.limit = lookedAt;
    std::vector<Run> earlier = runs.list(query);
    std::erase_if(earlier, [&run](const Run& one) {
        return one.number >= run.number || one.datasetHash != run.datasetHash ||
               one.recipe.textColumn != run.recipe.textColumn ||
               one.recipe.labelColumn != run.recipe.labelColumn;
    });
    return earlier;
}

std::optional<EarlierReport> newestOnSameRows(std::span<const Run> candidates, const RunReport& report,
                                              const ReportOpener& open,
                                              const base::Cancellation& cancellation)
{
    for (const Run& candidate : candidates.first(std::min(candidates.size(), opened))) {
        cancellation.throwIfRequested();
        try {
            auto other = open(candidate);
            if (compareTestRows(report, *other) == TestRows::Same)
                return EarlierReport{candidate, std::move(other)};
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled)
                throw;
            // a damaged run is none to compare with
        }
    }
    return std::nullopt;
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_list_store.h"

#include <utility>
#include <vector>

namespace lepton::train {

/// What filter and sort look at of one run.
struct RunCells
{
    std::int64_t number = 0;
    bool isFailed = false;      ///< looked at where failedComeLast()
    std::vector<RunCell> cells; ///< of the filter's fields, and behind them that of the sort
};

/// Whether failed runs come after all others; not where the order tells what happened when.
bool failedComeLast(const RunField& sort);

/// The runs that fit, in the order of @p query; without open. Looks at no catalog.
RunOrder orderOf(std::vector<RunCells> runs, const RunListQuery& query);

/// Of @p points (by step, without NaN) at most @p most values: all where they are few, else the smallest and
/// the largest of each of equal stretches of steps, in the order in which they stand.
std::vector<double> thinnedCurve(const std::vector<std::pair<std::int64_t, double>>& points,
                                 std::size_t most);

} // namespace lepton::train

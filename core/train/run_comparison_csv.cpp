// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/csv_cell.h"
#include "train/run_comparison.h"

#include <fmt/format.h>

#include <algorithm>

namespace lepton::train {
namespace {

std::string written(const ComparedValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? csvCell(*text) : std::string();
}

/// A line of @p kind for each metric of @p group: its figure stands in the columns of the group's runs.
std::string seedLines(const RunComparison& comparison, const SeedGroup& group, std::string_view kind,
                      double Spread::*figure)
{
    std::string lines;
    for (const auto& [key, spread] : group.metrics) {
        lines += std::string(kind) + "," + csvCell(key);
        for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
            const bool isMember = std::ranges::find(group.runs, run) != group.runs.end();
            lines += "," + (isMember ? fmt::format("{}", spread.*figure) : std::string());
        }
        lines += "\r\n";
    }
    return lines;
}

} // namespace

std::string comparisonCsv(const RunComparison& comparison)
{
    std::string csv = "kind,key";
    for (const Run& run : comparison.runs)
        csv += "," + csvCell(run.title.empty() ? run.name() : run.name() + " " + run.title);
    csv += "\r\n";
    for (const Difference& difference : comparison.differences) {
        csv += std::string(differenceKindName(difference.kind)) + "," + csvCell(difference.key);
        for (const ComparedValue& value : difference.values)
            csv += "," + written(value);
        csv += "\r\n";
    }
    for (const ClassScores& one : comparison.classes) {
        csv += "class f1," + csvCell(one.name);
        for (const auto& score : one.scores)
            csv += "," + (score ? fmt::format("{}", *score) : std::string());
        csv += "\r\n";
    }
    for (const SeedGroup& group : comparison.seedGroups)
        csv += seedLines(comparison, group, "mean over seeds", &Spread::mean) +
               seedLines(comparison, group, "deviation over seeds", &Spread::deviation);
    return csv;
}

} // namespace lepton::train

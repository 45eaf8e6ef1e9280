// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_comparability.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lepton::train {

/// Which of two values of a metric is the better one.
enum class Better
{
    Larger,
    Smaller,
    Neither ///< a figure without judgement: steps, learning rate
};
/// By the metric's key, with or without its part: "validation/loss", "duration".
Better betterOf(std::string_view key) noexcept;

enum class DifferenceKind
{
    Score,      ///< metrics, and "duration" in seconds
    Setting,    ///< of the recipe, and "basemodel"
    Data,       ///< "dataset", "classes", "train_rows", ...
    Environment ///< "program", "library", "device_name", ...
};
std::string_view
differenceKindName(DifferenceKind kind) noexcept; ///< "score", "setting", "data", "environment"

/// Nothing, a number (NaN too), or a text.
using ComparedValue = std::variant<std::monostate, double, std::string>;

/// One thing that is not the same of all runs.
struct Difference
{
    DifferenceKind kind = DifferenceKind::Score;
    std::string key;
    std::vector<ComparedValue> values; ///< one a run
    std::vector<bool> best;            ///< of scores: the best one, or several that are equal
    std::vector<bool> unlikeFirst;     ///< of all else
};

/// F1 of one class in the test part.
struct ClassScores
{
    std::string name;
    std::vector<std::optional<double>> scores; ///< one a run; unset where it has no such class or no report
    double spread = 0;                         ///< between the largest and the smallest
};

struct Spread
{
    double mean = 0;
    double deviation = 0; ///< of a sample: divided by n - 1
};

/// Runs whose recipe, data and base model are equal but for the seed. Of runs with one seed, the newest
/// counts.
struct SeedGroup
{
    std::vector<std::size_t> runs; ///< positions, by seed; two or more
    bool sameRows = false;         ///< tested on the same rows; else the split varies with the seed, too
    std::map<std::string, Spread> metrics;
};

/// A run as it is compared: metrics are where they stand for one that has not completed.
struct ComparedRun
{
    Run run;
    std::map<std::string, double> metrics;
};

struct RunComparison
{
    std::vector<Run> runs;
    Comparability test, validation;
    /// What differs: the metric that decides (always) and the main scores, what may have made the difference,
    /// and then all other scores.
    std::vector<Difference> differences;
    std::int64_t equalSettings = 0;   ///< settings, data and environment that are the same
    std::vector<ClassScores> classes; ///< largest spread first
    std::vector<SeedGroup> seedGroups;
};

/// Compares two or more runs, in the order given; looks at no catalog.
RunComparison compareRuns(const std::vector<ComparedRun>& runs);

/// A comparison as comma-separated text for other programs: a line for each difference, then for each class.
std::string comparisonCsv(const RunComparison& comparison);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "jobs/job.h"
#include "train/ids.h"
#include "train/recipe.h"
#include "train/run_filter.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lepton::store {
class Workspace;
}

namespace lepton::train {

enum class SortDirection
{
    Ascending,
    Descending
};

enum class RunShelf
{
    Listed,
    Trashed
};

/// Which runs are wanted, and in what order. What has no value of the sorted field comes last in either
/// direction; failed runs come after all others, unless the order is that of numbers or times, which tells
/// what happened when. Runs that are equal in it: the newest first.
struct RunListQuery
{
    RunFilter filter{};
    RunField sort{};
    SortDirection direction = SortDirection::Descending;
    RunShelf shelf = RunShelf::Listed;
};

/// The numbers of the runs that fit, in order; their rows are read as they are shown.
struct RunOrder
{
    std::vector<std::int64_t> numbers;
    std::int64_t total = 0; ///< on the shelf, whatever the filter
    std::int64_t open = 0;  ///< of those, how many have not ended

    friend bool operator==(const RunOrder&, const RunOrder&) = default;
};

/// What a list shows of one run.
struct RunRow
{
    RunId id;
    std::int64_t number = 0;
    std::string title; ///< its own name; empty without one
    std::vector<std::string> tags;
    base::JobId job;
    jobs::JobState state = jobs::JobState::Queued;
    std::string errorKind, errorMessage;
    base::DatasetId dataset;
    std::string datasetName;
    int datasetNumber = 0;
    BaseModelId baseModel;
    std::string baseModelName;
    base::MemberId member;
    std::string memberName;
    base::UtcTime created;
    std::optional<base::UtcTime> started; ///< the first of its jobs, and what they worked as in Run
    std::chrono::milliseconds workedBefore{};
    std::chrono::milliseconds worked{};
    std::optional<base::UtcTime> finished;
    std::optional<base::UtcTime> trashed;
    std::string decidedBy;                 ///< the metric that chooses the weights: "validation/macro_f1"
    std::optional<double> best;            ///< its best value so far; NaN where it was never a number
    std::map<std::string, double> metrics; ///< those that were asked for and are there
    std::map<std::string, nlohmann::json> recipe; ///< values of the keys that were asked for

    std::string name() const { return "R-" + std::to_string(number); }
    double seconds() const { return std::chrono::duration<double>(workedBefore + worked).count(); }
};

/// What is to be read of the runs shown, beside what every list shows.
struct RunRowWish
{
    std::vector<std::string> metrics;    ///< keys
    std::vector<std::string> recipeKeys; ///< "learning_rate", ...
};

/// A value that many runs share, and how many of those listed have it.
struct RunFacet
{
    std::string value;
    std::int64_t count = 0;
};

/// Lists of runs that read only what they show: the order from the few columns that filter and sort look at,
/// the rows a page at a time, without recipes and reports. Synchronous; thread-safe as the workspace is.
class RunListStore
{
public:
    explicit RunListStore(store::Workspace& workspace);

    /// The names that a filter can use here.
    RunFieldNames fieldNames();
    RunOrder order(const RunListQuery& query);
    /// In the order of @p numbers; a run that is gone is left out.
    std::vector<RunRow> rows(std::span<const std::int64_t> numbers, const RunRowWish& wish = {});
    /// Where all metrics of run @p number stand; of a completed run, the final ones.
    std::map<std::string, double> metrics(std::int64_t number);
    /// The curve of @p key of run @p number, by step, at most @p points of it: of each stretch of steps the
    /// smallest and the largest value, so that no peak is lost. NaN is left out.
    std::vector<double> curve(std::int64_t number, const std::string& key, std::size_t points);
    /// The values of RunFact::Dataset, BaseModel, Member, State or Tag among the listed runs, most frequent
    /// first.
    std::vector<RunFacet> facets(RunFact fact);

private:
    store::Workspace& m_workspace;
};

} // namespace lepton::train

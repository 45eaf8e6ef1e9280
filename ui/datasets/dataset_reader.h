// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "data/dataset_service.h"
#include "store/event.h"

#include <functional>
#include <optional>
#include <string>

namespace lepton::jobs {
class JobQueue;
}

namespace lepton::ui {

/// What the pages of data sets work with. Outlives them; all of it is called from workers alone.
struct DatasetContext
{
    store::Workspace& workspace;
    data::DatasetService& datasets;
    jobs::JobQueue& jobs;
    std::string department; ///< of the member who works here: the default for what they import
    /// Why that member may not; nothing: may. Unset: nobody is held back.
    std::function<std::optional<base::Error>(data::DatasetAction)> whyNot{};
    /// Likewise, why they may not start a run on a data set.
    std::function<std::optional<base::Error>()> whyNotTrain{};
};

/// One version of a data set with what its pages show of it.
struct VersionFacts
{
    data::Dataset dataset;
    std::optional<data::DatasetVersion> version; ///< unset: there is none yet
    data::TableProfile profile;
    data::Page sample; ///< the first rows of the first columns
};

/// Everything that the detail page shows but the statistics of versions not looked at.
struct DatasetDetails
{
    VersionFacts shown;
    std::vector<data::DatasetVersion> versions; ///< newest first
    std::vector<store::Event> activity;         ///< newest first
};

/// Two versions compared, with the first rows that differ.
struct VersionComparison
{
    data::DatasetVersion before, after;
    data::TableDiff diff;
    data::Page added;   ///< rows of the later version
    data::Page removed; ///< rows of the earlier version
};

/// At most so many columns are read for a sample, whatever the width of the table.
inline constexpr std::size_t sampleColumnLimit = 60;

// All of these block; they are for workers. @throw base::Error

/// @p number 0: the newest version.
VersionFacts readVersion(data::DatasetService& service, const base::DatasetId& id, int number,
                         std::int64_t sampleRows, const base::Cancellation& cancellation);
DatasetDetails readDetails(const DatasetContext& context, const base::DatasetId& id, int number,
                           const base::Cancellation& cancellation);
VersionComparison compareVersions(data::DatasetService& service, const base::DatasetId& id, int before,
                                  int after, std::size_t shownRows, const base::Cancellation& cancellation,
                                  base::Progress& progress);

/// What to do where another data set has the name of one in the trash now.
enum class WhenTaken
{
    Refuse,
    NextFree ///< "tweets 2"
};
/// Takes a data set out of the trash; the name that it has then.
std::string restoreDataset(data::DatasetService& service, const base::DatasetId& id, WhenTaken whenTaken);

} // namespace lepton::ui

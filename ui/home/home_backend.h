// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "jobs/job.h"
#include "store/event.h"
#include "train/run_store.h"
#include "ui/home/home_promotions.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// A job that has not ended, with the run that it works on where it trains.
struct RunningJob
{
    jobs::JobInfo job;
    std::optional<train::Run> run; ///< its metrics hold the best score so far
};

/// A run that ended without a model.
struct UnfinishedRun
{
    train::Run run;
    bool isMachineFault = false;
    std::optional<std::int64_t> checkpointStep; ///< it can be resumed from there
};

/// What Home tells of the workspace.
struct HomeFacts
{
    std::vector<data::Dataset> datasets; ///< the newest ones, newest first
    std::int64_t datasetCount = 0;
    std::int64_t baseModelCount = 0;
    std::vector<train::Run> runs; ///< the newest ones, newest first; unfinished ones with their best score
    std::vector<store::Event> events;         ///< the newest ones, newest first
    std::map<std::string, std::string> names; ///< of members, models and versions: EventNames
    HomePromotions promotions;                ///< not read by HomeBackend::facts()
};

/// What Home works with, as one interface. Outlives the page. Thread-safe; blocks and throws base::Error: for
/// workers alone.
class HomeBackend
{
public:
    virtual ~HomeBackend() = default;

    /// But for the promotions.
    virtual HomeFacts facts() = 0;
    /// What concerns this person. Goes by the proven log, which takes a while where it is long and new here.
    virtual HomePromotions promotions() = 0;
    /// Own and others' jobs that have not ended, oldest first.
    virtual std::vector<RunningJob> running() = 0;
    /// This person's runs that failed or were stopped since @p since and not taken up again, newest first.
    virtual std::vector<UnfinishedRun> unfinishedRuns(base::UtcTime since) = 0;
    /// This person's other jobs that failed or were interrupted since @p since and were not done later,
    /// newest first.
    virtual std::vector<jobs::JobInfo> failedJobs(base::UtcTime since) = 0;
    virtual void resume(const train::RunId& run) = 0;
};

} // namespace lepton::ui

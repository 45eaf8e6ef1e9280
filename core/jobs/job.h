// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/progress.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace lepton::jobs {

/// Where a job stands; the last four are final: a job reaches exactly one of them, once.
enum class JobState
{
    Queued,
    Starting,
    Running,
    Paused,
    Cancelling,
    Completed,
    Failed,
    Cancelled,
    Interrupted
};

/// The word that stands in the catalog: "queued", "starting", ...
std::string_view stateName(JobState state) noexcept;
bool isFinal(JobState state) noexcept;

/// What is to be queued.
struct JobRequest
{
    std::string kind;      ///< "import", later "train", "profile", ...
    std::string title;     ///< what a person reads in the strip; data set and file names are not translated
    nlohmann::json params; ///< what the handler of the kind needs
};

/// A snapshot of one job.
struct JobInfo
{
    base::JobId id;
    std::string kind;
    std::string title;
    JobState state = JobState::Queued;
    nlohmann::json params;
    nlohmann::json result;        ///< what the handler returned
    std::string errorKind;        ///< of a failed job, as base::kindName
    std::string errorMessage;     ///< of a failed job: the sentence for a person
    std::string errorDetail;      ///< of a failed job: for the log
    nlohmann::json errorPlace;    ///< of a failed job: row, line, byte, column where they apply
    base::ProgressState progress; ///< live for own jobs, as last saved (about once a second) for others'
    base::MemberId member;        ///< who queued it
    bool own = false;             ///< runs in this process
    base::UtcTime queued;
    std::optional<base::UtcTime> started;
    std::optional<base::UtcTime> finished;
};

} // namespace lepton::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/progress.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
/// The state of that word; nothing for any other.
std::optional<JobState> stateFromName(std::string_view name) noexcept;
bool isFinal(JobState state) noexcept;

/// What a person asked of a job that has not come to it yet. The later ones outweigh the earlier ones; only
/// Pause can be taken back.
enum class StopRequest
{
    None,
    Pause,     ///< save, free the slot, and wait to be resumed
    Interrupt, ///< save what can be saved and end: it can be taken up later
    Cancel     ///< end; nothing need be kept
};

/// Whose fault a failure was: what was asked for, or where it ran.
enum class FaultSide
{
    Job,
    Machine
};

/// What is to be queued.
struct JobRequest
{
    std::string kind;      ///< "import", "train", ...
    std::string title;     ///< what a person reads in the strip; data set and file names are not translated
    nlohmann::json params; ///< what the handler of the kind needs
    /// Id of the thing that the job works on (a run); empty for none. Of a kind, one job at a time is open
    /// for a subject.
    std::string subject{};
};

/// A snapshot of one job.
struct JobInfo
{
    base::JobId id;
    std::string kind;
    std::string title;
    JobState state = JobState::Queued;
    nlohmann::json params;
    std::string subject;       ///< id of the thing that it works on; may be empty
    nlohmann::json result;     ///< what the handler returned, else what it last set
    std::string errorKind;     ///< of a failed job, as base::kindName
    std::string errorMessage;  ///< of a failed job: the sentence for a person
    std::string errorDetail;   ///< of a failed job: for the log
    nlohmann::json errorPlace; ///< of a failed job: row, line, byte, column where they apply
    /// What the handler logged last, oldest first: kept in the catalog. Filled by JobQueue::find(),
    /// latestFor() and wait(); empty in lists and for a listener.
    std::vector<std::string> logTail;
    base::ProgressState progress; ///< live for own jobs, as last saved (about once a second) for others'
    base::MemberId member;        ///< who queued it
    bool own = false;             ///< runs in this process
    bool pausable = false;        ///< own, not ended, and of a kind that can be paused
    StopRequest stop = StopRequest::None; ///< of an own job: asked for and not done yet
    std::chrono::milliseconds worked{};   ///< at work so far, pauses left out; as last saved for others'
    base::UtcTime queued;
    std::optional<base::UtcTime> started;
    std::optional<base::UtcTime> finished;
};

/// Whose fault the failure of @p job was. The machine's: no_space, io, busy, read_only, permission,
/// out_of_memory, and an internal error that is std::bad_alloc; the same job may succeed elsewhere or later.
/// All else is the job's.
FaultSide faultSide(const JobInfo& job) noexcept;

} // namespace lepton::jobs

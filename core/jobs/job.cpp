// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "base/error_json.h"
#include "base/word_table.h"

namespace lepton::jobs {
namespace {

constexpr base::WordTable<JobState, 9> stateNames{{
    {JobState::Queued, "queued"},
    {JobState::Starting, "starting"},
    {JobState::Running, "running"},
    {JobState::Paused, "paused"},
    {JobState::Cancelling, "cancelling"},
    {JobState::Completed, "completed"},
    {JobState::Failed, "failed"},
    {JobState::Cancelled, "cancelled"},
    {JobState::Interrupted, "interrupted"},
}};

} // namespace

std::string_view stateName(JobState state) noexcept
{
    return base::wordOf(stateNames, state, "failed");
}

std::optional<JobState> stateFromName(std::string_view name) noexcept
{
    return base::valueOf(stateNames, name);
}

bool isFinal(JobState state) noexcept
{
    return state == JobState::Completed || state == JobState::Failed || state == JobState::Cancelled ||
           state == JobState::Interrupted;
}

FaultSide faultSide(const JobInfo& job) noexcept
{
    switch (base::codeFromKind(job.errorKind)) {
    case base::ErrorCode::NoSpace:
    case base::ErrorCode::Io:
    case base::ErrorCode::Busy:
    case base::ErrorCode::ReadOnly:
    case base::ErrorCode::Permission:
    case base::ErrorCode::OutOfMemory:
        return FaultSide::Machine;
    case base::ErrorCode::Internal: // as base::errorFromException() says it
        return job.errorDetail == "std::bad_alloc" ? FaultSide::Machine : FaultSide::Job;
    default:
        return FaultSide::Job;
    }
}

} // namespace lepton::jobs

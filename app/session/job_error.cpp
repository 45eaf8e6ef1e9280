// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/job_error.h"

#include "base/error_json.h"

namespace lepton::app {

base::Error errorOfJob(const jobs::JobInfo& job, const std::string& interrupted, const std::string& cancelled)
{
    if (job.state == jobs::JobState::Failed)
        return {base::codeFromKind(job.errorKind), job.errorMessage, job.errorPlace.get<base::ErrorPlace>(),
                job.errorDetail};
    return {base::ErrorCode::Cancelled, job.state == jobs::JobState::Interrupted ? interrupted : cancelled};
}

} // namespace lepton::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/error.h"
#include "jobs/job_queue.h"

#include <vector>

namespace lepton::cli {

/// What becomes of a job when the person interrupts the program.
enum class OnInterrupt
{
    Cancel,
    SaveAndEnd ///< it ends as interrupted, and can be taken up later
};

/// Waits for a job of this process. Each of @p interruptions ends it.
jobs::JobInfo waitForJob(jobs::JobQueue& queue, const base::JobId& id,
                         const std::vector<base::Cancellation>& interruptions, OnInterrupt onInterrupt);

} // namespace lepton::cli

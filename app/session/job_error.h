// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "jobs/job.h"

#include <string>

namespace lepton::app {

/// The Error that ended a job that did not complete: its own where it failed, else Cancelled with one of the
/// two sentences.
base::Error errorOfJob(const jobs::JobInfo& job, const std::string& interrupted,
                       const std::string& cancelled);

} // namespace lepton::app

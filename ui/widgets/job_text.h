// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"

#include <QString>

namespace lepton::ui {

/// Of a run without its base model, which its page tells: "R-6 tweets_sentiment".
QString jobShortTitle(const jobs::JobInfo& job);
/// "59 %", "12,000 rows" where the total is unknown, "waiting" in the queue.
QString jobProgressText(const jobs::JobInfo& job);
/// "5:08 left", "about 49 min left"; empty while it cannot be told.
QString jobTimeLeftText(const jobs::JobInfo& job);
/// The whole of it in one sentence, for the accessible name.
QString jobSentence(const jobs::JobInfo& job);
/// Why a failed @p job failed, in the language of the window.
QString jobFailure(const jobs::JobInfo& job);
/// What has come of @p job, for a toast: "german_credit v2 was imported: 1,000 rows".
QString jobEndText(const jobs::JobInfo& job);
/// Name of the icon for the kind of @p job.
QString jobIcon(const jobs::JobInfo& job);

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/job_text.h"

#include "base/error_json.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/durations.h"

#include <QCoreApplication>
#include <QLocale>
#include <nlohmann/json.hpp>

#include <cmath>

namespace lepton::ui {
namespace {

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::JobText)
};

} // namespace

QString jobShortTitle(const jobs::JobInfo& job)
{
    const QString title = QString::fromStdString(job.title);
    return job.kind == "train" ? title.left(title.lastIndexOf(QLatin1String(", "))) : title;
}

QString jobProgressText(const jobs::JobInfo& job)
{
    switch (job.state) {
    case jobs::JobState::Queued:
        return JobText::tr("waiting");
    case jobs::JobState::Starting:
        return JobText::tr("starting");
    case jobs::JobState::Cancelling:
        return job.stop == jobs::StopRequest::Interrupt ? JobText::tr("saving and stopping")
                                                        : JobText::tr("cancelling");
    case jobs::JobState::Paused:
        return JobText::tr("paused");
    case jobs::JobState::Completed:
        return JobText::tr("done");
    case jobs::JobState::Failed:
        return JobText::tr("failed");
    case jobs::JobState::Cancelled:
        return JobText::tr("cancelled");
    case jobs::JobState::Interrupted:
        return JobText::tr("interrupted");
    case jobs::JobState::Running:
        if (job.stop == jobs::StopRequest::Pause)
            return JobText::tr("pausing");
        break;
    }
    if (const auto share = job.progress.share())
        return JobText::tr("%1 %").arg(QLocale().toString(static_cast<int>(std::floor(*share * 100))));
    return job.progress.done > 0 ? QLocale().toString(static_cast<qlonglong>(job.progress.done))
                                 : JobText::tr("running");
}

QString jobTimeLeftText(const jobs::JobInfo& job)
{
    if (job.state != jobs::JobState::Running || job.stop != jobs::StopRequest::None ||
        !job.progress.secondsLeft)
        return {};
    return timeLeftText(*job.progress.secondsLeft);
}

QString jobSentence(const jobs::JobInfo& job)
{
    const QString title = QString::fromStdString(job.title);
    const QString left = jobTimeLeftText(job);
    return left.isEmpty() ? JobText::tr("%1: %2").arg(title, jobProgressText(job))
                          : JobText::tr("%1: %2, %3").arg(title, jobProgressText(job), left);
}

QString jobFailure(const jobs::JobInfo& job)
{
    base::ErrorPlace place;
    if (job.errorPlace.is_object())
        job.errorPlace.get_to(place);
    return CoreText::error(base::codeFromKind(job.errorKind), job.errorMessage, place);
}

QString jobEndText(const jobs::JobInfo& job)
{
    const QString title = QString::fromStdString(job.title);
    if (job.state == jobs::JobState::Cancelled)
        return JobText::tr("“%1” was cancelled").arg(title);
    if (job.state == jobs::JobState::Interrupted)
        return JobText::tr("“%1” was stopped before its end").arg(title);
    const bool told = job.kind == "import" && job.result.is_object() && job.result.contains("version");
    if (!told)
        return JobText::tr("“%1” is done").arg(title);
    const QLocale locale;
    const QString version = QString::number(job.result.value("version", 0));
    if (job.result.value("unchanged", false))
        return JobText::tr("Nothing new: “%1” v%2 holds the same content already").arg(title, version);
    return JobText::tr("“%1” v%2 was imported: %3 rows", "name, number, rows")
        .arg(title, version, locale.toString(job.result.value("rows", qlonglong(0))));
}

QString jobIcon(const jobs::JobInfo& job)
{
    if (job.kind == "train")
        return QStringLiteral("training");
    return job.kind == "import" ? QStringLiteral("upload") : QStringLiteral("activity");
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_banner.h"

#include "base/error_json.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"

#include <algorithm>

namespace lepton::ui {

namespace {

struct RunBanners
{
    Q_DECLARE_TR_FUNCTIONS(RunBanners)
};

using jobs::JobState;

std::optional<std::int64_t> checkpointStep(const RunDetails& details)
{
    const auto found =
        std::ranges::find(details.artifacts, train::ArtifactKind::Checkpoint, &train::RunArtifact::kind);
    return found == details.artifacts.end() ? std::nullopt : std::optional(found->step);
}

QString whatToResume(const RunDetails& details)
{
    const auto step = checkpointStep(details);
    return step ? RunBanners::tr("Resume goes on from the checkpoint at step %1.")
                      .arg(DatasetText::count(*step))
                : RunBanners::tr("There is no checkpoint to go on from: start a new run.");
}

RunBanner failure(const RunDetails& details)
{
    const auto& run = details.run;
    const auto progress = details.progress();
    const auto side = details.job ? jobs::faultSide(*details.job) : jobs::FaultSide::Job;
    const QString title = progress.phase == "training" && progress.done > 0
                              ? RunBanners::tr("Failed at step %1.").arg(DatasetText::count(progress.done))
                              : RunBanners::tr("Failed before the first step.");
    const QString advice = side == jobs::FaultSide::Machine
                               ? RunBanners::tr("The computer was at fault, not the run.") +
                                     QLatin1Char(' ') + whatToResume(details)
                               : RunBanners::tr("Start a new run with other settings or data.");
    return {BannerKind::Error, title,
            CoreText::error(base::codeFromKind(run.errorKind), run.errorMessage) + QLatin1Char(' ') + advice,
            side == jobs::FaultSide::Job || !details.hasCheckpoint()};
}

} // namespace

std::optional<RunBanner> bannerOf(const RunViewModel& viewModel)
{
    if (viewModel.state() != RunViewModel::State::Ready)
        return std::nullopt;
    const auto& details = viewModel.details();
    switch (details.run.state) {
    case JobState::Failed:
        return failure(details);
    case JobState::Interrupted:
        return RunBanner{BannerKind::Caution, RunBanners::tr("Stopped before its end."),
                         whatToResume(details), !details.hasCheckpoint()};
    case JobState::Cancelled:
        return RunBanner{BannerKind::Caution, RunBanners::tr("Cancelled."), whatToResume(details),
                         !details.hasCheckpoint()};
    case JobState::Paused:
        return RunBanner{
            BannerKind::Fact, RunBanners::tr("Paused."),
            RunBanners::tr("A checkpoint is saved and the computer is free. Continue goes on from here."),
            false};
    default:
        return std::nullopt;
    }
}

} // namespace lepton::ui

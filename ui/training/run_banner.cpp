// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_banner.h"

#include "base/error_json.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/lower_rate.h"
#include "ui/training/run_view_model.h"
#include "ui/training/train_command.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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

/// Whether another process has it, on this computer or another.
bool isElsewhere(const RunDetails& details)
{
    return details.job && !details.job->own;
}

QString whatToResume(const RunDetails& details)
{
    const auto step = checkpointStep(details);
    return step ? RunBanners::tr("Resume goes on from the checkpoint at step %1.")
                      .arg(DatasetText::count(*step))
                : RunBanners::tr("There is no checkpoint: it begins again at step 0.");
}

RunRemedy resume(const RunDetails& details)
{
    const auto step = checkpointStep(details);
    return {RunRemedy::Kind::Resume,
            step ? RunBanners::tr("Resume from step %1").arg(DatasetText::count(*step))
                 : RunBanners::tr("Start again")};
}

RunRemedy newRun()
{
    return {RunRemedy::Kind::NewRun, RunBanners::tr("New run from this one")};
}

/// Half the batch with twice the accumulation: the same steps in half the memory.
std::optional<RunRemedy> halfBatch(const train::Recipe& recipe)
{
    if (recipe.batchSize < 2)
        return std::nullopt;
    train::Recipe half = recipe;
    half.batchSize = recipe.batchSize / 2;
    half.gradientAccumulation = recipe.gradientAccumulation * 2;
    return RunRemedy{RunRemedy::Kind::NewRun,
                     RunBanners::tr("Try with half the batch"),
                     {{QStringLiteral("batch_size"), recipeValue(half, "batch_size")},
                      {QStringLiteral("gradient_accumulation"), recipeValue(half, "gradient_accumulation")}}};
}

Divergence divergenceOf(const RunViewModel& viewModel)
{
    const auto progress = viewModel.details().progress();
    Divergence before{.steps = progress.done, .total = progress.total, .firstLoss = {}, .lastLoss = {}};
    const auto isFinite = [](const MetricSample& sample) { return std::isfinite(sample.value); };
    const MetricLine& losses = viewModel.line("train/loss");
    const auto first = std::find_if(losses.begin(), losses.end(), isFinite);
    if (first != losses.end()) {
        before.firstLoss = first->value;
        before.lastLoss =
            std::find_if(std::reverse_iterator(losses.end()), std::reverse_iterator(losses.begin()), isFinite)
                ->value;
    }
    return before;
}

/// What core says of it ends in general advice; here is what this run needs.
void tellDivergence(RunBanner& banner, const RunViewModel& viewModel)
{
    const train::Recipe& recipe = viewModel.run().recipe;
    const Divergence before = divergenceOf(viewModel);
    banner.sentence =
        RunBanners::tr("The weights ran away: the loss or its gradient is no longer a finite number.") +
        QLatin1Char(' ');
    if (const auto lower = lowerRate(recipe, before)) {
        train::Recipe slow = recipe;
        slow.learningRate = lower->rate;
        const QString rate = recipeValue(slow, "learning_rate");
        banner.sentence += lower->reason;
        banner.remedies.push_back({RunRemedy::Kind::NewRun,
                                   RunBanners::tr("Try with the rate %1", "a lower learning rate").arg(rate),
                                   {{QStringLiteral("learning_rate"), rate}}});
    } else {
        banner.sentence += RunBanners::tr("The rate %1 is low already: a longer warm-up or a lower limit of "
                                          "the gradient norm may help, or another base model.",
                                          "learning rate")
                               .arg(TrainingText::number(recipe.learningRate));
    }
    banner.remedies.push_back(newRun());
}

RunBanner failure(const RunViewModel& viewModel)
{
    const RunDetails& details = viewModel.details();
    const auto& run = details.run;
    const auto progress = details.progress();
    const auto side = details.job ? jobs::faultSide(*details.job) : jobs::FaultSide::Job;
    const auto code = base::codeFromKind(run.errorKind);
    RunBanner banner;
    banner.title = progress.phase == "training" && progress.done > 0
                       ? RunBanners::tr("Failed after step %1.").arg(DatasetText::count(progress.done))
                       : RunBanners::tr("Failed before the first step.");
    QString advice;
    if (code == base::ErrorCode::OutOfMemory) {
        advice =
            RunBanners::tr("Half the batch with twice the accumulation makes the same steps in less memory.");
        if (const auto half = halfBatch(run.recipe))
            banner.remedies.push_back(*half);
        else
            advice = RunBanners::tr("A shorter longest text takes less memory.");
        banner.remedies.push_back(details.hasCheckpoint() ? resume(details) : newRun());
    } else if (code == base::ErrorCode::Diverged) {
        tellDivergence(banner, viewModel);
        return banner;
    } else if (side == jobs::FaultSide::Machine) {
        advice = RunBanners::tr("The computer was at fault, not the run.") + QLatin1Char(' ') +
                 whatToResume(details);
        banner.remedies = {resume(details)};
    } else {
        advice = RunBanners::tr("Start a new run with other settings or data.");
        banner.remedies = {newRun()};
    }
    banner.sentence = CoreText::error(code, run.errorMessage);
    if (!advice.isEmpty())
        banner.sentence += QLatin1Char(' ') + advice;
    return banner;
}

} // namespace

std::optional<RunBanner> bannerOf(const RunViewModel& viewModel)
{
    if (viewModel.state() != RunViewModel::State::Ready)
        return std::nullopt;
    const auto& details = viewModel.details();
    if (details.run.trashed)
        return RunBanner{BannerKind::Caution,
                         RunBanners::tr("%1 is in the trash.").arg(viewModel.name()),
                         RunBanners::tr("%1 someone put it there. The list of runs can restore it.", "when")
                             .arg(DatasetText::when(*details.run.trashed)),
                         {{RunRemedy::Kind::AllRuns, RunBanners::tr("All runs")}}};
    switch (details.run.state) {
    case JobState::Failed:
        return failure(viewModel);
    case JobState::Interrupted:
        return RunBanner{BannerKind::Caution,
                         RunBanners::tr("Stopped before its end."),
                         whatToResume(details),
                         {resume(details)}};
    case JobState::Cancelled:
        return RunBanner{
            BannerKind::Caution, RunBanners::tr("Cancelled."), whatToResume(details), {resume(details)}};
    case JobState::Paused:
        if (isElsewhere(details))
            return RunBanner{BannerKind::Fact, RunBanners::tr("Paused."),
                             RunBanners::tr("Another window or command runs it: it goes on from there.")};
        return RunBanner{
            BannerKind::Fact, RunBanners::tr("Paused."),
            RunBanners::tr("A checkpoint is saved and the computer is free. Continue goes on from here.")};
    case JobState::Running:
        if (isElsewhere(details))
            return RunBanner{
                BannerKind::Fact,
                {},
                RunBanners::tr("Another window or command runs it: it is paused and stopped there.")};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace lepton::ui

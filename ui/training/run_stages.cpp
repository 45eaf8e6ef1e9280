// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_stages.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/durations.h"

#include <QDateTime>

namespace lepton::ui {

namespace {

struct RunStages
{
    Q_DECLARE_TR_FUNCTIONS(RunStages)
};

using jobs::JobState;

enum Place
{
    Queued,
    Prepare,
    Train,
    Evaluate,
    Save,
    Count
};

Place placeOf(const train::Run& run, const base::ProgressState& progress)
{
    const std::string& phase = progress.phase;
    if (phase == "training")
        return Train;
    if (phase == "evaluating")
        return Evaluate;
    if (phase == "saving")
        return Save;
    const bool hasStarted = run.started.has_value() && run.state != JobState::Queued;
    return hasStarted ? Prepare : Queued;
}

Stage::State currentState(JobState state)
{
    switch (state) {
    case JobState::Paused:
        return Stage::State::Paused;
    case JobState::Failed:
        return Stage::State::Failed;
    case JobState::Cancelled:
    case JobState::Interrupted:
        return Stage::State::Stopped;
    default:
        return Stage::State::Active;
    }
}

QString lasted(std::int64_t from, std::int64_t to)
{
    return to >= from ? durationText(double(to - from) / 1000) : QString();
}

/// How long each stage took, by the times of the points of this job; training, in all jobs.
void addTimes(std::vector<Stage>& stages, const RunViewModel& viewModel)
{
    const auto& run = viewModel.run();
    const auto& job = viewModel.details().job;
    if (!run.started)
        return;
    const std::int64_t began = (job && job->started ? *job->started : *run.started).milliseconds;
    if (job)
        stages[Queued].note = lasted(job->queued.milliseconds, began);
    const auto& trained = viewModel.trained();
    if (!trained)
        return;
    const std::int64_t first = trained->first.milliseconds;
    const std::int64_t last = trained->second.milliseconds;
    if (stages[Prepare].state == Stage::State::Done)
        stages[Prepare].note = lasted(began, first);
    if (stages[Train].state == Stage::State::Done)
        stages[Train].note = lasted(first - run.workedBefore.count(), last);
    if (run.state != JobState::Completed || !run.finished)
        return;
    const auto& tested = viewModel.line("test/accuracy");
    const auto evaluated = tested.isEmpty() ? last : tested.back().time.milliseconds;
    stages[Evaluate].note = lasted(last, evaluated);
    stages[Save].note = lasted(evaluated, run.finished->milliseconds);
    // What the others leave of the whole, so that neither earlier jobs are missing nor pauses counted.
    const std::int64_t others = (first - began) + (run.finished->milliseconds - last);
    stages[Train].note = lasted(others, (run.workedBefore + run.worked).count());
}

QString timeLeft(const train::Run& run, const base::ProgressState& progress)
{
    if (run.state != JobState::Running || !progress.secondsLeft)
        return {};
    return timeLeftText(*progress.secondsLeft);
}

QString detailOf(const train::Run& run, const base::ProgressState& progress, Place place)
{
    QStringList parts;
    if (place == Train && progress.total > 0)
        parts << RunStages::tr("step %1 of %2")
                     .arg(DatasetText::count(progress.done), DatasetText::count(progress.total));
    else if (progress.phase == "reading")
        parts << RunStages::tr("reading the data");
    else if (progress.phase == "loading")
        parts << RunStages::tr("loading the model");
    else if (place == Prepare && !progress.phase.empty())
        parts << RunStages::tr("cutting texts into tokens");
    if (const auto elapsed = TrainingText::elapsed(run); elapsed && place != Queued)
        parts << RunStages::tr("%1 elapsed").arg(durationText(*elapsed));
    return parts.join(RunStages::tr(", ", "between parts of a sentence"));
}

} // namespace

std::vector<Stage> stagesOf(const RunViewModel& viewModel)
{
    const auto& run = viewModel.run();
    std::vector<Stage> stages(Count);
    const QString names[] = {RunStages::tr("Queued"), RunStages::tr("Prepare"), RunStages::tr("Train"),
                             RunStages::tr("Evaluate"), RunStages::tr("Save")};
    const bool isComplete = run.state == JobState::Completed;
    const auto progress = viewModel.details().progress();
    const Place place = placeOf(run, progress);
    for (int i = 0; i < Count; ++i) {
        auto& stage = stages[std::size_t(i)];
        stage.name = names[i];
        stage.state = isComplete || i < place ? Stage::State::Done
                      : i == place            ? currentState(run.state)
                                              : Stage::State::Todo;
    }
    if (!isComplete) {
        auto& current = stages[std::size_t(place)];
        current.share = progress.share().value_or(0);
        current.detail = detailOf(run, progress, place);
        current.timeLeft = timeLeft(run, progress);
    }
    addTimes(stages, viewModel);
    return stages;
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_sink.h"

#include "base/cancellation.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "train/metric_store.h"
#include "train/metric_writer.h"
#include "train/part_scores.h"
#include "train/run_records.h"

#include <utility>

namespace lepton::train {

RunSink::RunSink(Parts parts, Subject subject)
    : m_parts(std::move(parts))
    , m_subject(std::move(subject))
    , m_saved(m_parts.clock.monotonic())
{}

void RunSink::replay(MetricStore& metrics, std::int64_t step)
{
    m_step = step;
    m_savedStep = step;
    const std::string key = "validation/" + std::string(metricName(m_subject.run.recipe.metric));
    for (const MetricPoint& point : metrics.series(m_subject.run.number, key)) {
        if (point.step <= step)
            judge(point.step, point.value);
    }
}

void RunSink::step(const StepReport& report)
{
    m_step = report.step;
    point("train/loss", report.step, report.loss);
    point("train/learning_rate", report.step, report.learningRate);
    point("train/gradient_norm", report.step, report.gradientNorm);
    point("train/tokens", report.step, static_cast<double>(report.tokens));
    point("train/seconds", report.step, report.seconds);
    m_parts.job.progress().update(report.step);
}

Verdict RunSink::judge(std::int64_t step, double score)
{
    Verdict verdict;
    verdict.best = !m_best || isBetter(m_subject.run.recipe.metric, score, *m_best);
    if (verdict.best) {
        m_best = score;
        m_bestStep = step;
        m_evaluationsSinceBest = 0;
    } else {
        ++m_evaluationsSinceBest;
    }
    const std::int64_t patience = m_subject.run.recipe.earlyStoppingPatience;
    verdict.stop = patience > 0 && m_evaluationsSinceBest >= patience;
    return verdict;
}

Verdict RunSink::evaluated(std::int64_t step, const Predictions& predictions)
{
    const auto scores = partScores({m_subject.classes, m_subject.validationTruth, predictions});
    for (const auto& [name, value] : scores)
        point("validation/" + name, step, value);
    return judge(step, scores.at(std::string(metricName(m_subject.run.recipe.metric))));
}

std::filesystem::path RunSink::newCheckpoint()
{
    m_draft.emplace(m_parts.workspace.objects().newDraft());
    return m_draft->path();
}

void RunSink::checkpointWritten(std::int64_t step, const std::filesystem::path&)
{
    // Not cancellable: whoever cancels or interrupts wants this one kept.
    const auto object =
        m_parts.workspace.objects().keep(*std::exchange(m_draft, std::nullopt), base::Cancellation());
    // A resumed run reads its best score from the metrics: they must not be behind the checkpoint.
    m_parts.writer.flush();
    m_parts.records.checkpoint(m_subject.run, object, step, m_bestStep);
    m_savedStep = step;
    m_saved = m_parts.clock.monotonic();
}

bool RunSink::isCheckpointDue() const
{
    return m_subject.run.recipe.checkpointEvery > 0 && m_savedStep != m_step &&
           m_parts.clock.monotonic() - m_saved >= longestUnsaved;
}

TrainerCommand RunSink::command()
{
    for (;;) {
        switch (m_parts.job.stopRequest()) {
        case jobs::StopRequest::None:
            return isCheckpointDue() ? TrainerCommand::SaveAndContinue : TrainerCommand::Continue;
        case jobs::StopRequest::Cancel:
            return TrainerCommand::Stop;
        case jobs::StopRequest::Interrupt:
            return m_savedStep == m_step ? TrainerCommand::Stop : TrainerCommand::SaveAndContinue;
        case jobs::StopRequest::Pause:
            if (m_savedStep != m_step)
                return TrainerCommand::SaveAndContinue;
            m_parts.job.waitWhilePaused();
            break;
        }
    }
}

void RunSink::log(const std::string& line)
{
    m_parts.job.log(line);
}

void RunSink::point(const std::string& key, std::int64_t step, double value)
{
    MetricPoint point{.key = key,
                      .step = step,
                      .epoch = static_cast<double>(step) / static_cast<double>(m_subject.stepsPerEpoch),
                      .time = m_parts.clock.now(),
                      .value = value};
    m_parts.tell(point);
    m_parts.writer.add(m_subject.run.number, std::move(point));
}

} // namespace lepton::train

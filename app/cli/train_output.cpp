// SPDX-License-Identifier: GPL-3.0-or-later
#include "train_output.h"

#include "run_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::cli {

TrainOutput::TrainOutput(const Context& context)
    : m_json(context.json)
{}

void TrainOutput::write(const nlohmann::json& line)
{
    if (!m_broken)
        printJson(line);
    flush();
}

/// Called where a throw would end the training: what goes wrong is kept for later.
void TrainOutput::flush()
{
    if (m_broken)
        return;
    try {
        flushOutput();
    } catch (const base::Error& error) {
        m_broken = error;
        if (m_onBroken)
            m_onBroken();
    }
}

void TrainOutput::requireWhole() const
{
    if (m_broken)
        throw *m_broken;
}

void TrainOutput::started(const train::Run& run)
{
    const std::lock_guard lock(m_mutex);
    if (m_json)
        write({{"event", "started"}, {"run", run.id.toString()}, {"number", run.number}});
    else
        print(fmt::format("{}: {} on {}@{}\n", run.name(), run.baseModelName, run.datasetName,
                          run.datasetNumber));
    flush();
}

void TrainOutput::state(const jobs::JobInfo& job)
{
    const std::lock_guard lock(m_mutex);
    const std::string state(jobs::stateName(job.state));
    if (m_json && state != m_state)
        write({{"event", "state"}, {"state", state}});
    m_state = state;
    if (!m_json)
        showLive(job);
}

void TrainOutput::metric(const train::MetricPoint& point)
{
    const std::lock_guard lock(m_mutex);
    if (m_json) {
        write({{"event", "metric"},
               {"step", point.step},
               {"epoch", point.epoch},
               {"time", point.time.milliseconds},
               {"key", point.key},
               {"value", metricValue(point.value)}});
        return;
    }
    m_last[point.key] = point.value;
    // The last score of an evaluation, by the alphabet.
    if (point.key == "validation/weighted_f1")
        evaluation(point);
}

void TrainOutput::evaluation(const train::MetricPoint& point)
{
    m_live.clear();
    print(
        fmt::format("epoch {:.2f}  step {}  training loss {:.4f}  validation: loss {:.4f}, accuracy {:.4f}, "
                    "macro F1 {:.4f}\n",
                    point.epoch, point.step, m_last["train/loss"], m_last["validation/loss"],
                    m_last["validation/accuracy"], m_last["validation/macro_f1"]));
    flush();
}

void TrainOutput::showLive(const jobs::JobInfo& job)
{
    if (job.state != jobs::JobState::Running)
        return;
    const base::ProgressState& progress = job.progress;
    std::string text = progress.phase;
    if (progress.total > 0)
        text += fmt::format(" {}/{}", progress.done, progress.total);
    if (const auto loss = m_last.find("train/loss"); loss != m_last.end() && progress.phase == "training")
        text += fmt::format("  loss {:.4f}", loss->second);
    if (progress.secondsLeft)
        text += "  " + timeLeftText(*progress.secondsLeft);
    m_live.show(text);
}

void TrainOutput::completed(const train::Run& run)
{
    const std::lock_guard lock(m_mutex);
    m_live.clear();
    if (m_json) {
        write({{"event", "completed"},
               {"run", run.id.toString()},
               {"number", run.number},
               {"metrics", metricsDocument(run.metrics)},
               {"report", run.report.at("dict")}});
        return;
    }
    print(fmt::format(
        "\n{}\nTest part of {}@{}, best weights from step {}. The model is kept: lepton predict {}\n",
        run.report.at("text").get<std::string>(), run.datasetName, run.datasetNumber, run.bestStep,
        run.name()));
}

} // namespace lepton::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/object_store.h"
#include "train/api/trainer.h"
#include "train/recipe.h"
#include "train/run_store.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lepton::jobs {
class JobContext;
}

namespace lepton::train {

class MetricStore;
class MetricWriter;
class RunRecords;
struct MetricPoint;

/// Where a training's reports go: metric points, best weights and early stopping, checkpoints, and what the
/// person asks for between two steps. For the thread that trains.
class RunSink final : public TrainingSink
{
public:
    /// What it works with; everything must outlive it.
    struct Parts
    {
        store::Workspace& workspace;
        RunRecords& records;
        MetricWriter& writer;
        jobs::JobContext& job;
        std::function<void(const MetricPoint&)> tell; ///< hears each point
        const base::Clock& clock = base::systemClock();
    };
    /// What is trained.
    struct Subject
    {
        const Run& run;
        const std::vector<std::string>& classes;
        std::vector<std::int32_t> validationTruth; ///< class of each row of the validation part
        std::int64_t stepsPerEpoch = 1;
    };

    /// Where steps take long, a checkpoint is due after this time, however few they are: no more than that of
    /// work is lost, whatever happens.
    static constexpr std::chrono::minutes longestUnsaved{5};

    RunSink(Parts parts, Subject subject);

    /// Brings best score and patience to where they were at @p step, from the metrics saved up to there.
    void replay(MetricStore& metrics, std::int64_t step);

    void step(const StepReport& report) override;
    Verdict evaluated(std::int64_t step, const Predictions& predictions) override;
    std::filesystem::path newCheckpoint() override;
    void checkpointWritten(std::int64_t step, const std::filesystem::path& file) override;
    TrainerCommand command() override;
    void log(const std::string& line) override;

    /// Saves and tells a point of the run.
    void point(const std::string& key, std::int64_t step, double value);

private:
    Verdict judge(std::int64_t step, double score);
    bool isCheckpointDue() const;

    Parts m_parts;
    Subject m_subject;
    std::int64_t m_step = 0;
    std::optional<double> m_best;
    std::int64_t m_bestStep = 0;
    std::int64_t m_evaluationsSinceBest = 0;
    std::optional<store::ObjectDraft> m_draft;
    std::int64_t m_savedStep = -1;
    std::chrono::nanoseconds m_saved; ///< when that was, or this began; monotonic
};

} // namespace lepton::train

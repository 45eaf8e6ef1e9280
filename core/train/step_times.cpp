// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/step_times.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "train/api/no_evaluation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lepton::train {
namespace {

/// The first step allocates what later ones reuse.
constexpr std::int64_t warmUpSteps = 1;
constexpr std::int64_t measuredSteps = 3;

/// Rows by the longest one.
std::int64_t paddedTokens(const Batch& batch)
{
    std::size_t longest = 0;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        longest = std::max(longest, batch.length(row));
    return static_cast<std::int64_t>(longest * batch.rows());
}

/// Adds up what steps took, and ends the training when that is enough.
class StopWatch final : public TrainingSink
{
public:
    StopWatch(std::vector<std::int64_t> tokensOfSteps, const base::Cancellation& cancellation, double enough)
        : m_tokens(std::move(tokensOfSteps))
        , m_cancellation(cancellation)
        , m_enough(enough)
    {}

    void step(const StepReport& report) override
    {
        if (report.step <= warmUpSteps)
            return;
        ++steps;
        seconds += report.seconds;
        tokens += m_tokens[static_cast<std::size_t>(report.step - 1)];
    }
    Verdict evaluated(std::int64_t, const Predictions&) override { return {}; }
    std::filesystem::path newCheckpoint() override
    {
        throw base::Error(base::ErrorCode::Internal, "A measurement writes no checkpoint.");
    }
    void checkpointWritten(std::int64_t, const std::filesystem::path&) override {}
    TrainerCommand command() override
    {
        m_cancellation.throwIfRequested();
        return steps > 0 && seconds >= m_enough ? TrainerCommand::Stop : TrainerCommand::Continue;
    }
    void log(const std::string&) override {}

    std::int64_t steps = 0;
    std::int64_t tokens = 0;
    double seconds = 0;

private:
    std::vector<std::int64_t> m_tokens; ///< of each step, padding counted
    const base::Cancellation& m_cancellation;
    double m_enough;
};

/// The first batch of another source.
class FirstBatch final : public EvaluationSource
{
public:
    explicit FirstBatch(EvaluationSource& source)
        : m_source(source)
    {
        for (std::int64_t row = 0; row < rows(); ++row)
            m_numbers.push_back(row);
    }

    std::int64_t rows() const override { return static_cast<std::int64_t>(m_source.rowNumbers(0).size()); }
    std::int64_t batchCount() const override { return 1; }
    Batch batch(std::int64_t) override { return m_source.batch(0); }
    std::span<const std::int64_t> rowNumbers(std::int64_t) const override { return m_numbers; }

private:
    EvaluationSource& m_source;
    std::vector<std::int64_t> m_numbers;
};

} // namespace

double StepTimes::secondsOf(const RunWork& work) const
{
    const double training = static_cast<double>(work.steps) * work.stepTokens * secondsPerToken;
    const double evaluated = static_cast<double>(work.evaluations) * work.validationTokens + work.testTokens;
    return training + evaluated * evaluationSecondsPerToken;
}

StepTimes measureSteps(Engine& engine, TrainerRequest request, TokenisedBatchSource& batches,
                       EvaluationSource& validation, std::int64_t longest,
                       const base::Cancellation& cancellation, std::chrono::milliseconds enough)
{
    request.settings.totalSteps = warmUpSteps + measuredSteps;
    request.settings.warmupSteps = 0;
    request.settings.evaluateEvery = 0;
    request.settings.checkpointEvery = 0;
    std::vector<std::int64_t> tokens;
    std::int64_t rows = 0;
    for (std::int64_t step = 0; step < request.settings.totalSteps; ++step) {
        std::int64_t padded = 0;
        for (const Batch& batch : batches.batches(step)) {
            padded += paddedTokens(batch);
            rows = std::max(rows, static_cast<std::int64_t>(batch.rows()));
        }
        tokens.push_back(padded);
    }
    const auto trainer = engine.newTrainer(request);
    cancellation.throwIfRequested();
    StopWatch watch(std::move(tokens), cancellation, std::chrono::duration<double>(enough).count());
    NoEvaluation none;
    trainer->train(batches, none, watch);

    StepTimes times;
    times.device = trainer->device();
    times.memory = trainer->memoryEstimate(rows, longest);
    times.steps = watch.steps;
    times.secondsPerToken = watch.seconds / static_cast<double>(std::max<std::int64_t>(1, watch.tokens));
    FirstBatch first(validation);
    const auto start = std::chrono::steady_clock::now();
    trainer->predict(first);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    times.evaluationSecondsPerToken =
        took.count() / static_cast<double>(std::max<std::int64_t>(1, paddedTokens(first.batch(0))));
    return times;
}

} // namespace lepton::train

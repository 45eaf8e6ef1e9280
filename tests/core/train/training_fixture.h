// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/tiny_bert.h"

#include "train/api/engine.h"
#include "train/engine/bert_trainer.h"
#include "train/engine/device.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace lepton::testing {

/// Tokenised rows with labels that can be learnt: the class decides which tokens are likely.
struct ToyRows
{
    std::vector<std::vector<std::int32_t>> ids;
    std::vector<std::int32_t> labels;

    static ToyRows make(std::size_t count, std::uint32_t seed, std::int32_t classes = 3)
    {
        std::mt19937 random(seed);
        ToyRows rows;
        for (std::size_t i = 0; i < count; ++i) {
            const auto label = static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(classes));
            std::vector<std::int32_t> ids{2};
            for (std::size_t length = 2 + random() % 12; ids.size() <= length;)
                ids.push_back(5 + label * 10 + static_cast<std::int32_t>(random() % 14));
            ids.push_back(3);
            rows.ids.push_back(std::move(ids));
            rows.labels.push_back(label);
        }
        return rows;
    }
};

/// The storage that a Batch looks at.
struct OwnedBatch
{
    std::vector<std::int32_t> ids;
    std::vector<std::size_t> offsets{0};
    std::vector<std::int32_t> labels;

    void add(const ToyRows& rows, std::size_t row)
    {
        ids.insert(ids.end(), rows.ids[row].begin(), rows.ids[row].end());
        offsets.push_back(ids.size());
        if (!rows.labels.empty())
            labels.push_back(rows.labels[row]);
    }
    train::Batch view() const { return {ids, offsets, labels}; }
};

/// Shuffles anew each epoch; step k is a pure function of k.
class ToyBatches final : public train::BatchSource
{
public:
    ToyBatches(ToyRows rows, std::size_t batch, std::size_t accumulated = 1)
        : m_rows(std::move(rows))
        , m_batch(batch)
        , m_accumulated(accumulated)
        , m_fingerprint("toy " + std::to_string(m_rows.ids.size()))
    {}

    std::int64_t stepsPerEpoch() const override
    {
        return static_cast<std::int64_t>(m_rows.ids.size() / (m_batch * m_accumulated));
    }
    std::span<const train::Batch> batches(std::int64_t step) override
    {
        std::vector<std::size_t> order(m_rows.ids.size());
        std::iota(order.begin(), order.end(), 0);
        std::shuffle(order.begin(), order.end(),
                     std::mt19937(static_cast<std::uint32_t>(step / stepsPerEpoch())));
        auto next = static_cast<std::size_t>(step % stepsPerEpoch()) * m_batch * m_accumulated;
        m_owned.assign(m_accumulated, {});
        m_views.clear();
        for (OwnedBatch& batch : m_owned) {
            for (std::size_t i = 0; i < m_batch; ++i)
                batch.add(m_rows, order[next++]);
            m_views.push_back(batch.view());
        }
        return m_views;
    }
    std::string_view fingerprint() const override { return m_fingerprint; }

private:
    ToyRows m_rows;
    std::size_t m_batch;
    std::size_t m_accumulated;
    std::string m_fingerprint;
    std::vector<OwnedBatch> m_owned;
    std::vector<train::Batch> m_views;
};

/// In batches of four, backwards, so that the order of the answers is seen to be that of the data.
class ToyEvaluation final : public train::EvaluationSource
{
public:
    explicit ToyEvaluation(ToyRows rows)
        : m_rows(std::move(rows))
    {}

    std::int64_t rows() const override { return static_cast<std::int64_t>(m_rows.ids.size()); }
    std::int64_t batchCount() const override { return (rows() + 3) / 4; }
    train::Batch batch(std::int64_t index) override
    {
        m_owned = {};
        for (const std::int64_t row : rowNumbers(index))
            m_owned.add(m_rows, static_cast<std::size_t>(row));
        return m_owned.view();
    }
    std::span<const std::int64_t> rowNumbers(std::int64_t index) const override
    {
        m_numbers.clear();
        for (std::int64_t i = index * 4; i < std::min(rows(), index * 4 + 4); ++i)
            m_numbers.push_back(rows() - 1 - i);
        return m_numbers;
    }

private:
    ToyRows m_rows;
    OwnedBatch m_owned;
    mutable std::vector<std::int64_t> m_numbers;
};

/// Writes down what it hears. What it answers can be set.
class RecordingSink : public train::TrainingSink
{
public:
    explicit RecordingSink(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {}

    std::function<train::Verdict(std::int64_t)> verdict = [](std::int64_t) { return train::Verdict{}; };
    std::function<train::TrainerCommand(std::int64_t)> onCommand = [](std::int64_t) {
        return train::TrainerCommand::Continue;
    };

    std::vector<train::StepReport> steps;
    std::vector<std::pair<std::int64_t, train::Predictions>> evaluations;
    std::vector<std::pair<std::int64_t, std::filesystem::path>> checkpoints;
    std::vector<std::string> lines;

    void step(const train::StepReport& report) override { steps.push_back(report); }
    train::Verdict evaluated(std::int64_t step, const train::Predictions& predictions) override
    {
        evaluations.emplace_back(step, predictions);
        return verdict(step);
    }
    std::filesystem::path newCheckpoint() override
    {
        return m_folder / ("checkpoint-" + std::to_string(checkpoints.size()));
    }
    void checkpointWritten(std::int64_t step, const std::filesystem::path& file) override
    {
        checkpoints.emplace_back(step, file);
    }
    train::TrainerCommand command() override { return onCommand(steps.empty() ? 0 : steps.back().step); }
    void log(const std::string& line) override { lines.push_back(line); }

private:
    std::filesystem::path m_folder;
};

/// Settings of a short training on the toy rows, with dropout.
inline train::TrainerSettings toySettings()
{
    train::TrainerSettings settings;
    settings.totalSteps = 12;
    settings.warmupSteps = 2;
    settings.learningRate = 1e-3;
    settings.evaluateEvery = 5;
    settings.device = train::DeviceChoice::Cpu;
    settings.threads = 2;
    settings.seed = 7;
    return settings;
}

inline std::unique_ptr<train::Trainer> toyTrainer(const std::filesystem::path& model,
                                                  const train::TrainerSettings& settings,
                                                  std::vector<std::string> labels = {"a", "b", "c"},
                                                  const train::engine::CudaState& cuda = {},
                                                  std::optional<std::size_t> behind = {})
{
    const auto device = train::engine::chooseDevice(settings.device, settings.precision, settings.threads,
                                                    cuda, train::engine::readProcessor());
    return train::engine::makeBertTrainer({model, std::move(labels), settings}, device, behind);
}

/// All that a finished training shows a person, down to the last bit.
struct Trace
{
    std::vector<double> numbers;    ///< loss, gradient norm and learning rate of each step
    std::vector<float> evaluations; ///< all probabilities
    std::string weights;            ///< bytes of the model.safetensors that was saved
};

inline std::string fileBytes(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The trace from step @p from on; saves the model into @p folder, which is made.
inline Trace traceOf(const train::Trainer& trainer, const RecordingSink& sink, std::int64_t from,
                     const std::filesystem::path& folder)
{
    Trace trace;
    for (const auto& step : sink.steps) {
        if (step.step > from)
            trace.numbers.insert(trace.numbers.end(), {step.loss, step.gradientNorm, step.learningRate});
    }
    for (const auto& [step, predictions] : sink.evaluations) {
        if (step > from)
            trace.evaluations.insert(trace.evaluations.end(), predictions.probabilities.begin(),
                                     predictions.probabilities.end());
    }
    std::filesystem::create_directories(folder);
    trainer.save(folder);
    trace.weights = fileBytes(folder / "model.safetensors");
    return trace;
}

} // namespace lepton::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "train/api/engine.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lepton::testing {

/// An engine whose trainers learn nothing: they count steps, ask the sink after each as real ones do, and
/// write their step into checkpoints.
class FakeTraining final : public train::Engine
{
public:
    std::function<void(std::int64_t)> afterStep; ///< on the thread that trains; may throw
    std::function<double(std::int64_t)> loss = [](std::int64_t) { return 0.5; }; ///< of validation
    std::vector<std::int64_t> restoredSteps; ///< of each checkpoint that was gone on from
    int trained = 0;                         ///< steps, of all trainers

    train::DeviceFacts device(train::DeviceChoice, train::Precision, int) override { return {}; }
    double productPeak(train::DeviceChoice, train::Precision, int) override { return 0; }
    train::ModelFacts inspect(const std::filesystem::path&) override
    {
        train::ModelFacts facts;
        facts.architecture = "bert";
        facts.vocabularySize = 7;
        facts.maxPositions = 512;
        return facts;
    }
    std::unique_ptr<train::Trainer> newTrainer(const train::TrainerRequest& request) override
    {
        return std::make_unique<Counter>(*this, request);
    }
    std::unique_ptr<train::Predictor> newPredictor(const std::filesystem::path&,
                                                   const train::PredictorOptions&) override
    {
        return nullptr;
    }

private:
    class Counter final : public train::Trainer
    {
    public:
        Counter(FakeTraining& engine, const train::TrainerRequest& request)
            : m_engine(engine)
            , m_settings(request.settings)
            , m_classes(request.labels.size())
        {}

        const train::DeviceFacts& device() const override { return m_device; }
        std::int64_t memoryEstimate(std::int64_t, std::int64_t) const override { return 0; }
        void restore(const std::filesystem::path& checkpoint, const train::BatchSource&) override
        {
            m_step = readStep(checkpoint);
            m_engine.restoredSteps.push_back(m_step);
        }
        train::TrainingOutcome train(train::BatchSource& batches, train::EvaluationSource& validation,
                                     train::TrainingSink& sink) override
        {
            while (m_step < m_settings.totalSteps) {
                batches.batches(m_step);
                train::StepReport report;
                report.step = ++m_step;
                report.tokens = 100;
                report.seconds = 0.5;
                ++m_engine.trained;
                sink.step(report);
                if (m_settings.evaluateEvery > 0 && m_step % m_settings.evaluateEvery == 0) {
                    train::Predictions predictions = predict(validation);
                    predictions.loss = m_engine.loss(m_step);
                    sink.evaluated(m_step, predictions);
                }
                if (m_engine.afterStep)
                    m_engine.afterStep(m_step);
                for (;;) {
                    const train::TrainerCommand command = sink.command();
                    if (command == train::TrainerCommand::Stop)
                        return {train::TrainingEnd::Stopped, m_step};
                    if (command == train::TrainerCommand::Continue)
                        break;
                    save(sink);
                }
                if (m_settings.checkpointEvery > 0 && m_step % m_settings.checkpointEvery == 0)
                    save(sink);
            }
            return {train::TrainingEnd::Finished, m_step};
        }
        train::Predictions predict(train::EvaluationSource& rows) override
        {
            const auto count = static_cast<std::size_t>(rows.rows()) * m_classes;
            return {std::vector<float>(count, 1.0F / static_cast<float>(m_classes)), 0.5};
        }
        void save(const std::filesystem::path& folder) const override
        {
            base::writeFileAtomically(folder / "config.json", "{}");
            base::writeFileAtomically(folder / "model.safetensors", "trained");
        }

    private:
        static std::int64_t readStep(const std::filesystem::path& checkpoint)
        {
            std::int64_t step = 0;
            std::ifstream(checkpoint) >> step;
            return step;
        }
        void save(train::TrainingSink& sink) const
        {
            const std::filesystem::path file = sink.newCheckpoint();
            base::File::create(file).write(std::to_string(m_step));
            sink.checkpointWritten(m_step, file);
        }

        FakeTraining& m_engine;
        train::TrainerSettings m_settings;
        std::size_t m_classes;
        train::DeviceFacts m_device;
        std::int64_t m_step = 0;
    };
};

} // namespace lepton::testing

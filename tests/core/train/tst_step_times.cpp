// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "train/step_times.h"

#include <QTest>

#include <functional>

using namespace lepton;
using train::StepTimes;

namespace {

/// Says that a step takes a hundredth of a second for each of its tokens, padding counted; the first one ten
/// times as long.
class FakeTrainer final : public train::Trainer
{
public:
    FakeTrainer(train::TrainerSettings settings, int& trained, std::function<void()> afterStep)
        : m_settings(std::move(settings))
        , m_trained(trained)
        , m_afterStep(std::move(afterStep))
    {
        m_device.threads = 3;
    }

    const train::DeviceFacts& device() const override { return m_device; }
    std::int64_t memoryEstimate(std::int64_t rows, std::int64_t length) const override
    {
        return rows * length;
    }
    void restore(const std::filesystem::path&, const train::BatchSource&) override {}
    train::TrainingOutcome train(train::BatchSource& batches, train::EvaluationSource& validation,
                                 train::TrainingSink& sink) override
    {
        if (validation.rows() != 0)
            throw base::Error(base::ErrorCode::Internal, "A measurement evaluates nothing.");
        for (std::int64_t step = 0; step < m_settings.totalSteps; ++step) {
            std::int64_t padded = 0;
            for (const auto& batch : batches.batches(step)) {
                std::size_t longest = 0;
                for (std::size_t row = 0; row < batch.rows(); ++row)
                    longest = std::max(longest, batch.length(row));
                padded += static_cast<std::int64_t>(longest * batch.rows());
            }
            train::StepReport report;
            report.step = step + 1;
            report.seconds = static_cast<double>(padded) * (step == 0 ? 0.1 : 0.01);
            ++m_trained;
            sink.step(report);
            if (m_afterStep)
                m_afterStep();
            if (sink.command() == train::TrainerCommand::Stop)
                break;
        }
        return {};
    }
    train::Predictions predict(train::EvaluationSource& rows) override
    {
        predicted = rows.rows();
        rows.batch(0);
        return {};
    }
    void save(const std::filesystem::path&) const override {}

    std::int64_t predicted = 0;

private:
    train::TrainerSettings m_settings;
    train::DeviceFacts m_device;
    int& m_trained;
    std::function<void()> m_afterStep;
};

class FakeEngine final : public train::Engine
{
public:
    train::DeviceFacts device(train::DeviceChoice, train::Precision, int) override { return {}; }
    double productPeak(train::DeviceChoice, train::Precision, int) override { return 0; }
    train::ModelFacts inspect(const std::filesystem::path&) override { return {}; }
    std::unique_ptr<train::Trainer> newTrainer(const train::TrainerRequest& request) override
    {
        settings = request.settings;
        return std::make_unique<FakeTrainer>(request.settings, trained, afterStep);
    }
    std::unique_ptr<train::Predictor> newPredictor(const std::filesystem::path&,
                                                   const train::PredictorOptions&) override
    {
        return nullptr;
    }

    train::TrainerSettings settings;
    int trained = 0;
    std::function<void()> afterStep;
};

train::TokenisedRows rows(std::size_t count)
{
    auto tokens = std::make_shared<text::TokenBatch>();
    auto labels = std::make_shared<std::vector<std::int32_t>>();
    train::TokenisedRows result;
    tokens->offsets.push_back(0);
    for (std::size_t i = 0; i < count; ++i) {
        tokens->ids.insert(tokens->ids.end(), 3 + i % 5, 7);
        tokens->offsets.push_back(tokens->ids.size());
        labels->push_back(static_cast<std::int32_t>(i % 2));
        result.positions.push_back(static_cast<std::int64_t>(i));
    }
    result.tokens = tokens;
    result.labels = labels;
    return result;
}

} // namespace

class TestStepTimes : public QObject
{
    Q_OBJECT

private:
    FakeEngine m_engine;

    StepTimes measure(std::chrono::milliseconds enough, const base::Cancellation& cancellation = {})
    {
        train::TokenisedBatchSource batches(rows(100), 4, 2, 1);
        train::TokenisedEvaluationSource validation(rows(150), 64);
        train::TrainerSettings settings;
        settings.totalSteps = 5'000;
        settings.evaluateEvery = 2;
        return measureSteps(m_engine, {{}, {"a", "b"}, settings}, batches, validation, 7, cancellation,
                            enough);
    }

private Q_SLOTS:
    void init() { m_engine = {}; }

    void leavesTheFirstStepOut()
    {
        const auto times = measure(std::chrono::hours(1));
        QCOMPARE(m_engine.trained, 4);
        QCOMPARE(times.steps, 3);
        QVERIFY(std::abs(times.secondsPerToken - 0.01) < 1e-9);
        QCOMPARE(times.memory, 4 * 7);
        QCOMPARE(times.device.threads, 3);
        QVERIFY(times.evaluationSecondsPerToken > 0);
    }

    void stopsWhenItKnowsEnough()
    {
        const auto times = measure(std::chrono::milliseconds(1));
        QCOMPARE(times.steps, 1);
        QVERIFY(std::abs(times.secondsPerToken - 0.01) < 1e-9);
    }

    void stopsWhenItIsCancelled()
    {
        base::CancellationSource source;
        m_engine.afterStep = [&] { source.request(); };
        const auto error = testing::errorOf([&] { measure(std::chrono::hours(1), source.token()); });
        QVERIFY(error && error->code() == base::ErrorCode::Cancelled);
        QCOMPARE(m_engine.trained, 1);
    }

    void trainsAsTheRecipeSays()
    {
        measure(std::chrono::milliseconds(1));
        QCOMPARE(m_engine.settings.learningRate, train::TrainerSettings().learningRate);
        QCOMPARE(m_engine.settings.evaluateEvery, 0);
        QCOMPARE(m_engine.settings.checkpointEvery, 0);
    }

    void addsUpTheWholeRun()
    {
        StepTimes times;
        times.secondsPerToken = 0.001;
        times.evaluationSecondsPerToken = 0.0004;
        train::RunWork work;
        work.steps = 100;
        work.stepTokens = 500;
        work.evaluations = 5;
        work.validationTokens = 1'000;
        work.testTokens = 2'000;
        // 50 s of steps, 2 s of validation, 0.8 s of the test
        QVERIFY(std::abs(times.secondsOf(work) - 52.8) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestStepTimes)
#include "tst_step_times.moc"

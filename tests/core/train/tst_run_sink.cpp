// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_fixture.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "jobs/job_queue.h"
#include "train/metric_writer.h"
#include "train/run_sink.h"

#include <QTest>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

using namespace lepton;
using namespace std::chrono_literals;
using testing::RunFixture;
using train::RunSink;
using train::TrainerCommand;

namespace {

class HandClock final : public base::Clock
{
public:
    std::chrono::nanoseconds time{};

    base::UtcTime now() const override { return {1'800'000'000'000}; }
    std::chrono::nanoseconds monotonic() const override { return time; }
};

class QuietJob final : public jobs::JobContext
{
public:
    jobs::StopRequest asked = jobs::StopRequest::None;

    const nlohmann::json& params() const override { return m_params; }
    base::JobId id() const override { return m_id; }
    const std::string& subject() const override { return m_subject; }
    base::Cancellation cancellation() const override { return {}; }
    base::Progress& progress() override { return m_progress; }
    jobs::StopRequest stopRequest() const noexcept override { return asked; }
    jobs::StopRequest waitWhilePaused() override { return asked = jobs::StopRequest::None; }
    void setResult(nlohmann::json) override {}
    void log(std::string_view) override {}

private:
    nlohmann::json m_params;
    base::JobId m_id = base::JobId::generate();
    std::string m_subject;
    base::Progress m_progress;
};

/// A run whose trainer is played by hand.
class Training
{
public:
    explicit Training(const std::string& setting)
        : m_writer(m_fixture.workspace())
        , m_run(m_fixture.start(draftWith(setting)))
        , m_sink({m_fixture.workspace(), m_fixture.records(), m_writer, job, [](const auto&) {}, clock},
                 {m_run, m_classes, {0, 1, 0, 1}, 10})
    {}

    HandClock clock;
    QuietJob job;

    void step()
    {
        train::StepReport report;
        report.step = ++m_steps;
        m_sink.step(report);
    }
    TrainerCommand command() { return m_sink.command(); }
    /// An evaluation that reads @p right of four rows right, with @p loss.
    train::Verdict evaluate(int right, double loss)
    {
        train::Predictions predictions;
        predictions.loss = loss;
        for (int row = 0; row < 4; ++row) {
            const bool isYes = (row < right) == (row % 2 == 1);
            predictions.probabilities.insert(predictions.probabilities.end(),
                                             {isYes ? 0.1F : 0.9F, isYes ? 0.9F : 0.1F});
        }
        return m_sink.evaluated(m_steps, predictions);
    }
    void save()
    {
        const std::filesystem::path file = m_sink.newCheckpoint();
        base::File::create(file).write("weights of step " + std::to_string(m_steps));
        m_sink.checkpointWritten(m_steps, file);
    }
    std::int64_t bestStep() { return m_fixture.records().store().find(m_run.id)->bestStep; }
    std::int64_t savedStep()
    {
        const auto artifacts = m_fixture.records().store().artifacts(m_run.id);
        return artifacts.size() == 1 ? artifacts.front().step : 0;
    }

private:
    static train::NewRun draftWith(const std::string& setting)
    {
        train::NewRun draft;
        draft.recipe.datasetVersion = base::DatasetVersionId::generate();
        draft.recipe.baseModel = train::BaseModelId::generate();
        set(draft.recipe, setting);
        draft.dataset = base::DatasetId::generate();
        return draft;
    }

    RunFixture m_fixture;
    train::MetricWriter m_writer;
    train::Run m_run;
    std::vector<std::string> m_classes{"no", "yes"};
    RunSink m_sink;
    std::int64_t m_steps = 0;
};

} // namespace

/// What a run asks of its trainer between two steps.
class TestRunSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowStepsAreSavedAfterSomeTime()
    {
        Training training("checkpoint_every=200");
        training.step();
        QCOMPARE(training.command(), TrainerCommand::Continue);
        training.clock.time += RunSink::longestUnsaved - 1s;
        training.step();
        QCOMPARE(training.command(), TrainerCommand::Continue);
        training.clock.time += 1s;
        QCOMPARE(training.command(), TrainerCommand::SaveAndContinue);
        training.save();
        QCOMPARE(training.savedStep(), std::int64_t{2});
        QCOMPARE(training.command(), TrainerCommand::Continue);

        // A pass of evaluation may take as long: nothing new is there to save.
        training.clock.time += 2 * RunSink::longestUnsaved;
        QCOMPARE(training.command(), TrainerCommand::Continue);
        training.step();
        QCOMPARE(training.command(), TrainerCommand::SaveAndContinue);
    }

    void noneWhereNoneAreWanted()
    {
        Training training("checkpoint_every=0");
        training.step();
        training.clock.time += 10 * RunSink::longestUnsaved;
        QCOMPARE(training.command(), TrainerCommand::Continue);
    }

    void theEarliestOfEqualScoresStaysTheBest()
    {
        Training training("early_stopping_patience=2");
        training.step();
        QVERIFY(training.evaluate(2, 0.9).best);
        training.step();
        QVERIFY(training.evaluate(3, 0.8).best);
        training.step();
        const auto equal = training.evaluate(3, 0.5); // the loss falls, and yet nothing is gained
        QVERIFY(!equal.best);
        QVERIFY(!equal.stop);
        training.step();
        QVERIFY(training.evaluate(3, 0.4).stop);
        training.save();
        QCOMPARE(training.bestStep(), std::int64_t{2});
    }

    void whoInterruptsKeepsTheLastStep()
    {
        Training training("checkpoint_every=0");
        training.step();
        training.job.asked = jobs::StopRequest::Interrupt;
        QCOMPARE(training.command(), TrainerCommand::SaveAndContinue);
        training.save();
        QCOMPARE(training.command(), TrainerCommand::Stop);
        QCOMPARE(training.savedStep(), std::int64_t{1});
    }
};

QTEST_GUILESS_MAIN(TestRunSink)
#include "tst_run_sink.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_training.h"
#include "run_fixture.h"

#include "base/error.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "train/training_service.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <future>

using namespace lepton;
using jobs::JobState;
using testing::FakeTraining;
using testing::RunFixture;
using train::Run;
using train::RunStop;

namespace {

/// A workspace with a data set, a base model whose trainer is a fake, and a queue with one slot.
class Laboratory
{
public:
    Laboratory()
        : m_datasets(m_fixture.workspace(), "test", [](data::DatasetAction) {})
        , m_models(
              m_fixture.workspace(), [](train::TrainAction) {}, engine())
        , m_service(
              {m_fixture.workspace(), m_datasets, m_models, engine(), [](train::TrainAction) {}, "test"})
        , m_queue(m_fixture.workspace(), {.slots = 1})
    {
        m_queue.registerKind(train::TrainingService::jobKind,
                             [this](jobs::JobContext& job) { return m_service.run(job); },
                             {.pausable = true});
        m_queue.registerKind("other work", [this](jobs::JobContext&) {
            m_slotIsFree.get_future().wait();
            return nlohmann::json();
        });
    }

    FakeTraining training;

    RunFixture& fixture() { return m_fixture; }
    train::TrainingService& service() { return m_service; }
    jobs::JobQueue& queue() { return m_queue; }

    Run start(const std::vector<std::string>& settings = {"max_steps=10", "checkpoint_every=0"})
    {
        base::Progress progress;
        data::ImportRequest request;
        request.file = file("rows.csv", rows());
        request.name = "rows";
        train::Recipe recipe;
        recipe.datasetVersion = m_datasets.import(request, base::Cancellation(), progress).version.id;
        recipe.baseModel = m_models.import(modelFolder(), "model", base::Cancellation(), progress).model.id;
        recipe.textColumn = "text";
        recipe.labelColumn = "label";
        for (const std::string& setting : settings)
            set(recipe, setting);
        return m_service.start(m_queue, recipe);
    }
    Run resume(const Run& run) { return m_service.resume(m_queue, run.id); }
    /// The run once its latest job has ended.
    Run ended(const Run& run)
    {
        m_queue.wait(run.job);
        return m_service.runs().find(run.id).value();
    }
    /// What is stopped after so many steps.
    void stopAt(std::int64_t step, RunStop how)
    {
        training.afterStep = [this, step, how](std::int64_t done) {
            if (done == step)
                m_service.stop(m_queue, m_service.runs().findByNumber(1).value(), how);
        };
    }
    /// A run with a checkpoint at step 3.
    Run interrupted()
    {
        stopAt(3, RunStop::KeepCheckpoint);
        const Run run = ended(start());
        training.afterStep = {};
        return run;
    }
    /// The step of the run's checkpoint; -1: it has none.
    std::int64_t checkpoint(const Run& run)
    {
        for (const train::RunArtifact& artifact : m_service.runs().artifacts(run.id)) {
            if (artifact.kind == train::ArtifactKind::Checkpoint)
                return artifact.step;
        }
        return -1;
    }
    /// Kinds of the events of runs, oldest first.
    std::string events()
    {
        std::string kinds;
        for (const store::Event& event : m_fixture.workspace().events(1, 1'000)) {
            if (event.kind.starts_with("run."))
                kinds += (kinds.empty() ? "" : " ") + event.kind.substr(4);
        }
        return kinds;
    }

    base::JobId occupySlot()
    {
        return m_queue.submit({.kind = "other work", .title = "Other", .params = {}});
    }
    void freeSlot() { m_slotIsFree.set_value(); }

private:
    std::function<train::Engine&()> engine()
    {
        return [this]() -> train::Engine& { return training; };
    }
    std::filesystem::path file(const std::string& name, const std::string& bytes) const
    {
        const auto path = m_fixture.folder().parent_path() / name;
        base::writeFileAtomically(path, bytes);
        return path;
    }
    static std::string rows()
    {
        std::string text = "text,label\n";
        for (int i = 0; i < 60; ++i)
            text += "play number " + std::to_string(i) + (i % 2 == 0 ? ",good\n" : ",bad\n");
        return text;
    }
    std::filesystem::path modelFolder() const
    {
        const auto folder = m_fixture.folder().parent_path() / "model";
        std::filesystem::create_directories(folder);
        base::writeFileAtomically(folder / "config.json", "{}");
        base::writeFileAtomically(folder / "model.safetensors", "weights");
        base::writeFileAtomically(folder / "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\nnumber\n");
        return folder;
    }

    RunFixture m_fixture;
    data::DatasetService m_datasets;
    train::BaseModelService m_models;
    train::TrainingService m_service;
    std::promise<void> m_slotIsFree;
    jobs::JobQueue m_queue;
};

} // namespace

/// Runs from start to end, with a trainer that only counts.
class TestTrainingService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8()); }

    void aRunCompletes()
    {
        Laboratory laboratory;
        const Run run = laboratory.ended(laboratory.start());
        QVERIFY2(run.state == JobState::Completed, run.errorMessage.c_str());
        QCOMPARE(run.metrics.at("steps"), 10.0);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{-1});
        QCOMPARE(laboratory.events(), std::string("started completed"));
        // so that jobs can be told apart where they have little room
        QCOMPARE(laboratory.queue().find(run.job)->title, std::string("R-1 rows, model"));
    }

    void stoppingKeepsACheckpoint()
    {
        Laboratory laboratory;
        const Run run = laboratory.interrupted();
        QVERIFY(run.state == JobState::Interrupted);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{3});
        const Run done = laboratory.ended(laboratory.resume(run));
        QVERIFY(done.state == JobState::Completed);
        QCOMPARE(laboratory.training.restoredSteps, std::vector<std::int64_t>{3});
        QCOMPARE(laboratory.training.trained, 10);
    }

    void droppingAtWork()
    {
        Laboratory laboratory;
        Run run = laboratory.interrupted();
        laboratory.stopAt(5, RunStop::DropCheckpoint);
        run = laboratory.ended(laboratory.resume(run));
        QVERIFY(run.state == JobState::Cancelled);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{-1});
        QCOMPARE(laboratory.events(), std::string("started resumed stopped"));
        QVERIFY(!laboratory.service().metrics().series(run.number, "train/loss").empty()); // its curves stay
    }

    void droppingBeforeItBegins_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("queued") << false;
        QTest::newRow("paused in the queue") << true;
    }
    void droppingBeforeItBegins()
    {
        QFETCH(bool, isHeld);
        Laboratory laboratory;
        Run run = laboratory.interrupted();
        const base::JobId other = laboratory.occupySlot();
        run = laboratory.resume(run);
        if (isHeld)
            laboratory.queue().pause(run.job);
        laboratory.service().stop(laboratory.queue(), run, RunStop::DropCheckpoint);
        run = laboratory.ended(run);
        laboratory.freeSlot();
        laboratory.queue().wait(other);
        QVERIFY(run.state == JobState::Cancelled);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{-1});
        QCOMPARE(laboratory.events(), std::string("started resumed stopped"));

        // That was then: what is stopped later is kept where that is asked for.
        laboratory.stopAt(4, RunStop::KeepCheckpoint);
        run = laboratory.ended(laboratory.resume(run));
        QVERIFY(run.state == JobState::Interrupted);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{4});
    }

    void anEndedRunIsNotStopped()
    {
        Laboratory laboratory;
        const Run run = laboratory.interrupted();
        laboratory.service().stop(laboratory.queue(), run, RunStop::DropCheckpoint);
        QCOMPARE(laboratory.checkpoint(run), std::int64_t{3});
        QCOMPARE(laboratory.events(), std::string("started"));
    }

    void aFailureWhileItIsInterrupted()
    {
        Laboratory laboratory;
        laboratory.training.afterStep = [&](std::int64_t) {
            laboratory.queue().interrupt(laboratory.service().runs().findByNumber(1)->job);
            throw base::Error(base::ErrorCode::Diverged, "The loss is no number.");
        };
        const Run run = laboratory.ended(laboratory.start());
        QVERIFY(run.state == JobState::Failed);
        QCOMPARE(laboratory.events(), std::string("started failed"));
    }

    /// Of steps that are done anew, what they came to before does not count: numbers may differ.
    void stepsThatAreDoneAnew_data()
    {
        QTest::addColumn<QString>("checkpointEvery");
        QTest::newRow("from the checkpoint") << "checkpoint_every=3";
        QTest::newRow("from the beginning") << "checkpoint_every=0";
    }
    void stepsThatAreDoneAnew()
    {
        QFETCH(QString, checkpointEvery);
        Laboratory laboratory;
        laboratory.training.loss = [](std::int64_t step) { return step == 5 ? 0.125 : 0.5; };
        laboratory.training.afterStep = [](std::int64_t step) {
            if (step == 5)
                throw base::Error(base::ErrorCode::Io, "The machine broke off.");
        };
        const auto best = [&](const Run& run) {
            return laboratory.service().lists().rows(std::span(&run.number, 1)).at(0).best.value_or(-1);
        };
        Run run = laboratory.ended(
            laboratory.start({"max_steps=8", "eval_every=1", "metric=loss", checkpointEvery.toStdString()}));
        QVERIFY(run.state == JobState::Failed);
        QCOMPARE(best(run), 0.125);
        laboratory.training.loss = [](std::int64_t) { return 0.25; };
        laboratory.training.afterStep = {};
        run = laboratory.ended(laboratory.resume(run));
        QVERIFY(run.state == JobState::Completed);
        QCOMPARE(best(run), 0.25);
        QCOMPARE(run.metrics.at("training_seconds"), 4.0); // 8 steps of half a second
    }

    void noticesAreKept()
    {
        Laboratory laboratory;
        const Run run = laboratory.ended(laboratory.start({"max_steps=1", "batch_size=100"}));
        const auto& notices = run.data.at("notices");
        QVERIFY2(!notices.empty(), run.data.dump().c_str());
        const auto batch = std::ranges::find_if(
            notices, [](const auto& notice) { return notice.at("kind") == "batch_above_rows"; });
        QVERIFY2(batch != notices.end(), notices.dump().c_str());
        QCOMPARE(batch->at("number").get<int>(), 48);
    }

private:
    QTemporaryDir m_cache;
};

QTEST_APPLESS_MAIN(TestTrainingService)
#include "tst_training_service.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_fixture.h"
#include "support/error_of.h"

#include "base/error.h"

#include <QFloat16> // a complete type, for nlohmann::json in QCOMPARE
#include <QTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace lepton;
using jobs::JobState;
using testing::errorOf;
using testing::kindOf;
using testing::RunFixture;
using train::ArtifactKind;
using train::NewRun;
using train::Run;

namespace {

NewRun draftOf(const std::string& dataset)
{
    NewRun draft;
    draft.recipe.datasetVersion = base::DatasetVersionId::generate();
    draft.recipe.baseModel = train::BaseModelId::generate();
    draft.recipe.textColumn = "text";
    draft.recipe.labelColumn = "label";
    set(draft.recipe, "epochs=3");
    draft.recipeHash = "hash";
    draft.dataset = base::DatasetId::generate();
    draft.datasetName = dataset;
    draft.datasetNumber = 2;
    draft.datasetHash = "content";
    draft.baseModelName = "minilm";
    draft.baseModelHash = "weights";
    return draft;
}

} // namespace

class TestRunRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunFromStartToEnd()
    {
        RunFixture fixture;
        const NewRun draft = draftOf("tweets");
        Run run = fixture.start(draft);
        QCOMPARE(run.name(), std::string("R-1"));
        QVERIFY(run.id == draft.id && run.recipe == draft.recipe);
        QCOMPARE(run.datasetName, std::string("tweets"));
        QCOMPARE(run.datasetNumber, 2);
        QCOMPARE(run.baseModelName, std::string("minilm"));
        QVERIFY(run.state == JobState::Queued && run.metrics.empty() && run.report.is_null());

        run.environment = {{"device", "cpu"}};
        run.data = {{"classes", {"a", "b"}}};
        run.totalSteps = 600;
        fixture.records().setFacts(run);
        fixture.records().checkpoint(run, fixture.keep("checkpoint"), 200, 150);
        run = fixture.records().store().find(run.id).value();
        QCOMPARE(run.environment["device"], nlohmann::json("cpu"));
        QCOMPARE(run.totalSteps, std::int64_t{600});
        QCOMPARE(run.bestStep, std::int64_t{150});
        QCOMPARE(fixture.records().store().artifacts(run.id).at(0).step, std::int64_t{200});

        const auto model = fixture.keep("weights");
        const auto predictions = fixture.keep("predictions");
        train::RunResult result;
        result.bestStep = 450;
        const double third = 1.0 / 3;
        result.metrics = {
            {"test/macro_f1", third}, {"test/loss", std::numeric_limits<double>::infinity()}, {"x", NAN}};
        result.report = {{"accuracy", 0.5}};
        result.artifacts = {
            {ArtifactKind::Model, "model.safetensors", model.hash, model.bytes, 450},
            {ArtifactKind::Predictions, "predictions.parquet", predictions.hash, predictions.bytes, 450}};
        fixture.records().complete(run, result);
        fixture.endJob(run.id, JobState::Completed);
        run = fixture.records().store().find(run.id).value();
        QVERIFY(run.state == JobState::Completed && run.finished);
        QVERIFY(run.metrics.at("test/macro_f1") == third);
        QVERIFY(std::isinf(run.metrics.at("test/loss")) && std::isnan(run.metrics.at("x")));
        QCOMPARE(run.report["accuracy"], nlohmann::json(0.5));
        const auto artifacts = fixture.records().store().artifacts(run.id);
        QCOMPARE(artifacts.size(), std::size_t{2}); // the checkpoint is gone
        QCOMPARE(artifacts[0].name, std::string("model.safetensors"));
        QCOMPARE(fixture.events(), std::string("run.started run.completed"));
        const auto detail = nlohmann::json::parse(fixture.workspace().latestEvents(0, 1).at(0).detail);
        QCOMPARE(detail["artifacts"][0]["hash"], nlohmann::json(model.hash));
        QCOMPARE(detail["metrics"]["test/loss"], nlohmann::json("inf"));
    }

    void theCheckpointBeforeIsRemovedAtOnce()
    {
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        const auto first = fixture.keep("first"), second = fixture.keep("second");
        fixture.records().checkpoint(run, first, 1, 0);
        fixture.records().checkpoint(run, second, 2, 0);
        QCOMPARE(kindOf([&] { fixture.workspace().objects().path(first.hash); }), "not_found");
        fixture.workspace().objects().path(second.hash);
        fixture.records().checkpoint(run, fixture.keep("second"), 3, 0); // the same bytes again
        fixture.workspace().objects().path(second.hash);
        const auto artifacts = fixture.records().store().artifacts(run.id);
        QCOMPARE(artifacts.size(), std::size_t{1});
        QCOMPARE(artifacts[0].step, std::int64_t{3});
        // A collection without grace keeps it: a row names it.
        fixture.workspace().objects().collect(fixture.workspace(), std::chrono::seconds(-1),
                                              base::Cancellation());
        fixture.workspace().objects().path(second.hash);
    }

    void twoRunsMayShareAnObject()
    {
        RunFixture fixture;
        const Run a = fixture.start(draftOf("a")), b = fixture.start(draftOf("b"));
        const auto object = fixture.keep("shared");
        fixture.records().checkpoint(a, object, 1, 0);
        fixture.records().checkpoint(b, object, 1, 0);
        fixture.records().checkpoint(a, fixture.keep("next"), 2, 0);
        fixture.workspace().objects().path(object.hash);
    }

    void resuming()
    {
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        const auto resume = [&] {
            fixture.workspace().write([&](store::Transaction& transaction) {
                fixture.records().resume(transaction, run.id, fixture.addJob(transaction, run.id));
            });
        };
        // A job of the run is open: the catalog itself refuses a second one.
        QVERIFY(errorOf(resume));
        fixture.endJob(run.id, JobState::Interrupted);
        fixture.records().checkpoint(run, fixture.keep("checkpoint"), 40, 0);
        resume();
        const Run resumed = fixture.records().store().find(run.id).value();
        QVERIFY(resumed.job != run.job && resumed.state == JobState::Queued && resumed.number == 1);
        QVERIFY(fixture.records().store().findByJob(resumed.job));
        QCOMPARE(fixture.events(), std::string("run.started run.resumed"));
        const auto detail = nlohmann::json::parse(fixture.workspace().latestEvents(0, 1).at(0).detail);
        QCOMPARE(detail["from_step"], nlohmann::json(40));
        fixture.endJob(run.id, JobState::Completed);
        QCOMPARE(kindOf(resume), "already_decided");
    }

    void aJobThatLostItsRunChangesNothing()
    {
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        fixture.records().checkpoint(run, fixture.keep("checkpoint"), 40, 30);
        fixture.endJob(run.id, JobState::Interrupted); // as another machine does when this one slept
        fixture.workspace().write([&](store::Transaction& transaction) {
            fixture.records().resume(transaction, run.id, fixture.addJob(transaction, run.id));
        });
        const std::string events = fixture.events();
        const auto late = fixture.keep("late");
        QCOMPARE(kindOf([&] { fixture.records().setFacts(run); }), "cancelled");
        QCOMPARE(kindOf([&] { fixture.records().checkpoint(run, late, 50, 50); }), "cancelled");
        QCOMPARE(kindOf([&] { fixture.records().complete(run, {}); }), "cancelled");
        fixture.records().fail(run, base::Error(base::ErrorCode::Cancelled, "Stopped."));
        fixture.records().stopWithoutCheckpoint(run);
        QCOMPARE(fixture.events(), events);
        const Run now = fixture.records().store().find(run.id).value();
        QVERIFY(now.report.is_null() && now.bestStep == 30);
        QCOMPARE(fixture.records().store().artifacts(run.id).at(0).step, std::int64_t{40});
    }

    void resumingWhileItRuns()
    {
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        const auto error = errorOf([&] {
            fixture.workspace().write([&](store::Transaction& transaction) {
                fixture.records().resume(transaction, run.id, base::JobId::generate());
            });
        });
        QVERIFY(error && error->code() == base::ErrorCode::Busy);
        QVERIFY(error->message().starts_with("R-1 "));
    }

    void failuresAreEvents()
    {
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        fixture.records().fail(run, base::Error(base::ErrorCode::Diverged, "The loss is no number."));
        fixture.endJob(run.id, JobState::Failed, "The loss is no number.");
        const Run failed = fixture.records().store().find(run.id).value();
        QVERIFY(failed.state == JobState::Failed);
        QCOMPARE(failed.errorMessage, std::string("The loss is no number."));
        fixture.records().fail(run, base::Error(base::ErrorCode::Cancelled, "Cancelled."));
        QCOMPARE(fixture.events(), std::string("run.started run.failed run.stopped"));
    }

    void withoutAMember()
    {
        RunFixture fixture;
        fixture.workspace().setSigner(nullptr);
        QCOMPARE(kindOf([&] { fixture.start(draftOf("tweets")); }), "no_member");
        QVERIFY(fixture.records().store().list().empty());
    }

    void numbersOfManyAtOnce()
    {
        RunFixture fixture;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&fixture] {
                    for (int k = 0; k < 5; ++k)
                        fixture.start(draftOf("tweets"));
                });
        }
        const auto runs = fixture.records().store().list();
        QCOMPARE(runs.size(), std::size_t{20});
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(runs[i].number, static_cast<std::int64_t>(20 - i)); // newest first, without gaps
    }

    void listing()
    {
        RunFixture fixture;
        const NewRun draft = draftOf("tweets");
        fixture.start(draft);
        NewRun other = draftOf("reviews");
        other.recipe.baseModel = draft.recipe.baseModel;
        const Run second = fixture.start(other);
        fixture.endJob(second.id, JobState::Cancelled);
        train::RunStore& store = fixture.records().store();
        train::RunQuery query;
        query.dataset = draft.dataset;
        QCOMPARE(store.list(query).size(), std::size_t{1});
        query = {};
        query.baseModel = draft.recipe.baseModel;
        QCOMPARE(store.list(query).size(), std::size_t{2});
        query.states = {JobState::Cancelled, JobState::Failed};
        QCOMPARE(store.list(query).at(0).number, std::int64_t{2});
        query = {};
        query.limit = 1;
        query.offset = 1;
        QCOMPARE(store.list(query).at(0).number, std::int64_t{1});
    }

    void naming_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        for (const char* name : {"R-1", "r-1", "1", "UUID", "uuid in capitals"})
            QTest::newRow(name) << name << true;
        for (const char* name :
             {"R-2", "R-", "", "R-1x", "R--1", "0", "-1", "tweets", "R-99999999999999999999"})
            QTest::newRow(*name ? name : "nothing") << name << false;
    }
    void naming()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        RunFixture fixture;
        const Run run = fixture.start(draftOf("tweets"));
        if (text.startsWith("u", Qt::CaseInsensitive)) {
            const QString id = QString::fromStdString(run.id.toString());
            text = text == "UUID" ? id : id.toUpper();
        }
        const auto error =
            errorOf([&] { QVERIFY(fixture.records().store().resolve(text.toStdString()).id == run.id); });
        QCOMPARE(!error, found);
        if (error)
            QVERIFY2(error->message().find("The newest one is R-1") != std::string::npos, error->what());
    }
};

QTEST_GUILESS_MAIN(TestRunRecords)
#include "tst_run_records.moc"

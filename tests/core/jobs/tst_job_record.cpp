// SPDX-License-Identifier: GPL-3.0-or-later
// What is recorded of a job: with what it is committed, its subject, its log, whose fault its failure was.
#include "jobs_fixture.h"
#include "support/error_of.h"

#include "jobs/job_store.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace lepton;
using base::Error;
using base::ErrorCode;
using jobs::FaultSide;
using jobs::JobContext;
using jobs::JobInfo;
using jobs::JobQueue;
using jobs::JobState;
using testing::kindOf;
using testing::stateIn;
using testing::Stepper;

Q_DECLARE_METATYPE(lepton::jobs::FaultSide)

class TestJobRecord : public QObject
{
    Q_OBJECT

private:
    testing::JobsFixture m_fixture;

private Q_SLOTS:
    void init() { m_fixture.makeWorkspace(); }
    void cleanup() { m_fixture.close(); }

    void commitsTogetherWithWhatItIsAbout()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [](JobContext& context) -> nlohmann::json {
            return {{"subject", context.subject()}};
        });
        std::string job;
        const auto id =
            queue.submit({"train", "R-1", {}, "run-1"},
                         [&](store::Transaction& transaction, const base::JobId& given, std::string&) {
                             job = given.toString();
                             transaction.append({"run.created", "run-1", {{"job", job}}});
                         });
        QCOMPARE(id.toString(), job);
        const JobInfo info = queue.wait(id);
        QCOMPARE(info.subject, std::string("run-1"));
        QCOMPARE(info.result.at("subject").get<std::string>(), std::string("run-1"));
        const auto events = m_fixture.workspace().events(0, 100);
        QCOMPARE(events.at(0).kind, std::string("run.created"));
        QCOMPARE(events.at(1).kind, std::string("job.queued"));
        QCOMPARE(nlohmann::json::parse(events.at(1).detail).at("subject").get<std::string>(),
                 std::string("run-1"));
    }

    void isCalledAsWhatItIsAboutSays()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [](JobContext&) { return nlohmann::json(); });
        const auto id = queue.submit(
            {"train", "tweets", {}, "run-7"},
            [](store::Transaction&, const base::JobId&, std::string& title) { title = "R-7 " + title; });
        QCOMPARE(queue.wait(id).title, std::string("R-7 tweets"));
        // who reads the catalog, another process for one, sees the same
        QCOMPARE(jobs::JobStore(m_fixture.workspace()).find(id)->info.title, std::string("R-7 tweets"));
        for (const store::Event& event : m_fixture.workspace().events(0, 100))
            QCOMPARE(nlohmann::json::parse(event.detail).at("title").get<std::string>(),
                     std::string("R-7 tweets"));
    }

    void isNotThereWhenWhatItIsAboutIsRefused()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        std::atomic<int> ran{0};
        queue.registerKind("train", [&](JobContext&) {
            ++ran;
            return nlohmann::json();
        });
        const auto refuse = [](store::Transaction& transaction, const base::JobId&, std::string&) {
            transaction.append({"run.created", "run-1", {}});
            throw Error(ErrorCode::Exists, "There is such a run.");
        };
        QCOMPARE(kindOf([&] { queue.submit({"train", "R-1", {}, "run-1"}, refuse); }), "exists");
        QVERIFY(queue.active().empty());
        QVERIFY(queue.recent(10).empty());
        QCOMPARE(m_fixture.workspace().eventCount(), std::int64_t{0});
        // One that is let in afterwards is the only one that runs.
        QCOMPARE(queue.wait(queue.submit({"train", "R-1", {}, "run-1"})).state, JobState::Completed);
        QCOMPARE(ran.load(), 1);
    }

    void isFoundBySubject()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(1);
        stepper.registerKind(queue, "train");
        queue.registerKind("report", [](JobContext&) { return nlohmann::json(); });
        QVERIFY(!queue.latestFor("run-1"));
        queue.wait(queue.submit({"report", "no subject", {}}));
        QVERIFY(!queue.latestFor(""));
        const auto first = queue.submit({"train", "R-1", {}, "run-1"});
        QTRY_COMPARE(stepper.begun(), 1);
        QCOMPARE(queue.latestFor("run-1")->id, first);
        QCOMPARE(queue.latestFor("run-1")->progress.total, std::int64_t{1}); // live
        QVERIFY(queue.latestFor("run-1")->pausable);

        // Another kind may work on it at the same time, the same kind may not.
        const auto report = queue.submit({"report", "R-1 report", {}, "run-1"});
        queue.wait(report);
        QCOMPARE(queue.latestFor("run-1")->id, report);
        const auto error = testing::errorOf([&] { queue.submit({"train", "R-1", {}, "run-1"}); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::Busy);
        QVERIFY(error->message().find("\"R-1\"") != std::string::npos);
        stepper.permit(1);
        queue.wait(first);
        stepper.permit(1);
        const auto second = queue.submit({"train", "R-1", {}, "run-1"});
        QCOMPARE(queue.wait(second).state, JobState::Completed);
        QCOMPARE(queue.latestFor("run-1")->id, second);
        QCOMPARE(queue.recent(1).front().subject, std::string("run-1"));
    }

    void keepsTheEndOfTheLogOfWhatEndedBadly()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [](JobContext& context) -> nlohmann::json {
            for (int i = 0; i < 300; ++i)
                context.log("step " + std::to_string(i));
            context.log("two\nlines\n");
            context.log(std::string(998, 'x') + "\xe6\x96\xb0" + std::string(500, 'y'));
            context.log("not \xff text");
            context.setResult({{"checkpoint", 250}});
            throw Error(ErrorCode::Diverged, "The loss is not a number.", "at step 299");
        });
        const auto id = queue.submit({"train", "R-1", {}});
        const JobInfo ended = queue.wait(id);
        QCOMPARE(ended.state, JobState::Failed);
        QCOMPARE(ended.logTail.size(), std::size_t{200});

        const JobInfo stored = *JobQueue(m_fixture.workspace(), {}).find(id);
        QCOMPARE(stored.errorMessage, std::string("The loss is not a number."));
        QCOMPARE(stored.errorDetail, std::string("at step 299"));
        QCOMPARE(stored.result.at("checkpoint").get<int>(), 250);
        const auto& lines = stored.logTail;
        QCOMPARE(lines.size(), std::size_t{200});
        QCOMPARE(lines.at(0), std::string("step 104"));
        QCOMPARE(lines.at(195), std::string("step 299"));
        QCOMPARE(lines.at(196), std::string("two"));
        QCOMPARE(lines.at(197), std::string("lines"));
        QCOMPARE(lines.at(198), std::string(998, 'x') + "\xe2\x80\xa6"); // cut before the character
        QCOMPARE(lines.at(199), std::string("not \xef\xbf\xbd text"));
        QVERIFY(queue.recent(1).front().logTail.empty()); // lists are light
    }

    void keepsTheLogOfWhatCompleted()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [](JobContext& context) {
            context.log("done");
            return nlohmann::json();
        });
        const auto id = queue.submit({"train", "R-1", {}});
        queue.wait(id);
        QCOMPARE(queue.find(id)->logTail, std::vector<std::string>{"done"});
        QCOMPARE(JobQueue(m_fixture.workspace(), {}).find(id)->logTail, std::vector<std::string>{"done"});
    }

    void showsTheLogOfWhatRuns()
    {
        JobQueue queue(m_fixture.workspace(), {});
        std::atomic<bool> go{false};
        queue.registerKind("train", [&](JobContext& context) {
            context.log("begun");
            while (!go && !context.cancellation().requested())
                std::this_thread::yield();
            return nlohmann::json();
        });
        const auto id = queue.submit({"train", "R-1", {}, "run-1"});
        QTRY_COMPARE(queue.find(id)->logTail, std::vector<std::string>{"begun"});
        QCOMPARE(queue.latestFor("run-1")->logTail, std::vector<std::string>{"begun"});
        QVERIFY(queue.active().front().logTail.empty());
        go = true;
        queue.wait(id);
    }

    void tellsWhoseFaultAFailureWas_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<FaultSide>("side");
        const auto row = [](const char* name, ErrorCode code, FaultSide side) {
            QTest::newRow(name) << static_cast<int>(code) << side;
        };
        row("full disk", ErrorCode::NoSpace, FaultSide::Machine);
        row("disk error", ErrorCode::Io, FaultSide::Machine);
        row("locked catalog", ErrorCode::Busy, FaultSide::Machine);
        row("read-only folder", ErrorCode::ReadOnly, FaultSide::Machine);
        row("no right to a file", ErrorCode::Permission, FaultSide::Machine);
        row("no memory on the device", ErrorCode::OutOfMemory, FaultSide::Machine);
        row("bad data", ErrorCode::UnsuitableData, FaultSide::Job);
        row("diverged", ErrorCode::Diverged, FaultSide::Job);
        row("a mistake in the program", ErrorCode::Internal, FaultSide::Job);
        QTest::newRow("no memory") << -1 << FaultSide::Machine;
    }

    void tellsWhoseFaultAFailureWas()
    {
        QFETCH(int, code);
        QFETCH(FaultSide, side);
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [code](JobContext&) -> nlohmann::json {
            if (code < 0)
                throw std::bad_alloc();
            throw Error(static_cast<ErrorCode>(code), "No.");
        });
        const auto id = queue.submit({"train", "R-1", {}});
        QCOMPARE(jobs::faultSide(queue.wait(id)), side);
        QCOMPARE(jobs::faultSide(queue.recent(1).front()), side);
    }

    void failureWhileStoppingIsAFailure()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train",
                           [](JobContext& context) -> nlohmann::json {
                               while (context.stopRequest() == jobs::StopRequest::None)
                                   std::this_thread::yield();
                               throw Error(ErrorCode::NoSpace,
                                           "The checkpoint could not be written: the disk is full.");
                           },
                           {.pausable = true});
        const auto id = queue.submit({"train", "R-1", {}});
        QTRY_COMPARE(stateIn(queue, id), JobState::Running);
        queue.interrupt(id);
        const JobInfo job = queue.wait(id);
        QCOMPARE(job.state, JobState::Failed);
        QCOMPARE(job.errorKind, std::string("no_space"));
    }
};

QTEST_GUILESS_MAIN(TestJobRecord)
#include "tst_job_record.moc"

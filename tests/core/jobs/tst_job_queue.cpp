// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs_fixture.h"
#include "support/error_of.h"
#include "support/manual_clock.h"

#include "jobs/job_queue.h"
#include "jobs/job_store.h"
#include "store/workspace.h"

#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include <sys/resource.h>

using namespace lepton;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorCode;
using jobs::JobContext;
using jobs::JobInfo;
using jobs::JobQueue;
using jobs::JobState;
using testing::stateIn;

namespace {

/// Lets a handler wait for the test, and the test for the handler.
struct Gate
{
    std::promise<void> reached;
    std::promise<void> go;
    std::shared_future<void> open = go.get_future().share();
};

nlohmann::json untilCancelled(JobContext& context)
{
    for (;;) {
        context.cancellation().throwIfRequested();
        std::this_thread::yield();
    }
}

} // namespace

class TestJobQueue : public QObject
{
    Q_OBJECT

private:
    testing::JobsFixture m_fixture;

private Q_SLOTS:
    void init() { m_fixture.makeWorkspace(); }
    void cleanup() { m_fixture.close(); }

    void runsAndRemembers()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("double", [](JobContext& context) {
            return nlohmann::json{{"value", context.params().at("value").get<int>() * 2}};
        });
        const auto id = queue.submit({"double", "Double it", {{"value", 21}}});
        const JobInfo job = queue.wait(id);
        QCOMPARE(job.state, JobState::Completed);
        QCOMPARE(job.result.at("value").get<int>(), 42);
        QVERIFY(job.started && job.finished && job.own);

        QVERIFY(queue.active().empty());
        const auto recent = queue.recent(10);
        QCOMPARE(recent.size(), std::size_t{1});
        QCOMPARE(recent.front().id, id);
        QCOMPARE(recent.front().title, std::string("Double it"));
        QCOMPARE(recent.front().result.at("value").get<int>(), 42);
        QCOMPARE(m_fixture.eventCount("job.queued"), std::size_t{1});
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{1});
        // Asked again after its end, from the catalog.
        QCOMPARE(queue.wait(id).state, JobState::Completed);
    }

    void jobsYieldToTheThreadThatAsks()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("priority", [](JobContext&) {
            int helper = 0;
            std::thread([&helper] { helper = ::getpriority(PRIO_PROCESS, 0); }).join();
            return nlohmann::json{{"own", ::getpriority(PRIO_PROCESS, 0)}, {"helper", helper}};
        });
        const int before = ::getpriority(PRIO_PROCESS, 0);
        const JobInfo job = queue.wait(queue.submit({"priority", "Priority", {}}));
        QVERIFY(job.result.at("own").get<int>() >= 10);
        QCOMPARE(job.result.at("helper").get<int>(), job.result.at("own").get<int>());
        QCOMPARE(::getpriority(PRIO_PROCESS, 0), before);
    }

    void everyEndIsOneFinalState_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a sentence") << 0 << JobState::Failed << "no_space";
        QTest::newRow("a library's exception") << 1 << JobState::Failed << "internal";
        QTest::newRow("an int") << 2 << JobState::Failed << "internal";
        QTest::newRow("a cancellation") << 3 << JobState::Cancelled << "";
        QTest::newRow("out of memory") << 4 << JobState::Failed << "internal";
    }

    void everyEndIsOneFinalState()
    {
        QFETCH(int, what);
        QFETCH(JobState, state);
        QFETCH(QString, kind);
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("end", [what](JobContext&) -> nlohmann::json {
            switch (what) {
            case 0: {
                base::ErrorPlace place;
                place.row = 7;
                place.column = "x";
                throw Error(ErrorCode::NoSpace, "The disk is full.", place, "ENOSPC");
            }
            case 1:
                throw std::runtime_error("odd");
            case 2:
                throw 42;
            case 3:
                throw Error(ErrorCode::Cancelled, "Cancelled.");
            default:
                throw std::bad_alloc();
            }
        });
        const JobInfo job = queue.wait(queue.submit({"end", "End", {}}));
        QCOMPARE(job.state, state);
        QCOMPARE(QString::fromStdString(job.errorKind), kind);
        const auto stored = queue.recent(10);
        QCOMPARE(stored.size(), std::size_t{1});
        QCOMPARE(stored.front().state, state);
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{1});
        if (what == 0) {
            QCOMPARE(stored.front().errorMessage, std::string("The disk is full."));
            QCOMPARE(stored.front().errorDetail, std::string("ENOSPC"));
            QCOMPARE(stored.front().errorPlace.at("row").get<int>(), 7);
            QCOMPARE(stored.front().errorPlace.at("column").get<std::string>(), std::string("x"));
        }
    }

    void cancelsWhatRuns()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("long", untilCancelled);
        const auto id = queue.submit({"long", "Long", {}});
        QTRY_COMPARE(stateIn(queue, id), JobState::Running);
        queue.cancel(id);
        QCOMPARE(queue.wait(id).state, JobState::Cancelled);
        QCOMPARE(queue.recent(1).front().state, JobState::Cancelled);
    }

    void cancelsWhatWaitsThoughEverySlotIsBusy()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        queue.registerKind("long", untilCancelled);
        const auto first = queue.submit({"long", "First", {}});
        QTRY_COMPARE(stateIn(queue, first), JobState::Running);
        const auto second = queue.submit({"long", "Second", {}});
        QCOMPARE(stateIn(queue, second), JobState::Queued);
        queue.cancel(second);
        QCOMPARE(queue.wait(second).state, JobState::Cancelled);
        QVERIFY(!queue.wait(second).started);
        QCOMPARE(stateIn(queue, first), JobState::Running);
    }

    void cancellingAnEndedJobChangesNothing()
    {
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("quick", [](JobContext&) { return nlohmann::json(); });
        const auto id = queue.submit({"quick", "Quick", {}});
        queue.wait(id);
        queue.cancel(id);
        QCOMPARE(queue.wait(id).state, JobState::Completed);
    }

    void runsAsManyAtOnceAsThereAreSlots()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 2});
        std::atomic<int> running{0};
        std::atomic<int> most{0};
        Gate gate;
        queue.registerKind("count", [&](JobContext&) {
            const int now = ++running;
            for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
            }
            gate.open.wait();
            --running;
            return nlohmann::json();
        });
        std::vector<base::JobId> ids;
        for (int i = 0; i < 6; ++i)
            ids.push_back(queue.submit({"count", "Count", {}}));
        QTRY_COMPARE(running.load(), 2);
        QCOMPARE(queue.active().size(), std::size_t{6});
        queue.setSlots(4);
        QTRY_COMPARE(running.load(), 4);
        gate.go.set_value();
        for (const auto& id : ids)
            QCOMPARE(queue.wait(id).state, JobState::Completed);
        QCOMPARE(most.load(), 4);
    }

    void closingCancelsAndLeavesNothingOpen()
    {
        {
            JobQueue queue(m_fixture.workspace(), {.slots = 1});
            queue.registerKind("long", untilCancelled);
            for (int i = 0; i < 3; ++i)
                queue.submit({"long", "Long", {}});
        }
        JobQueue queue(m_fixture.workspace(), {});
        QVERIFY(queue.active().empty());
        const auto recent = queue.recent(10);
        QCOMPARE(recent.size(), std::size_t{3});
        for (const JobInfo& job : recent)
            QCOMPARE(job.state, JobState::Cancelled);
    }

    void tellsStatesInOrderAndProgress()
    {
        JobQueue queue(m_fixture.workspace(), {});
        std::mutex mutex;
        std::vector<JobState> states;
        std::int64_t done = 0;
        queue.setListener([&](const JobInfo& job) {
            const std::lock_guard lock(mutex);
            if (states.empty() || states.back() != job.state)
                states.push_back(job.state);
            done = std::max(done, job.progress.done);
        });
        queue.registerKind("steps", [](JobContext& context) {
            context.progress().begin("reading", 100);
            context.progress().update(100);
            context.progress().flush();
            return nlohmann::json();
        });
        queue.wait(queue.submit({"steps", "Steps", {}}));
        queue.setListener({});
        const std::lock_guard lock(mutex);
        const std::vector<JobState> expected{JobState::Starting, JobState::Running, JobState::Completed};
        // A worker may have begun before the submitting thread could tell of "queued".
        std::erase(states, JobState::Queued);
        QCOMPARE(states, expected);
        QCOMPARE(done, std::int64_t{100});
    }

    void anotherQueueSeesProgress()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Gate gate;
        queue.registerKind("steps", [&](JobContext& context) {
            context.progress().begin("reading", 100);
            context.progress().update(40);
            context.progress().flush();
            gate.open.wait();
            return nlohmann::json();
        });
        const auto id = queue.submit({"steps", "Steps", {}});
        auto elsewhere = jobs::LeaseHolder::thisProcess();
        elsewhere.machine = std::string(32, '1');
        JobQueue other(m_fixture.workspace(), {.holder = elsewhere});
        const auto progressThere = [&]() -> std::int64_t {
            const auto jobs = other.active();
            return jobs.size() == 1 && !jobs.front().own ? jobs.front().progress.done : 0;
        };
        QTRY_COMPARE(progressThere(), std::int64_t{40});
        gate.go.set_value();
        QCOMPARE(queue.wait(id).state, JobState::Completed);
        QVERIFY(other.active().empty());
    }

    void refusesUnknownKindsAndStrangers()
    {
        JobQueue queue(m_fixture.workspace(), {});
        QCOMPARE(testing::kindOf([&] { queue.submit({"dance", "Dance", {}}); }), "invalid_argument");
        queue.registerKind("quick", [](JobContext&) { return nlohmann::json(); });
        m_fixture.workspace().setSigner(nullptr);
        QCOMPARE(testing::kindOf([&] { queue.submit({"quick", "Quick", {}}); }), "no_member");
        QCOMPARE(testing::kindOf([&] { queue.wait(base::JobId::generate()); }), "not_found");
        QVERIFY(queue.active().empty());
    }

    void interruptsWhatADeadProcessLeft()
    {
        // A process of this machine that has ended: this one, were it started a tick earlier.
        auto dead = jobs::LeaseHolder::thisProcess();
        dead.processStart -= 1;
        JobInfo left;
        left.id = base::JobId::generate();
        left.kind = "import";
        left.title = "Left behind";
        left.state = JobState::Running;
        left.params = nlohmann::json::object();
        jobs::JobStore store(m_fixture.workspace());
        m_fixture.workspace().write(
            [&](store::Transaction& transaction) { store.insert(transaction, left, dead); });

        JobQueue queue(m_fixture.workspace(), {});
        QTRY_COMPARE(stateIn(queue, left.id), JobState::Interrupted);
        QVERIFY(queue.active().empty());
        QVERIFY(queue.recover().empty());
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{1});
    }

    void interruptsAnotherMachineOnlyAfterItFellSilent()
    {
        testing::ManualClock clock;
        auto silent = jobs::LeaseHolder::thisProcess();
        silent.machine = std::string(32, '2');
        JobInfo left;
        left.id = base::JobId::generate();
        left.kind = "import";
        left.title = "Elsewhere";
        left.state = JobState::Running;
        left.params = nlohmann::json::object();
        jobs::JobStore store(m_fixture.workspace());
        m_fixture.workspace().write(
            [&](store::Transaction& transaction) { store.insert(transaction, left, silent); });

        JobQueue queue(m_fixture.workspace(), {}, clock);
        QVERIFY(queue.recover().empty());
        clock.advance(50s);
        m_fixture.workspace().write(
            [&](store::Transaction& transaction) { QVERIFY(store.beat(transaction, left, silent)); });
        QVERIFY(queue.recover().empty());
        clock.advance(59s);
        QVERIFY(queue.recover().empty());
        QCOMPARE(stateIn(queue, left.id), JobState::Running);
        clock.advance(2s);
        queue.recover();
        QCOMPARE(stateIn(queue, left.id), JobState::Interrupted);

        // The silent one wakes up: it is told that its job has ended, and cannot end it another way.
        left.state = JobState::Completed;
        bool held = true;
        m_fixture.workspace().write(
            [&](store::Transaction& transaction) { held = store.finish(transaction, left, silent); });
        QVERIFY(!held);
        QCOMPARE(stateIn(queue, left.id), JobState::Interrupted);
    }

    void jobTakenAwayIsStoppedAndStaysInterrupted()
    {
        testing::ManualClock clock;
        JobQueue queue(m_fixture.workspace(), {.leaseTimeout = 6s}, clock);
        queue.registerKind("long", untilCancelled);
        const auto id = queue.submit({"long", "Long", {}});
        QTRY_COMPARE(stateIn(queue, id), JobState::Running);

        jobs::JobStore store(m_fixture.workspace());
        bool taken = false;
        while (!taken) {
            const auto job = store.find(id);
            m_fixture.workspace().write(
                [&](store::Transaction& transaction) { taken = store.interrupt(transaction, *job); });
        }
        clock.advance(2s); // the next confirmation of the lease is due
        const JobInfo end = queue.wait(id);
        QCOMPARE(end.state, JobState::Interrupted);
        QCOMPARE(queue.recent(1).front().state, JobState::Interrupted);
    }
};

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"

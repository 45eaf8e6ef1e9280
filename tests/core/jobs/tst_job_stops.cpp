// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs_fixture.h"
#include "support/error_of.h"
#include "support/manual_clock.h"

#include "jobs/job_store.h"

#include <QTest>

#include <mutex>
#include <thread>

using namespace lepton;
using namespace std::chrono_literals;
using jobs::JobContext;
using jobs::JobInfo;
using jobs::JobQueue;
using jobs::JobState;
using jobs::StopRequest;
using testing::stateIn;
using testing::Stepper;

class TestJobStops : public QObject
{
    Q_OBJECT

private:
    testing::JobsFixture m_fixture;

    JobState storedState(const base::JobId& id)
    {
        return jobs::JobStore(m_fixture.workspace()).find(id)->info.state;
    }

    static void ask(JobQueue& queue, const base::JobId& id, StopRequest stop)
    {
        switch (stop) {
        case StopRequest::None:
            return queue.resume(id);
        case StopRequest::Pause:
            return queue.pause(id);
        case StopRequest::Interrupt:
            return queue.interrupt(id);
        case StopRequest::Cancel:
            return queue.cancel(id);
        }
    }

    /// Submits a job of @p kind and waits until it is inside its first step.
    static base::JobId begin(JobQueue& queue, const std::string& kind, const Stepper& stepper)
    {
        const auto id = queue.submit({kind, "R-1", {}});
        while (stepper.begun() == 0)
            std::this_thread::yield();
        return id;
    }

    /// The same, and pauses it after one step.
    static base::JobId beginPaused(JobQueue& queue, const std::string& kind, Stepper& stepper)
    {
        const auto id = begin(queue, kind, stepper);
        queue.pause(id);
        stepper.permit(1);
        while (stateIn(queue, id) != JobState::Paused)
            std::this_thread::yield();
        return id;
    }

private Q_SLOTS:
    void init() { m_fixture.makeWorkspace(); }
    void cleanup() { m_fixture.close(); }

    void pausesAfterTheStepAndGoesOn()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(5);
        stepper.registerKind(queue, "train");
        const auto id = begin(queue, "train", stepper);
        queue.pause(id);
        QCOMPARE(stateIn(queue, id), JobState::Running);
        QCOMPARE(queue.find(id)->stop, StopRequest::Pause);
        stepper.permit(4); // more than it may take before it pauses
        QTRY_COMPARE(stateIn(queue, id), JobState::Paused);
        QCOMPARE(stepper.done(), 1);
        QTRY_COMPARE(storedState(id), JobState::Paused);
        QCOMPARE(queue.active().front().progress.done, std::int64_t{1});
        QCOMPARE(queue.active().front().progress.total, std::int64_t{5});

        queue.resume(id);
        QTRY_COMPARE(stepper.done(), 4);
        QTRY_COMPARE(storedState(id), JobState::Running);
        stepper.permit(1);
        const JobInfo job = queue.wait(id);
        QCOMPARE(job.state, JobState::Completed);
        QCOMPARE(job.result.at("steps").get<int>(), 5);
        QVERIFY(!job.pausable);
    }

    void resumedBeforeItsStepEndedItNeverPauses()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        std::mutex mutex;
        bool paused = false;
        queue.setListener([&](const JobInfo& job) {
            const std::lock_guard lock(mutex);
            paused = paused || job.state == JobState::Paused;
        });
        const auto id = begin(queue, "train", stepper);
        queue.pause(id);
        queue.resume(id);
        stepper.permit(2);
        QCOMPARE(queue.wait(id).state, JobState::Completed);
        queue.setListener({});
        QVERIFY(!paused);
    }

    void pausedJobGivesItsSlotAwayAndWaitsForOne()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        Stepper first(3);
        Stepper second(2);
        first.registerKind(queue, "first");
        second.registerKind(queue, "second");
        const auto paused = beginPaused(queue, "first", first);
        const auto other = begin(queue, "second", second);
        QCOMPARE(stateIn(queue, other), JobState::Running);

        queue.resume(paused);
        QTRY_COMPARE(stateIn(queue, paused), JobState::Queued);
        first.permit(2);
        second.permit(1);
        QTRY_COMPARE(second.begun(), 2);
        QCOMPARE(first.done(), 1); // the only slot is taken
        // Those who have begun go first.
        const auto third = queue.submit({"second", "R-3", {}});
        second.permit(1);
        QCOMPARE(queue.wait(other).state, JobState::Completed);
        QCOMPARE(queue.wait(paused).state, JobState::Completed);
        second.permit(2);
        QCOMPARE(queue.wait(third).state, JobState::Completed);
    }

    void manyPausedJobsNeedNoSlots()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        std::vector<std::unique_ptr<Stepper>> steppers;
        std::vector<base::JobId> ids;
        for (int i = 0; i < 5; ++i) {
            const std::string kind = "train" + std::to_string(i);
            steppers.push_back(std::make_unique<Stepper>(2));
            steppers.back()->registerKind(queue, kind);
            ids.push_back(beginPaused(queue, kind, *steppers.back()));
        }
        for (const auto& stepper : steppers)
            stepper->permit(1);
        for (const auto& id : ids)
            queue.resume(id);
        for (const auto& id : ids)
            QCOMPARE(queue.wait(id).state, JobState::Completed);
    }

    void endsAsAsked_data()
    {
        QTest::addColumn<bool>("pausedBefore");
        QTest::addColumn<QList<int>>("asked");
        QTest::addColumn<JobState>("state");
        const auto list = [](std::initializer_list<StopRequest> stops) {
            QList<int> numbers;
            for (const StopRequest stop : stops)
                numbers << static_cast<int>(stop);
            return numbers;
        };
        using S = StopRequest;
        QTest::newRow("interrupted") << false << list({S::Interrupt}) << JobState::Interrupted;
        QTest::newRow("cancelled") << false << list({S::Cancel}) << JobState::Cancelled;
        QTest::newRow("paused, interrupted") << true << list({S::Interrupt}) << JobState::Interrupted;
        QTest::newRow("paused, cancelled") << true << list({S::Cancel}) << JobState::Cancelled;
        QTest::newRow("cancel outweighs") << false << list({S::Interrupt, S::Cancel}) << JobState::Cancelled;
        QTest::newRow("cancel stays") << false << list({S::Cancel, S::Interrupt}) << JobState::Cancelled;
        QTest::newRow("interrupt is not taken back")
            << false << list({S::Interrupt, S::Pause, S::None}) << JobState::Interrupted;
        QTest::newRow("pause, then interrupt")
            << false << list({S::Pause, S::Interrupt}) << JobState::Interrupted;
    }

    void endsAsAsked()
    {
        QFETCH(bool, pausedBefore);
        QFETCH(QList<int>, asked);
        QFETCH(JobState, state);
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(5);
        stepper.registerKind(queue, "train");
        const auto id = pausedBefore ? beginPaused(queue, "train", stepper) : begin(queue, "train", stepper);
        for (const int stop : asked)
            ask(queue, id, static_cast<StopRequest>(stop));
        stepper.permit(5);
        const JobInfo job = queue.wait(id);
        QCOMPARE(job.state, state);
        QCOMPARE(job.stop, StopRequest::None);
        QCOMPARE(stepper.done(), 1); // the step that it was in, no other
        QCOMPARE(storedState(id), state);
        QCOMPARE(queue.find(id)->result.at("saved").get<int>(), 1);
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{1});
    }

    void doneBeforeItSawTheInterruptIsDone()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(1);
        stepper.registerKind(queue, "train");
        const auto id = begin(queue, "train", stepper);
        queue.interrupt(id);
        QTRY_COMPARE(storedState(id), JobState::Cancelling);
        stepper.permit(1);
        QCOMPARE(queue.wait(id).state, JobState::Completed);
    }

    void interruptCancelsWhatCannotSave()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        queue.registerKind("import", [](JobContext& context) -> nlohmann::json {
            for (;;) {
                context.cancellation().throwIfRequested();
                std::this_thread::yield();
            }
        });
        const auto id = queue.submit({"import", "T", {}});
        const auto queued = queue.submit({"import", "U", {}});
        QTRY_COMPARE(stateIn(queue, id), JobState::Running);
        QVERIFY(!queue.find(id)->pausable);
        const auto error = testing::errorOf([&] { queue.pause(id); });
        QVERIFY(error);
        QCOMPARE(error->code(), base::ErrorCode::Unsupported);
        QVERIFY(error->message().find("\"T\"") != std::string::npos);
        QCOMPARE(stateIn(queue, id), JobState::Running);
        queue.interrupt(queued);
        queue.interrupt(id);
        QCOMPARE(queue.wait(id).state, JobState::Cancelled);
        QCOMPARE(queue.wait(queued).state, JobState::Cancelled);
    }

    void queuedJobIsHeldBackAndTakesItsPlaceAgain()
    {
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        Stepper busy(1);
        busy.registerKind(queue, "busy");
        std::mutex mutex;
        std::vector<std::string> order;
        queue.registerKind("note",
                           [&](JobContext& context) {
                               const std::lock_guard lock(mutex);
                               order.push_back(context.subject());
                               return nlohmann::json();
                           },
                           {.pausable = true});
        const auto running = begin(queue, "busy", busy);
        const auto a = queue.submit({"note", "A", {}, "a"});
        const auto b = queue.submit({"note", "B", {}, "b"});
        const auto c = queue.submit({"note", "C", {}, "c"});
        const auto held = queue.submit({"note", "D", {}, "d"});
        queue.pause(a);
        queue.pause(held);
        QCOMPARE(stateIn(queue, a), JobState::Paused);
        QTRY_COMPARE(storedState(held), JobState::Paused);
        queue.resume(a);
        QCOMPARE(stateIn(queue, a), JobState::Queued);
        busy.permit(1);
        for (const auto& id : {running, a, b, c})
            QCOMPARE(queue.wait(id).state, JobState::Completed);
        QCOMPARE(stateIn(queue, held), JobState::Paused); // though the slot is free
        queue.resume(held);
        QCOMPARE(queue.wait(held).state, JobState::Completed);
        QCOMPARE(order, (std::vector<std::string>{"a", "b", "c", "d"}));
    }

    void interruptsWhatNoWorkerHasBegun_data()
    {
        QTest::addColumn<StopRequest>("stop");
        QTest::addColumn<JobState>("state");
        QTest::newRow("interrupt") << StopRequest::Interrupt << JobState::Interrupted;
        QTest::newRow("cancel") << StopRequest::Cancel << JobState::Cancelled;
    }

    void interruptsWhatNoWorkerHasBegun()
    {
        QFETCH(StopRequest, stop);
        QFETCH(JobState, state);
        JobQueue queue(m_fixture.workspace(), {.slots = 1});
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        const auto running = begin(queue, "train", stepper);
        const auto queued = queue.submit({"train", "R-2", {}});
        const auto held = queue.submit({"train", "R-3", {}});
        queue.pause(held);
        ask(queue, queued, stop);
        ask(queue, held, stop);
        for (const auto& id : {queued, held}) {
            QCOMPARE(queue.wait(id).state, state);
            QVERIFY(!queue.wait(id).started);
        }
        QCOMPARE(stateIn(queue, running), JobState::Running);
    }

    void shutDownInterruptsAll()
    {
        std::vector<base::JobId> ids;
        {
            JobQueue queue(m_fixture.workspace(), {.slots = 1});
            Stepper paused(2);
            Stepper running(2);
            paused.registerKind(queue, "paused");
            running.registerKind(queue, "running");
            queue.registerKind("import", [](JobContext&) { return nlohmann::json(); });
            ids.push_back(beginPaused(queue, "paused", paused));
            ids.push_back(begin(queue, "running", running));
            ids.push_back(queue.submit({"running", "waits", {}}));
            ids.push_back(queue.submit({"running", "held back", {}}));
            queue.pause(ids.back());
            ids.push_back(queue.submit({"import", "cannot save", {}}));
            queue.shutDown(JobQueue::ShutDownMode::InterruptAll);
            QCOMPARE(testing::kindOf([&] { queue.submit({"import", "late", {}}); }), "cancelled");
            running.permit(1);
        }
        JobQueue queue(m_fixture.workspace(), {});
        QVERIFY(queue.active().empty());
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(stateIn(queue, ids[i]), JobState::Interrupted);
        QCOMPARE(stateIn(queue, ids[4]), JobState::Cancelled);
        QCOMPARE(m_fixture.eventCount("job.ended"), ids.size());
    }

    void shutDownMayTurnToCancelling()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        const auto id = begin(queue, "train", stepper);
        queue.shutDown(JobQueue::ShutDownMode::InterruptAll);
        queue.shutDown(JobQueue::ShutDownMode::CancelAll);
        stepper.permit(1);
        QCOMPARE(queue.wait(id).state, JobState::Cancelled);
    }

    void closingCancelsWhatIsPaused()
    {
        base::JobId id;
        {
            JobQueue queue(m_fixture.workspace(), {});
            Stepper stepper(2);
            stepper.registerKind(queue, "train");
            id = beginPaused(queue, "train", stepper);
        }
        QCOMPARE(storedState(id), JobState::Cancelled);
    }

    void leaseBeatsWhilePaused()
    {
        testing::ManualClock clock;
        JobQueue queue(m_fixture.workspace(), {.leaseTimeout = 6s}, clock);
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        const auto id = beginPaused(queue, "train", stepper);
        QTRY_COMPARE(storedState(id), JobState::Paused);
        jobs::JobStore store(m_fixture.workspace());
        const auto before = store.find(id)->counter;
        clock.advance(2s);
        QTRY_VERIFY(store.find(id)->counter > before);
        QCOMPARE(storedState(id), JobState::Paused);
    }

    void pausedJobTakenAwayIsStoppedAndStaysInterrupted()
    {
        testing::ManualClock clock;
        JobQueue queue(m_fixture.workspace(), {.leaseTimeout = 6s}, clock);
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        const auto id = beginPaused(queue, "train", stepper);
        jobs::JobStore store(m_fixture.workspace());
        bool taken = false;
        while (!taken) {
            const auto job = store.find(id);
            m_fixture.workspace().write(
                [&](store::Transaction& transaction) { taken = store.interrupt(transaction, *job); });
        }
        clock.advance(2s); // the next confirmation of the lease is due
        QCOMPARE(queue.wait(id).state, JobState::Interrupted);
        QCOMPARE(stepper.done(), 1);
        QCOMPARE(storedState(id), JobState::Interrupted);
    }

    void pausesAreLeftOutOfRates()
    {
        testing::ManualClock clock;
        JobQueue queue(m_fixture.workspace(), {}, clock);
        Stepper stepper(4);
        stepper.registerKind(queue, "train");
        const auto id = begin(queue, "train", stepper);
        clock.advance(1s);
        queue.pause(id);
        stepper.permit(1);
        QTRY_COMPARE(stateIn(queue, id), JobState::Paused);
        clock.advance(1h);
        queue.resume(id);
        QTRY_COMPARE(stepper.begun(), 2);
        clock.advance(1s);
        stepper.permit(1);
        QTRY_COMPARE(queue.find(id)->progress.done, std::int64_t{2});
        const auto left = queue.find(id)->progress.secondsLeft;
        QVERIFY(left);
        QCOMPARE(*left, 2.0); // two steps at one a second
        QVERIFY(queue.find(id)->worked == 2s);
        stepper.permit(2);
        QVERIFY(queue.wait(id).worked == 2s);
        QVERIFY(jobs::JobStore(m_fixture.workspace()).find(id)->info.worked == 2s);
    }

    void listenerSeesPauseAndReturn()
    {
        JobQueue queue(m_fixture.workspace(), {});
        Stepper stepper(2);
        stepper.registerKind(queue, "train");
        std::mutex mutex;
        std::vector<JobState> states;
        queue.setListener([&](const JobInfo& job) {
            const std::lock_guard lock(mutex);
            if (states.empty() || states.back() != job.state)
                states.push_back(job.state);
        });
        const auto seen = [&](JobState state) {
            const std::lock_guard lock(mutex);
            return !states.empty() && states.back() == state;
        };
        const auto id = beginPaused(queue, "train", stepper);
        QTRY_VERIFY(seen(JobState::Paused));
        queue.resume(id);
        QTRY_VERIFY(seen(JobState::Running));
        stepper.permit(1);
        queue.wait(id);
        queue.setListener({});
        QCOMPARE(states.back(), JobState::Completed);
    }
};

QTEST_GUILESS_MAIN(TestJobStops)
#include "tst_job_stops.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs_fixture.h"
#include "support/error_of.h"

#include "jobs/job_store.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <barrier>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

using namespace lepton;
using jobs::JobContext;
using jobs::JobInfo;
using jobs::JobQueue;
using jobs::JobState;
using jobs::StopRequest;
using testing::kindOf;

class TestJobRaces : public QObject
{
    Q_OBJECT

private:
    testing::JobsFixture m_fixture;

    /// Starts a process with a paused job, and says which.
    std::unique_ptr<QProcess> startPaused(const char* subject, base::JobId& id)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral(JOB_WORKER),
                       {QString::fromStdString(m_fixture.folder()), QString::fromLatin1(subject)});
        while (process->state() != QProcess::NotRunning && !process->canReadLine())
            process->waitForReadyRead(1000);
        id = base::JobId::parse(process->readLine().trimmed().toStdString()).value_or(base::JobId());
        return process;
    }

private Q_SLOTS:
    void init() { m_fixture.makeWorkspace(); }
    void cleanup() { m_fixture.close(); }

    void pausedJobOfAKilledProcessIsInterrupted()
    {
        base::JobId id;
        const auto process = startPaused("run-1", id);
        JobQueue queue(m_fixture.workspace(), {});
        QVERIFY(queue.recover().empty()); // paused is not dead
        const auto job = queue.find(id);
        QVERIFY(job);
        QCOMPARE(job->state, JobState::Paused);
        QVERIFY(!job->own && !job->pausable);
        QCOMPARE(job->progress.done, std::int64_t{1});
        queue.resume(id); // of another process: left alone
        queue.cancel(id);
        QCOMPARE(queue.find(id)->state, JobState::Paused);

        process->kill();
        process->waitForFinished();
        QTRY_COMPARE((queue.recover(), queue.find(id)->state), JobState::Interrupted);
        QVERIFY(queue.active().empty());
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{1});
    }

    void jobsSubmittedInOneMomentGetASlotEach()
    {
        constexpr int rounds = 30;
        for (int round = 0; round < rounds; ++round) {
            JobQueue queue(m_fixture.workspace(), {.slots = 2});
            std::mutex mutex;
            std::condition_variable changed;
            int arrived = 0;
            queue.registerKind("meet", [&](JobContext&) {
                std::unique_lock lock(mutex);
                ++arrived;
                changed.notify_all();
                const bool met =
                    changed.wait_for(lock, std::chrono::seconds(20), [&] { return arrived == 2; });
                return nlohmann::json{{"met", met}};
            });
            std::barrier together(2);
            base::JobId ids[2];
            {
                std::vector<std::jthread> people;
                for (base::JobId& id : ids)
                    people.emplace_back([&] {
                        together.arrive_and_wait();
                        id = queue.submit({"meet", "M", {}, {}});
                    });
            }
            for (const base::JobId& id : ids)
                QVERIFY(queue.wait(id).result.value("met", false));
        }
    }

    void oneOfTwoProcessesWorksOnASubject()
    {
        base::JobId id;
        const auto process = startPaused("run-1", id);
        JobQueue queue(m_fixture.workspace(), {});
        queue.registerKind("train", [](JobContext&) { return nlohmann::json(); });
        QCOMPARE(kindOf([&] { queue.submit({"train", "R-1", {}, "run-1"}); }), "busy");
        QCOMPARE(queue.wait(queue.submit({"train", "R-2", {}, "run-2"})).state, JobState::Completed);
        process->kill();
        process->waitForFinished();
        // Nobody need wait until the dead lease is found: submitting looks.
        const auto resumed = queue.submit({"train", "R-1", {}, "run-1"});
        QCOMPARE(queue.wait(resumed).state, JobState::Completed);
        QCOMPARE(queue.find(id)->state, JobState::Interrupted);
        QCOMPARE(queue.latestFor("run-1")->id, resumed);
    }

    void everyInterleavingEndsOnce_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 50; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void everyInterleavingEndsOnce()
    {
        QFETCH(quint32, seed);
        constexpr int jobCount = 4;
        constexpr int slotCount = 2;
        std::atomic<int> stepping{0};
        std::atomic<bool> tooMany{false};
        std::atomic<bool> over{false};
        std::atomic<int> begun{0};
        std::mutex mutex;
        std::map<base::JobId, int> ends; // final states that the listener was told
        JobQueue queue(m_fixture.workspace(), {.slots = slotCount});
        queue.setListener([&](const JobInfo& job) {
            const std::lock_guard lock(mutex);
            if (jobs::isFinal(job.state))
                ++ends[job.id];
        });
        queue.registerKind("train",
                           [&](JobContext& context) -> nlohmann::json {
                               ++begun;
                               while (!over) {
                                   StopRequest stop = context.stopRequest();
                                   if (stop == StopRequest::Pause)
                                       stop = context.waitWhilePaused();
                                   if (stop != StopRequest::None)
                                       throw base::Error(base::ErrorCode::Cancelled, "Stopped.");
                                   if (++stepping > slotCount)
                                       tooMany = true;
                                   std::this_thread::yield();
                                   --stepping;
                               }
                               return {};
                           },
                           {.pausable = true});
        std::vector<base::JobId> ids;
        for (int i = 0; i < jobCount; ++i)
            ids.push_back(queue.submit({"train", "R", {}}));

        while (begun < slotCount)
            std::this_thread::yield();

        const auto disturb = [&](quint32 own) {
            QRandomGenerator random(own);
            for (int i = 0; i < 120; ++i) {
                const auto& id = ids[random.bounded(jobCount)];
                switch (random.bounded(60)) {
                case 0:
                    queue.interrupt(id);
                    break;
                case 1:
                    queue.cancel(id);
                    break;
                case 2:
                    queue.setSlots(1 + static_cast<int>(random.bounded(slotCount)));
                    break;
                default:
                    if (random.bounded(2) == 0)
                        queue.pause(id);
                    else
                        queue.resume(id);
                }
                std::this_thread::yield();
            }
        };
        {
            const std::jthread first(disturb, seed * 2);
            const std::jthread second(disturb, seed * 2 + 1);
        }
        over = true;
        for (const auto& id : ids)
            queue.resume(id);
        for (const auto& id : ids)
            QVERIFY(jobs::isFinal(queue.wait(id).state));
        queue.setListener({});

        QVERIFY(!tooMany);
        QVERIFY(queue.active().empty());
        QCOMPARE(ends.size(), std::size_t{jobCount});
        for (const auto& [id, count] : ends)
            QCOMPARE(count, 1);
        QCOMPARE(m_fixture.eventCount("job.ended"), std::size_t{jobCount});
        jobs::JobStore store(m_fixture.workspace());
        for (const auto& id : ids)
            QCOMPARE(store.find(id)->info.state, queue.find(id)->state);
    }
};

QTEST_GUILESS_MAIN(TestJobRaces)
#include "tst_job_races.moc"

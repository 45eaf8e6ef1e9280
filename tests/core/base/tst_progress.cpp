// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_clock.h"

#include "base/progress.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace lepton;
using namespace std::chrono_literals;
using base::Progress;
using base::ProgressState;

class TestProgress : public QObject
{
    Q_OBJECT

private:
    testing::ManualClock m_clock;
    std::vector<ProgressState> m_reports;

    Progress::Callback collect()
    {
        return [this](const ProgressState& state) { m_reports.push_back(state); };
    }

private Q_SLOTS:
    void init() { m_reports.clear(); }

    void reportsAtMostTenTimesASecond()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 1000);
        for (int i = 0; i < 1000; ++i) {
            m_clock.advance(1ms);
            progress.advance(1);
        }
        QCOMPARE(m_reports.size(), std::size_t{11}); // the beginning, and one each 100 ms of the second
        QCOMPARE(m_reports.back().done, std::int64_t{1000});
        for (std::size_t i = 1; i < m_reports.size(); ++i)
            QVERIFY(m_reports[i].done > m_reports[i - 1].done);
    }

    void whatWasDoneEarlierTookNoTime()
    {
        Progress progress(collect(), m_clock);
        progress.begin("training", 1000, 900);
        QCOMPARE(m_reports.back().done, std::int64_t{900});
        QVERIFY(!m_reports.back().secondsLeft);
        m_clock.advance(1s);
        progress.update(901);
        QCOMPARE(m_reports.back().unitsPerSecond, 1.0);
        QCOMPARE(m_reports.back().secondsLeft.value_or(0), 99.0);
    }

    void aPhaseIsReportedAtOnce()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 10);
        progress.begin("writing", 20);
        QCOMPARE(m_reports.size(), std::size_t{2});
        QCOMPARE(m_reports[1].phase, std::string("writing"));
        QCOMPARE(m_reports[1].total, std::int64_t{20});
        QCOMPARE(m_reports[1].done, std::int64_t{0});
        progress.update(7);
        QCOMPARE(m_reports.size(), std::size_t{2});
        progress.flush();
        QCOMPARE(m_reports.size(), std::size_t{3});
        QCOMPARE(m_reports[2].done, std::int64_t{7});
    }

    void rateAndTimeLeft()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 100);
        QVERIFY(!m_reports.back().secondsLeft);
        m_clock.advance(100ms);
        progress.update(5);
        QVERIFY2(!m_reports.back().secondsLeft, "an estimate after a tenth of a second is noise");
        m_clock.advance(1900ms);
        progress.update(40);
        QCOMPARE(m_reports.back().unitsPerSecond, 20.0);
        QCOMPARE(m_reports.back().secondsLeft.value(), 3.0);
        QCOMPARE(m_reports.back().share().value(), 0.4);
    }

    void anUnknownTotalHasNoShare()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 0);
        m_clock.advance(2s);
        progress.update(40);
        QVERIFY(!m_reports.back().share() && !m_reports.back().secondsLeft);
        QCOMPARE(m_reports.back().unitsPerSecond, 20.0);
    }

    void moreThanTheTotalIsStillWhole()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 10);
        m_clock.advance(1s);
        progress.advance(25);
        QCOMPARE(m_reports.back().share().value(), 1.0);
        QCOMPARE(m_reports.back().secondsLeft.value(), 0.0);
    }

    void aJumpOfTheWallClockDoesNotMatter()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 100);
        m_clock.jumpTo({0});
        m_clock.advance(2s);
        progress.update(50);
        QCOMPARE(m_reports.back().secondsLeft.value(), 2.0);
    }

    void manyThreadsLoseNothing()
    {
        Progress progress(collect(), m_clock);
        progress.begin("reading", 40'000);
        std::vector<std::jthread> running;
        for (int t = 0; t < 4; ++t) {
            running.emplace_back([&] {
                for (int i = 0; i < 10'000; ++i)
                    progress.advance(1);
            });
        }
        running.clear();
        progress.flush();
        QCOMPARE(m_reports.back().done, std::int64_t{40'000});
    }

    void nobodyToTell()
    {
        Progress progress;
        progress.begin("reading", 1);
        progress.advance(1);
        progress.flush();
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_fixture.h"
#include "support/error_of.h"

#include "base/error.h"
#include "train/metric_writer.h"

#include <QTest>
#include <SQLiteCpp/Database.h>

#include <bit>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <thread>

using namespace lepton;
using testing::kindOf;
using testing::RunFixture;
using train::MetricPoint;
using train::MetricStore;
using train::MetricWriter;

namespace {

MetricPoint point(std::string key, std::int64_t step, double value)
{
    return {std::move(key), step, static_cast<double>(step) / 10, base::UtcTime{1'700'000'000'000 + step},
            value};
}

bool sameBits(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Keeps the catalog locked as another program would, as long as it lives.
class Lock
{
public:
    explicit Lock(const std::filesystem::path& folder)
        : m_database((folder / "catalog.db").string(), SQLite::OPEN_READWRITE)
    {
        m_database.exec("BEGIN IMMEDIATE");
    }
    ~Lock() { m_database.exec("ROLLBACK"); }

private:
    SQLite::Database m_database;
};

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunFixture> m_fixture;
    std::unique_ptr<MetricStore> m_store;

    void add(std::int64_t run, const std::vector<MetricPoint>& points)
    {
        m_fixture->workspace().write(
            [&](store::Transaction& transaction) { m_store->add(transaction, run, points); });
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RunFixture>();
        m_store = std::make_unique<MetricStore>(m_fixture->workspace());
        m_fixture->start();
        m_fixture->start();
    }

    void whatIsDoneAnewIsForgotten()
    {
        add(1, {point("a", 1, 5), point("a", 2, 3), point("a", 3, 9), point("b", 3, 1)});
        add(2, {point("a", 3, 4)});
        const auto seen = m_store->after(1, 0);
        const auto forget = [this](std::int64_t step) {
            m_fixture->workspace().write(
                [&](store::Transaction& transaction) { m_store->forgetAfter(transaction, 1, step); });
        };
        forget(3); // nothing is behind it
        QVERIFY(!m_store->after(1, seen.cursor).startsAnew);
        forget(2);
        const auto left = m_store->after(1, seen.cursor);
        QVERIFY(left.startsAnew);
        QCOMPARE(left.points.size(), std::size_t{2});
        QCOMPARE(m_store->keys(1), std::vector<std::string>{"a"});
        QCOMPARE(m_store->series(2, "a").size(), std::size_t{1});
        const auto standing = [this](const char* column) {
            double value = 0;
            m_fixture->workspace().read([&](SQLite::Database& database) {
                value =
                    database.execAndGet(std::string("SELECT ") + column + " FROM run_metric WHERE run = 1")
                        .getDouble();
            });
            return value;
        };
        QCOMPARE(standing("count(*)"), 1.0);
        QCOMPARE(standing("step"), 2.0);
        QCOMPARE(standing("value"), 3.0);
        QCOMPARE(standing("least"), 3.0);
        QCOMPARE(standing("most"), 5.0);

        // What comes now is new to who read on, and all there is to who did not.
        add(1, {point("a", 3, 7)});
        const auto next = m_store->after(1, left.cursor);
        QVERIFY(!next.startsAnew && next.points.size() == 1);
        QCOMPARE(m_store->after(1, seen.cursor).points.size(), std::size_t{3});
        QCOMPARE(m_store->after(1, 0, 2).points.size(), std::size_t{2});
        QVERIFY(!m_store->after(1, m_store->after(1, 0, 2).cursor).startsAnew);
        forget(0);
        add(1, {point("a", 1, 7)});
        const auto anew = m_store->after(1, next.cursor);
        QVERIFY(anew.startsAnew && anew.points.size() == 1);
    }

    void valuesComeBackAsTheyAre_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("a third") << 1.0 / 3;
        QTest::newRow("a whole number") << 3.0;
        QTest::newRow("zero") << 0.0;
        QTest::newRow("NaN") << std::nan("");
        QTest::newRow("infinity") << HUGE_VAL;
        QTest::newRow("minus infinity") << -HUGE_VAL;
        QTest::newRow("largest") << std::numeric_limits<double>::max();
        QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min();
        QTest::newRow("beyond whole doubles") << 1e17 + 2;
    }
    void valuesComeBackAsTheyAre()
    {
        QFETCH(double, value);
        add(1, {point("train/loss", 3, value)});
        const auto points = m_store->series(1, "train/loss");
        QCOMPARE(points.size(), std::size_t{1});
        QVERIFY(sameBits(points[0].value, value));
        QVERIFY(sameBits(points[0].epoch, 0.3));
        QCOMPARE(points[0].step, std::int64_t{3});
        QCOMPARE(points[0].time.milliseconds, std::int64_t{1'700'000'000'003});
    }

    void readingWhatIsNew()
    {
        add(1, {point("a", 1, 1), point("b", 1, 2)});
        add(2, {point("a", 1, 9)});
        train::MetricPage page = m_store->after(1, 0);
        QCOMPARE(page.points.size(), std::size_t{2});
        const std::int64_t cursor = page.cursor;
        QVERIFY(m_store->after(1, cursor).points.empty());
        QCOMPARE(m_store->after(1, cursor).cursor, cursor);
        add(1, {point("a", 3, 3)});
        add(1, {point("a", 2, 4)}); // out of order
        add(1, {point("b", 1, 5)}); // again
        page = m_store->after(1, cursor);
        QCOMPARE(page.points.size(), std::size_t{3});
        QCOMPARE(page.points[1].step, std::int64_t{2});
        QCOMPARE(page.points[2].value, 5.0);
        // In pieces it is the same.
        std::vector<double> values;
        for (std::int64_t at = 0;;) {
            const auto piece = m_store->after(1, at, 2);
            for (const MetricPoint& p : piece.points)
                values.push_back(p.value);
            if (piece.points.size() < 2)
                break;
            at = piece.cursor;
        }
        QVERIFY(values == (std::vector<double>{1, 3, 4, 5}));
    }

    void seriesAreInOrderAndWithoutRepeats()
    {
        add(1, {point("a", 5, 5), point("a", 1, 1), point("a", 3, 3), point("a", 5, 50)});
        const auto points = m_store->series(1, "a");
        QCOMPARE(points.size(), std::size_t{3});
        QCOMPARE(points[0].step, std::int64_t{1});
        QCOMPARE(points[2].value, 50.0);
        QVERIFY(m_store->series(1, "other").empty());
        QVERIFY(m_store->series(2, "a").empty());
    }

    void keysAndLastValues()
    {
        add(1, {point("b", 2, 2), point("a", 7, 7), point("a", 5, 5)});
        add(2, {point("c", 9, 9)});
        QVERIFY(m_store->keys(1) == (std::vector<std::string>{"a", "b"}));
        const auto last = m_store->last(1);
        QCOMPARE(last.size(), std::size_t{2});
        QCOMPARE(last.at("a").value, 7.0);
        QCOMPARE(last.at("b").value, 2.0);
        QVERIFY(m_store->last(3).empty());
    }

    void theWriterSavesPointsOfSeveralRuns()
    {
        MetricWriter writer(m_fixture->workspace());
        {
            std::vector<std::jthread> threads;
            for (std::int64_t run = 1; run <= 2; ++run)
                threads.emplace_back([&writer, run] {
                    for (std::int64_t step = 1; step <= 500; ++step)
                        writer.add(run, point("train/loss", step, static_cast<double>(step * run)));
                });
        }
        writer.flush();
        for (std::int64_t run = 1; run <= 2; ++run) {
            const auto points = m_store->series(run, "train/loss");
            QCOMPARE(points.size(), std::size_t{500});
            QCOMPARE(points.back().value, static_cast<double>(500 * run));
        }
        writer.close();
        QCOMPARE(kindOf([&] { writer.add(1, point("a", 1, 1)); }), "internal");
    }

    void pointsAreSavedWithoutBeingAsked()
    {
        MetricWriter writer(m_fixture->workspace());
        writer.add(1, point("a", 1, 1));
        QTRY_COMPARE(m_store->series(1, "a").size(), std::size_t{1});
    }

    void theDestructorSavesWhatIsLeft()
    {
        {
            MetricWriter writer(m_fixture->workspace());
            writer.add(1, point("a", 1, 1));
        }
        QCOMPARE(m_store->series(1, "a").size(), std::size_t{1});
    }

    void addingDoesNotWaitForTheCatalog()
    {
        MetricWriter writer(m_fixture->workspace());
        auto lock = std::make_unique<Lock>(m_fixture->folder());
        for (std::int64_t step = 1; step <= 1'000; ++step)
            writer.add(1, point("a", step, 1)); // would not come back while the lock is held
        QVERIFY(m_store->series(1, "a").empty());
        std::jthread waiting([&] { writer.flush(); });
        lock.reset();
        waiting.join();
        QCOMPARE(m_store->series(1, "a").size(), std::size_t{1'000});
    }

    void moreThanOneTransactionTakes()
    {
        MetricWriter writer(m_fixture->workspace());
        for (std::int64_t step = 1; step <= 12'345; ++step)
            writer.add(1 + step % 2, point("a", step, static_cast<double>(step)));
        writer.flush();
        const auto points = m_store->after(1, 0).points;
        QCOMPARE(points.size() + m_store->after(2, 0).points.size(), std::size_t{12'345});
        for (std::size_t i = 1; i < points.size(); ++i)
            QCOMPARE(points[i].step, points[i - 1].step + 2); // in the order in which they came
    }

    void whatCannotBeSavedIsKeptAndTold()
    {
        MetricWriter writer(m_fixture->workspace());
        const auto exec = [&](const char* sql) {
            m_fixture->workspace().write(
                [&](store::Transaction& transaction) { transaction.database().exec(sql); });
        };
        exec("CREATE TRIGGER full BEFORE INSERT ON metric_point BEGIN SELECT RAISE(ABORT, 'full'); END");
        writer.add(1, point("a", 1, 1));
        QVERIFY(kindOf([&] { writer.flush(); }) != std::string("none"));
        QVERIFY(m_store->series(1, "a").empty());
        writer.add(1, point("a", 2, 2));
        exec("DROP TRIGGER full");
        writer.flush();
        QCOMPARE(m_store->series(1, "a").size(), std::size_t{2});
        writer.close();
    }

    void whatWasKeptStaysInOrder()
    {
        MetricWriter writer(m_fixture->workspace());
        auto lock = std::make_unique<Lock>(m_fixture->folder());
        for (std::int64_t step = 1; step <= 30'000; ++step)
            writer.add(1 + step % 2, point(step % 3 ? "a" : "b", step, static_cast<double>(step)));
        lock.reset();
        writer.flush();
        for (std::int64_t run = 1; run <= 2; ++run) {
            std::map<std::string, std::int64_t> last;
            std::int64_t count = 0;
            for (const MetricPoint& p : m_store->after(run, 0).points) {
                QVERIFY(p.step > last[p.key]);
                last[p.key] = p.step;
                ++count;
            }
            QCOMPARE(count, std::int64_t{15'000});
        }
    }

    void seriesInPieces()
    {
        add(1, {point("a", -5, 1), point("a", 0, 2), point("a", 7, 3), point("b", 1, 9)});
        QCOMPARE(m_store->seriesAfter(1, "a", {}, 2).size(), std::size_t{2});
        const auto rest = m_store->seriesAfter(1, "a", 0, 2);
        QCOMPARE(rest.size(), std::size_t{1});
        QCOMPARE(rest[0].value, 3.0);
        QVERIFY(m_store->seriesAfter(1, "a", std::numeric_limits<std::int64_t>::max(), 2).empty());
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/points_table.h"
#include "ui/charts/scale.h"
#include "ui/charts/series_data.h"
#include "ui/charts/steady_clock.h"
#include "ui/widgets/figures.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace lepton::charts;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Noise with a NaN or infinity now and then.
std::vector<double> noise(std::size_t count, std::mt19937& random)
{
    std::normal_distribution<double> normal;
    std::vector<double> values(count);
    for (auto& value : values) {
        const auto dice = random() % 50;
        value = dice == 0 ? notANumber : dice == 1 ? infinity : normal(random);
    }
    return values;
}

std::vector<Point> pointsOf(const std::vector<double>& values)
{
    std::vector<Point> points;
    for (const double value : values)
        points.push_back({double(points.size() + 1), value});
    return points;
}

std::vector<double> copy(std::span<const double> values)
{
    return {values.begin(), values.end()};
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void findsTheExtremesOfAnyStretch();
    void drawsTheExtremesOfEachColumn();
    void drawsFewPointsAllOfThem();
    void appendsAsIfAllHadBeenThere();
    void sortsWhatComesLate();
    void keepsTheOrderOfCurves();
    void placesPointsByAnyAxis();
    void bearsAClockThatJumpsBack();
    void averagesFromTheFirstValueOn();
    void scalesWhateverADoubleHolds_data();
    void scalesWhateverADoubleHolds();
    void writesFiguresForPeople();
    void listsPointsOfAllLines();
};

void TestChartData::findsTheExtremesOfAnyStretch()
{
    std::mt19937 random(7);
    const auto values = noise(5000, random);
    for (const Domain domain : {Domain::All, Domain::Positive}) {
        MinMaxTree tree(domain);
        std::size_t known = 0;
        while (known < values.size()) {
            known = std::min(values.size(), known + random() % 700);
            tree.grow(std::span(values).first(known));
            for (int i = 0; i < 20 && known > 0; ++i) {
                std::size_t begin = random() % known;
                std::size_t end = random() % (known + 1);
                if (begin > end)
                    std::swap(begin, end);
                const auto extent = tree.extent(values, begin, end);
                double low = infinity;
                double high = -infinity;
                for (std::size_t j = begin; j < end; ++j) {
                    if (std::isfinite(values[j]) && (domain == Domain::All || values[j] > 0)) {
                        low = std::min(low, values[j]);
                        high = std::max(high, values[j]);
                    }
                }
                QCOMPARE(extent.has_value(), low <= high);
                if (extent) {
                    QCOMPARE(values[extent->low], low);
                    QCOMPARE(values[extent->high], high);
                }
            }
        }
    }
}

void TestChartData::drawsTheExtremesOfEachColumn()
{
    std::mt19937 random(8);
    SeriesData data;
    data.append(pointsOf(noise(100'000, random)));
    const auto places = data.places(XAxis::Step);
    const auto values = data.values();
    constexpr int columns = 300;
    for (const Range view : {Range{0, 100'000}, Range{40'000, 60'000}, Range{99'000.5, 120'000}}) {
        std::vector<std::uint32_t> drawn;
        decimate(places, values, data.tree(), view, columns, drawn);
        QVERIFY(std::ranges::is_sorted(drawn));
        QVERIFY(drawn.size() <= 4 * columns + 2);
        const auto extremes = [&](const auto& positions) {
            std::vector<std::pair<double, double>> found(columns, {infinity, -infinity});
            for (const auto i : positions) {
                const double place = places[i];
                const int column = int((place - view.lower) / (view.upper - view.lower) * columns);
                if (place < view.lower || column >= columns || !std::isfinite(values[i]))
                    continue;
                auto& [low, high] = found[std::size_t(column)];
                low = std::min(low, values[i]);
                high = std::max(high, values[i]);
            }
            return found;
        };
        std::vector<std::uint32_t> all(values.size());
        for (std::uint32_t i = 0; i < all.size(); ++i)
            all[i] = i;
        QCOMPARE(extremes(drawn), extremes(all));
    }
}

void TestChartData::drawsFewPointsAllOfThem()
{
    SeriesData data;
    data.append(pointsOf({1, 2, notANumber, 4, 5}));
    std::vector<std::uint32_t> drawn;
    decimate(data.places(XAxis::Step), data.values(), data.tree(), {0, 6}, 100, drawn);
    QCOMPARE(drawn, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    // zoomed in, the lines go on to the points beyond the edges
    decimate(data.places(XAxis::Step), data.values(), data.tree(), {1.5, 4.5}, 100, drawn);
    QCOMPARE(drawn, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    decimate({}, {}, data.tree(), {0, 1}, 100, drawn);
    QVERIFY(drawn.empty());
}

void TestChartData::appendsAsIfAllHadBeenThere()
{
    std::mt19937 random(9);
    const auto points = pointsOf(noise(10'000, random));
    SeriesData whole;
    whole.setSmoothing(0.9);
    whole.append(points);
    SeriesData grown;
    grown.setSmoothing(0.9);
    for (std::size_t done = 0; done < points.size();) {
        const auto count = std::min<std::size_t>(points.size() - done, 1 + random() % 37);
        grown.append(std::span(points).subspan(done, count));
        done += count;
    }
    QCOMPARE(grown.size(), whole.size());
    QVERIFY(std::ranges::equal(grown.odd(), whole.odd()));
    std::vector<std::uint32_t> one;
    std::vector<std::uint32_t> other;
    decimate(whole.places(XAxis::Step), whole.average(), whole.averageTree(), {0, 1e4}, 200, one);
    decimate(grown.places(XAxis::Step), grown.average(), grown.averageTree(), {0, 1e4}, 200, other);
    QCOMPARE(one, other);
    for (const auto i : one)
        QVERIFY(whole.average()[i] == grown.average()[i] || !std::isfinite(whole.average()[i]));
}

void TestChartData::sortsWhatComesLate()
{
    SeriesData data;
    data.setSmoothing(0.5);
    data.append(std::vector<Point>{{1, 10}, {3, 30}, {4, notANumber}});
    data.append(std::vector<Point>{{2, 20}, {notANumber, 7}, {5, 50}});
    QCOMPARE(copy(data.places(XAxis::Step)), (std::vector<double>{1, 2, 3, 4, 5}));
    QCOMPARE(data.values()[1], 20.0);
    QCOMPARE(data.odd().size(), std::size_t(1));
    QCOMPARE(data.odd()[0], 3U);
    SeriesData sorted;
    sorted.setSmoothing(0.5);
    sorted.append(std::vector<Point>{{1, 10}, {2, 20}, {3, 30}, {4, notANumber}, {5, 50}});
    QCOMPARE(data.average().back(), sorted.average().back());
    const auto extent = data.tree().extent(data.values(), 0, 3);
    QVERIFY(extent);
    QCOMPARE(extent->high, 2U);
}

void TestChartData::keepsTheOrderOfCurves()
{
    SeriesData curve(Form::Curve);
    curve.append(std::vector<Point>{{1, 0.5}, {0.5, 0.8}, {0, 1}});
    QCOMPARE(copy(curve.places(XAxis::Value)), (std::vector<double>{1, 0.5, 0}));
}

void TestChartData::placesPointsByAnyAxis()
{
    SeriesData data;
    data.append(std::vector<Point>{{10, 1, 0.5, 3}, {20, 1, 1.0, 6}, {30, 1, 1.5, 9}});
    QCOMPARE(copy(data.places(XAxis::Epoch)), (std::vector<double>{0.5, 1, 1.5}));
    QCOMPARE(copy(data.places(XAxis::Time)), (std::vector<double>{3, 6, 9}));
    QCOMPARE(data.nearest(XAxis::Time, 7), std::size_t(1));
    QCOMPARE(data.nearest(XAxis::Step, 1e9), std::size_t(2));
    const auto inside = data.within(XAxis::Step, {15, 30});
    QCOMPARE(inside.first, std::size_t(1));
    QCOMPARE(inside.second, std::size_t(3));
    SeriesData bare;
    bare.append(std::vector<Point>{{1, 1}, {2, 2}});
    QCOMPARE(copy(bare.places(XAxis::Epoch)), (std::vector<double>{1, 2}));
}

void TestChartData::bearsAClockThatJumpsBack()
{
    SteadyClock clock;
    SeriesData data;
    const std::vector<std::pair<double, double>> told{{1, 100}, {2, 101}, {3, 41}, {4, 42}, {5, 12}, {6, 13}};
    for (const auto& [step, time] : told)
        clock.add(step, time);
    std::vector<Point> points;
    for (const auto& [step, time] : told)
        points.push_back({step, 0, notANumber, clock.corrected(step, time)});
    data.append(points);
    QCOMPARE(copy(data.places(XAxis::Time)), (std::vector<double>{100, 101, 101, 102, 102, 103}));
    // a line with few points is moved alike
    QCOMPARE(clock.corrected(4, 42.5), 102.5);
    QCOMPARE(clock.corrected(1, 100.5), 100.5);
    // and without such help, time stands still rather than going back
    SeriesData bare;
    bare.append(std::vector<Point>{{1, 0, notANumber, 50}, {2, 0, notANumber, 20}, {3, 0, notANumber, 60}});
    QCOMPARE(copy(bare.places(XAxis::Time)), (std::vector<double>{50, 50, 60}));
}

void TestChartData::averagesFromTheFirstValueOn()
{
    SeriesData data;
    data.append(pointsOf({4, notANumber, 8, infinity, 8}));
    QVERIFY(data.average().empty());
    data.setSmoothing(0.5);
    QCOMPARE(data.average()[0], 4.0);
    QVERIFY(std::isnan(data.average()[1]));
    QCOMPARE(data.average()[2], (0.5 * 2 + 0.5 * 8) / 0.75);
    QVERIFY(data.average()[4] > data.average()[2] && data.average()[4] < 8);
    data.setSmoothing(0);
    QVERIFY(data.average().empty());
}

void TestChartData::scalesWhateverADoubleHolds_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a loss") << 0.2 << 1.2;
    QTest::newRow("a rate") << 1e-7 << 3e-5;
    QTest::newRow("very small and very large") << 1e-300 << 1e300;
    QTest::newRow("the smallest and the largest") << 5e-324 << std::numeric_limits<double>::max();
    QTest::newRow("tiny ones") << 1e-320 << 3e-320;
    QTest::newRow("one value") << 0.5 << 0.5;
    QTest::newRow("one tiny value") << 1e-300 << 1e-300;
    QTest::newRow("nearly one value") << 1.0 << 1.0 + 1e-15;
    QTest::newRow("steps") << 1.0 << 5e6;
}

void TestChartData::scalesWhateverADoubleHolds()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    for (const bool isLog : {false, true}) {
        const auto scale = ValueScale::fitting(low, high, isLog);
        const Range range = valueRange(scale, low, high, 5);
        QVERIFY(std::isfinite(range.lower) && std::isfinite(range.upper));
        QVERIFY(range.lower < range.upper);
        QVERIFY(range.lower <= scale.toAxis(low) + 1e-9 && range.upper >= scale.toAxis(high) - 1e-9);
        const auto ticks = valueTicks(scale, range, 5);
        QVERIFY2(ticks.size() >= 2 && ticks.size() <= 12, qPrintable(QString::number(ticks.size())));
        QSet<QString> labels;
        for (const Tick& tick : ticks) {
            QVERIFY(tick.coordinate >= range.lower - 1e-6 && tick.coordinate <= range.upper + 1e-6);
            QVERIFY(!tick.label.isEmpty() && !tick.label.contains(QLatin1String("inf")));
            labels.insert(tick.label);
        }
        if (high > low * 1.001)
            QCOMPARE(labels.size(), qsizetype(ticks.size()));
    }
}

void TestChartData::writesFiguresForPeople()
{
    QCOMPARE(lepton::ui::figureText(0.4024), QStringLiteral("0.402"));
    QCOMPARE(lepton::ui::figureText(3e-5), QStringLiteral("3e-5"));
    QCOMPARE(lepton::ui::figureText(1.08e-4), QStringLiteral("1.08e-4"));
    QCOMPARE(lepton::ui::figureText(-2.5e-4), QStringLiteral("-2.5e-4"));
    QCOMPARE(lepton::ui::figureText(notANumber), QStringLiteral("NaN"));
    QCOMPARE(lepton::ui::figureText(infinity), QStringLiteral("∞"));
    QCOMPARE(lepton::ui::figureText(1e300), QStringLiteral("1e300"));
    QCOMPARE(ChartText::place(XAxis::Time, 3729), QStringLiteral("1:02:09"));
    QCOMPARE(ChartText::place(XAxis::Epoch, 1.9), QStringLiteral("1.90"));
    QCOMPARE(ChartText::tick(0.65, 0.05), QStringLiteral("0.65"));
    QCOMPARE(ChartText::tick(2e-5, 1e-5), QStringLiteral("2e-5"));
    // there are no half steps
    for (const Tick& tick : placeTicks(XAxis::Step, {0, 3}, 8))
        QCOMPARE(tick.coordinate, std::floor(tick.coordinate));
}

void TestChartData::listsPointsOfAllLines()
{
    const std::vector<Series> series{{QStringLiteral("train")}, {QStringLiteral("validation"), 2}};
    std::vector<SeriesData> data(2);
    data[0].append(std::vector<Point>{{1, 0.5}, {2, 0.4}, {3, notANumber}});
    data[1].append(std::vector<Point>{{2, 0.45}});
    PointsModel model(QStringLiteral("Step"), XAxis::Step, series, data);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("0.400"));
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("0.450"));
    QVERIFY(!model.index(0, 2).data().isValid());
    QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("NaN"));
    std::vector<Point> many(25'000);
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i] = {double(i), 1};
    data[0].clear();
    data[0].append(many);
    const PointsModel cut(QStringLiteral("Step"), XAxis::Step, series, data);
    QCOMPARE(cut.rowCount(), int(PointsModel::mostRows));
    QCOMPARE(cut.wholeCount(), std::size_t(25'000));
    QCOMPARE(cut.index(cut.rowCount() - 1, 0).data().toString(), QStringLiteral("24,999"));
}

QTEST_MAIN(TestChartData)
#include "tst_chart_data.moc"

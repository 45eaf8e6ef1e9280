// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"
#include "support/sample_csv.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numeric>

using namespace lepton;
using testing::ImportFixture;
using testing::Random;

namespace {

data::ColumnProfile profileOf(const std::vector<std::string>& values)
{
    std::string bytes = "v,w\n";
    for (const std::string& value : values)
        bytes += value + ",\n";
    ImportFixture fixture;
    return fixture.importBytes(bytes).profile.columns[0];
}

bool close(std::optional<double> got, double expected)
{
    return got && std::abs(*got - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
}

/// The statistics of columns.
class TestColumnProfiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesNumbers();
    void staysExactFarFromZero();
    void countsEveryNumberInTheHistogram_data();
    void countsEveryNumberInTheHistogram();
    void tellsSpecialNumbersApart();
    void describesTexts();
    void listsFrequentValues();
    void findsFrequentTextsAmongMany();
    void estimatesManyDifferentValues();
    void findsQuantilesOfManyValues();
    void describesNothing();
    void goesThroughJson();
};

void TestColumnProfiler::describesNumbers()
{
    const auto profile = profileOf({"1", "2", "3", "4", "", "10"});
    QCOMPARE(profile.rows, 6);
    QCOMPARE(profile.missing, 1);
    QCOMPARE(profile.distinct, 5);
    QVERIFY(profile.distinctExact);
    QVERIFY(close(profile.mean, 4));
    QVERIFY(close(profile.standardDeviation, std::sqrt(12.5)));
    // As pandas' skew() has it.
    QVERIFY(close(profile.skewness, 1.6970562748477143));
    QCOMPARE(profile.quantiles.size(), std::size_t{5});
    QVERIFY(close(profile.quantiles[2], 3));
    QVERIFY(close(profile.quantiles[0], 1.2));
    QCOMPARE(std::get<std::int64_t>(profile.smallest), 1);
    QCOMPARE(std::get<std::int64_t>(profile.largest), 10);
}

void TestColumnProfiler::staysExactFarFromZero()
{
    std::vector<std::string> values;
    for (int i = 0; i < 10'000; ++i)
        values.push_back(std::to_string(1'000'000'000'000 + i % 2));
    const auto profile = profileOf(values);
    QVERIFY(close(profile.mean, 1'000'000'000'000.5));
    QVERIFY(std::abs(*profile.standardDeviation - 0.5 * std::sqrt(10'000.0 / 9'999)) < 1e-9);
}

void TestColumnProfiler::countsEveryNumberInTheHistogram_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("factor");
    QTest::newRow("growing range") << 1e-9 << 1.01;
    QTest::newRow("negative") << -1e-9 << 1.01;
    QTest::newRow("huge") << 1e300 << 1.0001;
    QTest::newRow("equal") << 0.1 << 1.0;
}

void TestColumnProfiler::countsEveryNumberInTheHistogram()
{
    QFETCH(double, first);
    QFETCH(double, factor);
    std::vector<std::string> values;
    std::vector<double> numbers;
    double value = first;
    for (int i = 0; i < 5000; ++i) {
        values.push_back(QString::number(value, 'g', 15).toStdString());
        numbers.push_back(std::stod(values.back()));
        value *= factor;
    }
    const auto profile = profileOf(values);
    const auto& histogram = profile.histogram;
    QVERIFY(!histogram.counts.empty() && histogram.counts.size() <= 24);
    QVERIFY(histogram.low <= *std::min_element(numbers.begin(), numbers.end()));
    QVERIFY(histogram.high >= *std::max_element(numbers.begin(), numbers.end()));
    const double width = (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
    std::vector<std::int64_t> expected(histogram.counts.size(), 0);
    for (const double number : numbers) {
        const auto bin = static_cast<std::size_t>((number - histogram.low) / width);
        ++expected[std::min(bin, expected.size() - 1)];
    }
    QCOMPARE(histogram.counts, expected);
}

void TestColumnProfiler::tellsSpecialNumbersApart()
{
    const auto profile = profileOf({"1.5", "nan", "inf", "-inf", "NA", "2.5"});
    QCOMPARE(profile.nan, 1);
    QCOMPARE(profile.infinite, 2);
    QCOMPARE(profile.missing, 1);
    QVERIFY(close(profile.mean, 2));
    QVERIFY(std::isinf(*profile.maximum) && std::isinf(*profile.minimum));
    QCOMPARE(profile.distinct, 5);
}

void TestColumnProfiler::describesTexts()
{
    const auto profile = profileOf({"b", "\xC3\xA9\xC3\xA9", "\"\"", "a", ""});
    QCOMPARE(profile.missing, 1);
    QCOMPARE(profile.distinct, 4);
    QCOMPARE(profile.minimum, 0.0);
    QCOMPARE(profile.maximum, 2.0);
    QVERIFY(close(profile.mean, 1));
    QCOMPARE(std::get<std::string>(profile.smallest), "");
    QCOMPARE(std::get<std::string>(profile.largest), "éé");
}

void TestColumnProfiler::listsFrequentValues()
{
    const auto profile = profileOf({"x", "y", "x", "z", "x", "y"});
    QVERIFY(profile.topExact);
    QCOMPARE(profile.top.size(), std::size_t{3});
    QCOMPARE(profile.top[0], (std::pair<std::string, std::int64_t>{"x", 3}));
    QCOMPARE(profile.top[1], (std::pair<std::string, std::int64_t>{"y", 2}));
    const auto truths = profileOf({"true", "false", "true"});
    QCOMPARE(truths.top[0], (std::pair<std::string, std::int64_t>{"true", 2}));
    QVERIFY(close(truths.mean, 2.0 / 3));
    const auto numbers = profileOf({"2.5", "2.5", "1.0"});
    QCOMPARE(numbers.top[0], (std::pair<std::string, std::int64_t>{"2.5", 2}));
}

void TestColumnProfiler::findsFrequentTextsAmongMany()
{
    std::vector<std::string> values;
    for (int i = 0; i < 60'000; ++i)
        values.push_back(i % 10 == 0 && i > 30'000 ? "often" : "t" + std::to_string(i));
    const auto profile = profileOf(values);
    QVERIFY(!profile.topExact);
    QVERIFY(!profile.top.empty());
    QCOMPARE(profile.top[0].first, "often");
    QVERIFY(profile.top[0].second > 2'500 && profile.top[0].second <= 3'000);
}

void TestColumnProfiler::estimatesManyDifferentValues()
{
    Random random(3);
    std::vector<std::string> values;
    for (int i = 0; i < 150'000; ++i)
        values.push_back(std::to_string(i % 100'000 * 7919));
    const auto profile = profileOf(values);
    QVERIFY(!profile.distinctExact);
    QVERIFY2(std::abs(static_cast<double>(profile.distinct) - 100'000) < 3'000,
             std::to_string(profile.distinct).c_str());
    QVERIFY(profile.top.empty());
}

void TestColumnProfiler::findsQuantilesOfManyValues()
{
    std::vector<std::string> values;
    for (int i = 0; i < 200'000; ++i)
        values.push_back(std::to_string(static_cast<std::int64_t>(i) * 7919 % 200'000));
    const auto profile = profileOf(values);
    for (std::size_t i = 0; i < profile.quantiles.size(); ++i)
        QVERIFY(std::abs(profile.quantiles[i] / 200'000 - data::quantileRanks[i]) < 0.01);
    QVERIFY(close(profile.mean, 99'999.5));
}

void TestColumnProfiler::describesNothing()
{
    const auto profile = profileOf({"", "", ""});
    QCOMPARE(profile.missing, 3);
    QCOMPARE(profile.distinct, 0);
    QVERIFY(!profile.mean && !profile.minimum);
    QVERIFY(profile.histogram.counts.empty());
    QVERIFY(data::isMissing(profile.smallest));
}

void TestColumnProfiler::goesThroughJson()
{
    for (const auto& values : std::vector<std::vector<std::string>>{{"1", "2", "9223372036854775807"},
                                                                    {"1.0", "inf", "nan", "2.5"},
                                                                    {"a", "b", ""},
                                                                    {"true", "false"},
                                                                    {"", ""}}) {
        const nlohmann::json before = profileOf(values);
        const nlohmann::json after = nlohmann::json::parse(before.dump()).get<data::ColumnProfile>();
        QCOMPARE(after.dump(), before.dump());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestColumnProfiler)
#include "tst_column_profiler.moc"

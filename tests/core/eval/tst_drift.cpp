// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/golden_qt.h"

#include "eval/drift.h"
#include "eval/gamma.h"

#include <bit>
#include <limits>
#include <random>

using namespace lepton;
using Json = nlohmann::ordered_json;

namespace {

constexpr double relative = 1e-9;
constexpr double pValueAbsolute = 1e-6;

QString distanceProblem(const eval::HistogramDistance& distance, const Json& expected)
{
    const Json& test = expected["chi_square"];
    const auto number = [](const Json& value) { return testing::goldenNumber(value); };
    QString problem = testing::difference("psi", distance.psi, number(expected["psi"]), 1e-15, relative);
    problem += testing::difference("jensen_shannon", distance.jensenShannon,
                                   number(expected["jensen_shannon_distance"]), 1e-15, relative);
    problem += testing::difference("chi_square", distance.chiSquare.statistic, number(test["statistic"]),
                                   1e-15, relative);
    problem +=
        testing::difference("p-value", distance.chiSquare.pValue, number(test["p_value"]), pValueAbsolute, 0);
    if (Json(distance.chiSquare.degreesOfFreedom) != test["degrees_of_freedom"])
        problem += " degrees of freedom";
    return problem;
}

} // namespace

/// Measures of drift, against SciPy's.
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsScipy_data() { testing::addGoldenRows("drift", ".*\\.json"); }
    void equalsScipy();
    void chiSquareTailKeepsItsDigits_data();
    void chiSquareTailKeepsItsDigits();
    void exactPValueCountsEveryPath();
    void largeSamplesUseTheLimit_data();
    void largeSamplesUseTheLimit();
    void tenThousandValuesAreStillExact();
    void badSamplesGetASentence();
};

void TestDrift::equalsScipy()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"];
    if (golden["kind"] == "categorical") {
        const auto reference = golden["reference"].get<std::vector<std::string>>();
        const auto current = golden["current"].get<std::vector<std::string>>();
        const std::vector<std::string_view> referenceViews(reference.begin(), reference.end());
        const std::vector<std::string_view> currentViews(current.begin(), current.end());
        const eval::CategoricalDrift drift = eval::categoricalDrift(referenceViews, currentViews);
        QCOMPARE(testing::jsonText(drift.categories), testing::jsonText(expected["categories"]));
        QCOMPARE(testing::jsonText(drift.reference), testing::jsonText(expected["reference_counts"]));
        QCOMPARE(testing::jsonText(drift.current), testing::jsonText(expected["current_counts"]));
        const QString problem = distanceProblem(drift.distance, expected);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        return;
    }

    const auto reference = golden["reference"].get<std::vector<double>>();
    const auto current = golden["current"].get<std::vector<double>>();
    const eval::NumericDrift drift = eval::numericDrift(reference, current);
    QCOMPARE(drift.edges.size(), expected["edges"].size());
    for (std::size_t i = 0; i < drift.edges.size(); ++i)
        COMPARE_NUMBER(drift.edges[i], testing::goldenNumber(expected["edges"][i]), 0, relative);
    QCOMPARE(testing::jsonText(drift.reference), testing::jsonText(expected["reference_counts"]));
    QCOMPARE(testing::jsonText(drift.current), testing::jsonText(expected["current_counts"]));
    const QString problem = distanceProblem(drift.distance, expected);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const eval::KolmogorovSmirnov& test = drift.kolmogorovSmirnov;
    COMPARE_NUMBER(test.statistic, testing::goldenNumber(expected["ks"]["statistic"]), 0, relative);
    const char* key = test.method == eval::PValueMethod::Exact ? "p_value" : "p_value_asymptotic";
    COMPARE_NUMBER(test.pValue, testing::goldenNumber(expected["ks"][key]), pValueAbsolute, 0);
    // A p-value that is shown with a power of ten must have it right.
    COMPARE_NUMBER(test.pValue, testing::goldenNumber(expected["ks"][key]), 0, 1e-9);
}

void TestDrift::chiSquareTailKeepsItsDigits_data()
{
    QTest::addColumn<double>("statistic");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("expected");
    // Closed forms: degrees 2: e^(-x/2); 4: e^(-x/2) (1 + x/2); 1: erfc(sqrt(x/2)).
    QTest::newRow("two degrees") << 10.0 << 2.0 << std::exp(-5.0);
    QTest::newRow("two degrees, far out") << 1'000.0 << 2.0 << std::exp(-500.0);
    QTest::newRow("four degrees") << 3.0 << 4.0 << std::exp(-1.5) * 2.5;
    QTest::newRow("one degree") << 3.841458820694124 << 1.0 << std::erfc(std::sqrt(3.841458820694124 / 2));
    QTest::newRow("nothing differs") << 0.0 << 5.0 << 1.0;
    QTest::newRow("no degrees") << 7.0 << 0.0 << 1.0;
}

void TestDrift::chiSquareTailKeepsItsDigits()
{
    QFETCH(double, statistic);
    QFETCH(double, degrees);
    QFETCH(double, expected);
    COMPARE_NUMBER(eval::chiSquareTail(statistic, degrees), expected, 0, 1e-12);
}

void TestDrift::exactPValueCountsEveryPath()
{
    // All ways of mixing 4 and 6 values, one bit a value, counted one by one.
    constexpr int m = 4, n = 6, common = 2;
    std::vector<std::int64_t> distances;
    for (unsigned mixing = 0; mixing < 1U << (m + n); ++mixing) {
        if (std::popcount(mixing) != m)
            continue;
        std::int64_t distance = 0, largest = 0;
        for (unsigned bit = 0; bit < m + n; ++bit) {
            distance += mixing >> bit & 1 ? n / common : -m / common;
            largest = std::max(largest, std::abs(distance));
        }
        distances.push_back(largest);
    }
    for (std::int64_t distance = 1; distance <= m * n / common; ++distance) {
        const auto reached = std::ranges::count_if(distances, [=](std::int64_t d) { return d >= distance; });
        COMPARE_NUMBER(eval::exactPValue(m, n, distance),
                       static_cast<double>(reached) / static_cast<double>(distances.size()), 0, 1e-13);
    }
}

void TestDrift::largeSamplesUseTheLimit_data()
{
    // scipy.stats.kstwo.sf(statistic, n) of SciPy 1.17
    QTest::addColumn<double>("statistic");
    QTest::addColumn<double>("n");
    QTest::addColumn<double>("expected");
    QTest::newRow("1000 values, 0.0142302") << 0.0142302 << 1000.0 << 0.9857333891567216;
    QTest::newRow("1000 values, 0.0221359") << 0.0221359 << 1000.0 << 0.70258377934921;
    QTest::newRow("1000 values, 0.0316228") << 0.0316228 << 1000.0 << 0.2644084608105619;
    QTest::newRow("1000 values, 0.0468017") << 0.0468017 << 1000.0 << 0.024233200915711017;
    QTest::newRow("1000 values, 0.0471179") << 0.0471179 << 1000.0 << 0.02282996309892456;
    QTest::newRow("1000 values, 0.0632456") << 0.0632456 << 1000.0 << 0.000639757274530882;
    QTest::newRow("5000 values, 0.00636396") << 0.00636396 << 5000.0 << 0.9866671665026849;
    QTest::newRow("5000 values, 0.00989949") << 0.00989949 << 5000.0 << 0.7073361098142448;
    QTest::newRow("5000 values, 0.0141421") << 0.0141421 << 5000.0 << 0.26748777723458306;
    QTest::newRow("5000 values, 0.0209304") << 0.0209304 << 5000.0 << 0.02467762896566872;
    QTest::newRow("5000 values, 0.0210718") << 0.0210718 << 5000.0 << 0.023252311673878187;
    QTest::newRow("5000 values, 0.0282843") << 0.0282843 << 5000.0 << 0.0006576768931742098;
    QTest::newRow("100000 values, 0.00142302") << 0.00142302 << 100000.0 << 0.9872458985874801;
    QTest::newRow("100000 values, 0.00221359") << 0.00221359 << 100000.0 << 0.7103613112078451;
    QTest::newRow("100000 values, 0.00316228") << 0.00316228 << 100000.0 << 0.269434520508922;
    QTest::newRow("100000 values, 0.00468017") << 0.00468017 << 100000.0 << 0.024952413526229567;
    QTest::newRow("100000 values, 0.00471179") << 0.00471179 << 100000.0 << 0.02351306461921914;
    QTest::newRow("100000 values, 0.00632456") << 0.00632456 << 100000.0 << 0.0006680587658909697;
    QTest::newRow("300000 values, 0.000821584") << 0.000821584 << 300000.0 << 0.987315281291767;
    QTest::newRow("300000 values, 0.00127802") << 0.00127802 << 300000.0 << 0.7107283986408204;
    QTest::newRow("300000 values, 0.00182574") << 0.00182574 << 300000.0 << 0.2696747809202886;
    QTest::newRow("300000 values, 0.0027021") << 0.0027021 << 300000.0 << 0.024985323627747302;
    QTest::newRow("300000 values, 0.00272036") << 0.00272036 << 300000.0 << 0.023543970356780537;
    QTest::newRow("300000 values, 0.00365148") << 0.00365148 << 300000.0 << 0.0006692929903715028;
}

void TestDrift::largeSamplesUseTheLimit()
{
    QFETCH(double, statistic);
    QFETCH(double, n);
    QFETCH(double, expected);
    COMPARE_NUMBER(eval::oneSampleTail(statistic, n), expected, 1e-7, 0);
}

void TestDrift::tenThousandValuesAreStillExact()
{
    std::mt19937 random(11);
    std::vector<double> a(10'000), b(10'001);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::ranges::generate(a, uniform);
    std::ranges::generate(b, uniform);
    const auto exact = eval::kolmogorovSmirnov(a, std::span(b).first(10'000));
    const auto limit = eval::kolmogorovSmirnov(a, b);
    QCOMPARE(exact.method, eval::PValueMethod::Exact);
    QCOMPARE(limit.method, eval::PValueMethod::Asymptotic);
    QVERIFY(std::abs(exact.pValue - limit.pValue) < 0.02);
}

void TestDrift::badSamplesGetASentence()
{
    const std::vector<double> good{1, 2}, none, broken{1, std::numeric_limits<double>::quiet_NaN()};
    QCOMPARE(testing::kindOf([&] { eval::numericDrift(none, good); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { eval::numericDrift(good, none); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { eval::kolmogorovSmirnov(good, broken); }), "invalid_argument");
    const auto error = testing::errorOf([&] { eval::numericDrift(good, broken); });
    QVERIFY(error && error->message().find("Value 2 of the current sample") != std::string::npos);
    QCOMPARE(testing::kindOf([&] { eval::categoricalDrift({}, {}); }), "invalid_argument");
}

QTEST_APPLESS_MAIN(TestDrift)
#include "tst_drift.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/golden_qt.h"

#include "eval/calibration.h"
#include "eval/probability_scores.h"
#include "eval/ranking_curves.h"

#include <limits>

using namespace lepton;
using Json = nlohmann::ordered_json;

namespace {

constexpr double absolute = 1e-12;
constexpr double relative = 1e-9;

/// A golden case with probabilities.
struct Case
{
    explicit Case(const Json& golden)
        : classes(golden["classes"].get<std::vector<std::string>>())
    {
        for (const Json& label : golden["true"])
            truth.push_back(static_cast<eval::LabelIndex>(
                std::ranges::find(classes, label.get<std::string>()) - classes.begin()));
        for (const Json& row : golden["proba"]) {
            for (const Json& value : row)
                values.push_back(testing::goldenNumber(value));
        }
    }

    eval::ProbabilityTable table() const { return {values, classes.size()}; }

    std::vector<std::string> classes;
    std::vector<eval::LabelIndex> truth;
    std::vector<double> values;
};

QString differenceOf(const char* name, const std::vector<double>& actual, const Json& expected)
{
    if (actual.size() != expected.size())
        return QString("%1 has %2 points, not %3").arg(name).arg(actual.size()).arg(expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const QString problem = testing::difference(name + ("[" + std::to_string(i) + "]"), actual[i],
                                                    testing::goldenNumber(expected[i]), absolute, relative);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

#define COMPARE_LIST(actual, expected)                                                                       \
    do {                                                                                                     \
        const QString disagreement = differenceOf(#actual, actual, expected);                                \
        QVERIFY2(disagreement.isEmpty(), qPrintable(disagreement));                                          \
    } while (false)

/// Scores of probabilities, curves and calibration, against scikit-learn's.
class TestProbabilityScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsScikitLearn_data();
    void equalsScikitLearn();
    void curvesEqualScikitLearn_data() { equalsScikitLearn_data(); }
    void curvesEqualScikitLearn();
    void calibrationIsEqual_data() { equalsScikitLearn_data(); }
    void calibrationIsEqual();
    void badProbabilitiesNameTheirPlace_data();
    void badProbabilitiesNameTheirPlace();
    void truthOutsideTheClassesIsRefused();
    void scoresThatAreNoNumbersCannotRank();
};

void TestProbabilityScores::equalsScikitLearn_data()
{
    QTest::addColumn<QString>("file");
    for (const auto& file : testing::goldenFiles("report", "(?!regression_).*\\.json")) {
        if (testing::goldenJson(file).contains("proba"))
            QTest::addRow("%s", file.stem().c_str()) << QString::fromStdString(file.string());
    }
}

void TestProbabilityScores::equalsScikitLearn()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"];
    const Case data(golden);
    const auto wanted = [&](const char* key) { return testing::goldenNumber(expected[key]); };

    const eval::ProbabilityScores scores = eval::probabilityScores(data.truth, data.table());
    COMPARE_NUMBER(scores.logLoss, wanted("log_loss"), absolute, relative);
    COMPARE_NUMBER(scores.brierSum, wanted("brier_sum"), absolute, relative);
    COMPARE_NUMBER(scores.brier, wanted("brier_sklearn"), absolute, relative);
    if (expected.contains("top_2_accuracy"))
        COMPARE_NUMBER(eval::topKAccuracy(data.truth, data.table(), 2), wanted("top_2_accuracy"), absolute,
                       relative);

    const std::vector<eval::ClassRanking> ranking = eval::oneVersusRest(data.truth, data.table());
    QCOMPARE(ranking.size(), expected["one_vs_rest"].size());
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        const Json& one = expected["one_vs_rest"][data.classes[i]];
        COMPARE_NUMBER(ranking[i].averagePrecision, testing::goldenNumber(one["average_precision"]), absolute,
                       relative);
        COMPARE_NUMBER(ranking[i].areaUnderRoc, testing::goldenNumber(one["roc_auc"]), absolute, relative);
    }
    if (expected.contains("roc_auc_ovr_macro")) {
        COMPARE_NUMBER(eval::macroAreaUnderRoc(ranking), wanted("roc_auc_ovr_macro"), absolute, relative);
        COMPARE_NUMBER(eval::weightedAreaUnderRoc(ranking), wanted("roc_auc_ovr_weighted"), absolute,
                       relative);
    }
}

void TestProbabilityScores::curvesEqualScikitLearn()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"];
    if (!expected.contains("roc_curve"))
        return; // only cases of two classes have curves
    const Case data(golden);
    std::vector<double> positive;
    for (std::size_t row = 0; row < data.truth.size(); ++row)
        positive.push_back(data.table().at(row, 1));
    const eval::ThresholdCounts counts = eval::thresholdCounts(data.truth, 1, positive);

    for (const auto& [key, points] : {std::pair{"roc_curve", eval::CurvePoints::WithoutCollinear},
                                      std::pair{"roc_curve_all_points", eval::CurvePoints::All}}) {
        const eval::RocCurve curve = eval::rocCurve(counts, points);
        COMPARE_LIST(curve.falsePositiveRate, expected[key]["fpr"]);
        COMPARE_LIST(curve.truePositiveRate, expected[key]["tpr"]);
        COMPARE_LIST(curve.thresholds, expected[key]["thresholds"]);
    }
    const eval::PrecisionRecallCurve curve = eval::precisionRecallCurve(counts);
    COMPARE_LIST(curve.precision, expected["pr_curve"]["precision"]);
    COMPARE_LIST(curve.recall, expected["pr_curve"]["recall"]);
    COMPARE_LIST(curve.thresholds, expected["pr_curve"]["thresholds"]);
}

void TestProbabilityScores::calibrationIsEqual()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"]["ece"];
    const Case data(golden);
    const eval::Calibration calibration = eval::calibration(data.truth, data.table());
    COMPARE_NUMBER(calibration.expectedError, testing::goldenNumber(expected["value"]), absolute, relative);
    COMPARE_NUMBER(calibration.largestError, testing::goldenNumber(expected["max"]), absolute, relative);
    QCOMPARE(calibration.bins.size(), expected["bins"].size());
    for (std::size_t i = 0; i < calibration.bins.size(); ++i) {
        QCOMPARE(calibration.bins[i].count, expected["bins"][i]["count"].get<std::int64_t>());
        QCOMPARE(calibration.bins[i].right, expected["bins"][i]["right"].get<std::int64_t>());
        COMPARE_NUMBER(calibration.bins[i].confidenceSum,
                       testing::goldenNumber(expected["bins"][i]["confidence_sum"]), absolute, relative);
    }
}

void TestProbabilityScores::badProbabilitiesNameTheirPlace_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
    QTest::newRow("negative") << -1e-9;
    QTest::newRow("above 1") << 1.5;
}

void TestProbabilityScores::badProbabilitiesNameTheirPlace()
{
    QFETCH(double, value);
    const std::vector<double> values{0.5, 0.5, 0.5, value};
    const auto error = testing::errorOf([&] { eval::ProbabilityTable(values, 2); });
    QVERIFY(error);
    QVERIFY(error->message().find("class 1 in row 2") != std::string::npos);
    QCOMPARE(testing::kindOf([&] { eval::ProbabilityTable(values, 3); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { eval::ProbabilityTable(values, 0); }), "invalid_argument");
}

void TestProbabilityScores::truthOutsideTheClassesIsRefused()
{
    const std::vector<double> values{0.5, 0.5};
    const eval::ProbabilityTable table(values, 2);
    for (const eval::LabelIndex truth : {-1, 2}) {
        const std::vector<eval::LabelIndex> column{truth};
        QCOMPARE(testing::kindOf([&] { eval::probabilityScores(column, table); }), "invalid_argument");
        QCOMPARE(testing::kindOf([&] { eval::calibration(column, table); }), "invalid_argument");
        QCOMPARE(testing::kindOf([&] { eval::oneVersusRest(column, table); }), "invalid_argument");
    }
    QCOMPARE(testing::kindOf([&] { eval::probabilityScores({}, table); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { eval::probabilityScores({}, eval::ProbabilityTable({}, 2)); }),
             "invalid_argument");
}

void TestProbabilityScores::scoresThatAreNoNumbersCannotRank()
{
    const std::vector<eval::LabelIndex> truth{0, 1};
    const std::vector<double> scores{0.5, std::numeric_limits<double>::quiet_NaN()};
    const auto error = testing::errorOf([&] { eval::thresholdCounts(truth, 1, scores); });
    QVERIFY(error && error->message().find("row 2") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestProbabilityScores)
#include "tst_probability_scores.moc"

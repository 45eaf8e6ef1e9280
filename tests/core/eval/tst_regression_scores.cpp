// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/golden_qt.h"

#include "eval/regression_scores.h"

#include <limits>

using namespace lepton;
using Json = nlohmann::ordered_json;

/// Scores of predicted numbers, against scikit-learn's.
class TestRegressionScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsScikitLearn_data() { testing::addGoldenRows("report", "regression_.*\\.json"); }
    void equalsScikitLearn();
    void valuesThatAreNoNumbersNameTheirRow();
    void columnsOfDifferentLengthAreRefused();
};

void TestRegressionScores::equalsScikitLearn()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"];
    const auto truth = golden["true"].get<std::vector<double>>();
    const auto predicted = golden["pred"].get<std::vector<double>>();
    if (expected["mae"].is_object()) { // scikit-learn raises
        QCOMPARE(testing::kindOf([&] { eval::regressionScores(truth, predicted); }), "invalid_argument");
        return;
    }
    const eval::RegressionScores scores = eval::regressionScores(truth, predicted);
    const auto compare = [&](const char* key, double actual) {
        const QString problem =
            testing::difference(key, actual, testing::goldenNumber(expected[key]), 1e-12, 1e-9);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    };
    compare("mae", scores.meanAbsoluteError);
    compare("mse", scores.meanSquaredError);
    compare("rmse", scores.rootMeanSquaredError);
    compare("mape", scores.meanAbsolutePercentageError);
    compare("median_ae", scores.medianAbsoluteError);
    compare("max_error", scores.largestAbsoluteError);
    compare("r2", scores.r2);
    compare("explained_variance", scores.explainedVariance);
    QCOMPARE(scores.rows, truth.size());
}

void TestRegressionScores::valuesThatAreNoNumbersNameTheirRow()
{
    const std::vector<double> good{1, 2, 3};
    for (const double bad :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        const std::vector<double> broken{1, bad, 3};
        const auto predicted = testing::errorOf([&] { eval::regressionScores(good, broken); });
        QVERIFY(predicted && predicted->message().find("predicted value of row 2") != std::string::npos);
        const auto truth = testing::errorOf([&] { eval::regressionScores(broken, good); });
        QVERIFY(truth && truth->message().find("true value of row 2") != std::string::npos);
    }
}

void TestRegressionScores::columnsOfDifferentLengthAreRefused()
{
    const std::vector<double> three{1, 2, 3}, two{1, 2};
    QCOMPARE(testing::kindOf([&] { eval::regressionScores(three, two); }), "invalid_argument");
}

QTEST_APPLESS_MAIN(TestRegressionScores)
#include "tst_regression_scores.moc"

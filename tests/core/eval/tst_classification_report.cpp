// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/golden_qt.h"

#include "eval/class_counts.h"
#include "eval/classification_report.h"

using namespace lepton;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> textsOf(const Json& list)
{
    return list.is_null() ? std::vector<std::string>{} : list.get<std::vector<std::string>>();
}

/// Two columns of labels from a golden file.
struct Columns
{
    explicit Columns(const Json& golden)
        : trueTexts(textsOf(golden["true"]))
        , predictedTexts(textsOf(golden["pred"]))
        , truth(trueTexts.begin(), trueTexts.end())
        , predicted(predictedTexts.begin(), predictedTexts.end())
    {}

    std::vector<std::string> trueTexts, predictedTexts;
    std::vector<std::string_view> truth, predicted;
};

eval::ReportOptions optionsOf(const Json& golden)
{
    const Json& zero = golden["zero_division"];
    return {.labels = textsOf(golden["labels"]),
            .names = textsOf(golden["target_names"]),
            .zeroDivision = zero == "nan" ? eval::ZeroDivision::NotANumber
                            : zero == 1   ? eval::ZeroDivision::One
                                          : eval::ZeroDivision::Zero};
}

/// The first number in which two report dictionaries differ, or nothing.
QString differenceOf(const Json& actual, const Json& expected, const std::string& place)
{
    if (!expected.is_object())
        return testing::difference(place, actual.get<double>(), testing::goldenNumber(expected), 1e-12, 1e-9);
    if (actual.size() != expected.size())
        return QString::fromStdString(place + " has other keys: " + actual.dump());
    for (const auto& [key, value] : expected.items()) {
        const QString problem = actual.contains(key) ? differenceOf(actual[key], value, place + "/" + key)
                                                     : QString::fromStdString(place + " lacks " + key);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

std::vector<std::string_view> views(const std::vector<std::string>& texts)
{
    return {texts.begin(), texts.end()};
}

} // namespace

/// The classification report and what else is counted from labels, against scikit-learn's.
class TestClassificationReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsScikitLearn_data() { testing::addGoldenRows("report", "(?!regression_).*\\.json"); }
    void equalsScikitLearn();
    void noRowsIsASentence();
    void columnsOfDifferentLengthAreRefused();
    void namesMustFitLabels();
    void aLabelListedTwiceIsRefused();
    void reportOfTenThousandClasses();
    void matrixOfTooManyClassesIsRefused();
    void labelsCalledAsTheAverages();
    void digitsAreLimited();
};

void TestClassificationReport::equalsScikitLearn()
{
    QFETCH(QString, file);
    const Json golden = testing::goldenJson(file.toStdString());
    const Json& expected = golden["expected"];
    const Columns columns(golden);
    if (columns.truth.empty()) { // scikit-learn raises
        QCOMPARE(testing::kindOf([&] { eval::classificationReport(columns.truth, columns.predicted, {}); }),
                 "invalid_argument");
        return;
    }

    const eval::LabelledRows rows = eval::labelRows(columns.truth, columns.predicted);
    const eval::ClassificationReport report = eval::classificationReport(rows, optionsOf(golden));
    const std::string text = eval::reportText(report, golden["digits"].get<int>());
    const std::string wanted =
        expected.contains("report_text_also") ? expected["report_text_also"] : expected["report_text"];
    QCOMPARE(QString::fromStdString(text), QString::fromStdString(wanted));
    const QString problem = differenceOf(eval::reportJson(report), expected["report_dict"], "report");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));

    QCOMPARE(testing::jsonText(rows.labels), testing::jsonText(expected["labels_sorted"]));
    const auto compareAverage = [&](const char* name, const eval::Scores& scores) {
        COMPARE_NUMBER(scores.precision, testing::goldenNumber(expected[name]["precision"]), 1e-12, 1e-9);
        COMPARE_NUMBER(scores.recall, testing::goldenNumber(expected[name]["recall"]), 1e-12, 1e-9);
        COMPARE_NUMBER(scores.f1, testing::goldenNumber(expected[name]["f1"]), 1e-12, 1e-9);
    };
    compareAverage("macro", report.macro);
    compareAverage("micro", report.micro);
    compareAverage("weighted", report.weighted);

    const eval::Agreement agreement =
        eval::agreement(eval::countClasses(rows.labels.size(), rows.truth, rows.predicted));
    COMPARE_NUMBER(agreement.accuracy, testing::goldenNumber(expected["accuracy"]), 1e-12, 1e-9);
    COMPARE_NUMBER(agreement.balancedAccuracy, testing::goldenNumber(expected["balanced_accuracy"]), 1e-12,
                   1e-9);
    COMPARE_NUMBER(agreement.matthews, testing::goldenNumber(expected["mcc"]), 1e-12, 1e-9);
    COMPARE_NUMBER(agreement.cohensKappa, testing::goldenNumber(expected["cohen_kappa"]), 1e-12, 1e-9);

    // scikit-learn's matrix is over the reported labels; ours is over all that occur.
    const std::vector<std::string> labels =
        golden["labels"].is_null() ? rows.labels : textsOf(golden["labels"]);
    const eval::ConfusionMatrix matrix(rows.labels.size(), rows.truth, rows.predicted);
    const auto countOf = [&](const std::string& truth, const std::string& predicted) -> std::int64_t {
        const auto i = std::ranges::find(rows.labels, truth);
        const auto j = std::ranges::find(rows.labels, predicted);
        if (i == rows.labels.end() || j == rows.labels.end())
            return 0;
        return matrix.at(static_cast<std::size_t>(i - rows.labels.begin()),
                         static_cast<std::size_t>(j - rows.labels.begin()));
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = 0; j < labels.size(); ++j)
            QCOMPARE(countOf(labels[i], labels[j]), expected["confusion_matrix"][i][j].get<std::int64_t>());
    }
}

void TestClassificationReport::noRowsIsASentence()
{
    const auto error = testing::errorOf([] { eval::classificationReport({}, {}, {}); });
    QVERIFY(error);
    QVERIFY(error->message().find("no rows") != std::string::npos);
}

void TestClassificationReport::columnsOfDifferentLengthAreRefused()
{
    const std::vector<std::string> one{"a"}, two{"a", "b"};
    QCOMPARE(testing::kindOf([&] { eval::classificationReport(views(one), views(two), {}); }),
             "invalid_argument");
}

void TestClassificationReport::namesMustFitLabels()
{
    const std::vector<std::string> column{"a", "b"};
    QCOMPARE(testing::kindOf([&] {
                 eval::classificationReport(views(column), views(column),
                                            {.labels = {}, .names = {"only one"}});
             }),
             "invalid_argument");
}

void TestClassificationReport::aLabelListedTwiceIsRefused()
{
    const std::vector<std::string> column{"a", "b"};
    const auto error = testing::errorOf([&] {
        eval::classificationReport(views(column), views(column), {.labels = {"a", "a"}, .names = {}});
    });
    QVERIFY(error && error->message().find("'a'") != std::string::npos);
}

void TestClassificationReport::reportOfTenThousandClasses()
{
    std::vector<std::string> truth;
    for (int i = 0; i < 10'000; ++i)
        truth.push_back("label " + std::to_string(i));
    const eval::ClassificationReport report = eval::classificationReport(views(truth), views(truth), {});
    QCOMPARE(report.classes.size(), std::size_t{10'000});
    QCOMPARE(report.macro.f1, 1.0);
    const QString text = QString::fromStdString(eval::reportText(report));
    QCOMPARE(text.count('\n'), 10'000 + 6);
}

void TestClassificationReport::matrixOfTooManyClassesIsRefused()
{
    const std::vector<eval::LabelIndex> column{0};
    QCOMPARE(testing::kindOf([&] { eval::ConfusionMatrix(1'000'000, column, column); }), "too_large");
    const std::vector<eval::LabelIndex> outside{3};
    QCOMPARE(testing::kindOf([&] { eval::ConfusionMatrix(3, column, outside); }), "invalid_argument");
    const std::vector<eval::LabelIndex> negative{-1};
    QCOMPARE(testing::kindOf([&] { eval::countClasses(3, negative, column); }), "invalid_argument");
}

void TestClassificationReport::labelsCalledAsTheAverages()
{
    const std::vector<std::string> column{"accuracy", "macro avg"};
    const eval::ClassificationReport report = eval::classificationReport(views(column), views(column), {});
    QCOMPARE(QString::fromStdString(eval::reportText(report)).count("accuracy"), 2);
    QVERIFY(eval::reportJson(report)["accuracy"] == 1.0); // the average wins, as in scikit-learn
}

void TestClassificationReport::digitsAreLimited()
{
    const std::vector<std::string> column{"a", "b"};
    const eval::ClassificationReport report = eval::classificationReport(views(column), views(column), {});
    QVERIFY(eval::reportText(report, 20).find("1.00000000000000000000") != std::string::npos);
    QCOMPARE(testing::kindOf([&] { eval::reportText(report, -1); }), "invalid_argument");
    QCOMPARE(testing::kindOf([&] { eval::reportText(report, 51); }), "invalid_argument");
}

QTEST_APPLESS_MAIN(TestClassificationReport)
#include "tst_classification_report.moc"

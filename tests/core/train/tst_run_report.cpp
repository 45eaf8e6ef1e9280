// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/report_cases.h"

#include "base/error.h"
#include "eval/ranking_curves.h"
#include "train/report/curve_places.h"
#include "train/report/report_csv.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <utility>
#include <vector>

using namespace lepton;
using namespace lepton::testing;
using train::ReportSelection;

namespace {

/// Three classes; rows 1, 3, 5, ... of the data set. Wrong: rows 5 (a as b, 0.9), 7 (a as c, 0.6), 11 (b as
/// a, 0.8).
ReportCase threeClasses()
{
    ReportCase one;
    one.classes = {"a", "b", "c"};
    one.add(0, 0, 0.95F);
    one.add(0, 0, 0.7F);
    one.add(0, 1, 0.9F, "surely wrong");
    one.add(0, 2, 0.6F);
    one.add(1, 1, 0.5F);
    one.add(1, 0, 0.8F);
    one.add(2, 2, 1.0F);
    return one;
}

std::vector<std::int64_t> rowsOf(const train::ReportSamples& samples)
{
    std::vector<std::int64_t> rows;
    for (const auto& sample : samples.samples)
        rows.push_back(sample.row);
    return rows;
}

using Rows = std::vector<std::int64_t>;

} // namespace

/// Everything that is said of a run on its test part, from its predictions.
class TestRunReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesItsTableAsCsv()
    {
        ReportCase one = threeClasses();
        one.classes = {"=a", "b, \"c\"", "评论"};
        const std::string csv = train::reportCsv(*m_maker.report(one));
        QVERIFY(csv.starts_with("class,precision,recall,f1,support\r\n\"'=a\","));
        QVERIFY(csv.find("\r\n\"b, \"\"c\"\"\",0.5,0.5,0.5,2\r\n") != std::string::npos);
        QVERIFY(csv.find(
                    "\r\n评论,0.5,1,0.6666666666666666,1\r\naccuracy,,,0.5714285714285714,7\r\nmacro avg,") !=
                std::string::npos);
        QCOMPARE(std::ranges::count(csv, '\n'), 7);
    }

    void saysWhatTheRunKept()
    {
        const ReportCase one = threeClasses();
        const auto report = m_maker.report(one);
        const auto kept = ReportMaker::kept(one);
        QCOMPARE(report->text(), kept["text"].get<std::string>());
        QCOMPARE(eval::reportText(report->scores()), report->text());
        QCOMPARE(report->rows(), std::int64_t{7});
        QCOMPARE(report->wrongRows(), std::int64_t{3});
        const std::pair<train::ReportScore, const char*> scores[] = {
            {train::ReportScore::Accuracy, "accuracy"},
            {train::ReportScore::Matthews, "mcc"},
            {train::ReportScore::LogLoss, "log_loss"},
            {train::ReportScore::CalibrationError, "calibration_error"}};
        for (const auto& [score, name] : scores)
            QCOMPARE(report->score(score).value(), kept["scores"][name].get<double>());
        for (std::size_t truth = 0; truth < 3; ++truth) {
            for (std::size_t predicted = 0; predicted < 3; ++predicted)
                QCOMPARE(report->confusion().at(truth, predicted),
                         kept["confusion"][truth][predicted].get<std::int64_t>());
        }
        QCOMPARE(report->confusion().share(0, 0), 0.5);
    }

    void curvesBeginWhereNothingIsTakenForTheClass()
    {
        eval::ThresholdCounts counts{{0.9, 0.5}, {1, 2}, {0, 1}, 2, 1};
        using Places = std::vector<std::pair<double, double>>;
        const auto places = [&counts](train::CurveKind kind) {
            Places result;
            for (const train::CurvePlace& place : train::curvePlaces(kind, counts))
                result.emplace_back(place.x, place.y);
            return result;
        };
        QCOMPARE(places(train::CurveKind::PrecisionRecall), (Places{{0, 1}, {0.5, 1}, {1, 2.0 / 3}}));
        QCOMPARE(places(train::CurveKind::Roc), (Places{{0, 0}, {0, 0.5}, {1, 1}}));
        counts.falsePositives = {0, 0};
        counts.negatives = 0;
        QCOMPARE(places(train::CurveKind::Roc), (Places{{0, 0}, {0, 0.5}, {0, 1}})); // no rate is NaN
    }

    void samplesAreTheRowsThatAreMeant()
    {
        const auto report = m_maker.report(threeClasses());
        const auto rows = [&](const ReportSelection& selection) {
            return rowsOf(report->samples(selection, 10, {}));
        };
        QCOMPARE(rows({}), (Rows{6, 12, 8})); // surest first
        QCOMPARE(rows(ReportSelection::ofClass(1)), (Rows{6, 12}));
        QCOMPARE(rows(ReportSelection::ofClass(2)), (Rows{8}));
        QCOMPARE(rows(ReportSelection::ofCell(0, 1)), (Rows{6}));
        QCOMPARE(rows(ReportSelection::ofCell(0, 0)), (Rows{2, 4})); // right ones, since they were asked for
        QCOMPARE(rows(ReportSelection::ofCell(2, 0)), Rows{});
        // 0.9 lies in (12/15, 13.5/15]: the bins are (0.8667, 0.9333]
        QCOMPARE(rows(ReportSelection::ofBin(13)), (Rows{6}));
        QCOMPARE(rows(ReportSelection::ofBin(14)), Rows{}); // the rows in it are right
        // From 0.75 on, row 12 is taken for an a, and 6 and 8 and 4 (0.7) are missed.
        QCOMPARE(rows(ReportSelection::atThreshold(0, 0.75)), (Rows{6, 12, 4, 8}));
        const auto one = report->samples(ReportSelection::ofCell(0, 1), 10, {}).samples.front();
        QCOMPARE(one.text, std::string("surely wrong"));
        QVERIFY(std::abs(one.confidence - 0.9) < 1e-6);
        QVERIFY(std::abs(one.truthProbability - 0.05) < 1e-6);
    }

    void fewerSamplesSayHowManyThereAre()
    {
        const auto samples = m_maker.report(threeClasses())->samples({}, 1, {});
        QCOMPARE(samples.samples.size(), std::size_t{1});
        QCOMPARE(samples.total, std::int64_t{3});
    }

    void aClassThatThereIsNotIsRefused()
    {
        const auto report = m_maker.report(threeClasses());
        QCOMPARE(kindOf([&] { report->samples(ReportSelection::ofClass(3), 1, {}); }), "invalid_argument");
        QCOMPARE(kindOf([&] { report->samples(ReportSelection::ofBin(15), 1, {}); }), "invalid_argument");
    }

    void curvesHaveTheAreasOfAllThresholds()
    {
        const ReportCase one = threeClasses();
        const auto report = m_maker.report(one);
        const std::vector<double> values(one.probabilities.begin(), one.probabilities.end());
        const auto ranking = eval::oneVersusRest(one.truth, eval::ProbabilityTable(values, 3));
        for (eval::LabelIndex label = 0; label < 3; ++label) {
            const auto curve = report->curve(label, {});
            QCOMPARE(curve.averagePrecision, ranking[std::size_t(label)].averagePrecision);
            QCOMPARE(curve.areaUnderRoc, ranking[std::size_t(label)].areaUnderRoc);
            QCOMPARE(curve.counts.positives, ranking[std::size_t(label)].positives);
        }
    }

    void longCurvesAreThinnedWithinAPixel()
    {
        ReportCase one;
        one.classes = {"no", "yes"};
        for (int i = 0; i < 20'000; ++i)
            one.add(i % 3 == 0, i % 2, 0.5F + float((i * 7919) % 20'000) / 40'001);
        const auto curve = m_maker.report(one)->curve(1, {});
        QVERIFY(curve.counts.thresholds.size() > 100);
        QVERIFY(curve.counts.thresholds.size() < 3'000);
        QCOMPARE(curve.counts.truePositives.back(), curve.counts.positives);
        QCOMPARE(curve.counts.falsePositives.back(), curve.counts.negatives);
        for (std::size_t i = 1; i < curve.counts.thresholds.size(); ++i) {
            const double step = double(curve.counts.truePositives[i] - curve.counts.truePositives[i - 1]) /
                                double(curve.counts.positives);
            QVERIFY(step < 0.0075);
        }
    }

    void oneClassInTheTestPart()
    {
        ReportCase one;
        one.classes = {"a", "b"};
        one.add(0, 0, 0.9F);
        one.add(0, 1, 0.6F);
        const auto report = m_maker.report(one);
        QCOMPARE(report->score(train::ReportScore::Accuracy).value(), 0.5);
        QCOMPARE(report->confusion().support(1), std::int64_t{0});
        QCOMPARE(report->confusion().share(1, 1), 0.0);
        const auto all = report->curve(0, {});
        QVERIFY(std::isnan(all.areaUnderRoc));
        QCOMPARE(all.averagePrecision, 1.0);
        const auto none = report->curve(1, {});
        QVERIFY(std::isnan(none.areaUnderRoc));
        QVERIFY(std::isnan(none.averagePrecision)); // no row of the class: nothing can be said
    }

    void noWrongPredictionAtAll()
    {
        ReportCase one;
        one.classes = {"a", "b"};
        one.add(0, 0, 0.9F);
        one.add(1, 1, 0.6F);
        const auto report = m_maker.report(one);
        QCOMPARE(report->wrongRows(), std::int64_t{0});
        QCOMPARE(report->samples({}, 10, {}).total, std::int64_t{0});
        QCOMPARE(report->score(train::ReportScore::Matthews).value(), 1.0);
    }

    void probabilitiesThatAreNoNumber()
    {
        ReportCase one = threeClasses();
        one.add(1, 0, std::numeric_limits<float>::quiet_NaN());
        const auto report = m_maker.report(one);
        QCOMPARE(report->withoutConfidence(), std::int64_t{1});
        QCOMPARE(report->curve(0, {}).leftOut, std::int64_t{1});
        std::int64_t binned = 0;
        for (const auto& bin : report->calibration().bins)
            binned += bin.count;
        QCOMPARE(binned, std::int64_t{7});
        const auto samples = report->samples({}, 10, {});
        QCOMPARE(samples.samples.back().row, std::int64_t{16}); // after those that are sure of something
        QVERIFY(std::isnan(samples.samples.back().confidence));
        QVERIFY(!report->score(train::ReportScore::LogLoss));
        // all without a number
        ReportCase none;
        none.classes = {"a", "b"};
        none.add(0, 1, std::numeric_limits<float>::quiet_NaN());
        const auto nothing = m_maker.report(none);
        QVERIFY(!nothing->score(train::ReportScore::CalibrationError));
        QVERIFY(nothing->curve(0, {}).counts.thresholds.empty());
    }

    void theConfusionOfVeryManyClassesShowsTheWorst()
    {
        ReportCase one;
        for (int i = 0; i < 300; ++i)
            one.classes.push_back(std::to_string(1000 + i));
        for (int i = 0; i < 300; ++i)
            one.add(i, i < 150 ? i : (i + 1) % 300, 0.5F);
        const auto report = m_maker.report(one);
        const auto& confusion = report->confusion();
        QCOMPARE(confusion.size(), train::ConfusionTable::mostClasses);
        QVERIFY(confusion.place(200) < confusion.size());
        QCOMPARE(confusion.place(100), confusion.size()); // always right
        QCOMPARE(confusion.at(confusion.place(200), confusion.place(201)), std::int64_t{1});
        QCOMPARE(confusion.support(confusion.place(200)), std::int64_t{1});
    }

    void aClassMayBeCalledAccuracy()
    {
        ReportCase one;
        one.classes = {"accuracy", "macro avg"};
        one.add(0, 0, 0.9F);
        one.add(0, 1, 0.8F);
        one.add(1, 1, 0.7F);
        const auto report = m_maker.report(one);
        QCOMPARE(report->scores().classes[0].support, std::int64_t{2});
        QVERIFY(std::abs(report->score(train::ReportScore::Accuracy).value() - 2.0 / 3) < 1e-12);
    }

    void sameTestRowsAreFoundByRowAndLabel()
    {
        const ReportCase one = threeClasses();
        ReportCase better = one;
        better.probabilities.assign(better.probabilities.size(), 0.3F);
        ReportCase otherRows = one;
        otherRows.rows.back() += 1;
        ReportCase otherLabels = one;
        otherLabels.truth.back() = 0;
        ReportCase fewer = one;
        fewer.rows.pop_back();
        fewer.texts.pop_back();
        fewer.truth.pop_back();
        fewer.probabilities.resize(fewer.probabilities.size() - 3);
        const auto report = m_maker.report(one);
        QCOMPARE(compareTestRows(*report, *m_maker.report(better)), train::TestRows::Same);
        QCOMPARE(compareTestRows(*report, *m_maker.report(otherRows)), train::TestRows::OtherRows);
        QCOMPARE(compareTestRows(*report, *m_maker.report(otherLabels)), train::TestRows::OtherLabels);
        QCOMPARE(compareTestRows(*report, *m_maker.report(fewer)), train::TestRows::OtherRows);
    }

    void predictionsOfAnotherRunAreDamage()
    {
        const ReportCase one = threeClasses();
        const auto table = m_maker.table(one);
        const nlohmann::json kept{{"classes", {"a", "b"}}};
        const auto error = errorOf([&] { train::RunReport(table, kept, {}); });
        QVERIFY(error.has_value());
        QCOMPARE(error->code(), base::ErrorCode::Damaged);
        QVERIFY(QString::fromStdString(error->message()).contains(QStringLiteral("\"c\"")));
    }

    void readingCanBeCancelled()
    {
        base::CancellationSource source;
        source.request();
        const auto table = m_maker.table(threeClasses());
        QCOMPARE(kindOf([&] { train::RunReport(table, ReportMaker::kept(threeClasses()), source.token()); }),
                 "cancelled");
    }

    void heatIsByShareOfTheRow()
    {
        QCOMPARE(train::heatOpacity(true, 1), 1.0);
        QCOMPARE(train::heatOpacity(true, 0), 0.18);
        QCOMPARE(train::heatOpacity(false, 0.25), 0.31);
    }

private:
    ReportMaker m_maker;
};

QTEST_GUILESS_MAIN(TestRunReport)
#include "tst_run_report.moc"

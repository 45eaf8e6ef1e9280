// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/part_hash.h"
#include "train/run_comparison.h"
#include "train/training_data.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace lepton;
using train::ComparableCause;
using train::ComparedRun;
using train::Difference;
using train::DifferenceKind;
using train::RunComparison;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A completed run of two classes, tested on the rows of @p testHash.
ComparedRun makeRun(std::int64_t number, double score, const std::string& testHash = "t1")
{
    ComparedRun compared;
    train::Run& run = compared.run;
    run.number = number;
    run.state = jobs::JobState::Completed;
    run.datasetName = "reviews";
    run.datasetNumber = 1;
    run.datasetHash = "d1";
    run.baseModelName = "MiniLM";
    run.baseModelHash = "m1";
    run.recipe.textColumn = "text";
    run.recipe.labelColumn = "label";
    run.environment = {{"program", "0.1.0"}, {"threads", 8}};
    run.data = {{"classes", {"no", "yes"}},
                {"rows", {{"train", 80}, {"validation", 10}, {"test", 20}}},
                {"part_hashes", {{"train", "x"}, {"validation", "v" + testHash}, {"test", testHash}}}};
    run.report = {{"classes", {"no", "yes"}},
                  {"dict", {{"no", {{"f1-score", score}}}, {"yes", {{"f1-score", 0.5}}}, {"accuracy", 0.5}}}};
    compared.metrics = {
        {"validation/macro_f1", score}, {"test/loss", 1 - score}, {"train/loss", 0.1 * score}};
    return compared;
}

const Difference* find(const RunComparison& comparison, const std::string& key)
{
    for (const Difference& difference : comparison.differences) {
        if (difference.key == key)
            return &difference;
    }
    return nullptr;
}

std::string sentence(const std::vector<ComparedRun>& runs)
{
    return train::comparabilitySentence(train::compareRuns(runs).runs);
}

} // namespace

class TestRunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnlyWhatDiffers()
    {
        auto first = makeRun(1, 0.9), second = makeRun(2, 0.8), third = makeRun(3, 0.9);
        second.run.recipe.learningRate = 1e-4;
        second.run.environment["threads"] = 2;
        const auto comparison = train::compareRuns({first, second, third});
        const auto* score = find(comparison, "validation/macro_f1");
        QVERIFY(score && score == &comparison.differences.front());
        QCOMPARE(score->best, (std::vector<bool>{true, false, true}));
        const auto* loss = find(comparison, "test/loss");
        QVERIFY(loss);
        QCOMPARE(loss->best, (std::vector<bool>{true, false, true})); // the smaller loss
        const auto* rate = find(comparison, "learning_rate");
        QVERIFY(rate && rate->kind == DifferenceKind::Setting);
        QCOMPARE(rate->unlikeFirst, (std::vector<bool>{false, true, false}));
        QVERIFY(find(comparison, "threads"));
        QVERIFY(!find(comparison, "seed"));
        QVERIFY(!find(comparison, "train/loss")); // the last step's noise is no result
        QVERIFY(comparison.equalSettings > 20);
        // What may be the cause stands before the long list of other scores.
        first.metrics["test/mcc"] = 0.5;
        const auto more = train::compareRuns({first, second});
        QVERIFY(find(more, "learning_rate") < find(more, "test/mcc"));
        QVERIFY(find(more, "test/loss") < find(more, "learning_rate"));
        QCOMPARE(comparison.differences.size(), std::size_t{4});
    }

    void keepsTheDecidingMetricWhereAllAreEqual()
    {
        const auto comparison = train::compareRuns({makeRun(1, 0.9), makeRun(2, 0.9)});
        QCOMPARE(comparison.differences.size(), std::size_t{1});
        QCOMPARE(comparison.differences.front().best, (std::vector<bool>{false, false}));
    }

    void breakingOffIsNotQuick()
    {
        auto first = makeRun(1, 0.9), second = makeRun(2, 0.8), failed = makeRun(3, 0.7);
        const auto take = [](ComparedRun& compared, std::int64_t seconds) {
            compared.run.started = base::UtcTime{0};
            compared.run.finished = base::UtcTime{seconds * 1000};
            compared.run.worked = std::chrono::seconds(seconds);
        };
        take(first, 20);
        take(second, 30);
        take(failed, 3);
        failed.run.state = jobs::JobState::Failed;
        const auto comparison = train::compareRuns({first, second, failed});
        const auto* time = find(comparison, "duration");
        QVERIFY(time);
        QCOMPARE(time->best, (std::vector<bool>{true, false, false}));
        const auto alone = train::compareRuns({first, failed});
        QCOMPARE(find(alone, "duration")->best, (std::vector<bool>{false, false}));
    }

    void tableHasMeansOverSeeds()
    {
        auto first = makeRun(1, 0.9), second = makeRun(2, 0.8), other = makeRun(3, 0.7);
        second.run.recipe.seed = 2;
        other.run.recipe.learningRate = 1e-4;
        const std::string csv = train::comparisonCsv(train::compareRuns({first, other, second}));
        QVERIFY2(csv.find("mean over seeds,validation/macro_f1,0.85") != std::string::npos, csv.c_str());
        QVERIFY2(csv.find("deviation over seeds,validation/macro_f1,0.07") != std::string::npos, csv.c_str());
        const auto line = csv.substr(csv.find("mean over seeds,validation/macro_f1"));
        const auto cells = QString::fromStdString(line.substr(0, line.find('\r'))).split(QLatin1Char(','));
        QCOMPARE(cells.size(), 5);
        QVERIFY(cells[3].isEmpty() && cells[2] == cells[4]); // the run between them has another rate
    }

    void runsWithoutScores()
    {
        auto first = makeRun(1, notANumber), second = makeRun(2, 0.8);
        auto third = makeRun(3, 0);
        third.metrics.clear();
        third.run.report = {};
        third.run.data = {};
        third.run.environment = {};
        const auto comparison = train::compareRuns({first, second, third});
        const auto* score = find(comparison, "validation/macro_f1");
        QCOMPARE(score->best, (std::vector<bool>{false, false, false})); // one figure wins over nothing
        QVERIFY(std::holds_alternative<std::monostate>(score->values[2]));
        QVERIFY(!comparison.classes.front().scores[2]);
        const auto empty = train::compareRuns({third, third});
        QVERIFY(empty.classes.empty() && empty.seedGroups.empty());
        QVERIFY(empty.test.cause == ComparableCause::NothingRead);
    }

    void sameRowsCanBeCompared()
    {
        QCOMPARE(sentence({makeRun(1, 0.9), makeRun(2, 0.8)}),
                 std::string("Both runs have the same 20 test rows, so the numbers can be compared."));
        // Rows decide, not where they came from: another version with the same test rows will do.
        auto other = makeRun(2, 0.8);
        other.run.datasetHash = "d2";
        other.run.recipe.seed = 9;
        QVERIFY(train::compareRuns({makeRun(1, 0.9), other}).test.isYes());
        other.run.data["part_hashes"]["validation"] = "other";
        QVERIFY(sentence({makeRun(1, 0.9), other, makeRun(3, 0.7)}).starts_with("All 3 runs have the same"));
        QVERIFY(sentence({makeRun(1, 0.9), other}).ends_with("compare the test scores alone."));
    }

    void otherRowsCannot_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("data") << "data"
                              << "R-2 on rows of reviews v2";
        QTest::newRow("columns") << "columns"
                                 << "R-2 reads other columns";
        QTest::newRow("shares") << "shares"
                                << "rows of R-2 are split differently";
        QTest::newRow("split column") << "split"
                                      << "rows of R-2 are split differently";
        QTest::newRow("seed") << "seed"
                              << "another seed split the rows of R-2";
        QTest::newRow("classes") << "classes"
                                 << "R-2 has other classes";
        QTest::newRow("nothing") << "nothing"
                                 << "the test rows of R-2 are others";
    }
    void otherRowsCannot()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        auto other = makeRun(2, 0.8, "t2");
        if (what == QStringLiteral("data")) {
            other.run.datasetHash = "d2";
            other.run.datasetNumber = 2;
        } else if (what == QStringLiteral("columns"))
            other.run.recipe.labelColumn = "topic";
        else if (what == QStringLiteral("shares"))
            other.run.recipe.splitTest = 0.2;
        else if (what == QStringLiteral("split"))
            other.run.recipe.splitColumn = "part";
        else if (what == QStringLiteral("seed"))
            other.run.recipe.seed = 2;
        else if (what == QStringLiteral("classes"))
            other.run.data["classes"].push_back("maybe");
        const auto comparison = train::compareRuns({makeRun(1, 0.9), makeRun(5, 0.7), other});
        QVERIFY(comparison.test.isKnown() && !comparison.test.isYes());
        QCOMPARE(comparison.test.run, std::size_t{2});
        const QString told = QString::fromStdString(train::comparabilitySentence(comparison.runs));
        QVERIFY2(told.contains(words) && told.contains(QStringLiteral("cannot be compared")),
                 qPrintable(told));
    }

    void runsFromBeforeRowsWereRecorded()
    {
        auto old = makeRun(1, 0.9), same = makeRun(2, 0.8);
        old.run.data.erase("part_hashes");
        QVERIFY(train::compareRuns({old, same}).test.isYes()); // all that parts the rows is equal
        same.run.environment["program"] = "0.2.0";
        QVERIFY(train::compareRuns({old, same}).test.cause == ComparableCause::NothingRecorded);
        same = makeRun(2, 0.8);
        same.run.datasetHash = "d2";
        QVERIFY(sentence({old, same}).find("it is not known") != std::string::npos);
        same.run.data["rows"]["test"] = 21;
        QVERIFY(train::compareRuns({old, same}).test.cause == ComparableCause::OtherData);
    }

    void whatDiffersForSureIsSaidFirst()
    {
        auto unread = makeRun(2, 0.8);
        unread.run.data = {};
        auto other = makeRun(3, 0.7, "t2");
        other.run.recipe.seed = 4;
        QCOMPARE(train::compareRuns({makeRun(1, 0.9), unread, other}).test.run, std::size_t{2});
    }

    void meansOverSeeds()
    {
        std::vector<ComparedRun> runs;
        for (const auto& [seed, score] : {std::pair{3, 0.8}, {1, 0.9}, {2, 0.7}, {1, 0.6}}) {
            auto run = makeRun(static_cast<std::int64_t>(runs.size()) + 1, score, "t" + std::to_string(seed));
            run.run.recipe.seed = seed;
            runs.push_back(run);
        }
        runs[3].run.number = 0; // an older one with the seed of another
        auto unlike = makeRun(9, 0.1);
        unlike.run.recipe.seed = 5;
        unlike.run.recipe.dropout = 0.3;
        runs.push_back(unlike);
        auto failed = makeRun(10, 0.1);
        failed.run.recipe.seed = 6;
        failed.run.state = jobs::JobState::Failed;
        runs.push_back(failed);
        const auto comparison = train::compareRuns(runs);
        QCOMPARE(comparison.seedGroups.size(), std::size_t{1});
        const auto& group = comparison.seedGroups.front();
        QCOMPARE(group.runs, (std::vector<std::size_t>{1, 2, 0}));
        QVERIFY(!group.sameRows);
        const auto& spread = group.metrics.at("validation/macro_f1");
        QVERIFY(std::abs(spread.mean - 0.8) < 1e-12);
        QVERIFY(std::abs(spread.deviation - 0.1) < 1e-12);
        QVERIFY(!group.metrics.contains("train/loss"));
    }

    void changeOfClasses_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("200 of 200 characters") << 200;
    }
    void changeOfClasses()
    {
        QFETCH(int, count);
        std::vector<std::string> names;
        for (int i = 0; i < count; ++i) {
            std::string name = std::to_string(1000 + i);
            while (name.size() < 200)
                name += i % 2 ? "长" : "l";
            names.push_back(name);
        }
        auto first = makeRun(1, 0.9), second = makeRun(2, 0.9);
        for (auto* run : {&first, &second}) {
            run->run.report = {{"classes", names}, {"dict", nlohmann::json::object()}};
            for (int i = 0; i < count; ++i)
                run->run.report["dict"][names[std::size_t(i)]]["f1-score"] =
                    run == &first ? 0.5 : 0.5 + 0.001 * i;
        }
        second.run.report["classes"].push_back("new, \"one\"");
        second.run.report["dict"]["new, \"one\""]["f1-score"] = 0.1;
        const auto comparison = train::compareRuns({first, second});
        QCOMPARE(comparison.classes.size(), std::size_t(count) + 1);
        QCOMPARE(comparison.classes.front().name, names.back());
        QCOMPARE(comparison.classes.front().scores[1], std::optional(0.5 + 0.001 * (count - 1)));
        const std::string csv = train::comparisonCsv(comparison);
        QVERIFY(csv.find("class f1,\"new, \"\"one\"\"\",,0.1\r\n") != std::string::npos);
        QVERIFY(csv.starts_with("kind,key,R-1,R-2\r\n"));
    }

    void hashesRowsWhereverTheyStand()
    {
        train::TrainingData data;
        data.classes = {"a", "b"};
        data.texts = {"one", "two", "one", "onea"};
        data.labels = {0, 1, 0, 0};
        const auto hash = [&data](std::vector<std::int64_t> positions) {
            return train::partHash(data, positions);
        };
        QCOMPARE(hash({0, 1}), hash({1, 2}));
        QVERIFY(hash({0}) != hash({0, 2})); // twice is not once
        QVERIFY(hash({0}) != hash({3}));
        data.labels[2] = 1;
        QVERIFY(hash({0, 1}) != hash({1, 2}));
        QVERIFY(hash({}) != hash({0}));
    }
};

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"

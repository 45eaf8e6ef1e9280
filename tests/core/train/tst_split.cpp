// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/random.h"
#include "train/recipe.h"
#include "train/split.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace lepton;
using testing::errorOf;
using testing::kindOf;
using train::Part;
using train::Recipe;
using train::Split;
using train::TrainingData;

namespace {

/// Rows of classes c00000, c00001, ... with so many rows each, in turns, all texts different.
TrainingData rowsOf(const std::vector<std::int64_t>& counts)
{
    TrainingData data;
    for (std::size_t c = 0; c < counts.size(); ++c)
        data.classes.push_back("c" + QString::number(c).rightJustified(5, '0').toStdString());
    const std::int64_t most = *std::ranges::max_element(counts);
    for (std::int64_t i = 0; i < most; ++i) {
        for (std::size_t c = 0; c < counts.size(); ++c) {
            if (i >= counts[c])
                continue;
            data.texts.push_back(data.classes[c] + " text " + std::to_string(i));
            data.labels.push_back(static_cast<std::int32_t>(c));
            data.rows.push_back(std::ssize(data.rows));
        }
    }
    data.tableRows = std::ssize(data.rows);
    return data;
}

std::array<std::int64_t, 3> sizes(const Split& split)
{
    return {std::ssize(split.positions[0]), std::ssize(split.positions[1]), std::ssize(split.positions[2])};
}

bool hasNotice(const Split& split, train::NoticeKind kind)
{
    return std::ranges::find(split.notices, kind, &train::Notice::kind) != split.notices.end();
}

Recipe withColumn()
{
    Recipe recipe;
    recipe.splitColumn = "part";
    recipe.labelColumn = "label";
    return recipe;
}

} // namespace

class TestSplit : public QObject
{
    Q_OBJECT

private:
    /// What holds for every split.
    static void verifyWhole(const Split& split, const TrainingData& data)
    {
        std::vector<int> times(data.size());
        for (std::size_t part = 0; part < train::partCount; ++part) {
            QVERIFY(std::ranges::is_sorted(split.positions[part]));
            for (const std::int64_t position : split.positions[part]) {
                ++times[static_cast<std::size_t>(position)];
                QVERIFY(split.parts[static_cast<std::size_t>(position)] == static_cast<Part>(part));
            }
        }
        QVERIFY(std::ranges::all_of(times, [](int count) { return count == 1; }));
        std::int64_t counted = 0;
        for (const auto& counts : split.classCounts)
            counted += std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
        QCOMPARE(counted, std::ssize(data.texts));
    }

private Q_SLOTS:
    void sharesHoldForEachClass_data()
    {
        QTest::addColumn<double>("validation");
        QTest::addColumn<double>("test");
        QTest::newRow("usual") << 0.1 << 0.1;
        QTest::newRow("thirds") << 1.0 / 3 << 1.0 / 3;
        QTest::newRow("little to train") << 0.45 << 0.45;
        QTest::newRow("uneven") << 0.29 << 0.01;
    }
    void sharesHoldForEachClass()
    {
        QFETCH(double, validation);
        QFETCH(double, test);
        Recipe recipe;
        recipe.splitTrain = 1 - validation - test;
        recipe.splitValidation = validation;
        recipe.splitTest = test;
        for (std::int64_t seed = 0; seed < 20; ++seed) {
            recipe.seed = seed;
            train::Random random(static_cast<std::uint64_t>(seed), 99);
            std::vector<std::int64_t> counts;
            for (std::size_t c = 0; c < 2 + random.below(20); ++c)
                counts.push_back(3 + static_cast<std::int64_t>(random.below(200)));
            const TrainingData data = rowsOf(counts);
            const Split split = splitRows(data, recipe);
            verifyWhole(split, data);
            double wanted = 0;
            for (std::size_t c = 0; c < counts.size(); ++c) {
                const auto rows = static_cast<double>(counts[c]);
                const auto& got = split.classCounts[c];
                QVERIFY(std::abs(static_cast<double>(got[1]) - validation * rows) < 1.0);
                QVERIFY(std::abs(static_cast<double>(got[2]) - test * rows) < 1.0);
                QVERIFY(got[0] >= 1 && got[1] >= 1 && got[2] >= 1);
                wanted += validation * rows;
            }
            QVERIFY(static_cast<double>(sizes(split)[1]) > wanted - 1);
            QCOMPARE(split.leaks, std::int64_t{0});
        }
    }

    void thePartsOfAUsualTable()
    {
        const Split split = splitRows(rowsOf({1000, 1600, 1400}), Recipe());
        QVERIFY(sizes(split) == (std::array<std::int64_t, 3>{3200, 400, 400}));
        QVERIFY(split.classCounts[1] == (std::array<std::int64_t, 3>{1280, 160, 160}));
        QVERIFY(split.notices.empty());
    }

    void theSeedDecides()
    {
        const TrainingData data = rowsOf({200, 300});
        Recipe recipe;
        const Split first = splitRows(data, recipe);
        QVERIFY(splitRows(data, recipe).parts == first.parts);
        recipe.seed = 2;
        QVERIFY(splitRows(data, recipe).parts != first.parts);
    }

    /// So that a split does not change from one release to the next, nor from one machine to another.
    void theSplitOfSeedOneIsThis()
    {
        QString parts;
        const Split split = splitRows(rowsOf({12, 8}), Recipe());
        for (const Part part : split.parts)
            parts += QString::number(static_cast<int>(part));
        QCOMPARE(parts, QString("00000002010000200001"));
    }

    void eachRowIsTestedAsOftenAsAnyOther()
    {
        const TrainingData data = rowsOf({20, 20});
        std::vector<int> tested(data.size());
        Recipe recipe;
        constexpr int seeds = 2'000;
        for (recipe.seed = 0; recipe.seed < seeds; ++recipe.seed) {
            const Split split = splitRows(data, recipe);
            for (const std::int64_t position : split.of(Part::Test))
                ++tested[static_cast<std::size_t>(position)];
        }
        // 200 are expected; 6 standard deviations of a binomial with p = 0.1 are 80.
        for (const int count : tested)
            QVERIFY2(std::abs(count - 200) < 80, qPrintable(QString::number(count)));
    }

    void equalTextsStayTogether()
    {
        train::Random random(5, 5);
        for (std::int64_t seed = 0; seed < 20; ++seed) {
            TrainingData data = rowsOf({300, 200, 100});
            for (std::size_t i = 0; i < 300; ++i) // many duplicates, some of another class
                data.texts[random.below(data.size())] = data.texts[random.below(data.size())];
            Recipe recipe;
            recipe.seed = seed;
            const Split split = splitRows(data, recipe);
            verifyWhole(split, data);
            std::map<std::string, std::set<Part>> parts;
            for (std::size_t i = 0; i < data.size(); ++i)
                parts[data.texts[i]].insert(split.parts[i]);
            for (const auto& [text, where] : parts)
                QCOMPARE(where.size(), std::size_t{1});
            QCOMPARE(split.leaks, std::int64_t{0});
            QCOMPARE(split.duplicates, std::ssize(data.texts) - std::ssize(parts));
            QVERIFY(split.conflicts > 0);
            QVERIFY(hasNotice(split, train::NoticeKind::ConflictingLabels));
            const auto rows = sizes(split);
            QVERIFY(std::abs(rows[1] - 60) <= 12 && std::abs(rows[2] - 60) <= 12);
        }
    }

    void aTextWithMixedLabelsCountsForMostOfThem()
    {
        TrainingData data = rowsOf({30, 30});
        // Nine rows of class 0 and three of class 1 with one text.
        int zero = 9, one = 3;
        for (std::size_t i = 0; i < data.size(); ++i) {
            int& left = data.labels[i] == 0 ? zero : one;
            if (left-- > 0)
                data.texts[i] = "the same";
        }
        const Split split = splitRows(data, Recipe());
        std::set<Part> parts;
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (data.texts[i] == "the same")
                parts.insert(split.parts[i]);
        }
        QVERIFY(parts == std::set<Part>{Part::Train}); // twelve rows have no room elsewhere
        QCOMPARE(split.conflicts, std::int64_t{1});
    }

    void hugeGroupsLeaveEachPartSomething()
    {
        TrainingData data = rowsOf({60, 60});
        for (std::size_t i = 0; i < data.size(); ++i) {
            const std::size_t nth = i / 2; // in its class
            data.texts[i] = data.classes[i % 2] + (nth < 50 ? " many" : nth < 55 ? " some" : " few");
        }
        const Split split = splitRows(data, Recipe());
        for (const auto& counts : split.classCounts)
            QVERIFY(counts[0] == 50 && counts[1] + counts[2] == 10);
    }

    void smallClassesAreTrainedOnAlone()
    {
        const TrainingData data = rowsOf({50, 3, 2, 1});
        const Split split = splitRows(data, Recipe());
        QVERIFY(split.classCounts[1] == (std::array<std::int64_t, 3>{1, 1, 1}));
        QVERIFY(split.classCounts[2] == (std::array<std::int64_t, 3>{2, 0, 0}));
        QVERIFY(split.classCounts[3] == (std::array<std::int64_t, 3>{1, 0, 0}));
        const auto notice =
            std::ranges::find(split.notices, train::NoticeKind::SmallClasses, &train::Notice::kind);
        QVERIFY(notice != split.notices.end());
        QCOMPARE(notice->number, std::int64_t{2});
        QVERIFY(notice->names == (std::vector<std::string>{"c00002", "c00003"}));
        QVERIFY(notice->message.find("\"c00002\" and \"c00003\"") != std::string::npos);
    }

    void tenThousandClasses()
    {
        const TrainingData data = rowsOf(std::vector<std::int64_t>(10'000, 5));
        const Split split = splitRows(data, Recipe());
        verifyWhole(split, data);
        QVERIFY(sizes(split) == (std::array<std::int64_t, 3>{30'000, 10'000, 10'000}));
    }

    void labelsThatDifferByCaseOrBlanks()
    {
        TrainingData data = rowsOf({20, 20, 20});
        data.classes = {"Not good", "good", "not  Good "};
        const Split split = splitRows(data, Recipe());
        QVERIFY(hasNotice(split, train::NoticeKind::SimilarLabels));
        QCOMPARE(split.classCounts.size(), std::size_t{3}); // told, not merged
        QCOMPARE(train::similarLabels({"a", "A", "b", "B\u00A0", "c"}).size(), std::size_t{2});
        QVERIFY(train::similarLabels({"a", "aa", "b"}).empty());
    }

    void byColumn()
    {
        TrainingData data = rowsOf({6, 6});
        data.splitValues = {"train", "Training", " TRAIN ", "trn",  "train",   "train",
                            "dev",   "val",      "valid",   "Test", "TESTING", "test"};
        const Split split = splitRows(data, withColumn());
        verifyWhole(split, data);
        QVERIFY(sizes(split) == (std::array<std::int64_t, 3>{6, 3, 3}));
        QVERIFY(split.parts[7] == Part::Validation);
        data.texts[9] = data.texts[0];  // test, in train
        data.texts[10] = data.texts[7]; // test, in validation
        data.texts[2] = data.texts[1];  // both in train
        const Split leaky = splitRows(data, withColumn());
        QCOMPARE(leaky.leaks, std::int64_t{2});
        QVERIFY(hasNotice(leaky, train::NoticeKind::Leaks));
    }

    void refused_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("one class") << 0 << "one class only, \"c00000\"";
        QTest::newRow("no class large enough") << 1 << "no class has three different texts";
        QTest::newRow("another word") << 2 << "Row 5 of the split column \"part\" holds \"maybe\"";
        QTest::newRow("an empty cell") << 3 << "Row 5 of the split column \"part\" is empty";
        QTest::newRow("nothing to test") << 4 << "leaves the test part empty";
        QTest::newRow("nothing to train on") << 5 << "leaves the train part empty";
        QTest::newRow("one class to train on") << 6 << "one class only";
    }
    void refused()
    {
        QFETCH(int, what);
        QFETCH(QString, words);
        TrainingData data = what == 0 ? rowsOf({10}) : what == 1 ? rowsOf({2, 2, 2}) : rowsOf({6, 6});
        Recipe recipe = what < 2 ? Recipe() : withColumn();
        data.splitValues.assign(data.size(), "train");
        data.splitValues[0] = "validation";
        data.splitValues[1] = what == 4 ? "train" : "test";
        if (what == 2 || what == 3)
            data.splitValues[4] = what == 2 ? "maybe" : "";
        for (std::size_t i = 2; what >= 5 && i < data.size(); ++i)
            data.splitValues[i] = what == 5 || data.labels[i] == 1 ? "test" : "train";
        const auto error = errorOf([&] { splitRows(data, recipe); });
        QVERIFY(error);
        QCOMPARE(error->kind().data(), "unsuitable_data");
        QVERIFY2(error->message().find(words.toStdString()) != std::string::npos, error->what());
        if (what == 2)
            QVERIFY(error->place().row == 5 && error->place().column == "part");
    }
};

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"

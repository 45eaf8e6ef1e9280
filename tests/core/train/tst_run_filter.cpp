// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/run_order.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace lepton;
using testing::errorOf;
using train::RunCell;
using train::RunFact;
using train::RunField;
using train::RunFieldNames;
using train::RunFilter;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// One run as filters see it.
RunCell cellOf(const RunField& field)
{
    switch (field.fact) {
    case RunFact::Number:
        return 7.0;
    case RunFact::Dataset:
        return std::string("Straße");
    case RunFact::State:
        return std::string("completed");
    case RunFact::Tag:
        return std::vector<std::string>{"baseline", "中文"};
    case RunFact::Started:
        return 1'790'000'000'000.0; // 2026-09-21T14:13:20Z
    case RunFact::Best:
        return nan;
    case RunFact::Recipe:
        return field.key == "learning_rate" ? RunCell(3e-5) : RunCell(std::string("linear"));
    case RunFact::Metric:
        return field.key == "validation/macro_f1" ? RunCell(0.91) : RunCell();
    default:
        return std::monostate();
    }
}

bool matches(const std::string& expression)
{
    const RunFilter filter(expression, RunFieldNames({"validation/macro_f1", "own/figure"}));
    std::vector<RunCell> cells;
    for (const RunField& field : filter.fields())
        cells.push_back(cellOf(field));
    return filter.matches(cells);
}

} // namespace

class TestRunFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<bool>("expected");
        for (const char* yes : {"",
                                "  ",
                                "number = 7",
                                "number between 7 and 7",
                                "number in (1, 7)",
                                "number != 8",
                                "dataset = 'Straße'",
                                "dataset contains 'STRASSE'",
                                "dataset starts with 'str'",
                                "state = 'completed' and macro_f1 > 0.9",
                                "\"validation/macro_f1\" >= 0.91",
                                "validation.macro_f1 < 1",
                                "tag = 'baseline'",
                                "tag contains '中'",
                                "not tag = 'other'",
                                "tag != 'other'",
                                "tag is not null",
                                "started > '2026-09-21'",
                                "started < '2026-09-21T14:13:21Z'",
                                "started = '2026-09-21T16:13:20+02:00'",
                                "best is nan",
                                "best != 3",
                                "not best is null",
                                "learning_rate = 3e-5",
                                "schedule in ('linear', 'cosine')",
                                "own.figure is null",
                                "name is null",
                                "name is null or name = 'x'",
                                "not (name is not null)",
                                "basemodel = 'x' or number = 7",
                                "true"})
            QTest::newRow(*yes ? yes : "nothing") << true;
        for (const char* no :
             {"number = 8", "dataset = 'strasse'", "best > 0", "best < 0", "best = 0", "not (best != 3)",
              "name = 'x'", "not name = 'x'", "name != 'x'", "not (name = 'x' and number = 7)",
              "own.figure >= 0 or number = 8", "tag != 'baseline'", "not tag = '中文'", "tag is null",
              "started is null", "false", "macro_f1 is nan", "state ends with 'fail'"})
            QTest::newRow(no) << false;
    }
    void conditions()
    {
        QFETCH(bool, expected);
        const QString row = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(matches(row == QStringLiteral("nothing") ? std::string() : row.toStdString()), expected);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("byte");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("number = 'x'") << "bad_filter" << 9 << "holds numbers and cannot be compared with 'x'";
        QTest::newRow("state = 3") << "bad_filter" << 8 << "text in single quotes";
        QTest::newRow("started > 'yesterday'") << "bad_filter" << 10 << "'2024-01-31'";
        QTest::newRow("number contains '7'") << "bad_filter" << 0 << "holds no text";
        QTest::newRow("dataset is nan") << "bad_filter" << 0 << "holds no numbers";
        QTest::newRow("number = 7 and state") << "bad_filter" << 15 << "Compare it with a value";
        QTest::newRow("number = 7 or") << "bad_filter" << 13 << "ends where a condition must stand";
        QTest::newRow("macro_f2 > 1") << "unknown_column" << 0 << "Did you mean \"macro_f1\"?";
        QTest::newRow("number = 1 and datasets = 'x'") << "unknown_column" << 15 << "\"dataset\"";
        QTest::newRow("weather = 'fine'") << "unknown_column" << 0 << "The columns are number, name";
    }
    void refusals()
    {
        QFETCH(QString, kind);
        QFETCH(int, byte);
        QFETCH(QString, sentence);
        const auto error = errorOf([] { matches(QTest::currentDataTag()); });
        QVERIFY(error);
        QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
        QCOMPARE(error->place().byte.value_or(-1), std::int64_t{byte});
        QVERIFY2(QString::fromStdString(error->message()).contains(sentence), error->what());
    }

    void readsEachFieldOnce()
    {
        const RunFilter filter("macro_f1 > 0.5 and macro_f1 < 0.9 or validation.macro_f1 is null",
                               RunFieldNames());
        QCOMPARE(filter.fields().size(), std::size_t{1});
    }

    void keepsThePeaksOfACurve()
    {
        std::vector<std::pair<std::int64_t, double>> points;
        for (int step = 0; step < 10'000; ++step)
            points.emplace_back(step, step == 4'321 ? 50.0 : step == 77 ? -50.0 : 0.0);
        const auto curve = train::thinnedCurve(points, 40);
        QVERIFY(curve.size() <= 40);
        QVERIFY(std::ranges::count(curve, 50.0) == 1 && std::ranges::count(curve, -50.0) == 1);
        QCOMPARE(train::thinnedCurve({{3, 1.0}}, 40), std::vector<double>{1.0});
        QVERIFY(train::thinnedCurve({}, 40).empty());
    }
};

QTEST_GUILESS_MAIN(TestRunFilter)
#include "tst_run_filter.moc"

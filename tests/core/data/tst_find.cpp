// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/text.h"
#include "data/table.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace lepton;
using data::ColumnType;
using testing::Cells;

/// Search in the cells, and statistics of the rows at hand.
class TestFind : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return (m_folder.path() + '/' + name).toStdString();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8() + "/cache"); }
    void agreesWithReadingCellByCell();
    void findsNumbersAndDaysAsTheyAreShown();
    void nothingIsNeverFound();
    void profileOfFilteredAndSortedRows();
};

void TestFind::agreesWithReadingCellByCell()
{
    std::mt19937 random(31);
    const auto schema = testing::everyTypeSchema();
    auto cells = testing::randomCells(random, 1'000);
    testing::writeTable(path("find.parquet"), schema, cells, 90);
    cells = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("find.parquet"));
    std::vector<std::uint32_t> some, shuffled(1'000);
    std::iota(shuffled.begin(), shuffled.end(), 0u);
    std::copy_if(shuffled.begin(), shuffled.end(), std::back_inserter(some),
                 [](auto row) { return row % 3 == 1; });
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const std::vector<data::RowOrder> orders{data::RowOrder::all(1'000), data::RowOrder::listed(some),
                                             data::RowOrder::listed(shuffled)};
    const std::vector<std::string> texts{"SS",
                                         "strasse",
                                         "2024-02-03T00:00:01",
                                         "-1.5",
                                         "nan",
                                         "PREFIX",
                                         "中",
                                         "TRUE",
                                         "\u00C9T\u00C9",
                                         "not there",
                                         "9007199254740993"};
    for (int i = 0; i < 600; ++i) {
        const auto& order = orders[random() % orders.size()];
        const std::string& text = texts[random() % texts.size()];
        const std::size_t column = random() % 3 == 0 ? std::string::npos : random() % schema.size();
        const auto from = static_cast<std::int64_t>(random() % 1'002);
        const bool backwards = random() % 2 == 0;
        const auto matches = [&](std::int64_t position) {
            const auto& row = cells[static_cast<std::size_t>(order.row(position))];
            for (std::size_t c = 0; c < schema.size(); ++c) {
                if ((column == std::string::npos || column == c) && !data::isMissing(row[c]) &&
                    base::caseFoldKey(data::formatCell(schema.columns[c], row[c]))
                            .find(base::caseFoldKey(text)) != std::string::npos)
                    return true;
            }
            return false;
        };
        std::int64_t expected = backwards ? std::min(from, order.size()) - 1 : from;
        while (expected >= 0 && expected < order.size() && !matches(expected))
            expected += backwards ? -1 : 1;
        if (expected >= order.size())
            expected = -1;
        QCOMPARE(table->find(order, text, column, from, backwards, {}), expected);
    }
}

void TestFind::findsNumbersAndDaysAsTheyAreShown()
{
    testing::writeTable(path("shown.parquet"), {{{"x", ColumnType::Float64}, {"d", ColumnType::Date}}},
                        {{2.0, std::int64_t{0}}, {0.125, std::int64_t{19'753}}});
    const auto table = data::Table::open(path("shown.parquet"));
    const auto all = data::RowOrder::all(2);
    QCOMPARE(table->find(all, "2.0", 0, 0, false, {}), 0);
    QCOMPARE(table->find(all, "24-01-31", 1, 0, false, {}), 1);
    QCOMPARE(table->find(all, "1970", std::string::npos, 2, true, {}), 0);
}

void TestFind::nothingIsNeverFound()
{
    testing::writeTable(path("nothing.parquet"), {{{"t", ColumnType::Text}}}, {{""}, {{}}, {"x"}});
    const auto table = data::Table::open(path("nothing.parquet"));
    QCOMPARE(table->find(data::RowOrder::all(3), "", 0, 0, false, {}), -1);
    QCOMPARE(table->find(data::RowOrder::all(3), "x", 0, 99, false, {}), -1);
    QCOMPARE(table->find(data::RowOrder::all(3), "x", 0, -5, true, {}), -1);
    QVERIFY_EXCEPTION_THROWN(table->find(data::RowOrder::all(3), "x", 7, 0, false, {}), base::Error);
}

void TestFind::profileOfFilteredAndSortedRows()
{
    Cells cells;
    for (std::int64_t i = 0; i < 1'000; ++i)
        cells.push_back({i % 10 == 0 ? data::CellValue{} : data::CellValue(i), i % 2 == 0 ? "even" : "odd"});
    testing::writeTable(path("profile.parquet"), {{{"n", ColumnType::Int64}, {"t", ColumnType::Text}}}, cells,
                        130);
    const auto table = data::Table::open(path("profile.parquet"));
    base::Progress progress;
    const auto whole = table->profile(data::RowOrder::all(1'000), 0, {}, progress);
    QCOMPARE(whole.rows, 1'000);
    QCOMPARE(whole.missing, 100);
    const auto filtered = table->filter("n >= 500 and t = 'even'", {}, progress);
    const auto sorted = table->sort(filtered, {0, true}, {}, progress);
    for (const auto& order : {filtered, sorted}) {
        const auto part = table->profile(order, 0, {}, progress);
        QCOMPARE(part.rows, 200);
        QCOMPARE(part.missing, 0);
        QCOMPARE(part.minimum.value_or(-1), 502.0);
        QCOMPARE(part.maximum.value_or(-1), 998.0);
        QCOMPARE(part.mean.value_or(-1), 750.0);
        const auto texts = table->profile(order, 1, {}, progress);
        QCOMPARE(texts.distinct, 1);
        QVERIFY(texts.top.front() == std::make_pair(std::string("even"), std::int64_t{200}));
    }
    QCOMPARE(table->profile(table->filter("n < 0", {}, progress), 0, {}, progress).rows, 0);
}

QTEST_GUILESS_MAIN(TestFind)
#include "tst_find.moc"

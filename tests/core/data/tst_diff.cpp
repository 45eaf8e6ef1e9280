// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/diff.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace lepton;
using data::ColumnType;
using testing::Cells;

class TestDiff : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return (m_folder.path() + '/' + name).toStdString();
    }

    data::TableDiff diff(const data::Schema& schemaBefore, const Cells& before,
                         const data::Schema& schemaAfter, const Cells& after,
                         std::int64_t rowsPerGroup = 16'384) const
    {
        testing::writeTable(path("before.parquet"), schemaBefore, before, rowsPerGroup);
        testing::writeTable(path("after.parquet"), schemaAfter, after, rowsPerGroup + 1);
        base::Progress progress;
        return data::diffTables(*data::Table::open(path("before.parquet")),
                                *data::Table::open(path("after.parquet")), {}, progress);
    }
    static std::string keyOf(const data::Schema& schema, const std::vector<data::CellValue>& row)
    {
        std::string key;
        for (std::size_t c = 0; c < schema.size(); ++c)
            key += data::isMissing(row[c]) ? "-;" : data::formatCell(schema.columns[c], row[c]) + "+;";
        return key;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8() + "/cache"); }
    void agreesWithCountingRows();
    void sameTablesDoNotDiffer();
    void movedRowsAreKept();
    void namesTheRows();
    void repeatedRowsKeepTheirPlaces();
    void missingDiffersFromEmpty();
    void comparesColumnsByName();
    void numbersOfOtherTypesAreTheSameNumbers();
    void noColumnInCommon();
    void cancels();
};

void TestDiff::agreesWithCountingRows()
{
    std::mt19937 random(41);
    const auto schema = testing::everyTypeSchema();
    for (int round = 0; round < 30; ++round) {
        const Cells pool = testing::randomCells(random, 40);
        Cells before, after;
        for (auto* cells : {&before, &after}) {
            for (std::size_t i = random() % 300; i > 0; --i)
                cells->push_back(pool[random() % pool.size()]);
        }
        const auto found = diff(schema, before, schema, after, 50);
        std::map<std::string, std::pair<std::int64_t, std::int64_t>> counts;
        for (const auto& row : testing::asRead(schema, before))
            ++counts[keyOf(schema, row)].first;
        for (const auto& row : testing::asRead(schema, after))
            ++counts[keyOf(schema, row)].second;
        std::int64_t kept = 0;
        for (const auto& [key, count] : counts)
            kept += std::min(count.first, count.second);
        QCOMPARE(found.rowsKept, kept);
        QCOMPARE(found.rowsRemoved, static_cast<std::int64_t>(before.size()) - kept);
        QCOMPARE(found.rowsAdded, static_cast<std::int64_t>(after.size()) - kept);
        QCOMPARE(static_cast<std::int64_t>(found.addedRows.size()), found.rowsAdded);
        // What is listed as added, taken away from the new rows, leaves rows that were there before.
        for (const std::int64_t row : found.addedRows)
            --counts[keyOf(schema, testing::asRead(schema, after)[static_cast<std::size_t>(row)])].second;
        for (const auto& [key, count] : counts)
            QVERIFY(count.second >= 0 && count.second <= count.first);
    }
}

void TestDiff::sameTablesDoNotDiffer()
{
    std::mt19937 random(42);
    const auto schema = testing::everyTypeSchema();
    const auto cells = testing::randomCells(random, 500);
    const auto found = diff(schema, cells, schema, cells, 33);
    QCOMPARE(found.rowsKept, 500);
    QCOMPARE(found.rowsAdded + found.rowsRemoved + found.rowsChangedInPlace, 0);
    QVERIFY(found.addedColumns.empty() && found.removedColumns.empty() && found.changedTypes.empty());
    QVERIFY(!found.columnsReordered);
}

void TestDiff::movedRowsAreKept()
{
    const data::Schema schema{{{"t", ColumnType::Text}}};
    const auto found = diff(schema, {{"a"}, {"b"}, {"c"}}, schema, {{"c"}, {"a"}, {"b"}});
    QCOMPARE(found.rowsKept, 3);
    QCOMPARE(found.rowsChangedInPlace, 0);
}

void TestDiff::namesTheRows()
{
    const data::Schema schema{{{"t", ColumnType::Text}}};
    const auto found =
        diff(schema, {{"a"}, {"b"}, {"c"}, {"d"}}, schema, {{"a"}, {"x"}, {"c"}, {"d"}, {"e"}});
    QCOMPARE(found.rowsBefore, 4);
    QCOMPARE(found.rowsAfter, 5);
    QCOMPARE(found.removedRows, std::vector<std::int64_t>{1});
    QCOMPARE(found.addedRows, (std::vector<std::int64_t>{1, 4}));
    QCOMPARE(found.rowsChangedInPlace, 1);
}

void TestDiff::repeatedRowsKeepTheirPlaces()
{
    const data::Schema schema{{{"t", ColumnType::Text}}};
    const auto found = diff(schema, {{"a"}, {"a"}, {"b"}}, schema, {{"x"}, {"a"}, {"b"}});
    QCOMPARE(found.removedRows, std::vector<std::int64_t>{0});
    QCOMPARE(found.addedRows, std::vector<std::int64_t>{0});
    QCOMPARE(found.rowsChangedInPlace, 1);
}

void TestDiff::missingDiffersFromEmpty()
{
    const data::Schema schema{{{"a", ColumnType::Text}, {"b", ColumnType::Text}}};
    QCOMPARE(diff(schema, {{"", {}}}, schema, {{{}, ""}}).rowsKept, 0);
    QCOMPARE(diff(schema, {{"ab", "c"}}, schema, {{"a", "bc"}}).rowsKept, 0);
}

void TestDiff::comparesColumnsByName()
{
    const auto found = diff({{{"a", ColumnType::Text}, {"old", ColumnType::Int64}, {"b", ColumnType::Bool}}},
                            {{"x", std::int64_t{1}, true}},
                            {{{"b", ColumnType::Bool}, {"a", ColumnType::Text}, {"new", ColumnType::Date}}},
                            {{true, "x", std::int64_t{3}}});
    QCOMPARE(found.addedColumns, std::vector<std::string>{"new"});
    QCOMPARE(found.removedColumns, std::vector<std::string>{"old"});
    QVERIFY(found.columnsReordered);
    QCOMPARE(found.rowsKept, 1);
}

void TestDiff::numbersOfOtherTypesAreTheSameNumbers()
{
    const auto found = diff({{{"n", ColumnType::Int64}, {"t", ColumnType::Text}}},
                            {{std::int64_t{5}, "2024-01-31"}, {std::int64_t{100}, "x"}},
                            {{{"n", ColumnType::Float64}, {"t", ColumnType::Date}}},
                            {{5.0, std::int64_t{19'753}}, {100.5, {}}});
    QCOMPARE(found.changedTypes.size(), std::size_t{2});
    QCOMPARE(found.changedTypes[0].name, std::string("n"));
    QCOMPARE(found.changedTypes[0].after, ColumnType::Float64);
    QCOMPARE(found.rowsKept, 1);
    QCOMPARE(found.rowsChangedInPlace, 1);
}

void TestDiff::noColumnInCommon()
{
    const auto found = diff({{{"a", ColumnType::Int64}}}, {{std::int64_t{1}}, {std::int64_t{1}}},
                            {{{"b", ColumnType::Int64}}}, {{std::int64_t{1}}});
    QCOMPARE(found.rowsKept, 0);
    QCOMPARE(found.rowsRemoved, 2);
    QCOMPARE(found.rowsAdded, 1);
}

void TestDiff::cancels()
{
    testing::writeTable(path("cancel.parquet"), {{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    const auto table = data::Table::open(path("cancel.parquet"));
    base::CancellationSource source;
    source.request();
    base::Progress progress;
    QVERIFY_EXCEPTION_THROWN(data::diffTables(*table, *table, source.token(), progress), base::Error);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"

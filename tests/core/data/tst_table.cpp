// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/table.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <thread>

using namespace lepton;
using data::CellValue;
using data::ColumnType;
using testing::Cells;

namespace {

bool sameCell(const CellValue& a, const CellValue& b)
{
    const auto* x = std::get_if<double>(&a);
    const auto* y = std::get_if<double>(&b);
    if (x && y && std::isnan(*x) && std::isnan(*y))
        return true;
    return a == b;
}

std::vector<std::size_t> allColumns(const data::Schema& schema)
{
    std::vector<std::size_t> columns(schema.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return (m_folder.path() + '/' + name).toStdString();
    }

    void verifyPage(data::Table& table, const Cells& expected, const data::RowOrder& order,
                    std::int64_t first, std::int64_t count, const std::vector<std::size_t>& columns)
    {
        const data::Page page = table.page(order, first, count, columns, {});
        QCOMPARE(page.first, first);
        QCOMPARE(static_cast<std::int64_t>(page.rows.size()),
                 std::clamp<std::int64_t>(order.size() - first, 0, count));
        for (std::size_t r = 0; r < page.rows.size(); ++r) {
            const std::int64_t row = order.row(first + static_cast<std::int64_t>(r));
            QCOMPARE(page.rows[r], row);
            for (std::size_t c = 0; c < columns.size(); ++c)
                QVERIFY2(sameCell(page.cells[r][c], expected[static_cast<std::size_t>(row)][columns[c]]),
                         qPrintable(QString("row %1 column %2").arg(row).arg(columns[c])));
        }
    }

private Q_SLOTS:
    void pagesEqualTheRowsWritten();
    void pageOfListedRowsFollowsTheirOrder();
    void rowOrderFindsPositions();
    void emptyTableHasNoPages();
    void fiveThousandColumns();
    void hugeCell();
    void otherColumnIsRefused();
    void cancelledPageThrows();
    void manyThreadsReadTheSameTable();
    void closedTableGivesItsMemoryBack();
    void damagedFileIsRefused_data();
    void damagedFileIsRefused();
    void flippedBytesNeverCrash();
};

void TestTable::pagesEqualTheRowsWritten()
{
    std::mt19937 random(1);
    const auto schema = testing::everyTypeSchema();
    const auto cells = testing::randomCells(random, 5'000);
    testing::writeTable(path("pages.parquet"), schema, cells, 700);
    const auto expected = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("pages.parquet"), 20'000);
    QCOMPARE(table->schema(), schema);
    QCOMPARE(table->rowCount(), 5'000);
    const auto all = data::RowOrder::all(table->rowCount());
    verifyPage(*table, expected, all, 0, 5'000, allColumns(schema));
    for (int i = 0; i < 200; ++i)
        verifyPage(*table, expected, all, random() % 5'000, random() % 1'500, {random() % 10, random() % 10});
    QVERIFY(table->page(all, 5'000, 10, allColumns(schema), {}).rows.empty());
    QVERIFY(table->page(all, 99'999, 10, allColumns(schema), {}).rows.empty());
}

void TestTable::pageOfListedRowsFollowsTheirOrder()
{
    std::mt19937 random(2);
    const auto schema = testing::everyTypeSchema();
    const auto cells = testing::randomCells(random, 3'000);
    testing::writeTable(path("listed.parquet"), schema, cells, 100);
    const auto expected = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("listed.parquet"));
    std::vector<std::uint32_t> rows(3'000);
    std::iota(rows.begin(), rows.end(), 0u);
    std::shuffle(rows.begin(), rows.end(), random);
    rows.resize(1'000);
    verifyPage(*table, expected, data::RowOrder::listed(rows), 300, 150, allColumns(schema));
    verifyPage(*table, expected, data::RowOrder::listed(rows), 950, 100, {2});
}

void TestTable::rowOrderFindsPositions()
{
    const auto filtered = data::RowOrder::listed({2, 5, 9});
    QCOMPARE(filtered.size(), 3);
    QCOMPARE(filtered.position(5), 1);
    QCOMPARE(filtered.position(6), -1);
    const auto sorted = data::RowOrder::listed({9, 2, 5});
    QCOMPARE(sorted.row(0), 9);
    QCOMPARE(sorted.position(5), 2);
    QCOMPARE(sorted.position(0), -1);
    QCOMPARE(data::RowOrder::all(7).position(6), 6);
    QCOMPARE(data::RowOrder::all(7).position(7), -1);
}

void TestTable::emptyTableHasNoPages()
{
    testing::writeTable(path("empty.parquet"), testing::everyTypeSchema(), {});
    const auto table = data::Table::open(path("empty.parquet"));
    QCOMPARE(table->rowCount(), 0);
    QVERIFY(table->page(data::RowOrder::all(0), 0, 100, allColumns(table->schema()), {}).rows.empty());
}

void TestTable::fiveThousandColumns()
{
    data::Schema schema;
    Cells cells(3);
    for (std::int64_t c = 0; c < 5'000; ++c) {
        schema.columns.push_back({"c" + std::to_string(c), ColumnType::Int64});
        for (std::size_t r = 0; r < 3; ++r)
            cells[r].emplace_back(c * 10 + static_cast<std::int64_t>(r));
    }
    testing::writeTable(path("wide.parquet"), schema, cells);
    const auto table = data::Table::open(path("wide.parquet"));
    verifyPage(*table, cells, data::RowOrder::all(3), 0, 3, allColumns(schema));
}

void TestTable::hugeCell()
{
    const std::string huge(std::size_t{64} << 20, 'x');
    testing::writeTable(path("huge.parquet"), {{{"t", ColumnType::Text}}}, {{"small"}, {huge}, {"after"}}, 1);
    const auto table = data::Table::open(path("huge.parquet"));
    const auto page = table->page(data::RowOrder::all(3), 0, 3, allColumns(table->schema()), {});
    QVERIFY(std::get<std::string>(page.cells[1][0]) == huge);
    QVERIFY(page.cells[2][0] == CellValue("after"));
}

void TestTable::otherColumnIsRefused()
{
    testing::writeTable(path("one.parquet"), {{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    const auto table = data::Table::open(path("one.parquet"));
    const std::vector<std::size_t> columns{1};
    QVERIFY_EXCEPTION_THROWN(table->page(data::RowOrder::all(1), 0, 1, columns, {}), base::Error);
}

void TestTable::cancelledPageThrows()
{
    testing::writeTable(path("cancel.parquet"), {{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    const auto table = data::Table::open(path("cancel.parquet"));
    base::CancellationSource source;
    source.request();
    try {
        table->page(data::RowOrder::all(1), 0, 1, allColumns(table->schema()), source.token());
        QFAIL("not cancelled");
    } catch (const base::Error& error) {
        QCOMPARE(error.code(), base::ErrorCode::Cancelled);
    }
}

void TestTable::manyThreadsReadTheSameTable()
{
    std::mt19937 random(3);
    const auto schema = testing::everyTypeSchema();
    const auto cells = testing::randomCells(random, 2'000);
    testing::writeTable(path("threads.parquet"), schema, cells, 50);
    const auto expected = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("threads.parquet"), 10'000);
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (unsigned seed = 0; seed < 6; ++seed)
            threads.emplace_back([&, seed] {
                std::mt19937 own(seed);
                for (int i = 0; i < 60; ++i) {
                    const std::int64_t first = own() % 2'000;
                    const auto page =
                        table->page(data::RowOrder::all(2'000), first, 60, allColumns(schema), {});
                    for (std::size_t r = 0; r < page.rows.size(); ++r)
                        for (std::size_t c = 0; c < schema.size(); ++c)
                            wrong += !sameCell(page.cells[r][c],
                                               expected[static_cast<std::size_t>(page.rows[r])][c]);
                }
            });
    }
    QCOMPARE(wrong.load(), 0);
}

void TestTable::closedTableGivesItsMemoryBack()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("A sanitizer keeps what was freed.");
#endif
    const auto resident = [] {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmRSS:"))
                return std::stol(line.substr(6)) / 1024;
        }
        return 0L;
    };
    {
        std::mt19937 random(31);
        Cells cells;
        for (int i = 0; i < 150'000; ++i)
            cells.push_back({std::to_string(random()) + std::string(400, static_cast<char>('a' + i % 26))});
        testing::writeTable(path("large.parquet"), {{{"t", ColumnType::Text}}}, cells, 10'000);
    }
    auto table = data::Table::open(path("large.parquet"));
    base::Progress progress;
    for (int i = 0; i < 2; ++i) // the first time leaves what the file was written with
        table->filter("t contains 'no such text'", {}, progress);
    const long open = resident();
    table.reset();
    QTRY_VERIFY_WITH_TIMEOUT(resident() < open - 50, 30'000);
}

void TestTable::damagedFileIsRefused_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("empty") << 0.0;
    QTest::newRow("the first third") << 0.33;
    QTest::newRow("without its footer") << 0.9;
    QTest::newRow("a byte short") << 0.99999;
}

void TestTable::damagedFileIsRefused()
{
    QFETCH(double, share);
    std::mt19937 random(4);
    testing::writeTable(path("whole.parquet"), testing::everyTypeSchema(),
                        testing::randomCells(random, 1'000));
    std::filesystem::copy_file(path("whole.parquet"), path("cut.parquet"),
                               std::filesystem::copy_options::overwrite_existing);
    const auto size = static_cast<double>(std::filesystem::file_size(path("cut.parquet")));
    std::filesystem::resize_file(path("cut.parquet"), static_cast<std::uintmax_t>(size * share));
    try {
        data::Table::open(path("cut.parquet"));
        QFAIL("opened");
    } catch (const base::Error& error) {
        QCOMPARE(error.code(), base::ErrorCode::BadParquet);
        QVERIFY(error.message().find("cut.parquet") != std::string::npos);
    }
}

void TestTable::flippedBytesNeverCrash()
{
    std::mt19937 random(5);
    testing::writeTable(path("flip.parquet"), testing::everyTypeSchema(), testing::randomCells(random, 2'000),
                        500);
    std::ifstream in(path("flip.parquet"), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        std::string bytes = whole;
        for (int k = 0; k < 3; ++k)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        std::ofstream(path("flipped.parquet"), std::ios::binary | std::ios::trunc) << bytes;
        try {
            const auto table = data::Table::open(path("flipped.parquet"));
            table->page(data::RowOrder::all(table->rowCount()), 0, 2'000, allColumns(table->schema()), {});
        } catch (const base::Error& error) {
            QCOMPARE(error.code(), base::ErrorCode::BadParquet);
            ++refused;
        }
    }
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"

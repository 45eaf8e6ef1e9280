// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/table.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace lepton;
using data::CellValue;
using data::ColumnType;
using testing::Cells;

namespace {

/// 0: a value, 1: NaN, 2: missing.
int rank(const CellValue& cell)
{
    if (data::isMissing(cell))
        return 2;
    const auto* number = std::get_if<double>(&cell);
    return number && std::isnan(*number) ? 1 : 0;
}

std::vector<std::uint32_t> sortedPlainly(const Cells& cells, std::vector<std::uint32_t> rows,
                                         data::SortKey key, bool asNumber)
{
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const CellValue& x = cells[a][key.column];
        const CellValue& y = cells[b][key.column];
        if (rank(x) != rank(y) || rank(x) != 0)
            return rank(x) < rank(y);
        const CellValue& low = key.descending ? y : x;
        const CellValue& high = key.descending ? x : y;
        if (asNumber)
            return std::stod(std::get<std::string>(low)) < std::stod(std::get<std::string>(high));
        return low < high;
    });
    return rows;
}

std::vector<std::uint32_t> rowsOf(const data::RowOrder& order)
{
    std::vector<std::uint32_t> rows;
    for (std::int64_t i = 0; i < order.size(); ++i)
        rows.push_back(static_cast<std::uint32_t>(order.row(i)));
    return rows;
}

} // namespace

class TestSort : public QObject
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
    void agreesWithStableSort_data();
    void agreesWithStableSort();
    void largeTextsAreSortedOnDisk();
    void columnOfNothingKeepsTheOrder();
    void emptyTable();
    void leavesNoFiles();
    void cancels();
};

void TestSort::agreesWithStableSort_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    const auto schema = testing::everyTypeSchema();
    for (std::size_t c = 0; c < schema.size(); ++c) {
        for (const bool descending : {false, true})
            QTest::addRow("%s %s", schema.columns[c].name.c_str(), descending ? "descending" : "ascending")
                << static_cast<int>(c) << descending;
    }
}

void TestSort::agreesWithStableSort()
{
    QFETCH(int, column);
    QFETCH(bool, descending);
    std::mt19937 random(21);
    const auto schema = testing::everyTypeSchema();
    auto cells = testing::randomCells(random, 3'000);
    testing::writeTable(path("sort.parquet"), schema, cells, 170);
    cells = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("sort.parquet"));
    const data::SortKey key{static_cast<std::size_t>(column), descending};
    const bool asNumber = schema.columns[key.column].type == ColumnType::Decimal;

    std::vector<std::uint32_t> all(cells.size());
    std::iota(all.begin(), all.end(), 0u);
    std::vector<std::uint32_t> some, shuffled = all;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [](std::uint32_t row) { return row % 7 < 3; });
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    shuffled.resize(2'000);
    base::Progress progress;
    const auto filtered = table->filter("n is not null or b = true", {}, progress);
    QVERIFY(filtered.size() > 0 && filtered.size() < table->rowCount());
    for (const auto& order : {data::RowOrder::all(3'000), filtered, data::RowOrder::listed(some),
                              data::RowOrder::listed(shuffled)}) {
        const auto sorted = rowsOf(table->sort(order, key, {}, progress));
        QVERIFY(sorted == sortedPlainly(cells, rowsOf(order), key, asNumber));
    }
}

void TestSort::largeTextsAreSortedOnDisk()
{
    // 100 MiB of texts that differ late, if at all: several runs in every thread.
    std::mt19937 random(22);
    const std::string prefix(220, 'p');
    Cells cells;
    for (int i = 0; i < 450'000; ++i)
        cells.push_back({prefix + std::to_string(random() % 100'000)});
    testing::writeTable(path("texts.parquet"), {{{"t", ColumnType::Text}}}, cells);
    const auto table = data::Table::open(path("texts.parquet"));
    base::Progress progress;
    const auto order = table->sort(data::RowOrder::all(450'000), {0, false}, {}, progress);
    std::vector<std::uint32_t> all(cells.size());
    std::iota(all.begin(), all.end(), 0u);
    QVERIFY(rowsOf(order) == sortedPlainly(cells, all, {0, false}, false));
    QCOMPARE(order.position(order.row(1'234)), 1'234);
}

void TestSort::columnOfNothingKeepsTheOrder()
{
    testing::writeTable(path("null.parquet"), {{{"none", ColumnType::Null}}}, {{{}}, {{}}, {{}}});
    base::Progress progress;
    const auto order = data::Table::open(path("null.parquet"))
                           ->sort(data::RowOrder::listed({2, 0}), {0, true}, {}, progress);
    QVERIFY(rowsOf(order) == (std::vector<std::uint32_t>{2, 0}));
}

void TestSort::emptyTable()
{
    testing::writeTable(path("empty.parquet"), testing::everyTypeSchema(), {});
    base::Progress progress;
    const auto table = data::Table::open(path("empty.parquet"));
    for (std::size_t c = 0; c < table->schema().size(); ++c)
        QCOMPARE(table->sort(data::RowOrder::all(0), {c, false}, {}, progress).size(), 0);
}

void TestSort::leavesNoFiles()
{
    QVERIFY(std::filesystem::exists(path("cache/lepton-workbench")));
    QVERIFY(std::filesystem::is_empty(path("cache/lepton-workbench")));
}

void TestSort::cancels()
{
    testing::writeTable(path("cancel.parquet"), {{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    base::CancellationSource source;
    source.request();
    base::Progress progress;
    const auto table = data::Table::open(path("cancel.parquet"));
    QVERIFY_EXCEPTION_THROWN(table->sort(data::RowOrder::all(1), {0, false}, source.token(), progress),
                             base::Error);
}

QTEST_GUILESS_MAIN(TestSort)
#include "tst_sort.moc"

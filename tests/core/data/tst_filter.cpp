// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/filter.h"
#include "data/table.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>

using namespace lepton;
using data::CellValue;
using data::ColumnType;
using testing::Cells;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// True, false, or (nothing) unknown.
using Answer = std::optional<bool>;
using Row = std::vector<CellValue>;

/// A condition as text, and what it means for a row, worked out the plain way.
struct Sample
{
    std::string text;
    std::function<Answer(const Row&)> holds;
};

class SampleMaker
{
public:
    explicit SampleMaker(std::mt19937& random)
        : m_random(random)
    {}

    Sample expression(int depth)
    {
        if (depth == 0 || chance(3))
            return condition();
        switch (m_random() % 3) {
        case 0: {
            const Sample inner = expression(depth - 1);
            return {"not (" + inner.text + ")", [=](const Row& row) { return negated(inner.holds(row)); }};
        }
        case 1: {
            const Sample a = expression(depth - 1), b = expression(depth - 1);
            return {"(" + a.text + ") AND (" + b.text + ")", [=](const Row& row) -> Answer {
                        const Answer x = a.holds(row), y = b.holds(row);
                        if (x == false || y == false)
                            return false;
                        return x && y ? Answer(true) : std::nullopt;
                    }};
        }
        default: {
            const Sample a = expression(depth - 1), b = expression(depth - 1);
            return {"(" + a.text + ") or (" + b.text + ")", [=](const Row& row) -> Answer {
                        const Answer x = a.holds(row), y = b.holds(row);
                        if (x == true || y == true)
                            return true;
                        return x && y ? Answer(false) : std::nullopt;
                    }};
        }
        }
    }

private:
    static Answer negated(Answer answer) { return answer ? Answer(!*answer) : std::nullopt; }
    bool chance(unsigned n) { return m_random() % n == 0; }
    template <class T>
    const T& oneOf(const std::vector<T>& values)
    {
        return values[m_random() % values.size()];
    }

    /// A value of column @p c as it is written, and how a cell compares with it: -1, 0, 1, or nothing (NaN).
    struct Value
    {
        std::string text;
        std::function<std::optional<int>(const CellValue&)> compare;
    };

    template <class T>
    static int order(const T& a, const T& b)
    {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    Value value(std::size_t c)
    {
        switch (c) {
        case 0: { // whole numbers against halves, so that what lies between is met as well
            const std::int64_t twice = oneOf<std::int64_t>({-7, -6, -2, -1, 0, 1, 2, 4, 5, 6, 7, 14, 15});
            return {halves(twice), [=](const CellValue& cell) {
                        return order(static_cast<long double>(std::get<std::int64_t>(cell)),
                                     static_cast<long double>(twice) / 2);
                    }};
        }
        case 1: {
            const std::string text =
                oneOf<std::string>({"-2.5", "0", "0.1", "1", "25e-1", "3.0", "1e300", "-1e999"});
            const double number = std::strtod(text.c_str(), nullptr);
            return {text, [=](const CellValue& cell) -> std::optional<int> {
                        const double x = std::get<double>(cell);
                        return std::isnan(x) ? std::nullopt : std::optional(order(x, number));
                    }};
        }
        case 2: {
            const std::string text =
                oneOf<std::string>({"", "a", "A", "ab", "prefix-of-eight", "it's", "中文", "b"});
            std::string quoted;
            for (const char ch : text)
                quoted += ch == '\'' ? "''" : std::string(1, ch);
            return {"'" + quoted + "'",
                    [=](const CellValue& cell) { return order(std::get<std::string>(cell), text); }};
        }
        case 4: {
            const std::int64_t day = 19'751 + static_cast<std::int64_t>(m_random() % 7);
            return {"'" + data::formatCell({"d", ColumnType::Date}, day) + "'", integerOrder(day)};
        }
        case 5: {
            const std::int64_t hours = static_cast<std::int64_t>(m_random() % 4) * 6;
            return {hours < 10 ? "'0" + std::to_string(hours) + ":00'"
                               : "'" + std::to_string(hours) + ":00:00.0'",
                    integerOrder(hours * 3'600'000'000)};
        }
        case 6: {
            const std::int64_t at = (19'751 + static_cast<std::int64_t>(m_random() % 7)) * 86'400'000'000 +
                                    static_cast<std::int64_t>(m_random() % 3) * 1'500'000;
            return {"'" + data::formatCell({"at", ColumnType::Timestamp}, at) + "'", integerOrder(at)};
        }
        case 7: {
            const std::int64_t at =
                -(19'751 + static_cast<std::int64_t>(m_random() % 7)) * 86'400'000'000 + 1;
            return {"'" + data::formatCell({"instant", ColumnType::Timestamp, true}, at) + "'",
                    integerOrder(at)};
        }
        default: { // amount: hundredths against thousandths
            const auto thousandths = static_cast<std::int64_t>(m_random() % 4'000) - 2'000;
            char text[32];
            std::snprintf(text, sizeof text, "%.3f", static_cast<double>(thousandths) / 1000);
            return {text, [=](const CellValue& cell) {
                        return order(std::llround(std::stod(std::get<std::string>(cell)) * 1000),
                                     static_cast<long long>(thousandths));
                    }};
        }
        }
    }

    static std::string halves(std::int64_t twice)
    {
        const std::string sign = twice < 0 ? "-" : "";
        return sign + std::to_string(std::abs(twice) / 2) + (twice % 2 != 0 ? ".5" : "");
    }
    static std::function<std::optional<int>(const CellValue&)> integerOrder(std::int64_t value)
    {
        return [=](const CellValue& cell) { return order(std::get<std::int64_t>(cell), value); };
    }

    /// Unknown where the cell is missing.
    static std::function<Answer(const Row&)> onCell(std::size_t c,
                                                    std::function<bool(const CellValue&)> holds)
    {
        return [c, holds = std::move(holds)](const Row& row) -> Answer {
            return data::isMissing(row[c]) ? std::nullopt : Answer(holds(row[c]));
        };
    }

    Sample condition()
    {
        static const std::vector<std::string> names{"n",     "x",  "t",       "b",     "d",
                                                    "clock", "at", "instant", "amount"};
        const std::size_t c = m_random() % names.size();
        const std::string name = chance(2) ? names[c] : '"' + names[c] + '"';
        if (chance(8))
            return {name + " is Null", [=](const Row& row) -> Answer { return data::isMissing(row[c]); }};
        if (c == 3) {
            const bool wanted = chance(2);
            return {name + (wanted ? " = true" : " <> TRUE"),
                    onCell(c, [=](const CellValue& cell) { return std::get<bool>(cell) == wanted; })};
        }
        const Value a = value(c), b = value(c);
        if (chance(5))
            return {name + " between " + a.text + " and " + b.text, onCell(c, [=](const CellValue& cell) {
                        const auto x = a.compare(cell), y = b.compare(cell);
                        return x && y && *x >= 0 && *y <= 0;
                    })};
        if (chance(5))
            return {name + " not in (" + a.text + ", " + b.text + ")", onCell(c, [=](const CellValue& cell) {
                        return !(a.compare(cell) == 0 || b.compare(cell) == 0);
                    })};
        static const std::vector<std::string> symbols{"=", "!=", "<", "<=", ">", ">="};
        const std::size_t symbol = m_random() % symbols.size();
        return {name + symbols[symbol] + a.text, onCell(c, [=](const CellValue& cell) {
                    const auto order = a.compare(cell);
                    if (!order)
                        return symbol == 1; // NaN differs from everything
                    const bool answers[] = {*order == 0, *order != 0, *order<0, *order <= 0, *order> 0,
                                            *order >= 0};
                    return answers[symbol];
                })};
    }

    std::mt19937& m_random;
};

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return (m_folder.path() + '/' + name).toStdString();
    }

    static std::vector<std::int64_t> rowsOf(const data::RowOrder& order)
    {
        std::vector<std::int64_t> rows;
        for (std::int64_t i = 0; i < order.size(); ++i)
            rows.push_back(order.row(i));
        return rows;
    }
    static data::RowOrder filter(data::Table& table, const std::string& expression)
    {
        base::Progress progress;
        return table.filter(expression, {}, progress);
    }

private Q_SLOTS:
    void agreesWithReadingRowByRow();
    void keeps_data();
    void keeps();
    void statisticsSkipRowGroupsWithoutChangingTheAnswer();
    void refuses_data();
    void refuses();
    void unknownColumnSuggestsTheNearest();
    void emptyExpressionKeepsAll();
    void deepNestingIsRefused();
    void longChainsWork();
    void anyTextIsReadOrRefused();
    void cancels();
};

void TestFilter::agreesWithReadingRowByRow()
{
    std::mt19937 random(11);
    const auto schema = testing::everyTypeSchema();
    auto cells = testing::randomCells(random, 1'500);
    testing::writeTable(path("random.parquet"), schema, cells, 190);
    cells = testing::asRead(schema, cells);
    const auto table = data::Table::open(path("random.parquet"));
    SampleMaker maker(random);
    for (int i = 0; i < 1'500; ++i) {
        const Sample sample = maker.expression(static_cast<int>(random() % 5));
        std::vector<std::int64_t> expected;
        for (std::size_t r = 0; r < cells.size(); ++r) {
            if (sample.holds(cells[r]) == true)
                expected.push_back(static_cast<std::int64_t>(r));
        }
        const auto found = rowsOf(filter(*table, sample.text));
        QVERIFY2(found == expected, sample.text.c_str());
    }
}

void TestFilter::keeps_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QList<int>>("rows");
    // n: 0 1 missing 9007199254740993 -5; x: 0.1 nan missing inf -0.0; t: "Straße" "" missing "it's" "Zürich"
    QTest::newRow("equal") << "n = 1" << QList<int>{1};
    QTest::newRow("not of unknown stays unknown") << "not (n = 1)" << QList<int>{0, 3, 4};
    QTest::newRow("unequal leaves out missing") << "n != 1" << QList<int>{0, 3, 4};
    QTest::newRow("unknown or true is true") << "n = 1 or t is null" << QList<int>{1, 2};
    QTest::newRow("is missing") << "n IS MISSING" << QList<int>{2};
    QTest::newRow("is not null") << "n is not null" << QList<int>{0, 1, 3, 4};
    QTest::newRow("whole numbers are not rounded") << "n = 9007199254740992" << QList<int>{};
    QTest::newRow("whole numbers past 2^53") << "n = 9007199254740993" << QList<int>{3};
    QTest::newRow("with digits that are zero") << "n = 9007199254740993.000" << QList<int>{3};
    QTest::newRow("with an exponent") << "n >= 1e0" << QList<int>{1, 3};
    QTest::newRow("beyond every whole number")
        << "n < 99999999999999999999999999999999999999999999" << QList<int>{0, 1, 3, 4};
    QTest::newRow("below every whole number") << "n < -1e30" << QList<int>{};
    QTest::newRow("a fraction equals no whole number") << "n = 0.5" << QList<int>{};
    QTest::newRow("between whole numbers") << "n > 0.5 and n < 1.5" << QList<int>{1};
    QTest::newRow("below a negative fraction") << "n <= -4.5" << QList<int>{4};
    QTest::newRow("double as written") << "x = 0.1" << QList<int>{0};
    QTest::newRow("nan is not less") << "x < 1" << QList<int>{0, 4};
    QTest::newRow("nan is unequal") << "x != 0.1" << QList<int>{1, 3, 4};
    QTest::newRow("not of nan's false") << "not (x < 1)" << QList<int>{1, 3};
    QTest::newRow("is nan") << "x is nan" << QList<int>{1};
    QTest::newRow("minus zero is zero") << "x = 0" << QList<int>{4};
    QTest::newRow("not in leaves out missing") << "n not in (0, 1)" << QList<int>{3, 4};
    QTest::newRow("empty text is not missing") << "t = ''" << QList<int>{1};
    QTest::newRow("doubled quote") << "t = 'it''s'" << QList<int>{3};
    QTest::newRow("equal minds the case") << "t = 'straße'" << QList<int>{};
    QTest::newRow("contains folds the case") << "t contains 'RASSE'" << QList<int>{0};
    QTest::newRow("contains takes both normal forms") << "t contains 'ZU\u0308R'" << QList<int>{4};
    QTest::newRow("contains nothing is in every text") << "t contains ''" << QList<int>{0, 1, 3, 4};
    QTest::newRow("starts with") << "t starts with 'IT'" << QList<int>{3};
    QTest::newRow("not ends with") << "t not ends with 'CH'" << QList<int>{0, 1, 3};
    QTest::newRow("order by code point") << "t > 'Z'" << QList<int>{3, 4};
    QTest::newRow("truth column alone") << "b and not (n = 0)" << QList<int>{3};
    QTest::newRow("truth column against false") << "b = false" << QList<int>{1};
    QTest::newRow("day") << "d >= '2024-02-01'" << QList<int>{1, 3};
    QTest::newRow("day before 1970") << "d < '1970-01-01'" << QList<int>{4};
    QTest::newRow("moment with a blank and an offset") << "at = '2024-01-31 15:45:00+02:00'" << QList<int>{0};
    QTest::newRow("moment without a zone is utc") << "at = '2024-01-31T13:45'" << QList<int>{0};
    QTest::newRow("day against a moment is its midnight") << "at > '2024-01-31'" << QList<int>{0, 1};
    QTest::newRow("name in quotes with a quote") << "\"say \"\"n\"\" %\" = 7" << QList<int>{0, 4};
    QTest::newRow("bare name with letters of any script") << "größe = 1.5" << QList<int>{0};
    QTest::newRow("column of nothing") << "none = 3 or none is null" << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("constants") << "true and not false and n = 0" << QList<int>{0};
    QTest::newRow("not binds before and") << "not n = 0 and t is not null" << QList<int>{1, 3, 4};
    QTest::newRow("and binds before or") << "n = 0 or n = 1 and t = 'x'" << QList<int>{0};
}

void TestFilter::keeps()
{
    QFETCH(QString, expression);
    QFETCH(QList<int>, rows);
    const auto inf = std::numeric_limits<double>::infinity();
    const data::Schema schema{{{"n", ColumnType::Int64},
                               {"x", ColumnType::Float64},
                               {"t", ColumnType::Text},
                               {"b", ColumnType::Bool},
                               {"d", ColumnType::Date},
                               {"at", ColumnType::Timestamp, true},
                               {"say \"n\" %", ColumnType::Int64},
                               {"größe", ColumnType::Decimal, false, 10, 1},
                               {"none", ColumnType::Null}}};
    const std::int64_t moment = (19'753 * 86'400LL + 13 * 3600 + 45 * 60) * 1'000'000;
    using I = std::int64_t;
    const Cells cells{{I{0}, 0.1, "Straße", true, I{19'753}, moment, I{7}, I{15}, {}},
                      {I{1}, notANumber, "", false, I{19'754}, moment + 1, I{8}, {}, {}},
                      {{}, {}, {}, {}, {}, {}, {}, {}, {}},
                      {I{9'007'199'254'740'993}, inf, "it's", true, I{20'000}, I{0}, {}, I{-1}, {}},
                      {I{-5}, -0.0, "Z\u00FCrich", {}, I{-1}, I{-1}, I{7}, {}, {}}};
    for (const std::int64_t rowsPerGroup : {1, 2, 100}) {
        testing::writeTable(path("small.parquet"), schema, cells, rowsPerGroup);
        QList<int> found;
        for (const std::int64_t row :
             rowsOf(filter(*data::Table::open(path("small.parquet")), expression.toStdString())))
            found << static_cast<int>(row);
        QCOMPARE(found, rows);
    }
}

void TestFilter::statisticsSkipRowGroupsWithoutChangingTheAnswer()
{
    Cells cells;
    for (std::int64_t i = 0; i < 1'000; ++i)
        cells.push_back({i / 100, i < 500 ? CellValue(notANumber) : CellValue(double(i))});
    testing::writeTable(path("steps.parquet"), {{{"n", ColumnType::Int64}, {"x", ColumnType::Float64}}},
                        cells, 100);
    const auto table = data::Table::open(path("steps.parquet"));
    QCOMPARE(filter(*table, "n = 4").size(), 100);
    QCOMPARE(filter(*table, "n = 4").row(0), 400);
    QCOMPARE(filter(*table, "n < 100").isAll(), true);
    QCOMPARE(filter(*table, "not (x >= 0)").size(), 500);
    QCOMPARE(filter(*table, "x >= 0").size(), 500);
    QCOMPARE(filter(*table, "n > 100").size(), 0);
}

void TestFilter::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("byte");
    QTest::addColumn<QString>("says");
    QTest::newRow("text against a number") << "n >= 'x'" << 5 << "whole numbers";
    QTest::newRow("number against text") << "n = 1 and t = 3" << 14 << "'abc'";
    QTest::newRow("number against a day") << "d = 3" << 4 << "2024-01-31";
    QTest::newRow("no such day") << "d = '2023-02-29'" << 4 << "2023-02-29";
    QTest::newRow("order of truth values") << "b < true" << 0 << "no order";
    QTest::newRow("contains on a number") << "n contains '3'" << 0 << "need text";
    QTest::newRow("number alone") << "n" << 0 << "no condition alone";
    QTest::newRow("nan of whole numbers") << "n is nan" << 0 << "never NaN";
    QTest::newRow("double quotes for a text") << "t = \"x\"" << 4 << "'x'";
    QTest::newRow("bare word for a text") << "t = x" << 4 << "'x'";
    QTest::newRow("equals null") << "t = null" << 4 << "is null";
    QTest::newRow("value first") << "3 < n" << 0 << "begins with a column";
    QTest::newRow("open quote") << "t = 'abc" << 4 << "no end";
    QTest::newRow("open parenthesis") << "(n = 1" << 0 << "not closed";
    QTest::newRow("spare parenthesis") << "n = 1)" << 5 << "closes nothing";
    QTest::newRow("nothing after and") << "n = 1 and" << 9 << "ends where";
    QTest::newRow("two conditions") << "n = 1 t = 'x'" << 6 << "joined";
    QTest::newRow("unknown character") << "n = 1 & t = 'x'" << 6 << "&";
    QTest::newRow("curly quotes") << "t = \u2018x\u2019" << 4 << "straight";
    QTest::newRow("like") << "t like '%x%'" << 2 << "contains";
    QTest::newRow("empty list") << "n in ()" << 6 << "value is missing";
    QTest::newRow("between without and") << "n between 1, 3" << 11 << "two values";
    QTest::newRow("half a number") << "n = 3x" << 4 << "no number";
    QTest::newRow("place counts bytes") << "größe = 'x'" << 10 << "numbers";
}

void TestFilter::refuses()
{
    QFETCH(QString, expression);
    QFETCH(int, byte);
    QFETCH(QString, says);
    const data::Schema schema{{{"n", ColumnType::Int64},
                               {"t", ColumnType::Text},
                               {"b", ColumnType::Bool},
                               {"d", ColumnType::Date},
                               {"größe", ColumnType::Float64}}};
    try {
        data::checkFilter(expression.toStdString(), schema);
        QFAIL("accepted");
    } catch (const base::Error& error) {
        QCOMPARE(error.code(), base::ErrorCode::BadFilter);
        QCOMPARE(error.place().byte.value_or(-1), byte);
        QVERIFY2(QString::fromStdString(error.message()).contains(says), error.what());
    }
}

void TestFilter::unknownColumnSuggestsTheNearest()
{
    const data::Schema schema{{{"price", ColumnType::Int64}, {"Größe", ColumnType::Int64}}};
    const auto message = [&](const char* expression) -> QString {
        try {
            data::checkFilter(expression, schema);
        } catch (const base::Error& error) {
            return error.code() == base::ErrorCode::UnknownColumn && error.place().byte == 6
                       ? QString::fromStdString(error.message())
                       : "another error";
        }
        return {};
    };
    QVERIFY(message("not ( prcie = 1)").contains("Did you mean \"price\"?"));
    QVERIFY(message("not ( GRÖSSE = 1)").contains("Did you mean \"Größe\"?"));
    QVERIFY(message("not ( weight = 1)").contains("The columns are \"price\", \"Größe\"."));
}

void TestFilter::emptyExpressionKeepsAll()
{
    testing::writeTable(path("all.parquet"), {{{"n", ColumnType::Int64}}},
                        {{std::int64_t{1}}, {CellValue{}}});
    const auto table = data::Table::open(path("all.parquet"));
    QVERIFY(filter(*table, "").isAll());
    QCOMPARE(filter(*table, " \t\n").size(), 2);
}

void TestFilter::deepNestingIsRefused()
{
    const data::Schema schema{{{"n", ColumnType::Int64}}};
    std::string deep = std::string(100'000, '(') + "n = 1" + std::string(100'000, ')');
    QVERIFY_EXCEPTION_THROWN(data::checkFilter(deep, schema), base::Error);
    deep.clear();
    for (int i = 0; i < 100'000; ++i)
        deep += "not ";
    QVERIFY_EXCEPTION_THROWN(data::checkFilter(deep + "n = 1", schema), base::Error);
}

void TestFilter::longChainsWork()
{
    testing::writeTable(path("chain.parquet"), {{{"n", ColumnType::Int64}}},
                        {{std::int64_t{1}}, {std::int64_t{2}}});
    std::string chain = "n = 0";
    for (int i = 0; i < 5'000; ++i)
        chain += " or n = " + std::to_string(i * 2);
    QCOMPARE(rowsOf(filter(*data::Table::open(path("chain.parquet")), chain)), std::vector<std::int64_t>{1});
}

void TestFilter::anyTextIsReadOrRefused()
{
    std::mt19937 random(12);
    const auto schema = testing::everyTypeSchema();
    const std::vector<std::string> pieces{"n",
                                          "x",
                                          " t ",
                                          "\"b\"",
                                          "'",
                                          "\"",
                                          "''",
                                          "(",
                                          ")",
                                          "and",
                                          " or ",
                                          " ",
                                          " not ",
                                          "is ",
                                          "null",
                                          " in ",
                                          ",",
                                          "=",
                                          "<",
                                          ">=",
                                          "!",
                                          "1",
                                          "-.5e-3",
                                          "1e",
                                          "'a'",
                                          "中",
                                          "\xC3",
                                          "\xFF",
                                          "true",
                                          "nan",
                                          " between ",
                                          " contains ",
                                          " starts with ",
                                          "'2024-01-31'",
                                          "99999999999999999999"};
    int read = 0;
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        for (std::size_t k = random() % 9; k > 0; --k)
            text += pieces[random() % pieces.size()];
        try {
            data::checkFilter(text, schema);
            ++read;
        } catch (const base::Error& error) {
            QVERIFY(error.code() == base::ErrorCode::BadFilter ||
                    error.code() == base::ErrorCode::UnknownColumn);
            QVERIFY2(error.place().byte && *error.place().byte <= static_cast<std::int64_t>(text.size()),
                     text.c_str());
        }
    }
    QVERIFY(read > 0);
}

void TestFilter::cancels()
{
    testing::writeTable(path("cancel.parquet"), {{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    const auto table = data::Table::open(path("cancel.parquet"));
    base::CancellationSource source;
    source.request();
    base::Progress progress;
    QVERIFY_EXCEPTION_THROWN(table->filter("n = 1", source.token(), progress), base::Error);
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/row_scroll.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace lepton;
using namespace lepton::ui;

class TestGridParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsACategoryFromAText()
    {
        data::Column column;
        column.type = data::ColumnType::Text;
        data::ColumnProfile profile;
        profile.rows = 100;
        profile.top = {{"good", 70}, {"bad", 30}};
        profile.distinct = 2;
        QCOMPARE(typeText(column, &profile), QStringLiteral("Category"));
        QCOMPARE(typeIcon(column, &profile), QStringLiteral("tag"));
        profile.distinct = 99; // nearly all are different
        QCOMPARE(typeText(column, &profile), QStringLiteral("Text"));
        QCOMPARE(typeIcon(column, &profile), QStringLiteral("text"));
        QCOMPARE(typeText(column, nullptr), QStringLiteral("Text"));
        column.type = data::ColumnType::Bool;
        QCOMPARE(typeText(column, &profile), QStringLiteral("Yes/no"));
    }

    void theBarReachesBothEnds_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::newRow("none") << qint64{0};
        QTest::newRow("fewer than fit") << qint64{5};
        QTest::newRow("one more than fit") << qint64{21};
        QTest::newRow("a million") << qint64{1'000'000};
        QTest::newRow("as many as the bar has steps") << qint64{1'000'000'020};
        QTest::newRow("four billion") << (qint64{1} << 32);
    }

    void theBarReachesBothEnds()
    {
        QFETCH(qint64, rows);
        RowScroll scroll;
        scroll.setRows(rows);
        scroll.setWholeRows(20);
        QCOMPARE(scroll.barValue(), 0);
        scroll.setTop(rows);
        QCOMPARE(scroll.top(), std::max<qint64>(0, rows - 20));
        QCOMPARE(scroll.barValue(), scroll.barMaximum());
        scroll.setTop(scroll.topForBar(0));
        QCOMPARE(scroll.top(), qint64{0});
        scroll.setTop(scroll.topForBar(scroll.barMaximum()));
        QCOMPARE(scroll.top(), std::max<qint64>(0, rows - 20));
    }

    void everyRowCanBeTheTopWhateverTheBarSays()
    {
        RowScroll scroll;
        scroll.setRows(std::int64_t{1} << 32);
        scroll.setWholeRows(20);
        for (const std::int64_t top : {1LL, 2LL, 999'999'999LL, 3'000'000'001LL, (1LL << 32) - 21}) {
            scroll.setTop(top);
            QCOMPARE(scroll.topForBar(scroll.barValue()), top); // the bar's own echo moves nothing
            QVERIFY(scroll.scrollBy(1));
            QCOMPARE(scroll.top(), top + 1);
        }
        scroll.setTop(0);
        std::int64_t before = -1;
        for (int value = 0; value <= RowScroll::barLimit(); value += 9'999'991) {
            const std::int64_t top = scroll.topForBar(value);
            QVERIFY(top > before);
            before = top;
        }
    }

    void movesNoFurtherThanNeeded()
    {
        RowScroll scroll;
        scroll.setRows(1'000);
        scroll.setWholeRows(20);
        QVERIFY(!scroll.ensureVisible(19));
        QVERIFY(scroll.ensureVisible(20));
        QCOMPARE(scroll.top(), std::int64_t{1});
        QVERIFY(scroll.ensureVisible(0));
        scroll.setTop(900);
        scroll.setRows(100);
        QCOMPARE(scroll.top(), std::int64_t{80});
    }

    void writesCells_data()
    {
        using data::CellValue;
        using data::ColumnType;
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<CellValue>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, ColumnType type, int decimals, const CellValue& value,
                            const char* text) {
            QTest::newRow(name) << static_cast<int>(type) << decimals << value << QString::fromUtf8(text);
        };
        row("grouped", ColumnType::Int64, 0, std::int64_t{1'234'567}, "1,234,567");
        row("smallest", ColumnType::Int64, 0, std::numeric_limits<std::int64_t>::min(),
            "-9,223,372,036,854,775,808");
        row("equal decimals", ColumnType::Float64, 2, 0.5, "0.50");
        row("too small for the decimals", ColumnType::Float64, 2, 1.5e-9, "1.5E-09");
        row("not a number", ColumnType::Float64, 2, std::nan(""), "NaN");
        row("exact decimal", ColumnType::Decimal, 0, std::string("-1234567.80"), "-1,234,567.80");
        row("day", ColumnType::Date, 0, std::int64_t{19'723}, "2024-01-01");
        row("one line", ColumnType::Text, 0, std::string("a\nb\tc"), "a b c");
        row("truth", ColumnType::Bool, 0, true, "true");
    }

    void writesCells()
    {
        QFETCH(int, type);
        QFETCH(int, decimals);
        QFETCH(data::CellValue, value);
        QFETCH(QString, text);
        data::Column column{"c", static_cast<data::ColumnType>(type)};
        column.precision = 20;
        column.scale = 2;
        const CellFormat format(column, QLocale(QLocale::English, QLocale::UnitedStates), decimals, true);
        QCOMPARE(format(value).text, text);
        QVERIFY(!format(value).missing);
        QVERIFY(format(data::CellValue()).missing);
    }

    void cutsLongTextBetweenCharacters()
    {
        const CellFormat format({"c", data::ColumnType::Text}, QLocale::c(), 0, true);
        std::string emoji;
        for (int i = 0; i < 100'000; ++i)
            emoji += "😀";
        const CellText cell = format(emoji);
        QVERIFY(cell.cut);
        QVERIFY(cell.text.size() <= maxCellUnits);
        QVERIFY(cell.text.isValidUtf16());
        QVERIFY(!format(std::string("short")).cut);
    }

    void choosesDecimalsThatShowTheSample()
    {
        const std::vector<data::CellValue> values{1.0, 0.25, data::CellValue(), 17.5};
        QCOMPARE(decimalsOf(values), 2);
        const std::vector<data::CellValue> thirds{1.0 / 3};
        QCOMPARE(decimalsOf(thirds), 6);
        const std::vector<data::CellValue> whole{3.0, 1e12};
        QCOMPARE(decimalsOf(whole), 0);
    }
};

QTEST_GUILESS_MAIN(TestGridParts)
#include "tst_grid_parts.moc"

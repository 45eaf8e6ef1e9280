// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include <QtTest>

using namespace lepton;
using testing::ImportFixture;

namespace {

/// What columns are read as.
class TestImportTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNarrowestType_data();
    void findsTheNarrowestType();
    void keepsWhatADoubleCannotHold();
    void startsAgainWhenALateRowDoesNotFit_data();
    void startsAgainWhenALateRowDoesNotFit();
    void takesStatedTypes_data();
    void takesStatedTypes();
    void namesTheCellThatDoesNotFitAStatedType();
    void leavesOutRowsThatDoNotFitAStatedType();
    void refusesATypeForAnUnknownColumn();
    void takesStatedWordsAsMissing();
    void takesStatedWordsAsMissingInTexts_data();
    void takesStatedWordsAsMissingInTexts();
    void remembersHowTheFileWasWritten();
};

void TestImportTypes::findsTheNarrowestType_data()
{
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("type");
    QTest::newRow("integers") << "1 -5 0"
                              << "int64";
    QTest::newRow("quoted integers") << "\"1\" \"2\" 3"
                                     << "int64";
    QTest::newRow("integers and decimals") << "1 2.5 3"
                                           << "float64";
    QTest::newRow("negative zero keeps its sign") << "1 -0 3"
                                                  << "float64";
    QTest::newRow("plus signs alone may be phone numbers") << "+49 +1 7"
                                                           << "text";
    QTest::newRow("leading zero in a decimal") << "00.5 1.5 2.5"
                                               << "text";
    QTest::newRow("NaN among integers") << "1 NaN 3"
                                        << "float64";
    QTest::newRow("NaN alone is a word") << "NaN nan nan"
                                         << "text";
    QTest::newRow("NA alone is a word") << "NA NA NA"
                                        << "text";
    QTest::newRow("integers beyond 2^53 with decimals") << "9007199254740993 1.5 2"
                                                        << "text";
    QTest::newRow("truth values") << "true FALSE True"
                                  << "bool";
    QTest::newRow("truth values and numbers") << "true 1 0"
                                              << "text";
    QTest::newRow("days") << "2024-02-29 0001-01-01 NA"
                          << "date";
    QTest::newRow("days and times") << "2024-02-29 2024-02-29T10:00 2024-03-01"
                                    << "text";
    QTest::newRow("times") << "2024-02-29T10:00 2024-02-29T10:00:01.5 2024-02-29T23:59:59.123456"
                           << "timestamp";
    QTest::newRow("finer than microseconds")
        << "2024-02-29T10:00:00.1234567 2024-02-29T10:00 2024-02-29T10:01"
        << "text";
    QTest::newRow("with and without a zone") << "2024-02-29T10:00Z 2024-02-29T10:00 2024-02-29T10:01"
                                             << "text";
    QTest::newRow("no such hour") << "2024-02-29T24:00 2024-02-29T10:00 2024-02-29T10:01"
                                  << "text";
    QTest::newRow("hexadecimal") << "0x10 0x11 0x12"
                                 << "text";
    QTest::newRow("exponents") << "1e5 2E-3 3"
                               << "float64";
    QTest::newRow("below the least double") << "1e-400 1.5 2"
                                            << "text";
}

void TestImportTypes::findsTheNarrowestType()
{
    QFETCH(QString, values);
    QFETCH(QString, type);
    ImportFixture fixture;
    const auto table = fixture.importBytes(("v,w\n" + values.split(' ').join(",x\n") + ",x\n").toStdString());
    QCOMPARE(ImportFixture::types(table.schema), type.toStdString() + ",text");
    QCOMPARE(table.rows, 3);
    if (type == "text") {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fixture.rows()[static_cast<std::size_t>(i)][0], values.split(' ')[i].toStdString());
    }
}

void TestImportTypes::keepsWhatADoubleCannotHold()
{
    ImportFixture fixture;
    // 0.1 + 0.2 as programs print it, and the first digits of what 0.1 really is: both come from doubles.
    auto table = fixture.importBytes("a\n0.30000000000000004\n0.10000000000000000555\n");
    QCOMPARE(ImportFixture::types(table.schema), "float64");
    // Digits of pi that no double holds.
    table = fixture.importBytes("a\n3.14159265358979323846\n1.5\n");
    QCOMPARE(ImportFixture::types(table.schema), "text");
    QCOMPARE(fixture.rows()[0][0], "3.14159265358979323846");
}

void TestImportTypes::startsAgainWhenALateRowDoesNotFit_data()
{
    QTest::addColumn<QString>("early");
    QTest::addColumn<QString>("late");
    QTest::addColumn<QString>("type");
    QTest::newRow("a decimal") << "7"
                               << "7.5"
                               << "float64";
    QTest::newRow("a word") << "7"
                            << "seven"
                            << "text";
    QTest::newRow("an id with a leading zero") << "7"
                                               << "007"
                                               << "text";
    QTest::newRow("a number after nothing") << ""
                                            << "7"
                                            << "int64";
    QTest::newRow("a number after NA") << "NA"
                                       << "7"
                                       << "int64";
    QTest::newRow("a word after a day") << "2024-01-31"
                                        << "later"
                                        << "text";
    QTest::newRow("a word after a truth value") << "true"
                                                << "maybe"
                                                << "text";
}

void TestImportTypes::startsAgainWhenALateRowDoesNotFit()
{
    QFETCH(QString, early);
    QFETCH(QString, late);
    QFETCH(QString, type);
    std::string bytes = "id,v\n";
    const int rows = 40'000;
    for (int i = 0; i < rows; ++i)
        bytes += std::to_string(i) + "," + (i == rows - 1 ? late : early).toStdString() + "\n";
    ImportFixture fixture;
    const auto table = fixture.importBytes(bytes);
    QCOMPARE(ImportFixture::types(table.schema), "int64," + type.toStdString());
    QCOMPARE(table.rows, rows);
    QCOMPARE(fixture.rows().back()[1], late.toStdString());
    const std::string first = fixture.rows().front()[1];
    if (type == "text")
        QCOMPARE(first, early.toStdString());
    else
        QCOMPARE(first, early == "7" ? "7.0" : "<missing>");
}

void TestImportTypes::takesStatedTypes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("cell");
    using data::ColumnType;
    QTest::newRow("text") << int(ColumnType::Text) << "7"
                          << "7";
    QTest::newRow("integer with zeros") << int(ColumnType::Int64) << "007"
                                        << "7";
    QTest::newRow("float") << int(ColumnType::Float64) << "7"
                           << "7.0";
    QTest::newRow("truth value") << int(ColumnType::Bool) << "yes"
                                 << "true";
    QTest::newRow("decimal") << int(ColumnType::Decimal) << "-12.5"
                             << "-12.50";
    QTest::newRow("time") << int(ColumnType::Time) << "23:59:30"
                          << "23:59:30";
    QTest::newRow("missing word") << int(ColumnType::Time) << "NA"
                                  << "<missing>";
}

void TestImportTypes::takesStatedTypes()
{
    QFETCH(int, type);
    QFETCH(QString, value);
    QFETCH(QString, cell);
    data::ReadOptions options;
    options.types["v"] = {"v", static_cast<data::ColumnType>(type), false, 10, 2};
    ImportFixture fixture;
    const auto table = fixture.importBytes(("v,n\n" + value + ",1\n").toStdString(), options);
    QCOMPARE(table.schema.columns[0].type, static_cast<data::ColumnType>(type));
    QCOMPARE(fixture.rows()[0][0], cell.toStdString());
}

void TestImportTypes::namesTheCellThatDoesNotFitAStatedType()
{
    data::ReadOptions options;
    options.types["v"] = {"v", data::ColumnType::Int64};
    ImportFixture fixture;
    const auto error = fixture.errorFor("k,v\na,1\nb,two\nc,3\n", options);
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("bad_value"));
    QCOMPARE(error->place().row, 3);
    QCOMPARE(error->place().column, "v");
    QCOMPARE(error->place().byte, 10);
    QVERIFY(error->message().find("two") != std::string::npos);
    const auto large = fixture.errorFor("k,v\na,99999999999999999999\n", options);
    QVERIFY(large);
    QCOMPARE(large->kind(), std::string_view("number_out_of_range"));
}

void TestImportTypes::leavesOutRowsThatDoNotFitAStatedType()
{
    data::ReadOptions options;
    options.types["v"] = {"v", data::ColumnType::Date};
    options.badRows = data::BadRows::Skip;
    ImportFixture fixture;
    const auto table = fixture.importBytes("k,v\na,2024-01-01\nb,soon\nc,d,e\nd,2024-01-02\n", options);
    QCOMPARE(table.rows, 2);
    QCOMPARE(table.skippedRowCount, 2);
    QCOMPARE(table.skippedRows[0].place.row, 3);
    QCOMPARE(table.skippedRows[0].kind, base::ErrorCode::BadValue);
    QCOMPARE(table.skippedRows[0].cell, "soon");
    QCOMPARE(table.skippedRows[1].place.row, 4);
    QCOMPARE(table.skippedRows[1].kind, base::ErrorCode::RaggedRow);
    QCOMPARE(fixture.rows()[1], (std::vector<std::string>{"d", "2024-01-02"}));
}

void TestImportTypes::refusesATypeForAnUnknownColumn()
{
    data::ReadOptions options;
    options.types["w"] = {"w", data::ColumnType::Text};
    ImportFixture fixture;
    const auto error = fixture.errorFor("v\n1\n", options);
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("unknown_column"));
    QVERIFY(error->message().find("The file has: v.") != std::string::npos);
}

void TestImportTypes::takesStatedWordsAsMissing()
{
    data::ReadOptions options;
    options.nulls = std::vector<std::string>{"?", "-"};
    ImportFixture fixture;
    auto table = fixture.importBytes("age,w\n29,x\n?,y\n-,z\n", options);
    QCOMPARE(ImportFixture::types(table.schema), "int64,text");
    QCOMPARE(table.profile.columns[0].missing, 2);
    // Other words are no longer missing then.
    table = fixture.importBytes("age,w\n29,x\nNA,y\n", options);
    QCOMPARE(ImportFixture::types(table.schema), "text,text");
}

void TestImportTypes::takesStatedWordsAsMissingInTexts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("CSV") << QByteArray("w,n\nNA,1\nnone,2\nAnn,3\n,4\nna,5\n");
    QTest::newRow("CSV in quotes") << QByteArray(
        "\"w\",\"n\"\n\"NA\",1\n\"none\",2\n\"Ann\",3\n,4\n\"na\",5\n");
    QTest::newRow("JSON Lines") << QByteArray(
        "{\"w\":\"NA\",\"n\":1}\n{\"w\":\"none\",\"n\":2}\n{\"w\":\"Ann\",\"n\":3}\n"
        "{\"w\":null,\"n\":4}\n{\"w\":\"na\",\"n\":5}\n");
}

void TestImportTypes::takesStatedWordsAsMissingInTexts()
{
    QFETCH(QByteArray, file);
    data::ReadOptions options;
    options.nulls = std::vector<std::string>{"NA", "none"};
    ImportFixture fixture;
    auto table = fixture.importBytes(file.toStdString(), options);
    QCOMPARE(ImportFixture::types(table.schema), "text,int64");
    QCOMPARE(table.profile.columns[0].missing, 3);
    QCOMPARE(table.notices.at(0).kind, data::NoticeKind::MissingWords);
    QCOMPARE(table.notices.at(0).column, "w");
    QCOMPARE(table.notices.at(0).number, 2);
    // Nothing stated: a word in a column of words is a word.
    table = fixture.importBytes(file.toStdString(), {});
    QCOMPARE(table.profile.columns[0].missing, 1);
}

void TestImportTypes::remembersHowTheFileWasWritten()
{
    ImportFixture fixture;
    const auto table =
        fixture.importBytes("\xEF\xBB\xBF\"a\";\"b\";\"c\"\r\n1,50;\"x\";1\r\n2,25;\"y\";2.0", {});
    QVERIFY(table.csvStyle);
    const data::CsvStyle& style = *table.csvStyle;
    QCOMPARE(style.delimiter, ';');
    QVERIFY(style.byteOrderMark);
    QVERIFY(style.crlf);
    QVERIFY(!style.finalNewline);
    QVERIFY(style.quotedHeader);
    QCOMPARE(style.quotedColumns, (std::vector<bool>{false, true, false}));
    QCOMPARE(style.decimals[0], 2);
    QCOMPARE(style.decimals[2], data::CsvStyle::shortest);
    QCOMPARE(style.decimalMark, ',');
}

} // namespace

QTEST_GUILESS_MAIN(TestImportTypes)
#include "tst_import_types.moc"

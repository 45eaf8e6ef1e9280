// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "base/cancellation.h"

#include <QtTest>
#include <arrow/array/builder_binary.h>
#include <arrow/array/builder_dict.h>
#include <arrow/array/builder_nested.h>
#include <arrow/array/builder_primitive.h>
#include <arrow/array/builder_time.h>
#include <arrow/io/file.h>
#include <arrow/table.h>
#include <parquet/arrow/writer.h>

using namespace lepton;
using testing::ImportFixture;
using Row = std::vector<std::string>;

namespace {

template <class Builder, class... Values>
std::shared_ptr<arrow::Array> arrayOf(Builder& builder, Values... values)
{
    (void)(builder.Append(values).ok() && ...);
    (void)builder.AppendNull().ok();
    return builder.Finish().ValueOrDie();
}

/// JSON Lines and Parquet.
class TestImportFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJsonLines();
    void readsKeysThatComeLate();
    void tellsJsonLinesByABrokenFirstLine_data();
    void tellsJsonLinesByABrokenFirstLine();
    void tellsJsonLinesByAFirstLineLongerThanTheSample();
    void refusesBadJson_data();
    void refusesBadJson();
    void skipsBadJson();
    void refusesAJsonDocument();
    void readsParquetOfOtherPrograms();
    void refusesWhatParquetCannotKeep_data();
    void refusesWhatParquetCannotKeep();
    void keepsLargeUnsignedNumbers();
    void refusesADamagedParquetFile();
    void comesBackFromItsOwnParquet();

private:
    std::filesystem::path writeParquet(const arrow::FieldVector& fields, const arrow::ArrayVector& arrays);

    ImportFixture m_fixture;
};

void TestImportFormats::readsJsonLines()
{
    const auto table = m_fixture.importBytes("{\"id\": 1, \"name\": \"Zo\\u00eb \\ud83d\\ude00\", \"x\": "
                                             "1.5, \"ok\": true, \"day\": \"2024-01-31\", \"code\": "
                                             "\"007\"}\n\n"
                                             "{\"id\": 2, \"name\": \"\", \"x\": null, \"ok\": false, "
                                             "\"day\": \"2024-02-29\", \"code\": \"5\", \"more\": "
                                             "{\"a\": [1, 2]}}\r\n"
                                             "  {\"name\": \"NA\", \"id\": 3}");
    QCOMPARE(table.detected.format, data::FileFormat::JsonLines);
    QCOMPARE(ImportFixture::types(table.schema), "int64,text,float64,bool,date,text,text");
    QCOMPARE(m_fixture.rows(),
             (ImportFixture::Rows{
                 {"1", "Zoë 😀", "1.5", "true", "2024-01-31", "007", "<missing>"},
                 {"2", "", "<missing>", "false", "2024-02-29", "5", "{\"a\": [1, 2]}"},
                 {"3", "NA", "<missing>", "<missing>", "<missing>", "<missing>", "<missing>"},
             }));
}

void TestImportFormats::readsKeysThatComeLate()
{
    std::string bytes;
    for (int i = 0; i < 40'000; ++i)
        bytes += "{\"id\": " + std::to_string(i) + (i == 39'999 ? ", \"late\": \"x\"" : "") + "}\n";
    const auto table = m_fixture.importBytes(bytes);
    QCOMPARE(ImportFixture::types(table.schema), "int64,text");
    QCOMPARE(table.profile.columns[1].missing, 39'999);
    QCOMPARE(m_fixture.rows().back(), (Row{"39999", "x"}));
}

void TestImportFormats::tellsJsonLinesByABrokenFirstLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("NaN") << QByteArray("{\"a\": NaN}");
    QTest::newRow("leading zero") << QByteArray("{ \"a\" : 007}");
    QTest::newRow("half a surrogate pair") << QByteArray("{\"a\\\"b\": \"\\ud83d\"}");
    QTest::newRow("two objects in a line") << QByteArray("{\"a\": 1} {\"a\": 2}");
    QTest::newRow("cut") << QByteArray("{\"a\": 1, \"b");
    QTest::newRow("an object over several lines") << QByteArray("{\"a\": 1,\n\"b\": 2}");
    QTest::newRow("too deep") << QByteArray("{\"a\": " + QByteArray(100000, '[') + QByteArray(100000, ']') +
                                            "}");
}

void TestImportFormats::tellsJsonLinesByABrokenFirstLine()
{
    QFETCH(QByteArray, line);
    const auto error = m_fixture.errorFor(line.toStdString() + "\n{\"a\": 1}\n");
    QVERIFY2(error, "imported as a table whose header is the broken line");
    QCOMPARE(error->kind(), std::string_view("bad_json"));
    QCOMPARE(error->place().row, 1);
}

void TestImportFormats::tellsJsonLinesByAFirstLineLongerThanTheSample()
{
    const auto table =
        m_fixture.importBytes("{\"a\": \"" + std::string(3'000'000, 'x') + "\"}\n{\"a\": \"y\"}\n");
    QCOMPARE(table.detected.format, data::FileFormat::JsonLines);
    QCOMPARE(table.rows, 2);
}

void TestImportFormats::refusesBadJson_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("byte");
    QTest::newRow("no object") << QByteArray("[1]") << 0;
    QTest::newRow("cut") << QByteArray("{\"a\": 1") << 7;
    QTest::newRow("single quotes") << QByteArray("{'a': 1}") << 1;
    QTest::newRow("leading zero") << QByteArray("{\"a\": 01}") << 7;
    QTest::newRow("half a surrogate pair") << QByteArray("{\"a\": \"\\ud83d\"}") << 13;
    QTest::newRow("a key twice") << QByteArray("{\"a\": 1, \"a\": 2}") << 9;
    QTest::newRow("more after the object") << QByteArray("{\"a\": 1} x") << 9;
    QTest::newRow("NaN") << QByteArray("{\"a\": NaN}") << 6;
    QTest::newRow("too deep") << QByteArray("{\"a\": " + QByteArray(1000, '[') + "}") << 263;
}

void TestImportFormats::refusesBadJson()
{
    QFETCH(QByteArray, line);
    QFETCH(int, byte);
    const std::string first = "{\"a\": 0}\n";
    const auto error = m_fixture.errorFor(first + line.toStdString() + "\n");
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("bad_json"));
    QCOMPARE(error->place().row, 2);
    QCOMPARE(error->place().line, 2);
    QCOMPARE(error->place().byte, static_cast<std::int64_t>(first.size()) + byte);
}

void TestImportFormats::skipsBadJson()
{
    data::ReadOptions options;
    options.badRows = data::BadRows::Skip;
    const auto table = m_fixture.importBytes("{\"a\": 1}\nnonsense\n{\"a\": 2}\n", options);
    QCOMPARE(table.rows, 2);
    QCOMPARE(table.skippedRows.at(0).place.line, 2);
    QCOMPARE(table.skippedRows.at(0).fields, Row{"nonsense"});
}

void TestImportFormats::refusesAJsonDocument()
{
    for (const char* document : {"[{\"a\": 1}, {\"a\": 2}]", "{\n  \"a\": 1\n}\n"}) {
        const auto error = m_fixture.errorFor(document);
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("unsupported"));
    }
}

std::filesystem::path TestImportFormats::writeParquet(const arrow::FieldVector& fields,
                                                      const arrow::ArrayVector& arrays)
{
    const auto file = m_fixture.write("", "other.bin");
    const auto table = arrow::Table::Make(arrow::schema(fields), arrays);
    const auto output = arrow::io::FileOutputStream::Open(file.string()).ValueOrDie();
    const auto properties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
    const auto version =
        parquet::WriterProperties::Builder().version(parquet::ParquetVersion::PARQUET_2_6)->build();
    const auto status =
        parquet::arrow::WriteTable(*table, arrow::default_memory_pool(), output, 1000, version, properties);
    if (!status.ok() || !output->Close().ok())
        qFatal("cannot write a Parquet file: %s", status.ToString().c_str());
    return file;
}

void TestImportFormats::readsParquetOfOtherPrograms()
{
    arrow::Int8Builder small;
    arrow::UInt64Builder large;
    arrow::FloatBuilder floats;
    arrow::StringDictionaryBuilder words;
    arrow::TimestampBuilder times(arrow::timestamp(arrow::TimeUnit::NANO, "Europe/Berlin"),
                                  arrow::default_memory_pool());
    const auto numbers = std::make_shared<arrow::Int64Builder>();
    arrow::ListBuilder lists(arrow::default_memory_pool(), numbers);
    (void)lists.Append().ok();
    (void)numbers->AppendValues({1, 2}).ok();
    (void)lists.AppendNull().ok();
    const arrow::ArrayVector arrays{arrayOf(small, std::int8_t{-5}),
                                    arrayOf(large, std::uint64_t{7}),
                                    arrayOf(floats, 0.5f),
                                    arrayOf(words, "word"),
                                    arrayOf(times, std::int64_t{1'500'000}),
                                    lists.Finish().ValueOrDie()};
    arrow::FieldVector fields;
    const char* names[] = {"small", "large", "float", "word", "time", "list"};
    for (std::size_t i = 0; i < arrays.size(); ++i)
        fields.push_back(arrow::field(names[i], arrays[i]->type()));
    const auto table = m_fixture.import(writeParquet(fields, arrays));
    QCOMPARE(table.detected.format, data::FileFormat::Parquet);
    QCOMPARE(ImportFixture::types(table.schema), "int64,int64,float64,text,timestamp,text");
    QVERIFY(table.schema.columns[4].utc);
    QCOMPARE(m_fixture.rows()[0], (Row{"-5", "7", "0.5", "word", "1970-01-01T00:00:00.001500Z", "[1,2]"}));
    QCOMPARE(m_fixture.rows()[1], Row(6, "<missing>"));
    QCOMPARE(table.notices.size(), std::size_t{1});
    QCOMPARE(table.notices[0].kind, data::NoticeKind::NestedAsJson);
    QCOMPARE(table.notices[0].column, "list");
}

void TestImportFormats::refusesWhatParquetCannotKeep_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("nanoseconds") << 0;
    QTest::newRow("bytes") << 1;
    QTest::newRow("text that is no UTF-8") << 2;
}

void TestImportFormats::refusesWhatParquetCannotKeep()
{
    QFETCH(int, which);
    arrow::TimestampBuilder times(arrow::timestamp(arrow::TimeUnit::NANO), arrow::default_memory_pool());
    arrow::BinaryBuilder bytes;
    arrow::StringBuilder texts;
    const auto array = which == 0   ? arrayOf(times, std::int64_t{1000}, std::int64_t{1'000'001})
                       : which == 1 ? arrayOf(bytes, "x")
                                    : arrayOf(texts, "fine", "\xFF");
    const auto file = writeParquet({arrow::field("col", array->type())}, {array});
    try {
        m_fixture.import(file);
        QFAIL("the file was imported");
    } catch (const base::Error& error) {
        QCOMPARE(error.kind(), std::string_view(which == 2 ? "bad_encoding" : "unsupported"));
        QVERIFY2(error.message().find("'col'") != std::string::npos, error.what());
        if (which != 1)
            QCOMPARE(error.place().row, 2);
    }
}

void TestImportFormats::keepsLargeUnsignedNumbers()
{
    arrow::UInt64Builder builder;
    const auto array = arrayOf(builder, std::uint64_t{1}, ~std::uint64_t{0});
    const auto table = m_fixture.import(writeParquet({arrow::field("n", array->type())}, {array}));
    QCOMPARE(ImportFixture::types(table.schema), "decimal");
    QCOMPARE(m_fixture.rows()[1][0], "18446744073709551615");
}

void TestImportFormats::refusesADamagedParquetFile()
{
    for (const char* bytes : {"PAR1", "PAR1xxxxPAR1", "PAR1 is how this text begins"}) {
        const auto error = m_fixture.errorFor(bytes);
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("bad_parquet"));
    }
}

void TestImportFormats::comesBackFromItsOwnParquet()
{
    data::ReadOptions options;
    options.types["d"] = {"d", data::ColumnType::Decimal, false, 12, 3};
    options.types["t"] = {"t", data::ColumnType::Time};
    const auto first =
        m_fixture.importBytes("i,x,s,d,t,z,w,e\n1,1.5,a,2.125,10:00,2024-01-01T00:00Z,2024-01-01T00:00,\n"
                              "2,nan,\"\",-0.001,23:59:59.5,2024-01-01T00:00+01:00,2024-01-01T01:00,\n",
                              options);
    QCOMPARE(ImportFixture::types(first.schema), "int64,float64,text,decimal,time,timestamp,timestamp,null");
    const auto rows = m_fixture.rows();
    const auto second = m_fixture.import(m_fixture.target());
    QVERIFY(second.schema == first.schema);
    QCOMPARE(second.contentHash, first.contentHash);
    QCOMPARE(m_fixture.rows(), rows);
}

} // namespace

QTEST_GUILESS_MAIN(TestImportFormats)
#include "tst_import_formats.moc"

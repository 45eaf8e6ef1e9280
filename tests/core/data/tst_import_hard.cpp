// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"
#include "support/error_of.h"
#include "support/sample_csv.h"

#include "base/cancellation.h"
#include "base/progress.h"

#include <QtTest>
#include <nlohmann/json.hpp>
#include <zlib.h>
#include <zstd.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace lepton;
using testing::ImportFixture;
using Row = std::vector<std::string>;

namespace {

std::string gzip(const std::string& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(compressBound(bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(const std::string& bytes)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
    return out;
}

std::string utf16(const std::u16string& text)
{
    std::string bytes = "\xFF\xFE";
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    return bytes;
}

/// Files that break importers.
class TestImportHard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesTheEncodingWhereTheTextBegins();
    void refusesOneByteEncodingsWithTheirPlace();
    void refusesWhatIsNoFile();
    void refusesEmptyFiles_data();
    void refusesEmptyFiles();
    void readsCompressedFiles();
    void refusesDamagedCompression_data();
    void refusesDamagedCompression();
    void refusesDamagedUtf16_data();
    void refusesDamagedUtf16();
    void findsUtf16WithoutAMark();
    void findsBytesInOtherEncodings();
    void countsTheFieldsOfARaggedRow_data();
    void countsTheFieldsOfARaggedRow();
    void saysThatATextIsNotUtf8();
    void keepsWhatNoticesSpeakOf();
    void skipsRowsThatCannotBeRead();
    void losesOneLineToAnUnclosedQuote();
    void readsALargeCell();
    void readsAHugeQuotedFieldWithLineEnds();
    void readsManyColumns();
    void readsOneColumnOfSentences();
    void readsWithoutAHeader();
    void hashesContentAlone();
    void leavesNothingBehindWhenItFails();
    void stopsWhenCancelled();
    void refusesAnUnusableDelimiter();
    void previewsTheBeginning();
    void scansTheWholeFile();
};

void TestImportHard::refusesWhatIsNoFile()
{
    ImportFixture fixture;
    const auto folder = fixture.folder();
    const auto kind = [&](const char* name) {
        return QString::fromLatin1(testing::kindOf([&] { fixture.import(folder / name); }));
    };
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    std::filesystem::create_directory(folder / "folder");
    std::filesystem::create_symlink("b", folder / "a");
    std::filesystem::create_symlink("a", folder / "b");
    QCOMPARE(kind("pipe"), "invalid_argument");
    QCOMPARE(kind("folder"), "invalid_argument");
    QCOMPARE(kind("missing"), "not_found");
    QCOMPARE(kind("a"), "invalid_argument");
}

void TestImportHard::refusesEmptyFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("line ends alone") << QByteArray("\n\r\n\n");
    QTest::newRow("a byte order mark alone") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("a UTF-16 mark alone") << QByteArray("\xFF\xFE");
    QTest::newRow("compressed nothing") << QByteArray::fromStdString(gzip(""));
    QTest::newRow("many blank lines") << QByteArray(5000, '\n');
}

void TestImportHard::refusesEmptyFiles()
{
    QFETCH(QByteArray, bytes);
    ImportFixture fixture;
    const auto error = fixture.errorFor(bytes.toStdString());
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("empty_file"));
}

void TestImportHard::readsCompressedFiles()
{
    std::string text = "id,name\n";
    for (int i = 0; i < 50'000; ++i)
        text += std::to_string(i) + ",Zo\xC3\xAB\n";
    ImportFixture fixture;
    const auto plain = fixture.importBytes(text);
    const auto zipped = fixture.importBytes(gzip(text.substr(0, 100'000)) + gzip(text.substr(100'000)));
    QCOMPARE(zipped.detected.compression, "gzip");
    QCOMPARE(zipped.contentHash, plain.contentHash);
    const auto zstandard = fixture.importBytes(zstd(text.substr(0, 100'000)) + zstd(text.substr(100'000)));
    QCOMPARE(zstandard.detected.compression, "zstd");
    QCOMPARE(zstandard.contentHash, plain.contentHash);
    QVERIFY(zipped.fileHash != plain.fileHash);
    // The place of an error is that in the decompressed text, and the message says so.
    const auto error = fixture.errorFor(gzip("a,b\n1,2\n1,2,3\n"));
    QVERIFY(error);
    QCOMPARE(error->place().byte, 8);
    QVERIFY(error->message().find("decompressed") != std::string::npos);
}

void TestImportHard::refusesDamagedCompression_data()
{
    QTest::addColumn<QByteArray>("bytes");
    std::string text = "id\n";
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i * 7919) + "\n";
    const std::string zipped = gzip(text);
    const std::string zstandard = zstd(text);
    QTest::newRow("cut gzip") << QByteArray::fromStdString(zipped.substr(0, zipped.size() / 2));
    QTest::newRow("gzip without its checksum")
        << QByteArray::fromStdString(zipped.substr(0, zipped.size() - 4));
    QTest::newRow("garbage after gzip") << QByteArray::fromStdString(zipped + "garbage");
    QTest::newRow("cut zstd") << QByteArray::fromStdString(zstandard.substr(0, zstandard.size() / 2));
    QTest::newRow("zstd magic and garbage") << QByteArray("\x28\xB5\x2F\xFDgarbage garbage garbage");
    std::string flipped = zipped;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
    QTest::newRow("a changed byte") << QByteArray::fromStdString(flipped);
}

void TestImportHard::refusesDamagedCompression()
{
    QFETCH(QByteArray, bytes);
    ImportFixture fixture;
    const auto error = fixture.errorFor(bytes.toStdString());
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("bad_compression"));
}

void TestImportHard::refusesDamagedUtf16_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("byte");
    QTest::newRow("odd length") << QByteArray::fromStdString(utf16(u"id,t\n1,ab") + "x") << 2 << 20;
    QTest::newRow("lone lead surrogate")
        << QByteArray::fromStdString(utf16(std::u16string(u"id,t\n1,a") + char16_t(0xD83D) + u"b\n2,c\n"))
        << 2 << 18;
    QTest::newRow("lone trail surrogate")
        << QByteArray::fromStdString(utf16(std::u16string(u"id,t\n1,\u00E9") + char16_t(0xDE00) + u"\n")) << 2
        << 18;
}

void TestImportHard::refusesDamagedUtf16()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, row);
    QFETCH(int, byte);
    ImportFixture fixture;
    const auto error = fixture.errorFor(bytes.toStdString());
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("bad_encoding"));
    QCOMPARE(error->place().row, row);
    QCOMPARE(error->place().column, "t");
    QCOMPARE(error->place().byte, byte);
}

void TestImportHard::findsUtf16WithoutAMark()
{
    ImportFixture fixture;
    const auto table = fixture.importBytes(utf16(u"id,name\n1,Zoë\n2,李雷\n").substr(2));
    QCOMPARE(table.detected.encoding, "utf-16le");
    QCOMPARE(fixture.rows()[1], (Row{"2", "李雷"}));
    QVERIFY(!table.notices.empty());
}

void TestImportHard::findsBytesInOtherEncodings()
{
    // A ragged row after multi-byte characters: its byte is that in the file, not in the decoded text.
    data::ReadOptions options;
    options.encoding = "gb18030";
    ImportFixture fixture;
    std::string bytes = "id,t\n";
    for (int i = 0; i < 5000; ++i)
        bytes += "1,\xB1\xB1\xBE\xA9\x81\x30\x81\x30\n";
    const std::size_t ragged = bytes.size();
    bytes += "2,\xB1\xB1,3\n";
    const auto error = fixture.errorFor(bytes, options);
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("ragged_row"));
    QCOMPARE(error->place().row, 5002);
    QCOMPARE(error->place().byte, static_cast<std::int64_t>(ragged));

    const auto bad = fixture.errorFor("id,t\n1,\xB1\xB1\xFF x\n", options);
    QVERIFY(bad);
    QCOMPARE(bad->kind(), std::string_view("bad_encoding"));
    QCOMPARE(bad->place().byte, 9);

    options.encoding = "klingon";
    const auto unknown = fixture.errorFor("a\n1\n", options);
    QVERIFY(unknown);
    QCOMPARE(unknown->kind(), std::string_view("unknown_encoding"));
}

void TestImportHard::countsTheFieldsOfARaggedRow_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("one field") << QByteArray("a,b\n1\n") << "there is 1 field where the table has 2 columns.";
    QTest::newRow("one column") << QByteArray("a\n1,2\n")
                                << "there are 2 fields where the table has 1 column.";
    QTest::newRow("more") << QByteArray("a,b\n1,2,3\n")
                          << "there are 3 fields where the table has 2 columns.";
}

void TestImportHard::countsTheFieldsOfARaggedRow()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    data::ReadOptions options;
    options.delimiter = ',';
    ImportFixture fixture;
    const auto error = fixture.errorFor(file.toStdString(), options);
    QVERIFY(error);
    QVERIFY2(QString::fromStdString(error->message()).contains(words), error->what());
}

void TestImportHard::saysThatATextIsNotUtf8()
{
    ImportFixture fixture;
    // "id,城市" and "1,北京" in GB18030
    const auto table = fixture.importBytes("id,\xB3\xC7\xCA\xD0\n1,\xB1\xB1\xBE\xA9\n2,\xC9\xCF\xBA\xA3\n");
    QCOMPARE(table.detected.encoding, "gb18030");
    QCOMPARE(table.notices.size(), std::size_t{1});
    QCOMPARE(table.notices[0].kind, data::NoticeKind::GuessedEncoding);
    QCOMPARE(table.notices[0].encoding, "gb18030");
    QVERIFY2(table.notices[0].message.starts_with("The text is not UTF-8; it was read as gb18030."),
             table.notices[0].message.c_str());
}

void TestImportHard::keepsWhatNoticesSpeakOf()
{
    ImportFixture fixture;
    const auto table = fixture.importBytes("a;a;;p;\n1;2;3;1,5;\nNA;4;5;2,5;\n");
    std::vector<data::NoticeKind> kinds;
    for (const auto& notice : table.notices) {
        kinds.push_back(notice.kind);
        QCOMPARE(nlohmann::json(notice).get<data::Notice>(), notice);
    }
    using Kind = data::NoticeKind;
    QCOMPARE(kinds, (std::vector<Kind>{Kind::RenamedColumn, Kind::NamedColumn, Kind::DecimalComma,
                                       Kind::EmptyColumnLeftOut, Kind::MissingWords}));
    QCOMPARE(table.notices[0].number, 2);
    QCOMPARE(table.notices[0].column, "a_2");
    QCOMPARE(table.notices[0].original, "a");
    QCOMPARE(table.notices[2].column, "p");
    QCOMPARE(table.notices[3].number, 5);
    // As catalogs of releases before the subjects hold them, and ones of later releases.
    const auto old =
        nlohmann::json{{"kind", "decimal_comma"}, {"message", "In column 'p' ..."}}.get<data::Notice>();
    QCOMPARE(old, (data::Notice{.kind = Kind::DecimalComma, .message = "In column 'p' ..."}));
    QCOMPARE((nlohmann::json{{"kind", "of_tomorrow"}}).get<data::Notice>().kind, Kind::Other);
}

void TestImportHard::skipsRowsThatCannotBeRead()
{
    data::ReadOptions options;
    options.badRows = data::BadRows::Skip;
    ImportFixture fixture;
    const auto table = fixture.importBytes(
        std::string("a,b\n1,2\n3\n4,5,6\n7,\"x\"y\n8,\xC3(\n9,z\0z\n10,11\n", 40), options);
    QCOMPARE(table.rows, 2);
    QCOMPARE(table.skippedRowCount, 5);
    std::vector<std::string> kinds;
    for (const auto& row : table.skippedRows)
        kinds.emplace_back(base::kindName(row.kind));
    QCOMPARE(kinds, (std::vector<std::string>{"ragged_row", "ragged_row", "text_after_quote", "bad_encoding",
                                              "nul_byte"}));
    QCOMPARE(table.skippedRows[1].fields, (Row{"4", "5", "6"}));
    QCOMPARE(fixture.rows(), (ImportFixture::Rows{{"1", "2"}, {"10", "11"}}));
}

void TestImportHard::losesOneLineToAnUnclosedQuote()
{
    data::ReadOptions options;
    options.badRows = data::BadRows::Skip;
    ImportFixture fixture;
    const auto table = fixture.importBytes("a,b\n1,x\n2,\"never closed\n3,y\n4,z\n", options);
    QCOMPARE(table.rows, 3);
    QCOMPARE(table.skippedRowCount, 1);
    QCOMPARE(table.skippedRows[0].kind, base::ErrorCode::UnclosedQuote);
    QCOMPARE(table.skippedRows[0].place.row, 3);
}

void TestImportHard::readsALargeCell()
{
    const std::string large(std::size_t{64} << 20, 'x');
    ImportFixture fixture;
    const auto table = fixture.importBytes("id,t\n1," + large + "\n2,\"" + large + "\"\n3,small\n");
    QCOMPARE(table.rows, 3);
    const auto rows = fixture.rows();
    QVERIFY(rows[0][1] == large);
    QVERIFY(rows[1][1] == large);
    QCOMPARE(table.profile.columns[1].maximum, double(large.size()));
}

void TestImportHard::readsAHugeQuotedFieldWithLineEnds()
{
    std::string text;
    while (text.size() < (std::size_t{3} << 20))
        text += "line with \"\"quotes\"\", commas and an end\r\n";
    ImportFixture fixture;
    auto table = fixture.importBytes("id,t,n\n1,\"" + text + "\",5\n2,short,6\n");
    QCOMPARE(table.rows, 2);
    QVERIFY(fixture.rows()[0][1].starts_with("line with \"quotes\", commas and an end\r\nline"));
    // Lines are counted through it.
    const auto lines = std::count(text.begin(), text.end(), '\n');
    const auto error = fixture.errorFor("id,t,n\n1,\"" + text + "\",5\n2,short\n");
    QVERIFY(error);
    QCOMPARE(error->place().row, 3);
    QCOMPARE(error->place().line, 3 + lines);
}

void TestImportHard::readsManyColumns()
{
    std::string bytes;
    for (int row = 0; row < 300; ++row) {
        for (int column = 0; column < 5000; ++column)
            bytes +=
                (column > 0 ? "," : "") + std::string(row == 0 ? "c" : "") + std::to_string(column + row);
        bytes += '\n';
    }
    ImportFixture fixture;
    const auto table = fixture.importBytes(bytes);
    QCOMPARE(table.rows, 299);
    QCOMPARE(table.schema.size(), std::size_t{5000});
    QCOMPARE(table.profile.columns[4999].minimum, 5000.0);
}

void TestImportHard::readsOneColumnOfSentences()
{
    ImportFixture fixture;
    const auto table = fixture.importBytes("text\nHello, world\nNo comma here\nOne, two, three\n");
    QCOMPARE(table.rows, 3);
    QCOMPARE(fixture.rows()[2][0], "One, two, three");
}

void TestImportHard::readsWithoutAHeader()
{
    data::ReadOptions options;
    options.hasHeader = false;
    ImportFixture fixture;
    const auto table = fixture.importBytes("1,x\n2,y\n", options);
    QCOMPARE(table.rows, 2);
    QCOMPARE(table.schema.columns[1].name, "column_2");
    const auto error = fixture.errorFor("1,x\n2\n", options);
    QVERIFY(error);
    QCOMPARE(error->place().row, 2);
}

void TestImportHard::hashesContentAlone()
{
    std::string comma = "id,t,x,d\n";
    std::string semicolon = "\xEF\xBB\xBFid;t;x;d\r\n";
    for (int i = 0; i < 70'000; ++i) {
        const std::string n = std::to_string(i);
        const std::string x = i % 7 == 0 ? "" : std::to_string(i % 100) + ".5";
        comma += n + ",t" + n + "," + x + ",2024-01-0" + std::to_string(1 + i % 9) + "\n";
        semicolon += "\"" + n + "\";\"t" + n + "\";" + x + "0;2024-01-0" + std::to_string(1 + i % 9) + "\r\n";
        if (i % 7 == 0)
            semicolon.erase(semicolon.size() - 14, 1);
    }
    ImportFixture fixture;
    const auto first = fixture.importBytes(comma);
    const auto second = fixture.importBytes(semicolon);
    QCOMPARE(second.contentHash, first.contentHash);
    QCOMPARE(first.contentHash.size(), std::size_t{64});
    // The same table from Parquet, whose row groups come differently.
    const auto parquet = fixture.target();
    const auto third = fixture.import(parquet);
    QCOMPARE(third.contentHash, first.contentHash);
    comma[comma.size() - 2] = '9';
    QVERIFY(fixture.importBytes(comma).contentHash != first.contentHash);
}

void TestImportHard::leavesNothingBehindWhenItFails()
{
    std::string bytes = "a,b\n";
    for (int i = 0; i < 60'000; ++i)
        bytes += "1,2\n";
    ImportFixture fixture;
    QVERIFY(fixture.errorFor(bytes + "3\n"));
    QVERIFY(!std::filesystem::exists(fixture.target()));
}

void TestImportHard::stopsWhenCancelled()
{
    ImportFixture fixture;
    const auto file = fixture.folder() / "sales.csv";
    testing::writeSalesCsv(file, 200'000);
    base::CancellationSource source;
    int reports = 0;
    base::Progress progress([&](const base::ProgressState& state) {
        ++reports;
        QCOMPARE(state.phase, "reading");
        if (state.done > 0)
            source.request();
    });
    const auto target = fixture.folder() / "cancelled.parquet";
    const auto error =
        testing::errorOf([&] { data::importFile(file, {}, target, source.token(), progress); });
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("cancelled"));
    QVERIFY(reports > 0);
    QVERIFY(!std::filesystem::exists(target));
}

void TestImportHard::refusesAnUnusableDelimiter()
{
    data::ReadOptions options;
    ImportFixture fixture;
    for (const char delimiter : {'\n', '\r', '"', '\0'}) {
        options.delimiter = delimiter;
        const auto error = fixture.errorFor("a,b\n1,2\n", options);
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("invalid_argument"));
    }
    options.delimiter = '~';
    QCOMPARE(ImportFixture::types(fixture.importBytes("a~b\n1~x\n", options).schema), "int64,text");
}

void TestImportHard::previewsTheBeginning()
{
    ImportFixture fixture;
    const auto file = fixture.folder() / "sales.csv";
    testing::writeSalesCsv(file, 50'000);
    const auto preview = data::previewFile(file, {}, 20, {});
    QCOMPARE(preview.rows.size(), std::size_t{20});
    QCOMPARE(preview.rows[0][0], "1000000");
    QVERIFY(!preview.whole);
    QCOMPARE(ImportFixture::types(preview.schema), "int64,text,text,int64,int64,date,float64,text");

    // A quote that is never closed does not make the preview read on for ever.
    std::string bytes = "a,b\n1,2\n3,\"open\n";
    bytes.append(std::size_t{3} << 20, 'x');
    const auto cut = data::previewFile(fixture.write(bytes), {}, 20, {});
    QCOMPARE(cut.rows.size(), std::size_t{1});

    const auto small = data::previewFile(fixture.write("a,b\n1,2\n3\n4,\n"), {}, 20, {});
    QVERIFY(small.whole);
    QCOMPARE(small.badRows.size(), std::size_t{1});
    QCOMPARE(small.rows[1][0], "4");
    QVERIFY(small.missing[1][1]);
}

void TestImportHard::scansTheWholeFile()
{
    std::string bytes = "a,b\n";
    for (int i = 0; i < 40'000; ++i)
        bytes += std::to_string(i) + (i % 10'000 == 9'999 ? "\n" : ",1\n");
    bytes += "1,x\n";
    ImportFixture fixture;
    base::Progress progress;
    const auto scan = data::scanFile(fixture.write(bytes), {}, {}, progress);
    QCOMPARE(scan.badRowCount, 4);
    QCOMPARE(scan.badRows.size(), std::size_t{4});
    QCOMPARE(scan.badRows[1].place.row, 20'001);
    QCOMPARE(scan.rows, 39'997);
    QCOMPARE(ImportFixture::types(scan.schema), "int64,text");
}

} // namespace

namespace {

/// More than the head of a file in ASCII, then @p line a hundred times.
std::string lateText(std::string_view line)
{
    std::string bytes = "id,text\n";
    for (int row = 0; bytes.size() < std::size_t{3} << 20; ++row)
        bytes += std::to_string(row) + ",nothing beyond ASCII so far\n";
    for (int row = 0; row < 100; ++row)
        bytes += std::string("9,") + std::string(line) + "\n";
    return bytes;
}

// "很好的产品，推荐购买"
constexpr std::string_view gb =
    "\xBA\xDC\xBA\xC3\xB5\xC4\xB2\xFA\xC6\xB7\xA3\xAC\xCD\xC6\xBC\xF6\xB9\xBA\xC2\xF2";

} // namespace

void TestImportHard::decidesTheEncodingWhereTheTextBegins()
{
    ImportFixture fixture;
    const std::string bytes = lateText(gb);
    for (const std::string& stored : {bytes, gzip(bytes)}) {
        const auto file = fixture.write(stored);
        for (const data::BadRows badRows : {data::BadRows::Fail, data::BadRows::Skip}) {
            data::ReadOptions options;
            options.badRows = badRows;
            const auto table = fixture.import(file, options);
            QCOMPARE(table.detected.encoding, std::string("gb18030"));
            QCOMPARE(table.skippedRowCount, 0);
            QCOMPARE(fixture.rows().back().at(1), std::string("很好的产品，推荐购买"));
            QVERIFY(std::ranges::count(table.notices, data::NoticeKind::GuessedEncoding,
                                       &data::Notice::kind) == 1);
        }
        base::Progress progress;
        const auto scanned = data::scanFile(file, {}, base::Cancellation(), progress);
        QCOMPARE(scanned.detected.encoding, std::string("gb18030"));
        QCOMPARE(scanned.badRowCount, 0);
    }
    // what a person states counts, and valid UTF-8 is what it is
    data::ReadOptions stated;
    stated.encoding = "utf-8";
    QVERIFY(fixture.errorFor(bytes, stated));
    QCOMPARE(fixture.importBytes(lateText("很好")).detected.encoding, std::string("utf-8"));
}

void TestImportHard::refusesOneByteEncodingsWithTheirPlace()
{
    ImportFixture fixture;
    const auto error = fixture.errorFor(lateText("caf\xE9 cr\xE8me"));
    QVERIFY(error);
    QCOMPARE(error->code(), base::ErrorCode::BadEncoding);
    QVERIFY(error->place().byte > std::int64_t{3} << 20);
    data::ReadOptions skip;
    skip.badRows = data::BadRows::Skip;
    QCOMPARE(fixture.importBytes(lateText("caf\xE9 cr\xE8me"), skip).skippedRowCount, 100);
}

QTEST_GUILESS_MAIN(TestImportHard)
#include "tst_import_hard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"
#include "support/error_of.h"
#include "support/sample_csv.h"

#include "base/text.h"

#include <QtTest>

#include <fstream>
#include <iterator>

using namespace lepton;
using testing::ImportFixture;
using testing::Random;

namespace {

const std::vector<std::string> pieces{"a",      "Z",      "0",        "7",    "-",          ".",    ",",  ";",
                                      "\t",     "|",      "\"",       "\"\"", "\n",         "\r\n", "\r", " ",
                                      "NA",     "1e5",    "\xC3\xA9", "李雷", "😀",          "true", "#",  "'",
                                      "\u200B", "\u3000", "=",        "00",   "2024-01-31", "\\"};

std::string randomText(Random& random)
{
    std::string text;
    for (std::size_t i = random.below(6); i > 0; --i)
        text += pieces[random.below(pieces.size())];
    return text;
}

bool needsQuotes(const std::string& text, char delimiter)
{
    return text.empty() || text.find_first_of(std::string("\"\n\r") + delimiter) != std::string::npos;
}

std::string inQuotes(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

/// What must hold whatever the file is.
class TestImportProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTablesComeBackCellForCell();
    void randomBytesAreATableOrARefusal();
    void cutFilesAreATableOrARefusal();
};

void TestImportProperty::randomTablesComeBackCellForCell()
{
    Random random(7);
    const std::vector<std::string> ends{"\n", "\r\n", "\r"};
    for (int round = 0; round < 150; ++round) {
        const char delimiter = std::string(",;\t|")[random.below(4)];
        const std::string end = ends[random.below(ends.size())];
        const std::size_t columns = 1 + random.below(6);
        const std::size_t rows = 1 + random.below(40);
        std::string bytes = random.below(3) == 0 ? "\xEF\xBB\xBF" : "";
        for (std::size_t column = 0; column < columns; ++column)
            bytes += (column > 0 ? std::string(1, delimiter) : "") + "name" + std::to_string(column);
        ImportFixture::Rows expected;
        for (std::size_t row = 0; row < rows; ++row) {
            bytes += end;
            std::vector<std::string> cells;
            for (std::size_t column = 0; column < columns; ++column) {
                // A word in every column keeps it text, so that every cell has to come back as it is.
                std::string cell = row == 0 ? "word" : randomText(random);
                const bool missing = row > 0 && random.below(8) == 0;
                bytes += column > 0 ? std::string(1, delimiter) : "";
                if (!missing)
                    bytes += needsQuotes(cell, delimiter) || random.below(4) == 0 ? inQuotes(cell) : cell;
                cells.push_back(missing ? "<missing>" : std::move(cell));
            }
            expected.push_back(std::move(cells));
        }
        const bool lastIsBlank = columns == 1 && expected.back()[0] == "<missing>";
        if (lastIsBlank || random.below(2) == 0)
            bytes += end;
        data::ReadOptions options;
        options.delimiter = delimiter;
        ImportFixture fixture;
        const auto table = fixture.importBytes(bytes, options);
        QCOMPARE(table.rows, static_cast<std::int64_t>(rows));
        const auto got = fixture.rows();
        for (std::size_t row = 0; row < rows; ++row)
            QVERIFY2(got[row] == expected[row],
                     qPrintable(QString("round %1, row %2 of %3").arg(round).arg(row).arg(bytes.c_str())));
    }
}

void TestImportProperty::randomBytesAreATableOrARefusal()
{
    Random random(11);
    ImportFixture fixture;
    int tables = 0;
    for (int round = 0; round < 400; ++round) {
        std::string bytes;
        const bool text = round % 2 == 0;
        for (std::size_t i = random.below(400); i > 0; --i)
            bytes += text ? pieces[random.below(pieces.size())]
                          : std::string(1, static_cast<char>(random.below(256)));
        if (round % 7 == 0)
            bytes = "\x1f\x8b\x08" + bytes;
        if (round % 11 == 0)
            bytes = "PAR1" + bytes + "PAR1";
        data::ReadOptions options;
        options.badRows = round % 3 == 0 ? data::BadRows::Skip : data::BadRows::Fail;
        const auto error = fixture.errorFor(bytes, options);
        if (error) {
            QVERIFY2(error->code() != base::ErrorCode::Internal, error->what());
            QVERIFY(!error->message().empty());
            QVERIFY2(!base::firstInvalidUtf8(error->message()), error->what());
            QVERIFY(!std::filesystem::exists(fixture.target()));
        } else {
            ++tables;
            fixture.rows();
        }
    }
    QVERIFY(tables > 0);
}

void TestImportProperty::cutFilesAreATableOrARefusal()
{
    ImportFixture fixture;
    const auto table =
        fixture.importBytes("id,text,x\n1,\"one, two\",1.5\n2,李雷,2.5\n3,\"a\n\"\"b\"\"\",\n");
    QCOMPARE(table.rows, 3);
    const std::string parquet = [&] {
        std::ifstream in(fixture.target(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    Random random(13);
    for (std::size_t length = 0; length < parquet.size(); length += 1 + parquet.size() / 150) {
        const auto error = fixture.errorFor(parquet.substr(0, length));
        QVERIFY(error);
        QVERIFY2(error->code() != base::ErrorCode::Internal, error->what());
        std::string changed = parquet;
        for (int i = 0; i < 4; ++i)
            changed[random.below(changed.size())] = static_cast<char>(random.below(256));
        if (const auto refused = fixture.errorFor(changed))
            QVERIFY2(refused->code() != base::ErrorCode::Internal, refused->what());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestImportProperty)
#include "tst_import_property.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "base/cancellation.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/exporter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <random>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace lepton;
using data::CellValue;
using data::ColumnType;
using data::FileFormat;
using testing::Cells;

namespace {

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A second goes by at each look: every progress is reported.
class HastyClock final : public base::Clock
{
public:
    base::UtcTime now() const override { return {}; }
    std::chrono::nanoseconds monotonic() const override { return std::chrono::seconds(++m_looks); }

private:
    mutable std::int64_t m_looks = 0;
};

/// Cells as text that tells missing from empty, for messages and comparison.
QStringList shown(data::Table& table, const data::RowOrder& order)
{
    std::vector<std::size_t> columns(table.schema().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    QStringList rows;
    for (const auto& row : table.page(order, 0, order.size(), columns, {}).cells) {
        QString text;
        for (std::size_t c = 0; c < columns.size(); ++c)
            text += data::isMissing(row[c])
                        ? QString("<missing>|")
                        : QString::fromStdString(data::formatCell(table.schema().columns[c], row[c])) + '|';
        rows << text;
    }
    return rows;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const std::string& name) const
    {
        return m_folder.path().toStdString() + '/' + name;
    }

    std::shared_ptr<data::Table> table(const data::Schema& schema, const Cells& cells,
                                       std::int64_t rowsPerGroup = 16'384) const
    {
        testing::writeTable(path("table.parquet"), schema, cells, rowsPerGroup);
        return data::Table::open(path("table.parquet"));
    }
    std::string exported(data::Table& from, const data::CsvStyle& style) const
    {
        base::Progress progress;
        data::ExportOptions options;
        options.csv = style;
        exportTable(from, data::RowOrder::all(from.rowCount()), path("out.csv"), options, {}, progress);
        return readFile(path("out.csv"));
    }
    data::ImportedTable import(const std::filesystem::path& file, const data::ReadOptions& options,
                               const std::string& name) const
    {
        base::Progress progress;
        std::filesystem::remove(path(name));
        return data::importFile(file, options, path(name), {}, progress);
    }
    /// Only these files are there: nothing unfinished was left.
    void verifyFiles(QStringList names)
    {
        QStringList found =
            QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
        names.sort();
        QCOMPARE(found, names);
    }

private Q_SLOTS:
    void init() { QDir(m_folder.path()).removeRecursively(), QDir().mkpath(m_folder.path()); }
    void writesCsv();
    void writesCsvInTheStyleOfTheOriginal();
    void loneMissingCells();
    void csvComesBackEqual_data();
    void csvComesBackEqual();
    void goldenFilesComeOutEqual();
    void jsonLinesComeBackEqual();
    void writesJsonLines();
    void parquetComesBackEqual();
    void filteredAndSortedRows();
    void characterWithoutAPlaceIsRefused();
    void formatFollowsTheEnding();
    void replacesAnExistingFile();
    void cancelLeavesNothing();
    void refusesAFileThatIsThere();
    void refusesAFileThatComesUpMeanwhile();
    void fullDiskLeavesNothing();
    void otherThanFilesAreRefused();
    void emptyTables();
};

void TestExport::writesCsv()
{
    const data::Schema schema{{{"id", ColumnType::Int64},
                               {"a \"b\", c", ColumnType::Text},
                               {"x", ColumnType::Float64},
                               {"day", ColumnType::Date},
                               {"ok", ColumnType::Bool}}};
    const auto from = table(schema, {{std::int64_t{-1}, "plain", 0.1, std::int64_t{19'753}, true},
                                     {{}, "", 2.0, {}, {}},
                                     {std::int64_t{7}, {}, {}, std::int64_t{0}, false},
                                     {std::int64_t{8}, "say \"hi\",\nor not ", 1e300, {}, {}}});
    QCOMPARE(exported(*from, {}), std::string("id,\"a \"\"b\"\", c\",x,day,ok\n"
                                              "-1,plain,0.1,2024-01-31,true\n"
                                              ",\"\",2.0,,\n"
                                              "7,,,1970-01-01,false\n"
                                              "8,\"say \"\"hi\"\",\nor not \",1e+300,,\n"));
}

void TestExport::writesCsvInTheStyleOfTheOriginal()
{
    const data::Schema schema{
        {{"t", ColumnType::Text}, {"x", ColumnType::Float64}, {"y", ColumnType::Float64}}};
    const auto from = table(schema, {{"a", 1.5, 0.125}, {{}, 2.0, {}}, {"b;c", 0.123, 3.0}});
    data::CsvStyle style;
    style.delimiter = ';';
    style.byteOrderMark = true;
    style.crlf = true;
    style.finalNewline = false;
    style.quotedHeader = true;
    style.quotedColumns = {true, false, false};
    style.decimals = {data::CsvStyle::shortest, 2, data::CsvStyle::shortestWithoutPoint};
    style.decimalMark = ',';
    QCOMPARE(exported(*from, style), std::string("\xEF\xBB\xBF\"t\";\"x\";\"y\"\r\n"
                                                 "\"a\";1,50;0,125\r\n"
                                                 ";2,00;\r\n"
                                                 "\"b;c\";0,123;3"));
}

void TestExport::loneMissingCells()
{
    const auto from = table({{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}, {{}}, {std::int64_t{3}}, {{}}});
    data::CsvStyle style;
    style.finalNewline = false;
    QCOMPARE(exported(*from, style), std::string("n\n1\n\n3\n\n"));
    const auto back = import(path("out.csv"), {}, "back.parquet");
    QCOMPARE(back.rows, 4);
    auto again = data::Table::open(path("back.parquet"));
    QCOMPARE(shown(*again, data::RowOrder::all(4)), shown(*from, data::RowOrder::all(4)));
}

void TestExport::csvComesBackEqual_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<bool>("crlf");
    QTest::newRow("utf-8") << "utf-8"
                           << "," << false;
    QTest::newRow("semicolon and crlf") << "utf-8"
                                        << ";" << true;
    QTest::newRow("tab") << "utf-8"
                         << "\t" << false;
    QTest::newRow("utf-16") << "utf-16le"
                            << "," << true;
    QTest::newRow("gb18030") << "gb18030"
                             << "," << false;
}

void TestExport::csvComesBackEqual()
{
    QFETCH(QString, encoding);
    QFETCH(QString, delimiter);
    QFETCH(bool, crlf);
    std::mt19937 random(51);
    auto schema = testing::everyTypeSchema();
    schema.columns.push_back({"odd", ColumnType::Text});
    auto cells = testing::randomCells(random, 3'000);
    const std::vector<std::string> odd{"NA",  "null", " blank ",    "007",        "a\"b",       "\"",
                                       "x,y", "x;y",  "x\ty",       "line\nfeed", "cr\rlf\r\n", "",
                                       "#",   "true", "2024-01-31", "'",          "\\",         "中文，标点"};
    for (auto& row : cells) {
        row.push_back(random() % 9 == 0 ? CellValue{} : CellValue(odd[random() % odd.size()]));
        if (auto* text = std::get_if<std::string>(&row[2]))
            std::erase(*text, '\0'); // which no CSV can hold
    }
    const auto from = table(schema, cells, 700);
    data::CsvStyle style;
    style.encoding = encoding.toStdString();
    style.byteOrderMark = encoding.startsWith("utf-16");
    style.delimiter = delimiter.front().toLatin1();
    style.crlf = crlf;
    exported(*from, style);

    data::ReadOptions options;
    options.encoding = style.encoding;
    options.delimiter = style.delimiter;
    for (const auto& column : schema.columns)
        options.types[column.name] = column;
    const auto back = import(path("out.csv"), options, "back.parquet");
    QCOMPARE(back.rows, 3'000);
    QCOMPARE(back.schema, schema);
    const auto again = data::Table::open(path("back.parquet"));
    const QStringList expected = shown(*from, data::RowOrder::all(3'000));
    const QStringList found = shown(*again, data::RowOrder::all(3'000));
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(found[i], expected[i]);
}

void TestExport::goldenFilesComeOutEqual()
{
    const QString folder = qEnvironmentVariable("LEPTON_GOLDEN", LEPTON_SOURCE_DIR "/tests/golden") + "/csv";
    int tables = 0, sameBytes = 0;
    for (const QFileInfo& file : QDir(folder).entryInfoList({"*.csv", "*.tsv"}, QDir::Files)) {
        const std::filesystem::path original = file.filePath().toStdString();
        data::ImportedTable first;
        try {
            first = import(original, {}, "first.parquet");
        } catch (const base::Error&) {
            continue; // files that must not be read, or not without being told how
        }
        if (first.skippedRowCount > 0)
            continue;
        ++tables;
        base::Progress progress;
        const auto from = data::Table::open(path("first.parquet"));
        auto options = data::exportOptionsFor(path("out.csv"), first.csvStyle);
        options.csv = first.csvStyle.value_or(data::CsvStyle{});
        data::exportTable(*from, data::RowOrder::all(first.rows), path("out.csv"), options, {}, progress);
        data::ReadOptions again;
        again.encoding = options.csv.encoding;
        again.delimiter = options.csv.delimiter;
        const auto second = import(path("out.csv"), again, "second.parquet");
        QVERIFY2(second.contentHash == first.contentHash, qPrintable(file.fileName()));
        sameBytes += readFile(path("out.csv")) == readFile(original);
        if (qEnvironmentVariableIsSet("LEPTON_VERBOSE") && readFile(path("out.csv")) != readFile(original))
            qInfo() << file.fileName();
    }
    qInfo() << tables << "tables come back equal," << sameBytes << "of them to the byte";
    QVERIFY(tables > 20);
    QVERIFY(sameBytes > tables / 3);
}

void TestExport::jsonLinesComeBackEqual()
{
    std::mt19937 random(52);
    data::Schema schema = testing::everyTypeSchema();
    auto cells = testing::randomCells(random, 800);
    for (auto& row : cells) {
        if (auto* text = std::get_if<std::string>(&row[2]))
            std::erase(*text, '\0'); // which no import takes
    }
    const auto from = table(schema, cells, 90);
    base::Progress progress;
    data::ExportOptions options;
    options.format = FileFormat::JsonLines;
    exportTable(*from, data::RowOrder::all(800), path("out.jsonl"), options, {}, progress);
    data::ReadOptions read;
    for (const auto& column : schema.columns)
        read.types[column.name] = column;
    const auto back = import(path("out.jsonl"), read, "back.parquet");
    QCOMPARE(back.rows, 800);
    const auto again = data::Table::open(path("back.parquet"));
    const QStringList expected = shown(*from, data::RowOrder::all(800));
    const QStringList found = shown(*again, data::RowOrder::all(800));
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(found[i], expected[i]);
}

void TestExport::writesJsonLines()
{
    const data::Schema schema{{{"n", ColumnType::Int64},
                               {"say \"t\"", ColumnType::Text},
                               {"x", ColumnType::Float64},
                               {"amount", ColumnType::Decimal, false, 9, 2},
                               {"day", ColumnType::Date}}};
    const auto from = table(schema, {{std::int64_t{9'007'199'254'740'993}, "tab\tzü", std::nan(""),
                                      std::int64_t{150}, std::int64_t{0}},
                                     {{}, {}, 0.5, {}, {}}});
    base::Progress progress;
    data::ExportOptions options;
    options.format = FileFormat::JsonLines;
    exportTable(*from, data::RowOrder::all(2), path("out.jsonl"), options, {}, progress);
    QCOMPARE(readFile(path("out.jsonl")),
             std::string("{\"n\":9007199254740993,\"say \\\"t\\\"\":\"tab\\tzü\",\"x\":{\"float\":\"nan\"},"
                         "\"amount\":\"1.50\",\"day\":\"1970-01-01\"}\n"
                         "{\"n\":null,\"say \\\"t\\\"\":null,\"x\":0.5,\"amount\":null,\"day\":null}\n"));
}

void TestExport::parquetComesBackEqual()
{
    std::mt19937 random(53);
    const auto schema = testing::everyTypeSchema();
    const auto from = table(schema, testing::randomCells(random, 40'000), 1'000);
    base::Progress progress;
    const auto filtered = from->filter("n > 0 or t is null", {}, progress);
    exportTable(*from, filtered, path("out.parquet"), data::exportOptionsFor(path("out.parquet"), {}), {},
                progress);
    const auto back = data::Table::open(path("out.parquet"));
    QCOMPARE(back->schema(), schema);
    QCOMPARE(shown(*back, data::RowOrder::all(back->rowCount())), shown(*from, filtered));
}

void TestExport::filteredAndSortedRows()
{
    std::mt19937 random(54);
    const auto schema = testing::everyTypeSchema();
    const auto from = table(schema, testing::randomCells(random, 5'000), 300);
    base::Progress progress;
    const auto filtered = from->filter("n >= 0", {}, progress);
    const auto sorted = from->sort(filtered, {1, true}, {}, progress);
    for (const auto& order : {filtered, sorted}) {
        const auto rows = exportTable(*from, order, path("out.parquet"),
                                      data::exportOptionsFor(path("out.parquet"), {}), {}, progress);
        QCOMPARE(rows, order.size());
        const auto back = data::Table::open(path("out.parquet"));
        QCOMPARE(shown(*back, data::RowOrder::all(rows)), shown(*from, order));
    }
}

void TestExport::characterWithoutAPlaceIsRefused()
{
    const data::Schema schema{{{"a", ColumnType::Text}, {"b", ColumnType::Text}}};
    const auto from = table(schema, {{"Zürich €", "x"}, {"y", "中"}});
    data::CsvStyle style;
    style.encoding = "windows-1252";
    try {
        exported(*from, style);
        QFAIL("written");
    } catch (const base::Error& error) {
        QCOMPARE(error.code(), base::ErrorCode::BadEncoding);
        QCOMPARE(error.place().row.value_or(0), 3);
        QCOMPARE(QString::fromStdString(error.place().column.value_or("")), QString("b"));
        QVERIFY(QString::fromStdString(error.message()).contains("中 (U+4E2D)"));
    }
    verifyFiles({"table.parquet"});
    const auto fits = table({{{"a", ColumnType::Text}}}, {{"Zürich €"}});
    QCOMPARE(exported(*fits, style), std::string("a\nZ\xFCrich \x80\n"));
}

void TestExport::formatFollowsTheEnding()
{
    data::CsvStyle tab;
    tab.delimiter = '\t';
    tab.crlf = true;
    QCOMPARE(data::exportOptionsFor("x.CSV", tab).csv.delimiter, ',');
    QCOMPARE(data::exportOptionsFor("x.csv", tab).csv.crlf, true);
    QCOMPARE(data::exportOptionsFor("x.tsv", {}).csv.delimiter, '\t');
    QCOMPARE(data::exportOptionsFor("x.jsonl", {}).format, FileFormat::JsonLines);
    QCOMPARE(data::exportOptionsFor("a/x.parquet", {}).format, FileFormat::Parquet);
    QVERIFY_EXCEPTION_THROWN(data::exportOptionsFor("x.xlsx", {}), base::Error);
    QVERIFY_EXCEPTION_THROWN(data::exportOptionsFor("x", {}), base::Error);
}

void TestExport::replacesAnExistingFile()
{
    std::ofstream(path("real.csv")) << "old";
    std::filesystem::create_symlink("real.csv", path("out.csv"));
    const auto from = table({{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    QCOMPARE(exported(*from, {}), std::string("n\n1\n"));
    QVERIFY(std::filesystem::is_symlink(path("out.csv")));
    QCOMPARE(readFile(path("real.csv")), std::string("n\n1\n"));
}

void TestExport::cancelLeavesNothing()
{
    std::mt19937 random(55);
    const auto from = table(testing::everyTypeSchema(), testing::randomCells(random, 2'000), 50);
    for (const auto* name : {"out.csv", "out.jsonl", "out.parquet"}) {
        base::CancellationSource source;
        base::Progress progress([&](const base::ProgressState& state) {
            if (state.done > 0)
                source.request();
        });
        std::ofstream(path(name)) << "old";
        try {
            exportTable(*from, data::RowOrder::all(2'000), path(name), data::exportOptionsFor(path(name), {}),
                        source.token(), progress);
        } catch (const base::Error& error) {
            QCOMPARE(error.code(), base::ErrorCode::Cancelled);
            QCOMPARE(readFile(path(name)), std::string("old"));
        }
    }
    verifyFiles({"out.csv", "out.jsonl", "out.parquet", "table.parquet"});
    base::CancellationSource source;
    source.request();
    base::Progress progress;
    QVERIFY_EXCEPTION_THROWN(
        exportTable(*from, data::RowOrder::all(2'000), path("new.csv"), {}, source.token(), progress),
        base::Error);
    verifyFiles({"out.csv", "out.jsonl", "out.parquet", "table.parquet"});
}

void TestExport::refusesAFileThatIsThere()
{
    const auto from = table({{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    data::ExportOptions options;
    options.ifThere = data::IfThere::Refuse;
    const auto codeOf = [&](const char* name) {
        base::Progress progress;
        try {
            exportTable(*from, data::RowOrder::all(1), path(name), options, {}, progress);
        } catch (const base::Error& error) {
            return std::optional(error.code());
        }
        return std::optional<base::ErrorCode>();
    };
    std::ofstream(path("old.csv")) << "old";
    std::filesystem::create_symlink(path("old.csv"), path("link.csv"));
    std::filesystem::create_symlink(path("gone"), path("dangling.csv"));
    for (const auto* name : {"old.csv", "link.csv", "dangling.csv"})
        QCOMPARE(codeOf(name), std::optional(base::ErrorCode::Exists));
    QCOMPARE(readFile(path("old.csv")), std::string("old"));
    QCOMPARE(codeOf("new.csv"), std::nullopt);
    QCOMPARE(readFile(path("new.csv")), std::string("n\n1\n"));
    verifyFiles({"dangling.csv", "link.csv", "new.csv", "old.csv", "table.parquet"});
}

void TestExport::refusesAFileThatComesUpMeanwhile()
{
    std::mt19937 random(57);
    const auto from = table(testing::everyTypeSchema(), testing::randomCells(random, 2'000), 50);
    for (const auto* name : {"out.csv", "out.jsonl", "out.parquet"}) {
        auto options = data::exportOptionsFor(path(name), {});
        options.ifThere = data::IfThere::Refuse;
        const HastyClock clock;
        base::Progress progress(
            [&](const base::ProgressState& state) {
                if (state.done > 0)
                    std::ofstream(path(name)) << "theirs";
            },
            clock);
        try {
            exportTable(*from, data::RowOrder::all(2'000), path(name), options, {}, progress);
            QFAIL(name);
        } catch (const base::Error& error) {
            QCOMPARE(error.code(), base::ErrorCode::Exists);
        }
        QCOMPARE(readFile(path(name)), std::string("theirs"));
    }
    verifyFiles({"out.csv", "out.jsonl", "out.parquet", "table.parquet"});
}

void TestExport::fullDiskLeavesNothing()
{
    std::mt19937 random(56);
    const auto from = table(testing::everyTypeSchema(), testing::randomCells(random, 5'000), 500);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{20'000, old.rlim_max};
    for (const auto* name : {"out.csv", "out.jsonl", "out.parquet"}) {
        base::Progress progress;
        bool refused = false;
        ::setrlimit(RLIMIT_FSIZE, &small);
        try {
            exportTable(*from, data::RowOrder::all(5'000), path(name), data::exportOptionsFor(path(name), {}),
                        {}, progress);
        } catch (const base::Error& error) {
            refused = QString::fromStdString(error.message()).contains(name);
        }
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY2(refused, name);
    }
    std::signal(SIGXFSZ, oldHandler);
    verifyFiles({"table.parquet"});
}

void TestExport::otherThanFilesAreRefused()
{
    const auto from = table({{{"n", ColumnType::Int64}}}, {{std::int64_t{1}}});
    std::filesystem::create_directory(path("folder.csv"));
    ::mkfifo(path("pipe.csv").c_str(), 0600);
    base::Progress progress;
    for (const auto* name : {"folder.csv", "pipe.csv", "no/such/folder.csv"})
        QVERIFY_EXCEPTION_THROWN(exportTable(*from, data::RowOrder::all(1), path(name), {}, {}, progress),
                                 base::Error);
    verifyFiles({"pipe.csv", "table.parquet"});
}

void TestExport::emptyTables()
{
    const auto from = table({{{"n", ColumnType::Int64}, {"t", ColumnType::Text}}}, {});
    QCOMPARE(exported(*from, {}), std::string("n,t\n"));
    base::Progress progress;
    exportTable(*from, data::RowOrder::all(0), path("out.parquet"), data::exportOptionsFor("out.parquet", {}),
                {}, progress);
    QCOMPARE(data::Table::open(path("out.parquet"))->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"

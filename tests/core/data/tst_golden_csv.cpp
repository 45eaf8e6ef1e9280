// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/sha256.h"
#include "base/text.h"
#include "data/importer.h"
#include "data/table.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <numeric>

using namespace lepton;
using nlohmann::json;
using testing::goldenFolder;

namespace {

json loadCases()
{
    const auto file = goldenFolder("csv") / "expected.json";
    return std::filesystem::exists(file) ? json::parse(base::readTextFile(file)) : json::array();
}

/// What an import came to: a table, or the error that refused it.
struct Outcome
{
    std::optional<base::Error> error;
    data::ImportedTable table;
    std::vector<std::vector<json>> rows;
};

Outcome importCase(const json& entry, const std::filesystem::path& target)
{
    Outcome outcome;
    data::ReadOptions options;
    const json& stated = entry.at("options");
    if (stated.at("encoding").is_string())
        options.encoding = stated.at("encoding").get<std::string>();
    if (stated.at("delimiter").is_string())
        options.delimiter = stated.at("delimiter").get<std::string>().at(0);
    base::Progress progress;
    const base::Cancellation never;
    try {
        outcome.table = data::importFile(goldenFolder("csv") / entry.at("file").get<std::string>(), options,
                                         target, never, progress);
    } catch (const base::Error& error) {
        outcome.error = error;
        return outcome;
    }
    const auto table = data::Table::open(target);
    std::vector<std::size_t> columns(table->schema().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    const auto order = data::RowOrder::all(table->rowCount());
    const auto page = table->page(order, 0, table->rowCount(), columns, never);
    for (const auto& cells : page.cells) {
        std::vector<json> row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.push_back(data::cellToJson(table->schema().columns[i], cells[i]));
        outcome.rows.push_back(std::move(row));
    }
    return outcome;
}

/// Equal as values: -0.0 is not 0.0, and a whole number is the same whether it is written 1 or 1.0 in the
/// file of expectations only where the column's type says so.
bool sameCell(const json& got, const json& expected)
{
    if (got.is_number_float() && expected.is_number())
        return got.get<double>() == expected.get<double>() &&
               std::signbit(got.get<double>()) == std::signbit(expected.get<double>());
    return got == expected;
}

QString text(const json& value)
{
    return QString::fromStdString(value.dump());
}

class TestGoldenCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAsExpected_data();
    void importsAsExpected();

private:
    void compareTable(const json& expected, const Outcome& outcome);
    void compareError(const json& expected, const Outcome& outcome);
};

void TestGoldenCsv::importsAsExpected_data()
{
    QTest::addColumn<QByteArray>("entry");
    for (const json& entry : loadCases()) {
        const auto name = entry.at("file").get<std::string>() + " " + entry.at("options").dump();
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(entry.dump());
    }
}

void TestGoldenCsv::importsAsExpected()
{
    QFETCH(QByteArray, entry);
    const json parsed = json::parse(entry.toStdString());
    const auto bytes = base::readTextFile(goldenFolder("csv") / parsed.at("file").get<std::string>());
    const auto digest = base::sha256(bytes);
    QCOMPARE(base::toHex(digest), parsed.at("sha256").get<std::string>());

    const QTemporaryDir folder;
    const Outcome outcome =
        importCase(parsed, std::filesystem::path(folder.path().toStdString()) / "t.parquet");
    if (parsed.at("expect") == "table") {
        QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
        compareTable(parsed.at("table"), outcome);
        if (parsed.contains("notice"))
            QVERIFY2(!outcome.table.notices.empty(), "nothing is said about what was changed");
    } else {
        QVERIFY2(outcome.error, "the file was imported");
        compareError(parsed.at("error"), outcome);
    }
}

void TestGoldenCsv::compareTable(const json& expected, const Outcome& outcome)
{
    const auto& columns = outcome.table.schema.columns;
    const json& wanted = expected.at("columns");
    const std::size_t count = expected.value("column_count", wanted.size());
    QCOMPARE(columns.size(), count);
    const json mayDiffer = expected.value("names_may_differ", json::array());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto name = wanted[i].at("name").get<std::string>();
        if (std::find(mayDiffer.begin(), mayDiffer.end(), name) == mayDiffer.end())
            QCOMPARE(columns[i].name, name);
        if (wanted[i].at("type").is_string())
            QCOMPARE(std::string(data::typeName(columns[i].type)), wanted[i].at("type").get<std::string>());
    }
    QCOMPARE(outcome.table.rows, expected.at("row_count").get<std::int64_t>());
    QCOMPARE(outcome.rows.size(), static_cast<std::size_t>(outcome.table.rows));
    if (expected.contains("rows")) {
        const json& rows = expected.at("rows");
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                QVERIFY2(sameCell(outcome.rows[row][column], rows[row][column]),
                         qPrintable(QString("row %1, column %2: %3 instead of %4")
                                        .arg(row + 1)
                                        .arg(column + 1)
                                        .arg(text(outcome.rows[row][column]), text(rows[row][column]))));
        }
    }
    for (const json& cell : expected.value("cells", json::array())) {
        const auto column = outcome.table.schema.find(cell.at("column").get<std::string>());
        QVERIFY(column);
        const json& got = outcome.rows.at(cell.at("row").get<std::size_t>() - 1).at(*column);
        if (cell.contains("value")) {
            QVERIFY2(sameCell(got, cell.at("value")), qPrintable(text(got)));
            continue;
        }
        const auto value = got.get<std::string>();
        QCOMPARE(base::codePointCount(value), cell.at("length").get<std::size_t>());
        QCOMPARE(base::toHex(base::sha256(value)), cell.at("sha256").get<std::string>());
    }
    const json sums = expected.value("column_sums", json::object());
    for (const auto& [name, sum] : sums.items()) {
        const auto column = outcome.table.schema.find(name);
        QVERIFY(column);
        double total = 0;
        for (const auto& row : outcome.rows)
            total += row[*column].get<double>();
        QCOMPARE(total, sum.get<double>());
    }
    if (expected.contains("detected")) {
        QCOMPARE(outcome.table.detected.encoding, expected.at("detected").at("encoding").get<std::string>());
        QCOMPARE(std::string(1, outcome.table.detected.delimiter),
                 expected.at("detected").at("delimiter").get<std::string>());
    }
}

void TestGoldenCsv::compareError(const json& expected, const Outcome& outcome)
{
    const base::Error& error = *outcome.error;
    const base::ErrorPlace& place = error.place();
    QCOMPARE(std::string(error.kind()), expected.at("kind").get<std::string>());
    const auto compare = [&](const char* key, const std::optional<std::int64_t>& got) {
        if (!expected.contains(key))
            return;
        QVERIFY2(got, key);
        QCOMPARE(*got, expected.at(key).get<std::int64_t>());
    };
    compare("row", place.row);
    compare("line", place.line);
    compare("byte", place.byte);
    compare("fields", place.fields);
    compare("expected_fields", place.expected);
    const std::string message = error.message();
    if (expected.contains("row"))
        QVERIFY2(message.find(std::to_string(*place.row)) != std::string::npos, message.c_str());
    if (expected.contains("column")) {
        QCOMPARE(place.column.value_or(""), expected.at("column").get<std::string>());
        QVERIFY2(message.find(*place.column) != std::string::npos, message.c_str());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestGoldenCsv)
#include "tst_golden_csv.moc"

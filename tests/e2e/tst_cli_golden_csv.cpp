// SPDX-License-Identifier: GPL-3.0-or-later
// Drives `lepton dataset import` and `head` over every expectation of golden/csv/expected.json, or of the
// folder that LEPTON_GOLDEN names.
#include "support/cli.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

namespace {

QString goldenFolder()
{
    const QString stated = qEnvironmentVariable("LEPTON_GOLDEN");
    return (stated.isEmpty() ? QStringLiteral(LEPTON_SOURCE_DIR "/tests/golden") : stated) +
           QStringLiteral("/csv/");
}

/// A table as import and head tell it.
struct Answer
{
    CliResult import;
    json imported;
    json head;
};

/// Equal as values: 1 and 1.0 are not the same type, but -0.0 and 0.0 must differ.
bool sameCell(const json& expected, const json& found)
{
    if (expected.is_number_float() && found.is_number_float())
        return expected.get<double>() == found.get<double>() &&
               std::signbit(expected.get<double>()) == std::signbit(found.get<double>());
    return expected.type() == found.type()
               ? expected == found
               : expected.is_number_integer() && found.is_number_integer() && expected == found;
}

std::size_t columnOf(const json& head, const std::string& name)
{
    const json& columns = head.at("columns");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].at("name") == name)
            return i;
    }
    return columns.size();
}

/// What is wrong with @p answer as the refusal @p expected; empty when nothing is.
std::string wrongError(const json& expected, const Answer& answer)
{
    if (answer.import.code != 1)
        return "exit code " + std::to_string(answer.import.code) + " instead of 1";
    if (!answer.imported.is_object() || !answer.imported.contains("error"))
        return "no error document";
    const json& error = answer.imported.at("error");
    for (const auto& [key, value] : expected.items()) {
        if (key == "column" && value.is_number())
            continue; // a column without a name is told by a number there; how it is told here is free
        if (!error.contains(key) || error.at(key) != value)
            return key + " is " + (error.contains(key) ? error.at(key).dump() : "missing") + " instead of " +
                   value.dump();
    }
    const std::string message = error.value("message", "");
    for (const char* key : {"row", "column"}) {
        if (!expected.contains(key) || expected.at(key).is_null())
            continue;
        const std::string named =
            expected.at(key).is_string() ? expected.at(key).get<std::string>() : expected.at(key).dump();
        const bool lineInstead =
            expected.contains("line") && message.find(expected.at("line").dump()) != std::string::npos;
        if (message.find(named) == std::string::npos && !(key == std::string("row") && lineInstead))
            return "the message does not name the " + std::string(key) + ": " + message;
    }
    return {};
}

std::string wrongCells(const json& expected, const json& head)
{
    for (const json& cell : expected.value("cells", json::array())) {
        const auto row = cell.at("row").get<std::size_t>() - 1;
        const std::size_t column = columnOf(head, cell.at("column"));
        if (row >= head.at("rows").size() || column >= head.at("columns").size())
            return "no cell " + cell.dump();
        const json& found = head.at("rows")[row][column];
        if (cell.contains("value") && !sameCell(cell.at("value"), found))
            return "cell " + cell.dump() + " is " + found.dump().substr(0, 80);
        if (cell.contains("length")) {
            const QByteArray text = QByteArray::fromStdString(found.get<std::string>());
            const auto length = QString::fromUtf8(text).toUcs4().size();
            const auto hash =
                QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().toStdString();
            if (length != cell.at("length").get<qsizetype>() || hash != cell.at("sha256").get<std::string>())
                return "cell " + cell.dump() + " has length " + std::to_string(length);
        }
    }
    const json sums = expected.value("column_sums", json::object());
    for (const auto& [name, sum] : sums.items()) {
        const std::size_t column = columnOf(head, name);
        double total = 0;
        for (const json& row : head.at("rows"))
            total += row[column].is_null() ? 0.0 : row[column].get<double>();
        if (total != sum.get<double>())
            return "the sum of " + name + " is " + std::to_string(total);
    }
    return {};
}

std::string wrongColumns(const json& expected, const json& columns)
{
    const json& wanted = expected.at("columns");
    const json free = expected.value("names_may_differ", json::array());
    const std::size_t count = expected.value("column_count", wanted.size());
    if (columns.size() != count)
        return std::to_string(columns.size()) + " columns instead of " + std::to_string(count);
    std::set<std::string> names;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string name = wanted[i].at("name");
        const bool mayDiffer = std::find(free.begin(), free.end(), json(name)) != free.end();
        if (!mayDiffer && columns[i].at("name") != name)
            return "column " + std::to_string(i + 1) + " is called " + columns[i].at("name").dump();
        if (!names.insert(columns[i].at("name")).second)
            return "two columns are called " + columns[i].at("name").dump();
        const json any = expected.value("any_type", json::array());
        const bool anyType =
            wanted[i].at("type").is_null() || std::find(any.begin(), any.end(), json(name)) != any.end();
        if (!anyType && columns[i].at("type") != wanted[i].at("type"))
            return "column " + name + " has the type " + columns[i].at("type").dump();
    }
    return {};
}

std::string wrongTable(const json& expected, const Answer& answer)
{
    if (answer.import.code != 0)
        return "refused: " + answer.import.out.toStdString();
    if (const std::string wrong = wrongColumns(expected, answer.imported.at("columns")); !wrong.empty())
        return wrong;
    if (const std::string wrong = wrongColumns(expected, answer.head.at("columns")); !wrong.empty())
        return "head: " + wrong;
    if (answer.imported.at("rows") != expected.at("row_count") ||
        answer.head.at("row_count") != expected.at("row_count"))
        return "rows " + answer.imported.at("rows").dump();
    if (expected.contains("rows")) {
        const json& rows = expected.at("rows");
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t k = 0; k < rows[i].size(); ++k) {
                const json& found = answer.head.at("rows")[i][k];
                if (!sameCell(rows[i][k], found))
                    return "row " + std::to_string(i + 1) + ", column " + std::to_string(k + 1) + " is " +
                           found.dump() + " instead of " + rows[i][k].dump();
            }
        }
    }
    const json detected = expected.value("detected", json::object());
    for (const auto& [key, value] : detected.items()) {
        if (value.is_string() && answer.imported.at("detected").value(key, "") != value.get<std::string>())
            return "detected " + key + " is " + answer.imported.at("detected").dump();
    }
    return wrongCells(expected, answer.head);
}

/// The table of @p expectation as the alternative @p other changes it.
json alternativeTable(const json& expectation, const json& other)
{
    json table = expectation.value("table", json::object());
    table.erase("detected");
    if (other.contains("rows")) {
        table["rows"] = other.at("rows");
        table["row_count"] = other.at("rows").size();
        if (!table.contains("columns"))
            return table;
    }
    const json columns = other.value("columns", json::object());
    for (const auto& [name, column] : columns.items()) {
        for (std::size_t i = 0; i < table.at("columns").size(); ++i) {
            if (table.at("columns")[i].at("name") != name)
                continue;
            table["columns"][i]["type"] = column.at("type");
            for (std::size_t row = 0; row < column.at("values").size(); ++row)
                table["rows"][row][i] = column.at("values")[row];
        }
    }
    return table;
}

std::string wrong(const json& expectation, const Answer& answer)
{
    std::string first = expectation.at("expect") == "error" ? wrongError(expectation.at("error"), answer)
                                                            : wrongTable(expectation.at("table"), answer);
    if (first.empty())
        return {};
    for (const json& other : expectation.value("also_accept", json::array())) {
        if (other.contains("error") && wrongError(other.at("error"), answer).empty())
            return {};
        const bool table = other.contains("rows") || other.contains("columns");
        if (table && expectation.contains("table") &&
            wrongTable(alternativeTable(expectation, other), answer).empty())
            return {};
    }
    return first;
}

} // namespace

class TestCliGoldenCsv : public QObject
{
    Q_OBJECT

private:
    Cli m_cli;
    json m_expectations;
    int m_count = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_cli.makeWorkspace();
        QFile file(goldenFolder() + QStringLiteral("expected.json"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        m_expectations = json::parse(file.readAll().toStdString());
        QVERIFY(!m_expectations.empty());
    }

    void everyFile_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_expectations.size(); ++i) {
            const json& options = m_expectations[i].at("options");
            std::string name = m_expectations[i].at("file");
            if (options.at("encoding").is_string())
                name += " as " + options.at("encoding").get<std::string>();
            QTest::newRow(name.c_str()) << static_cast<int>(i);
        }
    }

    void everyFile()
    {
        QFETCH(int, index);
        const json& expectation = m_expectations[static_cast<std::size_t>(index)];
        const QString file = goldenFolder() + QString::fromStdString(expectation.at("file"));
        const QString name = QStringLiteral("golden %1").arg(++m_count);
        QStringList arguments{QStringLiteral("dataset"), QStringLiteral("import"), file,
                              QStringLiteral("--name"), name};
        const json& options = expectation.at("options");
        for (const char* option : {"encoding", "delimiter"}) {
            if (options.contains(option) && options.at(option).is_string())
                arguments << QStringLiteral("--%1").arg(QLatin1String(option))
                          << QString::fromStdString(options.at(option));
        }
        Answer answer;
        answer.import = m_cli.json(arguments);
        answer.imported = answer.import.json();
        QVERIFY2(!answer.imported.is_discarded(), answer.import.text());
        if (answer.import.code == 0) {
            const CliResult head = m_cli.json({QStringLiteral("dataset"), QStringLiteral("head"), name,
                                               QStringLiteral("--rows"), QStringLiteral("1000000")});
            answer.head = head.json();
            QVERIFY2(head.code == 0 && !answer.head.is_discarded(), head.err);
        } else {
            QVERIFY2(answer.import.err.startsWith("error: "), answer.import.text());
        }
        const std::string problem = wrong(expectation, answer);
        QVERIFY2(problem.empty(), (problem + "\n" + expectation.at("why").get<std::string>() + "\n" +
                                   answer.import.text().left(2000).toStdString())
                                      .c_str());
        if (expectation.contains("notice") && answer.import.code == 0)
            QVERIFY2(!answer.imported.at("notices").empty(), "the person is not told");
    }
};

QTEST_GUILESS_MAIN(TestCliGoldenCsv)
#include "tst_cli_golden_csv.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// `lepton tokenize` and `lepton report` against the golden files of their peers.
#include "support/cli.h"
#include "support/golden_qt.h"

#include <QTest>

#include <fstream>
#include <map>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using Json = nlohmann::ordered_json;

namespace {

QString minilmFolder()
{
    const QString given = qEnvironmentVariable("LEPTON_MINILM_DIR");
    return given.isEmpty() ? QString(LEPTON_MINILM_DIR) : given;
}

QByteArray quoted(const Json& label)
{
    QByteArray text = QByteArray::fromStdString(label.get<std::string>());
    text.replace("\"", "\"\"");
    return '"' + text + '"';
}

} // namespace

class TestCliText : public QObject
{
    Q_OBJECT

private:
    Cli m_cli;

private Q_SLOTS:
    void idsOfLinesAreEqual()
    {
        if (minilmFolder().isEmpty())
            QSKIP("The folder of all-MiniLM-L6-v2 is not here (LEPTON_MINILM_DIR).");
        std::ifstream file(lepton::testing::goldenFolder("tokenize") / "minilm_lines.jsonl");
        std::map<int, std::pair<QByteArray, std::vector<Json>>> byLength;
        for (std::string line; std::getline(file, line);) {
            const Json golden = Json::parse(line);
            const int length = golden["max_length"].is_null() ? 0 : golden["max_length"].get<int>();
            auto& [input, ids] = byLength[length];
            input += QByteArray::fromStdString(golden["text"].get<std::string>()) + '\n';
            ids.push_back(golden["ids"]);
        }
        QVERIFY(byLength.size() > 1);
        for (const auto& [length, cases] : byLength) {
            const CliResult result = m_cli.runWithInput(
                {"tokenize", "--model", minilmFolder(), "--max-length", QString::number(length)},
                cases.first);
            QVERIFY2(result.code == 0, result.err);
            const QList<QByteArray> lines = result.out.trimmed().split('\n');
            QCOMPARE(static_cast<std::size_t>(lines.size()), cases.second.size());
            for (qsizetype i = 0; i < lines.size(); ++i)
                QCOMPARE(QString::fromUtf8(lines[i]),
                         lepton::testing::jsonText(cases.second[static_cast<std::size_t>(i)]));
        }
    }

    void aBadLineIsNamed()
    {
        if (minilmFolder().isEmpty())
            QSKIP("The folder of all-MiniLM-L6-v2 is not here (LEPTON_MINILM_DIR).");
        const CliResult result =
            m_cli.runWithInput({"tokenize", "--model", minilmFolder(), "--json"}, "fine\nbad \xFF here\n");
        QCOMPARE(result.code, 1);
        QCOMPARE(result.json()["error"]["line"].get<int>(), 2);
        QCOMPARE(result.json()["error"]["byte"].get<int>(), 4);
        QVERIFY(result.err.startsWith("error: Line 2: "));
    }

    void reportIsEqual_data() { lepton::testing::addGoldenRows("report", "(?!regression).*\\.json"); }

    void reportIsEqual()
    {
        QFETCH(QString, file);
        const Json golden = lepton::testing::goldenJson(file.toStdString());
        if (!golden["labels"].is_null() || !golden["target_names"].is_null() || golden["zero_division"] != 0)
            QSKIP("The command line takes all labels, by their own names, with zero for a division by zero.");
        QByteArray table = "truth,pred\n";
        for (std::size_t i = 0; i < golden["true"].size(); ++i)
            table += quoted(golden["true"][i]) + ',' + quoted(golden["pred"][i]) + '\n';
        const QString csv = m_cli.writeFile("report.csv", table);
        const int digits = golden["digits"].get<int>();
        const CliResult result = m_cli.run({"report", csv, "--digits", QString::number(digits)});
        if (golden["true"].empty()) {
            QCOMPARE(result.code, 1);
            QVERIFY(result.err.contains("no rows"));
            return;
        }
        QVERIFY2(result.code == 0, result.err);
        const Json& expected = golden["expected"];
        if (expected.contains("report_text_also") &&
            result.out.toStdString() == expected["report_text_also"].get<std::string>())
            return;
        QCOMPARE(QString::fromUtf8(result.out),
                 QString::fromStdString(expected["report_text"].get<std::string>()));
    }

    void anUnknownColumnIsNamed()
    {
        const QString csv = m_cli.writeFile("three.csv", "a,b,c\nx,y,z\n");
        CliResult result = m_cli.json({"report", csv, "--true", "a", "--pred", "d"});
        QCOMPARE(result.code, 1);
        QCOMPARE(result.json()["error"]["kind"].get<std::string>(), std::string("unknown_column"));
        QVERIFY(result.err.contains("a, b, c"));
        result = m_cli.json({"report", csv});
        QCOMPARE(result.code, 1);
        QVERIFY(result.err.contains("--true and --pred"));
    }
};

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_cli_text.moc"

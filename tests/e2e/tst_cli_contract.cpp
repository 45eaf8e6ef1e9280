// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the headless program: verbs, options, documents, exit codes.
#include "support/cli.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <set>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

namespace {

const QByteArray smallCsv =
    "id,name,score,day\n1,Ann,1.5,2024-01-31\n2,,,2024-02-29\n3,\"Zo\xC3\xAB, \xE6\x9D\x8E\",-2.0,\n";

std::set<std::string> keysOf(const json& object)
{
    std::set<std::string> keys;
    for (const auto& entry : object.items())
        keys.insert(entry.key());
    return keys;
}

/// Every one of @p words is a key of @p object.
bool hasKeys(const json& object, const std::set<std::string>& words)
{
    const auto keys = keysOf(object);
    return std::includes(keys.begin(), keys.end(), words.begin(), words.end());
}

} // namespace

class TestCliContract : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_cli;

    CliResult import(const QString& file, const QString& name, const QStringList& more = {}) const
    {
        return m_cli->json(QStringList{"dataset", "import", file, "--name", name} + more);
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        m_cli->makeWorkspace();
    }

    void versionAndHelp()
    {
        const CliResult version = m_cli->run({"--version"});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("lepton "));
        const CliResult help = m_cli->run({"--help"});
        QCOMPARE(help.code, 0);
        for (const char* verb : {"init", "workspace", "dataset", "audit", "doctor"})
            QVERIFY2(help.out.contains(verb), verb);
    }

    void everyVerbHasHelpWithAnExample_data()
    {
        QTest::addColumn<QStringList>("verb");
        for (const char* verb : {"init",
                                 "workspace",
                                 "workspace trust",
                                 "workspace convert",
                                 "workspace backup",
                                 "workspace gc",
                                 "dataset",
                                 "dataset import",
                                 "dataset list",
                                 "dataset show",
                                 "dataset head",
                                 "dataset export",
                                 "dataset diff",
                                 "dataset edit",
                                 "dataset trash",
                                 "dataset restore",
                                 "dataset empty-trash",
                                 "tokenize",
                                 "report",
                                 "audit",
                                 "audit log",
                                 "audit verify",
                                 "run export",
                                 "bench",
                                 "bench tokenize",
                                 "bench train",
                                 "bench metrics",
                                 "bench import",
                                 "doctor"})
            QTest::newRow(verb) << QString::fromLatin1(verb).split(' ');
    }

    void everyVerbHasHelpWithAnExample()
    {
        QFETCH(QStringList, verb);
        const CliResult help = m_cli->run(verb + QStringList{"--help"});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.contains("Example:\n  lepton " + verb.first().toUtf8()), help.out);
    }

    void benchMeasuresWithoutPeers()
    {
        const CliResult result = m_cli->json({"bench", "metrics", "--points", "2000", "--rounds", "1"});
        QVERIFY2(result.code == 0, result.err);
        const auto document = nlohmann::json::parse(result.out.toStdString());
        QVERIFY(document.at("rows").at(0).at("ours").get<double>() > 0);
        QVERIFY(document.at("rows").at(0).at("peer").is_null());
        const CliResult wrong = m_cli->json(
            {"bench", "metrics", "--points", "2000", "--rounds", "1", "--peers", "no-such-python"});
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.out.contains("no-such-python"));
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no verb") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{"paint"};
        QTest::newRow("unknown option") << QStringList{"dataset", "list", "--colour"};
        QTest::newRow("missing name") << QStringList{"dataset", "import", "x.csv"};
        QTest::newRow("unknown choice")
            << QStringList{"dataset", "import", "x.csv", "--name", "x", "--sensitivity", "secret"};
        QTest::newRow("long delimiter")
            << QStringList{"dataset", "import", "x.csv", "--name", "x", "--delimiter", "::"};
        QTest::newRow("unknown type")
            << QStringList{"dataset", "import", "x.csv", "--name", "x", "--types", "a=number"};
        QTest::newRow("impossible decimal")
            << QStringList{"dataset", "import", "x.csv", "--name", "x", "--types", "a=decimal(2,3)"};
        QTest::newRow("a column with two types")
            << QStringList{"dataset", "import", "x.csv", "--name", "x", "--types", "a=text,a=int64"};
        QTest::newRow("negative rows") << QStringList{"dataset", "head", "x", "--rows", "-1"};
        QTest::newRow("rows in words") << QStringList{"dataset", "head", "x", "--rows", "ten"};
        QTest::newRow("a part of a row") << QStringList{"dataset", "head", "x", "--offset", "1.5"};
        QTest::newRow("more rows than 64 bits")
            << QStringList{"dataset", "head", "x", "--rows", "99999999999999999999"};
        QTest::newRow("negative grace") << QStringList{"workspace", "gc", "--grace", "-1"};
    }

    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        const CliResult plain = m_cli->run(arguments);
        QCOMPARE(plain.code, 2);
        QVERIFY2(plain.err.startsWith("error: "), plain.err);
        QVERIFY(plain.out.isEmpty());
        const CliResult asJson = m_cli->json(arguments);
        QCOMPARE(asJson.code, 2);
        QVERIFY2(!asJson.json().is_discarded(), asJson.out);
        QCOMPARE(asJson.json().at("error").at("kind").get<std::string>(), std::string("usage"));
    }

    void versionIsOneDocument()
    {
        QVERIFY(m_cli->run({"--version"}).out.startsWith("lepton "));
        const CliResult asJson = m_cli->json({"--version"});
        QCOMPARE(asJson.code, 0);
        QVERIFY2(!asJson.json().is_discarded(), asJson.out);
        QVERIFY(!asJson.json().at("version").get<std::string>().empty());
    }

    void initRefusesAFolderWithoutAName()
    {
        const CliResult result = m_cli->json({"init", "", "--member", "Ann", "--department", "Risk"});
        QCOMPARE(result.code, 1);
        QCOMPARE(result.json().at("error").at("kind").get<std::string>(), std::string("invalid_argument"));
    }

    void globalOptionsStandAnywhere_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString folder = QStringLiteral("workspace");
        QTest::newRow("before") << QStringList{"--json", "--workspace", folder, "dataset", "list"};
        QTest::newRow("between") << QStringList{"dataset", "--workspace", folder, "--json", "list"};
        QTest::newRow("after") << QStringList{"dataset", "list", "--json", "--workspace", folder};
    }

    void globalOptionsStandAnywhere()
    {
        QFETCH(QStringList, arguments);
        m_cli->use({});
        const CliResult result = m_cli->run(arguments);
        QVERIFY2(result.code == 0, result.text());
        QCOMPARE(result.json(), json({{"datasets", json::array()}}));
    }

    void withoutAWorkspaceItAsksForOne()
    {
        m_cli->use({});
        const CliResult result = m_cli->run({"dataset", "list"});
        QCOMPARE(result.code, 2);
        QVERIFY(result.err.contains("--workspace"));
    }

    void importTellsWhatItFound()
    {
        const CliResult result = import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        QVERIFY2(result.code == 0, result.text());
        QVERIFY2(result.err.isEmpty(), result.err); // no progress where nobody looks
        const json document = result.json();
        QVERIFY(hasKeys(document, {"dataset", "version", "rows", "columns", "detected", "skipped_rows",
                                   "hash", "notices"}));
        QVERIFY(!document.contains("unchanged"));
        QCOMPARE(document.at("dataset").get<std::string>(), std::string("Scores"));
        QCOMPARE(document.at("version").get<int>(), 1);
        QCOMPARE(document.at("rows").get<int>(), 3);
        QCOMPARE(document.at("detected").at("encoding").get<std::string>(), std::string("utf-8"));
        QCOMPARE(document.at("detected").at("delimiter").get<std::string>(), std::string(","));
        QVERIFY(document.at("skipped_rows").empty());
        std::string columns;
        for (const json& column : document.at("columns"))
            columns += column.at("name").get<std::string>() + ":" + column.at("type").get<std::string>() +
                       ":" + column.at("nulls").dump() + " ";
        QCOMPARE(columns, std::string("id:int64:0 name:text:1 score:float64:1 day:date:1 "));
        QCOMPARE(document.at("hash").get<std::string>().size(), std::size_t{64});
    }

    void sameContentIsUnchanged()
    {
        const QString file = m_cli->writeFile("a.csv", smallCsv);
        const json first = import(file, "Scores").json();
        for (const QStringList& more :
             {QStringList{}, QStringList{"--new-version"}, QStringList{"--sensitivity", "public"}}) {
            const CliResult again = import(file, "scores", more);
            QVERIFY2(again.code == 0, again.text());
            QCOMPARE(again.json().at("unchanged"), json(true));
            QCOMPARE(again.json().at("version").get<int>(), 1);
            QCOMPARE(again.json().at("hash"), first.at("hash"));
        }
    }

    void otherContentNeedsNewVersion()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const QString other = m_cli->writeFile("b.csv", smallCsv + "4,Dan,3.5,2024-03-01\n");
        const CliResult refused = import(other, "SCORES");
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json().at("error").at("kind").get<std::string>(), std::string("exists"));
        QVERIFY(refused.err.startsWith("error: "));
        const CliResult accepted = import(other, "SCORES", {"--new-version"});
        QVERIFY2(accepted.code == 0, accepted.text());
        QCOMPARE(accepted.json().at("version").get<int>(), 2);
        QCOMPARE(accepted.json().at("dataset").get<std::string>(), std::string("Scores"));
    }

    void badRowsAreSkippedOnlyWhenAsked()
    {
        const QString file = m_cli->writeFile("a.csv", "a,b\n1,2\n3,4,5\n6,7\n");
        const CliResult refused = import(file, "Ragged");
        QCOMPARE(refused.code, 1);
        const json error = refused.json().at("error");
        QCOMPARE(error.at("kind").get<std::string>(), std::string("ragged_row"));
        QCOMPARE(error.at("row").get<int>(), 3);
        QCOMPARE(error.at("byte").get<int>(), 8);
        QVERIFY(hasKeys(error, {"kind", "message", "detail"}));
        const CliResult skipped = import(file, "Ragged", {"--bad-rows", "skip"});
        QVERIFY2(skipped.code == 0, skipped.text());
        QCOMPARE(skipped.json().at("rows").get<int>(), 2);
        const json rows = skipped.json().at("skipped_rows");
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].at("row").get<int>(), 3);
        QCOMPARE(rows[0].at("byte").get<int>(), 8);
        QCOMPARE(rows[0].at("kind").get<std::string>(), std::string("ragged_row"));
    }

    void leftOutRowsStandUnderOneRemedyAKind()
    {
        const QString file = m_cli->writeFile("b.csv", "a,b\n1,2\n3,4,5\nsoon,1\n6\n7,8\n");
        const CliResult result = m_cli->run(
            {"dataset", "import", file, "--name", "Two kinds", "--types", "a=int64", "--bad-rows", "skip"});
        QVERIFY2(result.code == 0, result.text());
        QCOMPARE(result.out.count("Mend the rows"), 1);
        QCOMPARE(result.out.count("Mend the cells"), 1);
        QVERIFY2(result.out.contains("\n      row 3 (line 3), byte 8, 3 fields of 2: 3, 4, 5\n      row 5 "),
                 result.text());
        QVERIFY2(result.out.contains("\n      row 4 (line 4), column 'a', byte 14: soon\n"), result.text());
    }

    void aRefusedQuoteNamesTheOptionThatHelps()
    {
        const QString file = m_cli->writeFile("inches.csv", "screen,price\n\"24,100\n27,150\n");
        const CliResult refused = import(file, "Inches");
        QCOMPARE(refused.code, 1);
        const json error = refused.json().at("error");
        QCOMPARE(error.at("kind").get<std::string>(), std::string("unclosed_quote"));
        QVERIFY(error.at("message").get<std::string>().ends_with("(--quote none)"));
        const CliResult plain = import(file, "Inches", {"--quote", "none"});
        QVERIFY2(plain.code == 0, plain.text());
        QCOMPARE(plain.json().at("rows").get<int>(), 2);
        const QString single = m_cli->writeFile("single.csv", "a,b\n'1,5',x\n");
        QCOMPARE(import(single, "Single", {"--quote", "single"}).json().at("rows").get<int>(), 1);
    }

    void statedOptionsAreFollowed()
    {
        const QString file = m_cli->writeFile("a.txt", "id\tprice\tcode\n1\t1.50\tnone\n2\t22.00\t7\n");
        for (const char* delimiter : {"\t", "\\t", "tab"}) {
            const CliResult result = import(
                file, QStringLiteral("Prices %1").arg(delimiter == QByteArray("\t") ? "1" : delimiter),
                {"--delimiter", delimiter, "--types", "id=text,price=decimal(10,2)", "--nulls", "none,-"});
            QVERIFY2(result.code == 0, result.text());
            const json columns = result.json().at("columns");
            QCOMPARE(columns[0].at("type").get<std::string>(), std::string("text"));
            QCOMPARE(columns[1].at("type").get<std::string>(), std::string("decimal"));
            QCOMPARE(columns[2].at("type").get<std::string>(), std::string("int64"));
            QCOMPARE(columns[2].at("nulls").get<int>(), 1);
        }
    }

    void statedTimestampsHaveAZoneOrNot()
    {
        const QString file =
            m_cli->writeFile("a.csv", "t,z,n\n"
                                      "12:30:00,2024-01-01T12:00:00+02:00,2024-01-01 12:00:00\n");
        const CliResult result = import(file, "Times", {"--types", "t=time,z=timestamp,n=timestamp"});
        QVERIFY2(result.code == 0, result.text());
        const json head = m_cli->json({"dataset", "head", "Times"}).json();
        QCOMPARE(head.at("rows")[0], json({"12:30:00", "2024-01-01T10:00:00Z", "2024-01-01T12:00:00"}));
    }

    void unknownVerbsAreNamed()
    {
        for (const QStringList& words : {QStringList{"datset", "list"}, QStringList{"dataset", "datset"},
                                         QStringList{"--workspace", "workspace", "datset"}})
            QVERIFY2(m_cli->run(words).err.contains("\"datset\""), m_cli->run(words).err);
        QVERIFY(m_cli->run({"dataset"}).err.contains("import"));
    }

    void listShowsTheNewest()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores",
               {"--department", "Sales", "--sensitivity", "restricted"});
        import(m_cli->writeFile("b.csv", smallCsv + "4,Dan,3.5,\n"), "Scores", {"--new-version"});
        const json list = m_cli->json({"dataset", "list"}).json().at("datasets");
        QCOMPARE(list.size(), std::size_t{1});
        QVERIFY(hasKeys(list[0], {"name", "version", "rows", "department", "sensitivity", "updated"}));
        QCOMPARE(list[0].at("name").get<std::string>(), std::string("Scores"));
        QCOMPARE(list[0].at("version").get<int>(), 2);
        QCOMPARE(list[0].at("rows").get<int>(), 4);
        QCOMPARE(list[0].at("department").get<std::string>(), std::string("Sales"));
        QCOMPARE(list[0].at("sensitivity").get<std::string>(), std::string("restricted"));
        const CliResult human = m_cli->run({"dataset", "list"});
        QVERIFY2(human.out.contains("Scores") && human.out.contains("NAME"), human.out);
        QCOMPARE(m_cli->json({"dataset", "list", "--search", "day"}).json().at("datasets").size(),
                 std::size_t{1});
        QCOMPARE(m_cli->json({"dataset", "list", "--search", "nowhere"}).json().at("datasets").size(),
                 std::size_t{0});
    }

    void headPagesFiltersAndSorts()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const json all = m_cli->json({"dataset", "head", "Scores"}).json();
        QCOMPARE(all.at("row_count").get<int>(), 3);
        QCOMPARE(all.at("columns")[0].at("name").get<std::string>(), std::string("id"));
        QCOMPARE(all.at("rows")[0], json({1, "Ann", 1.5, "2024-01-31"}));
        QCOMPARE(all.at("rows")[1], json({2, nullptr, nullptr, "2024-02-29"}));
        const json page = m_cli->json({"dataset", "head", "Scores@1", "--rows", "1", "--offset", "2"}).json();
        QCOMPARE(page.at("rows").size(), std::size_t{1});
        QCOMPARE(page.at("rows")[0][0], json(3));
        QCOMPARE(page.at("row_count").get<int>(), 3);
        const json past = m_cli->json({"dataset", "head", "Scores", "--offset", "99"}).json();
        QVERIFY(past.at("rows").empty());
        const json filtered =
            m_cli->json({"dataset", "head", "Scores", "--filter", "id >= 2", "--sort", "id:desc"}).json();
        QCOMPARE(filtered.at("row_count").get<int>(), 2);
        QCOMPARE(filtered.at("rows")[0][0], json(3));
        QCOMPARE(m_cli->json({"dataset", "head", "Scores", "--sort", "nope"}).json().at("error").at("kind"),
                 json("unknown_column"));
        QCOMPARE(
            m_cli->json({"dataset", "head", "Scores", "--filter", "id >="}).json().at("error").at("kind"),
            json("bad_filter"));
    }

    void showTellsColumnsVersionsAndSource()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores",
               {"--description", "What people scored", "--tag", "test", "--tag", "scores"});
        const json show = m_cli->json({"dataset", "show", "Scores"}).json();
        QVERIFY(hasKeys(
            show, {"dataset", "version", "rows", "columns", "hash", "versions", "source", "department"}));
        QCOMPARE(show.at("description").get<std::string>(), std::string("What people scored"));
        QCOMPARE(show.at("tags"), json({"scores", "test"}));
        QCOMPARE(show.at("owner").get<std::string>(), std::string("Ann Lee"));
        QCOMPARE(show.at("source").at("file").get<std::string>(), std::string("a.csv"));
        QCOMPARE(show.at("versions").size(), std::size_t{1});
        const CliResult human = m_cli->run({"dataset", "show", "Scores"});
        QVERIFY2(human.code == 0 && human.out.contains("float64") && human.out.contains("Ann Lee"),
                 human.text());
    }

    void missingThingsAreNamed()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const CliResult other = m_cli->json({"dataset", "show", "Nothing"});
        QCOMPARE(other.code, 1);
        QCOMPARE(other.json().at("error").at("kind"), json("not_found"));
        QVERIFY(other.err.contains("Scores")); // what there is
        QCOMPARE(m_cli->json({"dataset", "head", "Scores@7"}).json().at("error").at("kind"),
                 json("not_found"));
        QCOMPARE(m_cli->json({"dataset", "head", "Scores@x"}).json().at("error").at("kind"),
                 json("invalid_argument"));
    }

    void exportGivesBackTheSameFile()
    {
        const QByteArray csv = "id;name;score\r\n1;\"Ann; B\";1.50\r\n2;Bob;\r\n";
        import(m_cli->writeFile("a.csv", csv), "Scores");
        const QString target = m_cli->folder() + "/out.csv";
        const CliResult result = m_cli->json({"dataset", "export", "Scores", target});
        QVERIFY2(result.code == 0, result.text());
        QCOMPARE(result.json().at("rows").get<int>(), 2);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), csv);
        const CliResult wrong = m_cli->json({"dataset", "export", "Scores", m_cli->folder() + "/out.xls"});
        QCOMPARE(wrong.code, 1);
        QVERIFY(!QFile::exists(m_cli->folder() + "/out.xls"));
    }

    void exportFiltersAndComesBackEqual_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"csv", "tsv", "jsonl", "parquet"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void exportFiltersAndComesBackEqual()
    {
        QFETCH(QString, ending);
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const QString target = m_cli->folder() + "/out." + ending;
        const CliResult result = m_cli->json({"dataset", "export", "Scores", target, "--filter", "id <> 2"});
        QVERIFY2(result.code == 0, result.text());
        QCOMPARE(result.json().at("rows").get<int>(), 2);
        QVERIFY2(import(target, "Again").code == 0, result.text());
        const json again = m_cli->json({"dataset", "head", "Again"}).json();
        const json before = m_cli->json({"dataset", "head", "Scores", "--filter", "id <> 2"}).json();
        QCOMPARE(again.at("rows"), before.at("rows"));
    }

    void diffTellsColumnsAndRows()
    {
        import(m_cli->writeFile("a.csv", "id,x\n1,a\n2,b\n3,c\n"), "T");
        import(m_cli->writeFile("b.csv", "id,x,y\n1,a,1\n3,c,1\n4,d,1\n5,e,1\n"), "T", {"--new-version"});
        const CliResult result = m_cli->json({"dataset", "diff", "T@1", "T@2"});
        QVERIFY2(result.code == 0, result.text());
        const json diff = result.json();
        QCOMPARE(diff.at("columns").at("added"), json({"y"}));
        QCOMPARE(diff.at("rows").at("kept").get<int>(), 2);
        QCOMPARE(diff.at("rows").at("added").get<int>(), 2);
        QCOMPARE(diff.at("rows").at("removed").get<int>(), 1);
        QCOMPARE(diff.at("added_rows"), json({3, 4}));
        QCOMPARE(diff.at("removed_rows"), json({2}));
    }

    void trashKeepsAndRestores()
    {
        const QString file = m_cli->writeFile("a.csv", smallCsv);
        import(file, "Scores");
        QCOMPARE(m_cli->run({"dataset", "trash", "Scores"}).code, 0);
        QVERIFY(m_cli->json({"dataset", "list"}).json().at("datasets").empty());
        QCOMPARE(m_cli->json({"dataset", "list", "--trashed"}).json().at("datasets").size(), std::size_t{1});
        // The name is free meanwhile, and then taken.
        QCOMPARE(import(m_cli->writeFile("b.csv", "a\n1\n"), "scores").json().at("version").get<int>(), 1);
        const CliResult taken = m_cli->json({"dataset", "restore", "Scores"});
        QCOMPARE(taken.code, 1);
        QCOMPARE(taken.json().at("error").at("kind"), json("exists"));
        QCOMPARE(m_cli->run({"dataset", "restore", "Scores", "--name", "Old scores"}).code, 0);
        QCOMPARE(m_cli->json({"dataset", "head", "Old scores"}).json().at("row_count").get<int>(), 3);
        m_cli->run({"dataset", "trash", "Old scores"});
        QCOMPARE(m_cli->json({"dataset", "empty-trash"}).json().at("removed").get<int>(), 1);
        QVERIFY(m_cli->json({"dataset", "list", "--trashed"}).json().at("datasets").empty());
        QVERIFY(m_cli->run({"workspace", "gc"}).out.contains("younger than a day stays"));
        const json gc = m_cli->json({"workspace", "gc", "--grace", "0"}).json();
        QCOMPARE(gc.at("files").get<int>(), 1);
        QCOMPARE(m_cli->run({"audit", "verify"}).code, 0);
    }

    void editChangesWhatIsStated()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores", {"--tag", "old"});
        import(m_cli->writeFile("b.csv", "a\n1\n"), "Other");
        const CliResult edited = m_cli->json({"dataset", "edit", "Scores", "--name", "Marks", "--sensitivity",
                                              "confidential", "--tag", "new"});
        QVERIFY2(edited.code == 0, edited.text());
        const json show = m_cli->json({"dataset", "show", "marks"}).json();
        QCOMPARE(show.at("sensitivity"), json("confidential"));
        QCOMPARE(show.at("tags"), json({"new"}));
        QCOMPARE(m_cli->json({"dataset", "edit", "Marks", "--name", "OTHER"}).json().at("error").at("kind"),
                 json("exists"));
        QCOMPARE(m_cli->json({"dataset", "edit", "Marks", "--name", "a/b"}).json().at("error").at("kind"),
                 json("invalid_argument"));
    }

    void auditTellsWhoDidWhat()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const CliResult log = m_cli->json({"audit", "log"});
        QVERIFY2(log.code == 0, log.text());
        bool found = false;
        const json events = log.json().at("events");
        for (const json& event : events) {
            QVERIFY(hasKeys(event, {"seq", "id", "time", "member", "key", "kind", "object", "detail", "prev",
                                    "hash", "signature"}));
            if (event.at("kind") == "dataset.imported") {
                found = true;
                QCOMPARE(event.at("detail").at("file"), json("a.csv"));
                QCOMPARE(event.at("detail").at("rows"), json(3));
                QVERIFY(hasKeys(event.at("detail"), {"content_hash", "file_hash", "file_bytes"}));
            }
        }
        QVERIFY(found);
        const CliResult verify = m_cli->json({"audit", "verify"});
        QVERIFY2(verify.code == 0, verify.text());
        QVERIFY(hasKeys(verify.json(), {"ok", "events", "head", "root", "pinned", "problems"}));
        QCOMPARE(verify.json().at("ok"), json(true));
        QVERIFY(verify.json().at("problems").empty());
    }

    void doctorLooksThroughTheWorkspace()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const CliResult doctor = m_cli->json({"doctor"});
        QVERIFY2(doctor.code == 0, doctor.text());
        const json document = doctor.json();
        QVERIFY(hasKeys(document, {"version", "workspace", "problems"}));
        QCOMPARE(document.at("workspace").at("journal_mode"), json("local"));
        QVERIFY(document.at("problems").empty());
        QVERIFY2(m_cli->run({"doctor"}).out.contains("SQLite"), doctor.out);
    }

    void backupIsAWorkspaceOfItsOwn()
    {
        import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        const QString copy = m_cli->folder() + "/copy.db";
        QCOMPARE(m_cli->run({"workspace", "backup", copy}).code, 0);
        QVERIFY(QFile::exists(copy));
        QCOMPARE(m_cli->run({"workspace", "backup", copy}).code, 1); // never over an existing file
    }

    void convertChangesTheJournal()
    {
        QCOMPARE(m_cli->run({"workspace", "convert", "--shared"}).code, 0);
        QCOMPARE(m_cli->json({"doctor"}).json().at("workspace").at("journal_mode"), json("shared"));
        QVERIFY2(import(m_cli->writeFile("a.csv", smallCsv), "Scores").code == 0,
                 "import into a shared workspace");
        QCOMPARE(m_cli->run({"workspace", "convert"}).code, 2);
        QCOMPARE(m_cli->run({"workspace", "convert", "--shared", "--local"}).code, 2);
    }

    void awkwardWorkspacePaths_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces") << "my team's space";
        QTest::newRow("Chinese") << QString::fromUtf8("风险 部门");
        QTest::newRow("double quote") << "the \"big\" one";
        QTest::newRow("percent and question mark") << "100%25?x=1#y";
    }

    void awkwardWorkspacePaths()
    {
        QFETCH(QString, name);
        m_cli->makeWorkspace(name);
        const CliResult result = import(m_cli->writeFile("a.csv", smallCsv), "Scores");
        QVERIFY2(result.code == 0, result.text());
        QCOMPARE(m_cli->json({"dataset", "head", "Scores"}).json().at("row_count").get<int>(), 3);
        QCOMPARE(m_cli->run({"audit", "verify"}).code, 0);
        QVERIFY(QFile::exists(m_cli->folder() + "/" + name + "/catalog.db"));
    }

    void initRefusesAFolderInUse()
    {
        const CliResult again =
            m_cli->json({"init", m_cli->folder() + "/workspace", "--member", "Bob", "--department", "Risk"});
        QCOMPARE(again.code, 1);
        QVERIFY(again.json().contains("error"));
        m_cli->writeFile("full", "");
        QDir().mkdir(m_cli->folder() + "/taken");
        m_cli->writeFile("taken/file.txt", "x");
        QCOMPARE(
            m_cli->run({"init", m_cli->folder() + "/taken", "--member", "Bob", "--department", "Risk"}).code,
            1);
        QVERIFY(QFile::exists(m_cli->folder() + "/taken/file.txt"));
    }
};

QTEST_GUILESS_MAIN(TestCliContract)
#include "tst_cli_contract.moc"

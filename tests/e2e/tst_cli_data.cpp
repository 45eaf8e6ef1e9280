// SPDX-License-Identifier: GPL-3.0-or-later
// Data sets and the log from a shell: what is taken over, what is refused, what is meant by a name.
#include "support/cli.h"
#include "support/event_kinds.h"

#include <QFile>
#include <QTest>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

class TestCliData : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_cli;

    CliResult import(const QString& name, const QByteArray& bytes, const QStringList& more = {}) const
    {
        return m_cli->json(
            QStringList{"dataset", "import", m_cli->writeFile("in.csv", bytes), "--name", name} + more);
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        m_cli->makeWorkspace();
    }

    void aNewVersionIsReadAsTheOneBefore()
    {
        QCOMPARE(import("T", "id;n\n1;none\n2;3\n", {"--nulls", "none", "--types", "id=text"}).code, 0);
        const QByteArray more = "id;n\n1;none\n2;3\n4;5\n";
        const CliResult second = import("T", more, {"--new-version"});
        QVERIFY2(second.code == 0, second.text());
        QCOMPARE(second.json().at("columns").at(0).at("type"), json("text"));
        QCOMPARE(second.json().at("columns").at(1).at("nulls"), json(1));
        QCOMPARE(second.json().at("taken_over"),
                 (json{{"version", 1}, {"options", {"nulls", "types"}}, {"types", {"id"}}}));

        const CliResult said = m_cli->run({"dataset", "import", m_cli->writeFile("b.csv", "id;n\n9;none\n"),
                                           "--name", "T", "--new-version"});
        QVERIFY2(said.out.contains("read as version 2 was: missing words none, type of id"), said.text());
        QVERIFY2(said.out.contains("  1 row, 2 columns"), said.text());

        const CliResult stated =
            import("T", "id;n\n1;none\n2;3\n5;6\n", {"--new-version", "--types", "id=float64"});
        QCOMPARE(stated.json().at("columns").at(0).at("type"), json("float64"));
        const CliResult afresh = import("T", more, {"--new-version", "--read-afresh"});
        QCOMPARE(afresh.json().at("columns").at(0).at("type"), json("int64"));
        QCOMPARE(afresh.json().at("columns").at(1).at("type"), json("text"));
        QVERIFY(!afresh.json().contains("taken_over"));
        QCOMPARE(import("New", more, {"--read-afresh"}).code, 2);
    }

    void aTypeThatWasTakenOverIsToBlame()
    {
        QCOMPARE(import("T", "price\n1.25\n", {"--types", "price=decimal(10,2)"}).code, 0);
        const CliResult result = import("T", "price\n1.255\n", {"--new-version"});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.contains("taken over from version 1"), result.text());
    }

    void exportReplacesNothingUnasked()
    {
        import("T", "a\n1\n");
        const QString target = m_cli->writeFile("mine.csv", "precious");
        const CliResult refused = m_cli->json({"dataset", "export", "T", target});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json().at("error").at("kind"), json("exists"));
        QVERIFY2(refused.err.contains("--force"), refused.text());
        QCOMPARE(contentOf(target), QByteArray("precious"));
        const CliResult forced = m_cli->run({"dataset", "export", "T", target, "--force"});
        QVERIFY2(forced.code == 0 && forced.out.contains("Exported 1 row of T@1"), forced.text());
        QCOMPARE(contentOf(target), QByteArray("a\n1\n"));
        // a file that was made for it, and holds nothing
        QCOMPARE(m_cli->run({"dataset", "export", "T", m_cli->writeFile("made.csv", "")}).code, 0);
    }

    void restoreAsksWhichOfSeveral()
    {
        for (const char* bytes : {"a\n1\n", "a\n1\n2\n"}) {
            import("T", bytes);
            QCOMPARE(m_cli->run({"dataset", "trash", "T"}).code, 0);
        }
        const CliResult both = m_cli->run({"dataset", "restore", "T"});
        QCOMPARE(both.code, 1);
        const json list = m_cli->json({"dataset", "list", "--trashed"}).json().at("datasets");
        QCOMPARE(list.size(), std::size_t{2});
        QByteArray shorter;
        for (const json& one : list) {
            const QByteArray id = QByteArray::fromStdString(one.at("id").get<std::string>());
            QVERIFY2(both.err.contains(id), both.text());
            QVERIFY2(both.err.contains(QByteArray::fromStdString(one.at("trashed").get<std::string>())),
                     both.text());
            if (one.at("rows") == 1)
                shorter = id;
        }
        QVERIFY2(both.err.contains("1 row\n") && both.err.contains("2 rows\n"), both.text());
        QCOMPARE(m_cli->run({"dataset", "restore", QString::fromLatin1(shorter)}).code, 0);
        QCOMPARE(m_cli->json({"dataset", "head", "T"}).json().at("row_count"), json(1));
        const CliResult none = m_cli->run({"dataset", "restore", "TT"});
        QVERIFY2(none.code == 1 && none.err.contains("Did you mean \"T\"?"), none.text());
    }

    void aNameThatIsNearIsNamed()
    {
        import("tweets", "amount\n1\n");
        const CliResult show = m_cli->run({"dataset", "show", "tweet"});
        QCOMPARE(show.code, 1);
        QVERIFY2(show.err.contains("Did you mean \"tweets\"?"), show.text());
        const CliResult sorted = m_cli->run({"dataset", "head", "tweets", "--sort", "amuont:desc"});
        QVERIFY2(sorted.code == 1 && sorted.err.contains("Did you mean \"amount\"?"), sorted.text());
        const CliResult far = m_cli->run({"dataset", "show", "something else"});
        QVERIFY2(far.err.contains("There are: tweets."), far.text());
    }

    void theLogIsAskedForKindsAndNames()
    {
        import("tweets", "a\n1\n");
        import("other", "a\n2\n");
        const CliResult unknown = m_cli->json({"audit", "log", "--kind", "nope"});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("There are: audit, basemodel, dataset, "), unknown.text());
        const CliResult beginning = m_cli->run({"audit", "log", "--kind", "dataset.import"});
        QCOMPARE(beginning.code, 0);
        const CliResult typo = m_cli->run({"audit", "log", "--kind", "datset.imported"});
        QVERIFY2(typo.code == 2 && typo.err.contains("dataset.imported"), typo.text());
        const CliResult none = m_cli->json({"audit", "log", "--kind", "promotion."});
        QVERIFY2(none.code == 0 && none.json().at("events").empty(), none.text());
        for (const QString& kind :
             lepton::testing::kindsInCore()) { // none is called unknown before its first event
            const CliResult asked = m_cli->json({"audit", "log", "--kind", kind});
            QVERIFY2(asked.code == 0, asked.text());
        }

        const auto about = [&](const QString& object) {
            return m_cli->json({"audit", "log", "--object", object}).json().at("events");
        };
        const json events = about("Tweets");
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events.at(0).at("detail").at("name"), json("tweets"));
        QCOMPARE(about(QString::fromStdString(events.at(0).at("object").get<std::string>())), events);
        m_cli->run({"dataset", "trash", "tweets"});
        QCOMPARE(about("tweets").size(), std::size_t{2});
        for (const char* missing : {"tweet", "P-1", "R-3"}) {
            const CliResult result = m_cli->json({"audit", "log", "--object", missing});
            QCOMPARE(result.code, 1);
            QCOMPARE(result.json().at("error").at("kind"), json("not_found"));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliData)
#include "tst_cli_data.moc"

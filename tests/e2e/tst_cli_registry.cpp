// SPDX-License-Identifier: GPL-3.0-or-later
// From a run to production with two people, each at a computer of their own, and the proof of it afterwards.
#include "support/cli.h"
#include "support/tiny_bert.h"

#include "identity/local_workspace.h"

#include <QFile>
#include <QTest>
#include <sqlite3.h>

#include <filesystem>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

namespace {

QByteArray reviews(int rows)
{
    QByteArray table = "text,label\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray tail = QByteArray(1, static_cast<char>('a' + i % 26)) + " " +
                                QByteArray(1, static_cast<char>('a' + i / 26 % 26));
        table += i % 2 == 0 ? "good film " + tail + ",positive\n" : "bad plot " + tail + ",negative\n";
    }
    return table;
}

std::string kind(const CliResult& result)
{
    return result.json().value("error", json::object()).value("kind", result.text().toStdString());
}

} // namespace

class TestCliRegistry : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_ann, m_bo;
    QString m_workspace;

    void enrol(Cli& person, const QString& name, const QStringList& roles)
    {
        const QString file = person.folder() + "/request.json";
        person.use({});
        CliResult result =
            person.json({"member", "request", file, "--name", name, "--department", "Service"});
        QVERIFY2(result.code == 0, result.text());
        QStringList arguments{"member", "enrol", file};
        for (const QString& role : roles)
            arguments += {"--role", role};
        result = m_ann->json(arguments);
        QVERIFY2(result.code == 0, result.text());
        person.use(m_workspace);
    }

    json ask(const QString& version, const QString& target = "production")
    {
        const CliResult result =
            m_ann->json({"model", "promote", version, "--to", target, "--reason", "better on short texts"});
        if (result.code != 0)
            qWarning("%s", result.text().constData());
        return result.json();
    }

    /// Writes an event as @p person with a program that keeps no rules.
    void forge(const Cli& person, const lepton::store::EventDraft& draft)
    {
        const std::filesystem::path config =
            (person.environment().value("XDG_CONFIG_HOME") + "/lepton-workbench").toStdString();
        lepton::identity::UserStores user{lepton::identity::KeyStore(config / "keys"),
                                          lepton::identity::PinStore(config / "pins.json")};
        const auto local = lepton::identity::openWorkspace(m_workspace.toStdString(), user);
        local.workspace->write([&](lepton::store::Transaction& transaction) { transaction.append(draft); });
    }

    int production() const
    {
        const json shown = m_ann->json({"model", "show", "sentiment"}).json();
        for (const json& version : shown.at("versions")) {
            if (version.value("stage", "") == "production")
                return version.value("version", 0);
        }
        return 0;
    }

    void tamper(const QByteArray& sql)
    {
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open((m_workspace + "/catalog.db").toUtf8().constData(), &database), SQLITE_OK);
        QVERIFY2(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK,
                 sqlite3_errmsg(database));
        sqlite3_close(database);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ann = std::make_unique<Cli>();
        m_bo = std::make_unique<Cli>();
        m_workspace = m_ann->makeWorkspace();
        const QString folder = m_ann->folder() + "/tiny";
        lepton::testing::writeTinyBert(folder.toStdString());
        QCOMPARE(m_ann->json({"basemodel", "import", folder, "--name", "tiny"}).code, 0);
        const QString table = m_ann->writeFile("reviews.csv", reviews(240));
        QCOMPARE(m_ann->json({"dataset", "import", table, "--name", "reviews"}).code, 0);
        for (const char* rate : {"0.001", "0.002"}) {
            const CliResult run =
                m_ann->json({"train", "--dataset", "reviews", "--text", "text", "--label", "label",
                             "--basemodel", "tiny", "--set", "max_length=20", "--set", "max_steps=4", "--set",
                             QString("learning_rate=%1").arg(rate)});
            QVERIFY2(run.code == 0, run.text());
        }
        enrol(*m_bo, "Bo", {"reviewer"});
    }

    void aRunBecomesAVersion()
    {
        const json made = m_ann->json({"model", "register", "R-1", "--name", "sentiment"}).json();
        QCOMPARE(made.value("version", 0), 1);
        QCOMPARE(made.value("source", ""), std::string("R-1"));
        QCOMPARE(kind(m_ann->json({"model", "register", "R-1", "--name", "sentiment"})),
                 std::string("exists"));
        QCOMPARE(kind(m_bo->json({"model", "register", "R-2", "--name", "sentiment"})),
                 std::string("not_allowed"));
        QCOMPARE(m_ann->json({"model", "register", "R-2", "--name", "sentiment"}).json().value("version", 0),
                 2);
    }

    void onlySomebodyElseApproves()
    {
        const json asked = ask("sentiment@1");
        QCOMPARE(asked.value("promotion", ""), std::string("P-1"));
        QCOMPARE(asked.value("state", ""), std::string("waiting"));
        QCOMPARE(asked.value("model", ""), std::string("sentiment"));
        QCOMPARE(kind(m_ann->json({"model", "approve", "P-1", "--comment", "mine"})),
                 std::string("own_request"));
        const QByteArray shown = m_bo->run({"model", "review", "P-1"}).out;
        for (const char* part : {"Figures computed on 24 test rows of reviews@1.", "macro_f1 ", "negative "})
            QVERIFY2(shown.contains(part), shown);
        const json decided = m_bo->json({"model", "approve", "P-1", "--comment", "read it"}).json();
        QCOMPARE(decided.value("state", ""), std::string("approved"));
        QCOMPARE(kind(m_bo->json({"model", "approve", "P-1", "--comment", "again"})),
                 std::string("already_decided"));
        const json model = m_ann->json({"model", "show", "sentiment"}).json();
        QCOMPARE(model["versions"][0].value("stage", ""), std::string("production"));
        for (const char* wrong : {"2026-13-45", "yesterday", "2026-11-25T18:00Zulu"})
            QCOMPARE(m_ann->run({"model", "history", "sentiment", "--at", wrong}).code, 2);
        QCOMPARE(m_ann->json({"model", "history", "sentiment", "--at", "2999-01-01T01:00:00+02:00"})
                     .json()["production"],
                 m_ann->json({"model", "history", "sentiment", "--at", "2998-12-31T23:00:00Z"})
                     .json()["production"]);
        const json at = m_ann->json({"model", "history", "sentiment", "--at", "2999-01-01"}).json();
        QCOMPARE(at["production"].value("version", 0), 1);
    }

    void productionServesAndLeavesATrace()
    {
        const CliResult answer =
            m_bo->runWithInput({"predict", "sentiment@production"}, "good film\nbad plot\n");
        QVERIFY2(answer.code == 0, answer.text());
        QCOMPARE(answer.out.count('\n'), 2);
        const json events = m_ann->json({"audit", "log", "--kind", "prediction."}).json()["events"];
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0]["detail"].value("rows", 0), 2);
        QCOMPARE(events[0]["detail"].value("version", 0), 1);
        QCOMPARE(kind(m_bo->json({"predict", "sentiment@staging"})), std::string("not_found"));
        QCOMPARE(kind(m_bo->json({"predict", "nothing"})), std::string("not_found"));
    }

    void goingBackTakesAnApproval()
    {
        QCOMPARE(kind(m_ann->json({"model", "rollback", "sentiment", "--reason", "x"})),
                 std::string("not_found"));
        ask("sentiment@2");
        QCOMPARE(m_bo->json({"model", "approve", "P-2", "--comment", "better"}).code, 0);
        QCOMPARE(production(), 2);
        const json back =
            m_ann->json({"model", "rollback", "sentiment", "--reason", "refunds are missed"}).json();
        QCOMPARE(back.value("promotion", ""), std::string("P-3"));
        QVERIFY(back.value("rollback", false));
        QCOMPARE(production(), 2);
        QCOMPARE(m_bo->json({"model", "approve", "P-3", "--comment", "agreed"}).code, 0);
        QCOMPARE(production(), 1);
    }

    void aLostKeyIsReplaced()
    {
        const json asked = ask("sentiment@2");
        QCOMPARE(asked.value("promotion", ""), std::string("P-4"));
        auto anew = std::make_unique<Cli>(); // another computer
        const QString file = anew->folder() + "/request.json";
        QCOMPARE(anew->json({"member", "request", file, "--name", "Bo", "--department", "Service"}).code, 0);
        QCOMPARE(kind(m_bo->json({"member", "replace-key", "Bo", file, "--reason", "mine"})),
                 std::string("not_allowed"));
        QCOMPARE(m_ann->json({"member", "replace-key", "Bo", file, "--reason", "lost"}).code, 0);
        // Whoever found the old key is nobody here.
        QCOMPARE(kind(m_bo->json({"model", "reject", "P-4", "--comment", "x"})), std::string("no_member"));
        anew->use(m_workspace);
        QCOMPARE(anew->json({"model", "reject", "P-4", "--comment", "not yet"}).json().value("state", ""),
                 std::string("rejected"));
        m_bo = std::move(anew);
    }

    void aWrongPassphraseSignsNothing()
    {
        QCOMPARE(ask("sentiment@2").value("promotion", ""), std::string("P-5"));
        Cli cy;
        cy.setVariable("LEPTON_PASSPHRASE", "open sesame");
        enrol(cy, "Cy", {"reviewer"});
        const auto reject = [&](const char* passphrase) {
            cy.setVariable("LEPTON_PASSPHRASE", passphrase);
            return kind(cy.json({"model", "reject", "P-5", "--comment", "x"}));
        };
        QCOMPARE(reject("close sesame"), std::string("key_locked"));
        QCOMPARE(reject(""), std::string("key_locked"));
        // A key that is revoked helps nobody, passphrase or not.
        QCOMPARE(m_ann->json({"member", "revoke", "Cy", "--reason", "left"}).code, 0);
        QCOMPARE(reject("open sesame"), std::string("revoked_key"));
        QCOMPARE(m_bo->json({"model", "reject", "P-5", "--comment", "x"}).code, 0);
    }

    void aFailedGateLetsNobodyThrough()
    {
        const QString file = m_ann->writeFile(
            "standard.json", R"({"name":"strict","version":1,"production":{"approvals":1,"gates":[
               {"metric":"macro_f1","at_least":1.5},{"leakage":{"at_most":0}},{"repeatable":true}]}})");
        QCOMPARE(m_ann->json({"standard", "check", file}).json()["versions"].size(), std::size_t{2});
        QCOMPARE(m_ann->json({"standard", "publish", file}).code, 0);
        QCOMPARE(m_ann->json({"standard", "show"}).json()["standards"].size(), std::size_t{2});
        const CliResult promoted =
            m_ann->json({"model", "promote", "sentiment@2", "--to", "production", "--reason", "try"});
        QCOMPARE(promoted.code, 0); // the request stands
        const json gates = promoted.json()["gates"];
        QCOMPARE(gates.size(), std::size_t{3});
        QVERIFY2(gates[0]["passed"] == false && gates[1]["passed"] == true && gates[2]["passed"] == true,
                 promoted.text());
        QCOMPARE(kind(m_bo->json({"model", "approve", "P-6", "--comment", "x"})), std::string("gate_failed"));
        QCOMPARE(m_bo->json({"model", "reject", "P-6", "--comment", "below"}).json().value("state", ""),
                 std::string("rejected"));
        const QString bad = m_ann->writeFile(
            "bad.json",
            R"({"name":"x","version":1,"production":{"approvals":1,"gates":[{"metric":"f2","at_least":1}]}})");
        const json refusal = m_ann->json({"standard", "publish", bad}).json()["error"];
        QCOMPARE(refusal.value("kind", ""), std::string("invalid_argument"));
        QVERIFY(refusal.value("message", "").find("production.gates[0].metric") != std::string::npos);
        // What the program hands out to begin with.
        QCOMPARE(json::parse(m_ann->run({"standard", "schema"}).out.toStdString()).value("title", ""),
                 std::string("Standard"));
        const QString given = m_ann->writeFile("given.json", m_ann->run({"standard", "example"}).out);
        QCOMPARE(m_ann->json({"standard", "check", given}).code, 0);
    }

    void twoReviewersDecideInTheSameMoment()
    {
        Cli dee;
        enrol(dee, "Dee", {"reviewer"});
        QCOMPARE(ask("sentiment@2").value("promotion", ""), std::string("P-7"));
        const QStringList reject{"--json", "model", "reject", "P-7", "--comment", "below"};
        const auto one = m_bo->start(reject);
        const auto two = dee.start(reject);
        const CliResult results[] = {Cli::finish(*one), Cli::finish(*two)};
        const bool isFirst = results[0].code == 0;
        QVERIFY2(results[isFirst ? 1 : 0].code == 1, results[0].text() + results[1].text());
        QCOMPARE(results[isFirst ? 0 : 1].json().value("state", ""), std::string("rejected"));
        QCOMPARE(kind(results[isFirst ? 1 : 0]), std::string("already_decided"));
    }

    void theProofHolds()
    {
        const CliResult proof = m_bo->json({"audit", "verify", "--full"});
        QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
        const QString file = m_ann->folder() + "/head.json";
        QCOMPARE(m_ann->json({"audit", "checkpoint", file}).code, 0);
        QCOMPARE(m_bo->json({"audit", "verify", "--checkpoint", file}).code, 0);
        const QByteArray card = m_bo->run({"model", "card", "sentiment@1"}).out;
        QVERIFY(card.startsWith("# sentiment version 1\n"));
    }

    void aRefusedEventIsAcknowledgedByAnAdmin()
    {
        forge(*m_bo, {"role.given", "x", {{"role", "admin"}}});
        CliResult proof = m_ann->json({"audit", "verify"});
        QCOMPARE(proof.code, 1);
        const json problem = proof.json()["problems"][0];
        QVERIFY2(problem.value("refused", false) && problem.value("kind", "") == "not_allowed", proof.text());
        QVERIFY(proof.json().value("whole", false));
        const QString event = QString::number(problem.value("event", 0));
        QCOMPARE(kind(m_bo->json({"audit", "acknowledge", event, "--reason", "mine"})),
                 std::string("not_allowed"));
        QCOMPARE(kind(m_ann->json({"audit", "acknowledge", "1", "--reason", "x"})), std::string("not_found"));
        QCOMPARE(m_ann->run({"audit", "acknowledge", event}).code, 2); // without a reason
        QCOMPARE(m_ann->json({"audit", "acknowledge", event, "--reason", "a script of his"}).code, 0);
        proof = m_bo->json({"audit", "verify", "--full"});
        QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
        QCOMPARE(proof.json()["acknowledged"].size(), std::size_t{1});
        QVERIFY(m_ann->run({"audit", "verify"}).out.contains("acknowledged, event " + event.toUtf8()));
    }

    void aCopyElsewhereIsWhole()
    {
        const QString copy = m_bo->folder() + "/copy";
        std::filesystem::copy(m_workspace.toStdString(), copy.toStdString(),
                              std::filesystem::copy_options::recursive);
        const CliResult proof = m_bo->json({"audit", "verify", "--workspace", copy});
        QVERIFY2(proof.code == 0 && proof.json().value("pinned", false), proof.text());
        QCOMPARE(
            m_bo->runWithInput({"predict", "sentiment@production", "--workspace", copy}, "good film\n").code,
            0);
    }

    void anOlderCatalogPutBackIsNoticed()
    {
        const QString old = m_ann->folder() + "/old.db";
        const QString now = m_ann->folder() + "/now.db";
        QCOMPARE(m_ann->json({"workspace", "backup", old}).code, 0);
        QCOMPARE(m_ann->json({"model", "describe", "sentiment", "--limits", "English alone"}).code, 0);
        QCOMPARE(m_bo->json({"audit", "verify"}).code, 0);
        QCOMPARE(m_ann->json({"workspace", "backup", now}).code, 0);
        const auto put = [&](const QString& file) {
            for (const char* side : {"-wal", "-shm"})
                QFile::remove(m_workspace + "/catalog.db" + side);
            QVERIFY(QFile::remove(m_workspace + "/catalog.db"));
            QVERIFY(QFile::copy(file, m_workspace + "/catalog.db"));
        };
        put(old);
        for (Cli* person : {m_ann.get(), m_bo.get()}) {
            const CliResult proof = person->json({"audit", "verify"});
            QCOMPARE(proof.code, 1);
            QCOMPARE(proof.json()["problems"][0].value("kind", ""), std::string("rolled_back"));
        }
        QCOMPARE(kind(m_ann->json({"model", "promote", "sentiment@2", "--to", "staging", "--reason", "x"})),
                 std::string("rolled_back"));
        put(now);
        QCOMPARE(m_bo->json({"audit", "verify"}).code, 0);
    }

    void aTableChangedAloneIsFound()
    {
        tamper("UPDATE model_version SET stage = 'production' WHERE number = 2");
        const CliResult proof = m_bo->json({"audit", "verify"});
        QCOMPARE(proof.code, 1);
        QCOMPARE(proof.json()["problems"][0].value("kind", ""), std::string("projection"));
        tamper("UPDATE model_version SET stage = 'archived' WHERE number = 2");
        QCOMPARE(m_bo->json({"audit", "verify"}).code, 0);
    }

    void anEditedEventStopsEverything()
    {
        tamper("UPDATE event SET detail = replace(detail, 'read it', 'never') WHERE kind = "
               "'promotion.approved'");
        const CliResult proof = m_bo->json({"audit", "verify"});
        QCOMPARE(proof.code, 1);
        QCOMPARE(proof.json()["problems"][0].value("kind", ""), std::string("bad_hash"));
        QCOMPARE(kind(m_ann->json({"model", "promote", "sentiment@2", "--to", "staging", "--reason", "x"})),
                 std::string("damaged"));
        QCOMPARE(kind(m_bo->json({"predict", "sentiment@production"})), std::string("damaged"));
    }
};

QTEST_GUILESS_MAIN(TestCliRegistry)
#include "tst_cli_registry.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "identity/local_workspace.h"
#include "identity/proven_log.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <vector>

using namespace lepton;
using identity::ProvenLog;
using identity::Seal;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

class TestProvenLog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    identity::LocalWorkspace m_local;

    store::Workspace& workspace() { return *m_local.workspace; }
    void note(int count)
    {
        workspace().write([&](store::Transaction& transaction) {
            for (int i = 0; i < count; ++i)
                transaction.append({"note.added", std::to_string(i), {}});
        });
    }
    std::vector<std::int64_t> taken(ProvenLog& log)
    {
        std::vector<std::int64_t> places;
        workspace().read([&](SQLite::Database& database) {
            log.catchUp(database, [&](const store::RawEvent& event) { places.push_back(event.seq); });
        });
        return places;
    }
    ProvenLog fresh(std::optional<Seal> known = {}) { return ProvenLog(workspace().info().id, known); }
    void tamper(const char* sql)
    {
        SQLite::Database database((m_folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        database.exec(sql);
    }
    /// Gives event @p seq another object, with the hash that goes with it, and so on to the end of the chain:
    /// all that somebody can do who has nobody's key.
    void rehashFrom(std::int64_t seq)
    {
        auto events = workspace().events(seq - 1, 10'000);
        SQLite::Database database((m_folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        SQLite::Transaction transaction(database);
        events.front().object = "forged";
        std::string prev = events.front().prev;
        for (store::Event& event : events) {
            event.prev = prev;
            event.hash = prev = base::toHex(store::eventHash(workspace().info().id, event));
            SQLite::Statement update(database,
                                     "UPDATE event SET object = ?, prev = ?, hash = ? WHERE seq = ?");
            update.bind(1, event.object);
            update.bind(2, event.prev);
            update.bind(3, event.hash);
            update.bind(4, event.seq);
            update.exec();
        }
        transaction.commit();
    }

private Q_SLOTS:
    void init()
    {
        m_local = {};
        m_temporary = std::make_unique<QTemporaryDir>();
        const fs::path base = m_temporary->path().toStdString();
        m_folder = base / "workspace";
        identity::UserStores user{identity::KeyStore(base / "keys"), identity::PinStore(base / "pins.json")};
        m_local = identity::createWorkspace(m_folder, {"Test", store::JournalMode::Local},
                                            {"Ada", "Risk", {}, {}}, user);
        note(7); // 3 that make the workspace, and these
    }

    void everyEventIsTakenOnceInItsPlace()
    {
        ProvenLog log = fresh();
        const auto first = taken(log);
        QCOMPARE(first.size(), std::size_t{10});
        QCOMPARE(first.front(), std::int64_t{1});
        QVERIFY(taken(log).empty());
        const ProvenLog before = log;
        note(2);
        QCOMPARE(taken(log), (std::vector<std::int64_t>{11, 12}));
        QCOMPARE(log.head().seq, std::int64_t{12});
        QCOMPARE(before.head().seq, std::int64_t{10});
    }

    void aLongLogIsProvenInPieces()
    {
        note(5000);
        ProvenLog log = fresh();
        QCOMPARE(taken(log).size(), std::size_t{5010});
        tamper("UPDATE event SET object = 'x' WHERE seq = 4900");
        ProvenLog again = fresh();
        const auto error = errorOf([&] { taken(again); });
        QVERIFY(error && error->message().find("Event 4900") != std::string::npos);
    }

    void whatIsWrong_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("named");
        QTest::newRow("edited") << "UPDATE event SET object = 'x' WHERE seq = 5"
                                << "Event 5";
        QTest::newRow("deleted") << "DELETE FROM event WHERE seq = 5"
                                 << "Event 5 is missing";
        QTest::newRow("the first deleted") << "DELETE FROM event WHERE seq = 1"
                                           << "Event 1 is missing";
        QTest::newRow("exchanged")
            << "UPDATE event SET seq = -1 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6; "
               "UPDATE event SET seq = 6 WHERE seq = -1"
            << "Event 5";
        QTest::newRow("an event that nobody reads") << "UPDATE event SET signature = '' WHERE seq = 9"
                                                    << "Event 9";
        QTest::newRow("signed by another key")
            << "UPDATE event SET signature = (SELECT signature FROM event WHERE seq = 8) WHERE seq = 9"
            << "Event 9";
    }

    void whatIsWrong()
    {
        QFETCH(QString, sql);
        QFETCH(QString, named);
        tamper(sql.toUtf8().constData());
        ProvenLog log = fresh();
        const auto error = errorOf([&] { taken(log); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("damaged"));
        QVERIFY2(error->message().find(named.toStdString()) != std::string::npos, error->what());
        QVERIFY(error->message().find("lepton audit verify") != std::string::npos);
    }

    void aChainWithHashesOfItsOwnIsNotSigned()
    {
        rehashFrom(8);
        ProvenLog log = fresh();
        QCOMPARE(kindOf([&] { taken(log); }), "damaged");
    }

    void anOlderCatalogPutBackMeanwhileIsNoticed()
    {
        ProvenLog log = fresh();
        taken(log);
        tamper("DELETE FROM event WHERE seq > 8");
        ProvenLog before = log;
        QCOMPARE(kindOf([&] { taken(before); }), "rolled_back");
        note(4); // another future
        QCOMPARE(kindOf([&] { taken(log); }), "rolled_back");
    }

    void whatWasSealedIsNotCheckedAgain()
    {
        ProvenLog log = fresh();
        taken(log);
        QCOMPARE(log.signaturesChecked(), std::int64_t{10});
        note(3);
        ProvenLog next = fresh(log.seal());
        QCOMPARE(taken(next).size(), std::size_t{13});
        QCOMPARE(next.signaturesChecked(), std::int64_t{3});
        // It is the seal that a whole walk comes to.
        ProvenLog whole = fresh();
        taken(whole);
        QCOMPARE(whole.seal().digest, next.seal().digest);
    }

    void aSealVouchesForNothingElse_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a signature exchanged below it")
            << "UPDATE event SET signature = (SELECT signature FROM event WHERE seq = 8) WHERE seq = 9";
        QTest::newRow("a signature taken away below it") << "UPDATE event SET signature = '' WHERE seq = 4";
        QTest::newRow("the log cut before its place, and a signature exchanged")
            << "DELETE FROM event WHERE seq > 8; UPDATE event SET signature = '' WHERE seq = 4";
    }

    void aSealVouchesForNothingElse()
    {
        QFETCH(QString, sql);
        ProvenLog log = fresh();
        taken(log);
        tamper(sql.toUtf8().constData());
        ProvenLog next = fresh(log.seal());
        QCOMPARE(kindOf([&] { taken(next); }), "damaged");
    }

    void aSealOfAChainWithItsOwnHashesHelpsNobody()
    {
        ProvenLog log = fresh();
        taken(log);
        rehashFrom(8);
        ProvenLog next = fresh(log.seal());
        QCOMPARE(kindOf([&] { taken(next); }), "damaged");
    }

    void aWrongSealCostsTimeAlone()
    {
        ProvenLog log = fresh(Seal{6, std::string(64, '0')});
        QCOMPARE(taken(log).size(), std::size_t{10});
        QVERIFY(log.signaturesChecked() >= 10);
        ProvenLog beyond = fresh(Seal{600, std::string(64, '0')});
        QCOMPARE(taken(beyond).size(), std::size_t{10});
        QVERIFY(beyond.signaturesChecked() >= 10);
    }
};

QTEST_GUILESS_MAIN(TestProvenLog)
#include "tst_proven_log.moc"

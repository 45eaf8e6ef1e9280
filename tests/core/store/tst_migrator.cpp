// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/test_signer.h"

#include "store/catalog.h"
#include "store/migrator.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace lepton;
using store::JournalMode;
using store::Migration;
using store::Workspace;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lepton::store::JournalMode)

namespace {

int newest()
{
    return store::migrations().back().version;
}

/// The steps of today and one more.
std::vector<Migration> stepsAnd(std::string_view sql)
{
    std::vector<Migration> steps(store::migrations().begin(), store::migrations().end());
    steps.push_back({newest() + 1, "next", sql});
    return steps;
}

int versionOf(const fs::path& catalog)
{
    SQLite::Database database(catalog.string(), SQLite::OPEN_READWRITE);
    return store::schemaVersion(database);
}

std::size_t backupsOf(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder / "backups"), fs::directory_iterator()));
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_count = 0;

    fs::path fresh() { return fs::path(m_temporary.path().toStdString()) / std::to_string(++m_count); }

    fs::path make(JournalMode mode)
    {
        const fs::path folder = fresh();
        Workspace::create(folder, {"Old", mode}, std::make_shared<testing::TestSigner>(),
                          [](store::Transaction& t) {
                              t.append({"thing.added", "first", {}});
                          });
        return folder;
    }

    void modes()
    {
        QTest::addColumn<JournalMode>("mode");
        QTest::newRow("local") << JournalMode::Local;
        QTest::newRow("shared") << JournalMode::Shared;
    }

private Q_SLOTS:
    void stepsAreNumberedWithoutGaps()
    {
        int expected = 0;
        for (const Migration& step : store::migrations()) {
            QCOMPARE(step.version, ++expected);
            QVERIFY(!step.sql.empty());
        }
    }

    void aStepComesAfterABackup_data() { modes(); }
    void aStepComesAfterABackup()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        const auto steps = stepsAnd("CREATE TABLE added (a INTEGER)");
        store::migrate(folder, mode, steps, base::systemClock());
        QCOMPARE(versionOf(folder / "catalog.db"), newest() + 1);
        QCOMPARE(backupsOf(folder), std::size_t{1});
        const fs::path backup = fs::directory_iterator(folder / "backups")->path();
        QCOMPARE(versionOf(backup), newest());
        QVERIFY(backup.filename().string().starts_with("catalog-schema" + std::to_string(newest()) + "-"));
        store::migrate(folder, mode, steps, base::systemClock());
        QCOMPARE(backupsOf(folder), std::size_t{1}); // nothing to do, nothing copied
        // This program does not know that step.
        QCOMPARE(kindOf([&] { Workspace::open(folder); }), "newer_schema");
        // The backup put back opens again.
        fs::copy_file(backup, folder / "catalog.db", fs::copy_options::overwrite_existing);
        QCOMPARE(Workspace::open(folder)->eventCount(), std::int64_t{1});
    }

    void aStepThatFailsChangesNothing_data() { modes(); }
    void aStepThatFailsChangesNothing()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        const auto steps =
            stepsAnd("CREATE TABLE added (a INTEGER); DELETE FROM event; CREATE TABLE event (a)");
        const auto error = errorOf([&] { store::migrate(folder, mode, steps, base::systemClock()); });
        QVERIFY(error);
        QVERIFY2(error->message().find(folder.string()) != std::string::npos, error->what());
        const auto workspace = Workspace::open(folder);
        QCOMPARE(workspace->info().schemaVersion, newest());
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        workspace->read([](SQLite::Database& database) { QVERIFY(!database.tableExists("added")); });
    }

    void severalAtOnceDoItOnce_data() { modes(); }
    void severalAtOnceDoItOnce()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        const auto steps = stepsAnd("CREATE TABLE added (a INTEGER)");
        std::vector<std::string> kinds(6);
        std::vector<std::jthread> running;
        for (std::string& kind : kinds)
            running.emplace_back(
                [&] { kind = kindOf([&] { store::migrate(folder, mode, steps, base::systemClock()); }); });
        running.clear();
        for (const std::string& kind : kinds)
            QCOMPARE(kind, std::string("none"));
        QCOMPARE(backupsOf(folder), std::size_t{1});
        QCOMPARE(versionOf(folder / "catalog.db"), newest() + 1);
    }

    void itWaitsForWhoHasItOpen_data() { modes(); }
    void itWaitsForWhoHasItOpen()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        const auto steps = stepsAnd("CREATE TABLE added (a INTEGER)");
        auto workspace = Workspace::open(folder);
        std::string kind;
        workspace->read([&](SQLite::Database&) {
            kind = kindOf([&] {
                store::withExclusiveCatalog(folder, mode, std::chrono::milliseconds(50),
                                            [](SQLite::Database&) {});
            });
        });
        QCOMPARE(kind, std::string("busy"));
        std::jthread closing([&] { workspace.reset(); });
        store::migrate(folder, mode, steps, base::systemClock());
        QCOMPARE(versionOf(folder / "catalog.db"), newest() + 1);
    }

    void catalogsOfOlderReleases_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("version");
        // Every state on the way to today's schema, and the files that releases left behind.
        for (int version = 1; version < newest(); ++version)
            QTest::addRow("steps up to %d", version) << QString() << version;
        const fs::path folder = fs::path(LEPTON_SOURCE_DIR) / "tests" / "core" / "store" / "schemas";
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".db")
                QTest::addRow("%s", entry.path().filename().c_str())
                    << QString::fromStdString(entry.path()) << 0;
        }
        QTest::newRow("today's") << QString() << newest();
    }

    void catalogsOfOlderReleases()
    {
        QFETCH(QString, file);
        QFETCH(int, version);
        const fs::path folder = fresh();
        fs::create_directories(folder);
        const fs::path catalog = folder / "catalog.db";
        std::int64_t events = 0;
        if (!file.isEmpty()) {
            fs::copy_file(file.toStdString(), catalog);
            version = versionOf(catalog);
            events = 1;
        } else {
            SQLite::Database database(catalog.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            database.exec("PRAGMA application_id = " + std::to_string(store::catalogApplicationId));
            store::applyMigrations(database, store::migrations().first(static_cast<std::size_t>(version)));
            store::WorkspaceInfo info;
            info.id = base::WorkspaceId::generate();
            info.name = "Old";
            info.journalMode = JournalMode::Shared;
            store::insertMeta(database, info);
        }
        const auto workspace = Workspace::open(folder);
        QCOMPARE(workspace->info().schemaVersion, newest());
        QVERIFY(workspace->eventCount() >= events);
        for (const auto& event : workspace->events(0, 1'000'000))
            QCOMPARE(event.hash, base::toHex(store::eventHash(workspace->info().id, event)));
        if (version < newest())
            QCOMPARE(backupsOf(folder), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "store/workspace.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace lepton;
using store::JournalMode;
using store::Transaction;
using store::Workspace;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lepton::store::JournalMode)

namespace {

void addEvent(Transaction& transaction, const std::string& object)
{
    transaction.append({"thing.added", object, {{"text", "“quoted” 数据"}}});
}

std::unique_ptr<Workspace> make(const fs::path& folder, JournalMode mode = JournalMode::Local)
{
    return Workspace::create(folder, {"Credit", mode}, std::make_shared<testing::TestSigner>(),
                             [](Transaction& transaction) { addEvent(transaction, "first"); });
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

std::string pragma(SQLite::Database& database, const std::string& name)
{
    SQLite::Statement row(database, "PRAGMA " + name);
    row.executeStep();
    return row.getColumn(0).getString();
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_root;
    int m_count = 0;

    fs::path fresh() { return m_root / ("workspace" + std::to_string(++m_count)); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        m_root = m_temporary.path().toStdString();
    }

    void createsAndReopens_data()
    {
        QTest::addColumn<JournalMode>("mode");
        QTest::addColumn<QString>("journal");
        QTest::addColumn<QString>("synchronous");
        QTest::newRow("local") << JournalMode::Local << "wal"
                               << "2";
        QTest::newRow("shared") << JournalMode::Shared << "delete"
                                << "3";
    }

    void createsAndReopens()
    {
        QFETCH(JournalMode, mode);
        QFETCH(QString, journal);
        QFETCH(QString, synchronous);
        const fs::path folder = fresh();
        base::WorkspaceId id;
        {
            const auto workspace = make(folder, mode);
            id = workspace->info().id;
            workspace->write([&](Transaction& transaction) {
                QCOMPARE(QString::fromStdString(pragma(transaction.database(), "journal_mode")), journal);
                QCOMPARE(QString::fromStdString(pragma(transaction.database(), "synchronous")), synchronous);
                QCOMPARE(pragma(transaction.database(), "foreign_keys"), std::string("1"));
                addEvent(transaction, "second");
            });
        }
        const std::set<std::string> expected{"catalog.db", "objects", "backups"};
        QCOMPARE(namesIn(folder), expected);
        const auto workspace = Workspace::open(folder);
        QCOMPARE(workspace->info().id, id);
        QCOMPARE(workspace->info().name, std::string("Credit"));
        QVERIFY(workspace->info().journalMode == mode);
        QCOMPARE(workspace->info().folder, folder);
        QVERIFY(!workspace->info().readOnly);
        const auto events = workspace->events(0, 100);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].seq, std::int64_t{1});
        QCOMPARE(events[0].prev, std::string());
        QCOMPARE(events[1].prev, events[0].hash);
        QCOMPARE(events[1].hash, base::toHex(store::eventHash(id, events[1])));
        QCOMPARE(workspace->latestEvents(0, 1).front().object, std::string("second"));
        QCOMPARE(workspace->eventCount(), std::int64_t{2});
    }

    void pathsOfEveryKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces") << "my work space";
        QTest::newRow("Chinese") << QString::fromUtf8("数据 工作区");
        QTest::newRow("quotes") << "it's \"mine\"";
        QTest::newRow("what a URI or a pattern would misread") << "100%20?a=b#c&[x]*";
        QTest::newRow("below folders that are not there") << "a/b/c";
    }

    void pathsOfEveryKind()
    {
        QFETCH(QString, name);
        const fs::path folder = fresh() / name.toStdString();
        make(folder).reset();
        const auto workspace = Workspace::open(folder);
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        const auto copy = folder.parent_path() / "copy ' 数据.db";
        workspace->backup(copy);
        QVERIFY(fs::file_size(copy) > 0);
    }

    void refusesAFolderInUse()
    {
        const fs::path folder = fresh();
        fs::create_directories(folder);
        base::writeFileAtomically(folder / "notes.txt", "mine");
        const auto error = errorOf([&] { make(folder); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("exists"));
        QVERIFY(error->message().find("notes.txt") != std::string::npos);
        QCOMPARE(namesIn(folder), std::set<std::string>{"notes.txt"});

        const fs::path used = fresh();
        make(used).reset();
        QCOMPARE(kindOf([&] { make(used); }), "exists");
        QCOMPARE(Workspace::open(used)->eventCount(), std::int64_t{1});
    }

    void aFailedCreateLeavesNothing()
    {
        const fs::path parent = fresh();
        QCOMPARE(kindOf([&] {
                     Workspace::create(parent / "deeper", {"Credit", JournalMode::Local},
                                       std::make_shared<testing::TestSigner>(), [](Transaction& transaction) {
                                           addEvent(transaction, "first");
                                           throw base::Error(base::ErrorCode::NotAllowed, "No.");
                                       });
                 }),
                 "not_allowed");
        QVERIFY(!fs::exists(parent));

        const fs::path empty = fresh();
        fs::create_directories(empty);
        QCOMPARE(kindOf([&] { Workspace::create(empty, {"a/b"}, nullptr, [](Transaction&) {}); }),
                 "invalid_argument");
        QVERIFY(fs::is_empty(empty));
    }

    void whatACutOffInitLeftIsNoHindrance()
    {
        const fs::path folder = fresh();
        fs::create_directories(folder / "objects" / "tmp");
        fs::create_directories(folder / "backups");
        base::writeFileAtomically(folder / "catalog.db.0.tmp", "half");
        base::writeFileAtomically(folder / "catalog.db.0.tmp-journal", "half");
        make(folder).reset();
        const std::set<std::string> expected{"catalog.db", "objects", "backups"};
        QCOMPARE(namesIn(folder), expected);

        const fs::path used = fresh();
        fs::create_directories(used / "objects");
        base::writeFileAtomically(used / "objects" / "mine", "x");
        QCOMPARE(kindOf([&] { make(used); }), "exists");
    }

    void whoMayWriteInTheFolderMayWriteInTheWorkspace()
    {
        const fs::path folder = fresh();
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms(0775));
        const auto workspace = make(folder);
        auto draft = workspace->objects().newDraft();
        base::File::create(draft.path()).write(std::string_view("x"));
        const auto object = workspace->objects().keep(std::move(draft), {});
        const auto rights = [](const fs::path& path) {
            return static_cast<int>(fs::status(path).permissions());
        };
        QCOMPARE(rights(folder / "catalog.db"), 0664);
        for (const fs::path& made : {folder / "objects", folder / "objects" / "tmp", folder / "backups",
                                     workspace->objects().path(object.hash).parent_path()})
            QCOMPARE(rights(made), 0775);
    }

    void anExceptionRollsBack()
    {
        const auto workspace = make(fresh());
        QCOMPARE(kindOf([&] {
                     workspace->write([](Transaction& transaction) {
                         addEvent(transaction, "lost");
                         throw base::Error(base::ErrorCode::NotAllowed, "No.");
                     });
                 }),
                 "not_allowed");
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        workspace->write([](Transaction& transaction) { addEvent(transaction, "kept"); });
        QCOMPARE(workspace->eventCount(), std::int64_t{2});
    }

    void withoutASignerNothingIsRecorded()
    {
        const fs::path folder = fresh();
        make(folder).reset();
        const auto workspace = Workspace::open(folder);
        QCOMPARE(kindOf([&] { workspace->write([](Transaction& t) { addEvent(t, "x"); }); }), "no_member");
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
    }

    void readsNest()
    {
        const auto workspace = make(fresh());
        workspace->read([&](SQLite::Database& outer) {
            std::thread([&] { workspace->write([](Transaction& t) { addEvent(t, "meanwhile"); }); }).join();
            workspace->read([&](SQLite::Database& inner) { QCOMPARE(&inner, &outer); });
            QCOMPARE(workspace->eventCount(), std::int64_t{1}); // the state that the outer read began with
        });
        QCOMPARE(workspace->eventCount(), std::int64_t{2});
        workspace->write([&](Transaction& transaction) {
            addEvent(transaction, "third");
            QCOMPARE(workspace->eventCount(), std::int64_t{3});
        });
        QCOMPARE(kindOf([&] {
                     workspace->read([&](SQLite::Database&) { workspace->write([](Transaction&) {}); });
                 }),
                 "internal");
        QCOMPARE(
            kindOf([&] { workspace->write([&](Transaction&) { workspace->write([](Transaction&) {}); }); }),
            "internal");
    }

    void aReadCannotWrite()
    {
        const auto workspace = make(fresh());
        QCOMPARE(kindOf([&] {
                     workspace->read([](SQLite::Database& database) { database.exec("DELETE FROM event"); });
                 }),
                 "read_only");
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
    }

    void dataVersionTellsOfEveryCommit_data() { createsAndReopens_data(); }
    void dataVersionTellsOfEveryCommit()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = fresh();
        const auto mine = make(folder, mode);
        const auto other = Workspace::open(folder);
        const auto first = mine->dataVersion();
        QCOMPARE(mine->dataVersion(), first);
        mine->write([](Transaction& t) { addEvent(t, "own"); });
        const auto second = mine->dataVersion();
        QVERIFY(second != first);
        other->setSigner(std::make_shared<testing::TestSigner>());
        other->write([](Transaction& t) { addEvent(t, "other's"); });
        QVERIFY(mine->dataVersion() != second);
    }

    void manyThreads_data() { createsAndReopens_data(); }
    void manyThreads()
    {
        QFETCH(JournalMode, mode);
        const auto workspace = make(fresh(), mode);
        constexpr int threads = 8;
        constexpr int each = 20;
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&] {
                for (int k = 0; k < each; ++k) {
                    workspace->write([](Transaction& t) { addEvent(t, "x"); });
                    workspace->read([&](SQLite::Database&) { (void)workspace->latestEvents(0, 5); });
                    (void)workspace->dataVersion();
                }
            });
        }
        running.clear();
        const auto events = workspace->events(0, 1000);
        QCOMPARE(events.size(), std::size_t{threads * each + 1});
        for (std::size_t i = 1; i < events.size(); ++i)
            QCOMPARE(events[i].prev, events[i - 1].hash);
    }

    void convertsBothWays()
    {
        const fs::path folder = fresh();
        make(folder);
        for (const auto& [mode, name] :
             {std::pair{JournalMode::Shared, "delete"}, std::pair{JournalMode::Local, "wal"}}) {
            Workspace::convert(folder, mode);
            QVERIFY(!fs::exists(folder / "catalog.db-wal"));
            const auto workspace = Workspace::open(folder);
            QVERIFY(workspace->info().journalMode == mode);
            workspace->setSigner(std::make_shared<testing::TestSigner>());
            workspace->write([&](Transaction& t) {
                QCOMPARE(pragma(t.database(), "journal_mode"), std::string(name));
                addEvent(t, "another");
            });
        }
        QCOMPARE(Workspace::open(folder)->eventCount(), std::int64_t{3});
    }

    void aConversionNeedsEveryoneToClose()
    {
        const fs::path folder = fresh();
        auto workspace = make(folder);
        const auto error = errorOf([&] { Workspace::convert(folder, JournalMode::Shared); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("busy"));
        QVERIFY(error->message().find("Close it everywhere") != std::string::npos);
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        workspace.reset();
        Workspace::convert(folder, JournalMode::Shared);
        QCOMPARE(Workspace::open(folder)->eventCount(), std::int64_t{1});
    }

    void backupIsWholeAndReplacesNothing()
    {
        const fs::path folder = fresh();
        const auto workspace = make(folder);
        const fs::path copy = m_root / "copy.db";
        workspace->backup(copy);
        QCOMPARE(kindOf([&] { workspace->backup(copy); }), "exists");
        const fs::path restored = fresh();
        fs::create_directories(restored);
        fs::copy_file(copy, restored / "catalog.db");
        const auto again = Workspace::open(restored);
        QCOMPARE(again->info().id, workspace->info().id);
        QVERIFY(again->info().journalMode == JournalMode::Local);
        QCOMPARE(again->eventCount(), std::int64_t{1});
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"

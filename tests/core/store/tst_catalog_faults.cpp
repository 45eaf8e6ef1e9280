// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "support/test_signer.h"

#include "base/file.h"
#include "store/file_system.h"
#include "store/workspace.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lepton;
using store::JournalMode;
using store::Workspace;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lepton::store::JournalMode)

namespace {

using Fault = std::function<void(const fs::path& catalog)>;

void sql(const fs::path& catalog, const char* text)
{
    SQLite::Database(catalog.string(), SQLite::OPEN_READWRITE).exec(text);
}

void replace(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::trunc | std::ios::binary) << text;
}

constexpr unsigned nobody = 65534;

} // namespace

Q_DECLARE_METATYPE(Fault)

class TestCatalogFaults : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_count = 0;

    fs::path make(JournalMode mode = JournalMode::Local, const fs::path& parent = {})
    {
        const fs::path folder = (parent.empty() ? fs::path(m_temporary.path().toStdString()) : parent) /
                                ("workspace " + std::to_string(++m_count));
        Workspace::create(folder, {"Faulty", mode}, std::make_shared<testing::TestSigner>(),
                          [](store::Transaction& t) {
                              t.append({"thing.added", "first", {}});
                          });
        return folder;
    }

    QStringList work(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(STORE_WORKER), arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Another user must get through to what is in it.
        QVERIFY(::chmod(m_temporary.path().toStdString().c_str(), 0755) == 0);
    }

    void everyFaultHasASentence_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, Fault fault, const char* kind, const char* says) {
            QTest::newRow(name) << fault << kind << says;
        };
        row(
            "newer", [](const fs::path& c) { sql(c, "PRAGMA user_version = 9999"); }, "newer_schema",
            "Install the newer");
        row(
            "cut in the middle", [](const fs::path& c) { fs::resize_file(c, fs::file_size(c) / 2); },
            "damaged", "backups");
        row(
            "cut in the middle of a page", [](const fs::path& c) { fs::resize_file(c, 5000); }, "damaged",
            "backups");
        row(
            "cut after its first page", [](const fs::path& c) { fs::resize_file(c, 4096); }, "damaged",
            "backups");
        row(
            "cut in its header", [](const fs::path& c) { fs::resize_file(c, 50); }, "damaged", "backups");
        row(
            "empty", [](const fs::path& c) { fs::resize_file(c, 0); }, "damaged", "empty");
        row(
            "text", [](const fs::path& c) { replace(c, "Name,Age\nAda,36\n"); }, "not_a_workspace",
            "no SQLite file");
        row(
            "long text", [](const fs::path& c) { replace(c, std::string(20'000, 'x')); }, "not_a_workspace",
            "no SQLite");
        row(
            "of another program",
            [](const fs::path& c) {
                fs::remove(c);
                SQLite::Database(c.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                    .exec("CREATE TABLE event (a)");
            },
            "not_a_workspace", "another program");
        row(
            "without a schema", [](const fs::path& c) { sql(c, "PRAGMA user_version = 0"); }, "damaged",
            "no schema");
        row(
            "without its own row", [](const fs::path& c) { sql(c, "DELETE FROM meta"); }, "damaged",
            "which workspace");
        row(
            "zeros in the middle",
            [](const fs::path& c) {
                std::fstream file(c, std::ios::in | std::ios::out | std::ios::binary);
                file.seekp(100);
                file << std::string(4096, '\0');
            },
            "damaged", "backups");
        row(
            "missing", [](const fs::path& c) { fs::remove(c); }, "not_a_workspace", "no catalog.db");
        row(
            "a folder",
            [](const fs::path& c) {
                fs::remove(c);
                fs::create_directory(c);
            },
            "not_a_workspace", "not a file");
        row(
            "a pipe",
            [](const fs::path& c) {
                fs::remove(c);
                QVERIFY(::mkfifo(c.c_str(), 0600) == 0);
            },
            "not_a_workspace", "not a file");
        row(
            "a link in a circle",
            [](const fs::path& c) {
                fs::remove(c);
                fs::create_symlink("catalog.db", c);
            },
            "invalid_argument", "circle");
    }

    void everyFaultHasASentence()
    {
        QFETCH(Fault, fault);
        QFETCH(QString, kind);
        QFETCH(QString, says);
        for (const JournalMode mode : {JournalMode::Local, JournalMode::Shared}) {
            const fs::path folder = make(mode);
            fault(folder / "catalog.db");
            const auto error = errorOf([&] { (void)Workspace::open(folder)->eventCount(); });
            QVERIFY2(error, "it opened");
            QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
            const QString message = QString::fromStdString(error->message());
            QVERIFY2(message.contains(says), error->what());
            QVERIFY2(message.contains(QString::fromStdString(folder)), error->what());
            QVERIFY2(message.endsWith('.'), error->what());
        }
    }

    void foldersThatAreNone()
    {
        const fs::path root = m_temporary.path().toStdString();
        QCOMPARE(kindOf([&] { Workspace::open(root / "not there"); }), "not_found");
        base::writeFileAtomically(root / "file", "x");
        QCOMPARE(kindOf([&] { Workspace::open(root / "file"); }), "not_a_workspace");
        QCOMPARE(kindOf([&] { Workspace::open(root / "file" / "below"); }), "invalid_argument");
        QCOMPARE(kindOf([&] { Workspace::open(""); }), "invalid_argument");
        fs::create_directory(root / "empty");
        QCOMPARE(kindOf([&] { Workspace::open(root / "empty"); }), "not_a_workspace");
    }

    void damageFoundLaterHasASentenceToo()
    {
        const fs::path folder = make(JournalMode::Shared);
        {
            auto workspace = Workspace::open(folder);
            workspace->setSigner(std::make_shared<testing::TestSigner>());
            workspace->write([](store::Transaction& t) {
                for (int i = 0; i < 500; ++i)
                    t.append({"thing.added", "x", {{"text", std::string(500, 'x')}}});
            });
        }
        std::fstream file(folder / "catalog.db", std::ios::in | std::ios::out | std::ios::binary);
        // Among the events, which are the greater part of the file and its end.
        file.seekp(static_cast<std::streamoff>(fs::file_size(folder / "catalog.db") / 4096 - 60) * 4096);
        file << std::string(40 * 4096, '\xFF');
        file.close();
        const auto workspace = Workspace::open(folder);
        const auto error = errorOf([&] { (void)workspace->events(0, 1000); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("damaged"));
    }

    void walOverANetworkIsRefusedUntilConverted()
    {
        const Workspace::OpenOptions network{.onNetwork = [](const fs::path&) { return true; }};
        const fs::path folder = make(JournalMode::Local);
        const auto error = errorOf([&] { Workspace::open(folder, network); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("wal_over_network"));
        QVERIFY(error->message().find("lepton workspace convert --shared --workspace \"" + folder.string() +
                                      "\"") != std::string::npos);
        QVERIFY2(!fs::exists(folder / "catalog.db-shm"), "the refused catalog was touched");

        Workspace::convert(folder, JournalMode::Shared);
        const auto workspace = Workspace::open(folder, network);
        QVERIFY(workspace->info().journalMode == JournalMode::Shared);
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
    }

    void thisMachinesFoldersAreTold()
    {
        QVERIFY(!store::isOnNetwork("/proc/self"));
        QVERIFY(!store::isOnNetwork(fs::path(m_temporary.path().toStdString()) / "not" / "there"));
        QVERIFY(store::proposedJournalMode(m_temporary.path().toStdString()) == JournalMode::Local);
    }

    void aCutOffConversionIsCompleted()
    {
        const fs::path folder = make(JournalMode::Local);
        sql(folder / "catalog.db", "UPDATE meta SET journal_mode = 'shared'");
        QVERIFY(Workspace::open(folder)->info().journalMode == JournalMode::Shared);
        sql(folder / "catalog.db", "UPDATE meta SET journal_mode = 'local'");
        QVERIFY(Workspace::open(folder)->info().journalMode == JournalMode::Local);
    }

    void aFolderThatCannotBeWrittenOpensForReading_data()
    {
        QTest::addColumn<JournalMode>("mode");
        QTest::newRow("local") << JournalMode::Local;
        QTest::newRow("shared") << JournalMode::Shared;
    }

    void aFolderThatCannotBeWrittenOpensForReading()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        QStringList arguments{"open", QString::fromStdString(folder)};
        if (::geteuid() == 0) {
            arguments = QStringList{"--user", QString::number(nobody)} + arguments; // root may write anywhere
        } else {
            fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
            fs::permissions(folder / "catalog.db", fs::perms::owner_read);
        }
        const QStringList expected{"read-only", "1", "read_only"};
        QCOMPARE(work(arguments), expected);
        // The same while somebody else has it open and has written to it.
        if (::geteuid() != 0)
            return;
        const auto workspace = Workspace::open(folder);
        workspace->setSigner(std::make_shared<testing::TestSigner>());
        workspace->write([](store::Transaction& t) { t.append({"thing.added", "second", {}}); });
        const QStringList later{"read-only", "2", "read_only"};
        QCOMPARE(work(arguments), later);
    }

    void aCatalogThatCannotBeReadSaysSo()
    {
        if (::geteuid() != 0)
            QSKIP("Needs a second user, so root.");
        const fs::path folder = make();
        fs::permissions(folder / "catalog.db", fs::perms::owner_read | fs::perms::owner_write);
        QCOMPARE(work({"--user", QString::number(nobody), "open", QString::fromStdString(folder)}),
                 QStringList{"permission"});
        fs::permissions(folder, fs::perms::owner_all);
        QCOMPARE(work({"--user", QString::number(nobody), "open", QString::fromStdString(folder)}),
                 QStringList{"permission"});
    }

    void aFileSizeLimitIsAFullDisk_data() { aFolderThatCannotBeWrittenOpensForReading_data(); }
    void aFileSizeLimitIsAFullDisk()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        const QStringList lines =
            work({"--file-limit", "300000", "keep", QString::fromStdString(folder), "1000000"});
        const QStringList expected{"no_space", "no_space"};
        QCOMPARE(lines, expected);
        const auto workspace = Workspace::open(folder);
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        QVERIFY(fs::is_empty(folder / "objects" / "tmp"));
        QCOMPARE(work({"keep", QString::fromStdString(folder), "1000000"}).last(), QStringLiteral("done"));
    }

    void aFullDiskLeavesNothingHalf_data() { aFolderThatCannotBeWrittenOpensForReading_data(); }
    void aFullDiskLeavesNothingHalf()
    {
        QFETCH(JournalMode, mode);
        const fs::path disk =
            fs::path(m_temporary.path().toStdString()) / ("disk" + std::to_string(++m_count));
        fs::create_directory(disk);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("A small disk cannot be mounted here; RLIMIT_FSIZE stands in for it.");
        const auto unmount = qScopeGuard([&] { ::umount(disk.c_str()); });
        const fs::path folder = make(mode, disk);
        const QStringList lines = work({"keep", QString::fromStdString(folder), "2000000"});
        const QStringList expected{"no_space", "no_space"};
        QCOMPARE(lines, expected);
        {
            const auto workspace = Workspace::open(folder);
            QCOMPARE(workspace->eventCount(), std::int64_t{1});
            QVERIFY(fs::is_empty(folder / "objects" / "tmp"));
        }
        QCOMPARE(kindOf([&] { make(mode, disk / std::string(100, 'x')); }), "none");
        QCOMPARE(work({"keep", QString::fromStdString(folder), "1000"}).last(), QStringLiteral("done"));
    }

    void aReadOnlyDisk_data() { aFolderThatCannotBeWrittenOpensForReading_data(); }
    void aReadOnlyDisk()
    {
        QFETCH(JournalMode, mode);
        const fs::path disk =
            fs::path(m_temporary.path().toStdString()) / ("disk" + std::to_string(++m_count));
        fs::create_directory(disk);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=4m") != 0)
            QSKIP("A disk cannot be mounted here.");
        const auto unmount = qScopeGuard([&] { ::umount(disk.c_str()); });
        const fs::path folder = make(mode, disk);
        QVERIFY(::mount(nullptr, disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0);
        const auto workspace = Workspace::open(folder);
        QVERIFY(workspace->info().readOnly);
        QCOMPARE(workspace->eventCount(), std::int64_t{1});
        workspace->setSigner(std::make_shared<testing::TestSigner>());
        const auto error = errorOf([&] { workspace->write([](store::Transaction&) {}); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("read_only"));
        QVERIFY(error->message().find("write-protected") != std::string::npos);
        QCOMPARE(kindOf([&] { workspace->objects().newDraft(); }), "none");
        QCOMPARE(kindOf([&] { Workspace::create(disk / "new", {"New"}, nullptr, [](auto&) {}); }),
                 "read_only");
    }
};

QTEST_GUILESS_MAIN(TestCatalogFaults)
#include "tst_catalog_faults.moc"

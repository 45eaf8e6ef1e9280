// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "base/log.h"
#include "base/sha256.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace lepton;
using base::File;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

class TestFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_root;

    std::size_t filesIn(const fs::path& folder)
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

private Q_SLOTS:
    void init()
    {
        m_root = fs::path(m_temporary.path().toStdString()) / "files";
        fs::remove_all(m_root);
        fs::create_directories(m_root);
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("a pipe without a writer") << "pipe"
                                                 << "invalid_argument"
                                                 << "a pipe";
        QTest::newRow("a folder") << "folder"
                                  << "invalid_argument"
                                  << "a folder";
        QTest::newRow("a socket") << "socket"
                                  << "invalid_argument"
                                  << "a socket";
        QTest::newRow("missing") << "missing"
                                 << "not_found"
                                 << "does not exist";
        QTest::newRow("links in a circle") << "circle"
                                           << "invalid_argument"
                                           << "circle";
        QTest::newRow("a link to nothing") << "dangling"
                                           << "not_found"
                                           << "does not exist";
        QTest::newRow("below a file") << "file/below"
                                      << "invalid_argument"
                                      << "not a folder";
        QTest::newRow("a name of 300 characters") << QString(300, 'n') << "invalid_argument"
                                                  << "too long";
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        QFETCH(QString, says);
        QVERIFY(::mkfifo((m_root / "pipe").c_str(), 0600) == 0);
        fs::create_directory(m_root / "folder");
        fs::create_symlink("circle", m_root / "circle");
        fs::create_symlink("nothing", m_root / "dangling");
        base::writeFileAtomically(m_root / "file", "x");
        const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = (m_root / "socket").string();
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        QVERIFY(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::close(listener);

        const fs::path file = m_root / name.toStdString();
        for (const auto& open : {std::function<void()>([&] { (void)File::openForReading(file); }),
                                 std::function<void()>([&] { (void)base::readTextFile(file); }),
                                 std::function<void()>([&] { (void)base::MappedFile(file); }),
                                 std::function<void()>([&] { (void)base::sha256OfFile(file, {}); })}) {
            const auto error = errorOf(open);
            QVERIFY(error);
            QCOMPARE(QString::fromUtf8(error->kind().data()), kind);
            QVERIFY2(QString::fromStdString(error->message()).contains(says), error->what());
            QVERIFY2(error->message().find(file.string()) != std::string::npos, error->what());
        }
    }

    void readsAndWrites()
    {
        const fs::path file = m_root / "a \"quoted\" 数据 name";
        {
            File made = File::create(file);
            made.write(std::string_view("hello, "));
            made.write(std::string_view("world"));
            made.sync();
            QCOMPARE(made.size(), std::int64_t{12});
            made.close();
            QVERIFY(!made.isOpen());
        }
        QCOMPARE(kindOf([&] { (void)File::create(file); }), "io");
        File opened = File::openForReading(file);
        std::array<std::byte, 5> bytes{};
        QCOMPARE(opened.readAt(7, bytes), std::size_t{5});
        QCOMPARE(std::string(reinterpret_cast<const char*>(bytes.data()), 5), std::string("world"));
        QCOMPARE(opened.read(bytes), std::size_t{5});
        QCOMPARE(opened.read(bytes), std::size_t{5});
        QCOMPARE(opened.read(bytes), std::size_t{2});
        QCOMPARE(opened.read(bytes), std::size_t{0});
        const base::MappedFile mapped(file);
        QCOMPARE(mapped.bytes().size(), std::size_t{12});
    }

    void anEmptyFile()
    {
        const fs::path file = m_root / "empty";
        base::writeFileAtomically(file, "");
        QCOMPARE(base::readTextFile(file), std::string());
        QVERIFY(base::MappedFile(file).bytes().empty());
        QCOMPARE(base::toHex(base::sha256OfFile(file, {})), base::toHex(base::sha256("")));
    }

    void atomicWritesReplaceTheWhole()
    {
        const fs::path file = m_root / "settings";
        base::writeFileAtomically(file, std::string(100'000, 'a'));
        base::writeFileAtomically(file, "short", 0600);
        QCOMPARE(base::readTextFile(file), std::string("short"));
        QCOMPARE(filesIn(m_root), std::size_t{1});
        QVERIFY((fs::status(file).permissions() & fs::perms::all) ==
                (fs::perms::owner_read | fs::perms::owner_write));
    }

    void aFailedAtomicWriteLeavesTheOld()
    {
        const fs::path folder = m_root / "in the way";
        fs::create_directories(folder / "below");
        QVERIFY(errorOf([&] { base::writeFileAtomically(folder, "x"); }));
        QCOMPARE(filesIn(m_root), std::size_t{1});
        QCOMPARE(kindOf([&] { base::writeFileAtomically(m_root / "missing" / "file", "x"); }), "not_found");
    }

    void largeTextsAreRefused()
    {
        base::writeFileAtomically(m_root / "large", std::string(101, 'x'));
        QCOMPARE(kindOf([&] { (void)base::readTextFile(m_root / "large", 100); }), "too_large");
        QCOMPARE(base::readTextFile(m_root / "large", 101).size(), std::size_t{101});
    }

    void hashingCanBeCancelled()
    {
        base::writeFileAtomically(m_root / "file", "abc");
        QCOMPARE(base::toHex(base::sha256OfFile(m_root / "file", {})), base::toHex(base::sha256("abc")));
        base::CancellationSource source;
        const base::Cancellation token = source.token();
        QVERIFY(!token.requested());
        source.request();
        QVERIFY(token.requested());
        QCOMPARE(kindOf([&] { (void)base::sha256OfFile(m_root / "file", token); }), "cancelled");
    }

    void theUsersFolders()
    {
        qputenv("XDG_CONFIG_HOME", "/some/config");
        QCOMPARE(base::configFolder(), fs::path("/some/config/lepton-workbench"));
        qputenv("XDG_CONFIG_HOME", "relative"); // to be ignored, says the XDG specification
        qputenv("HOME", "/home/ada");
        QCOMPARE(base::configFolder(), fs::path("/home/ada/.config/lepton-workbench"));
        qunsetenv("XDG_CACHE_HOME");
        QCOMPARE(base::cacheFolder(), fs::path("/home/ada/.cache/lepton-workbench"));
        qunsetenv("HOME");
        QCOMPARE(kindOf([] { (void)base::cacheFolder(); }), "not_found");
    }

    void theLogKeepsItsLastLines()
    {
        base::Log log(m_root / "log" / "lepton.log");
        log.info("one");
        log.warning("two {} %s");
        log.error("three");
        const auto tail = log.tail(2);
        QCOMPARE(tail.size(), std::size_t{2});
        QVERIFY(tail[0].find("warning two {} %s") != std::string::npos);
        QVERIFY(tail[1].find("error three") != std::string::npos);
        QVERIFY(base::readTextFile(m_root / "log" / "lepton.log").find("three") != std::string::npos);
        base::Log silent("/proc/none/lepton.log");
        silent.info("still works");
        QVERIFY(silent.tail(1).front().find("still works") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFile)
#include "tst_file.moc"

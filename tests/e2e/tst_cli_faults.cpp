// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to imports when processes meet, die, run out of disk, or are given what is no table.
#include "support/cli.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

using lepton::testing::Cli;
using lepton::testing::CliResult;
using nlohmann::json;

namespace {

/// @p rows rows that do not compress well; the same for the same @p seed.
QByteArray table(int rows, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray csv = "id,key,value,text\n";
    csv.reserve(rows * 60);
    for (int i = 1; i <= rows; ++i) {
        csv += QByteArray::number(i) + ',' + QByteArray::number(random.generate64(), 16) + ',' +
               QByteArray::number(random.generateDouble(), 'f', 9) + ",word " +
               QByteArray::number(random.generate(), 36) + '\n';
    }
    return csv;
}

int filesBelow(const QString& folder)
{
    int count = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++count;
    }
    return count;
}

QString kindOf(const CliResult& result)
{
    const json document = result.json();
    return document.is_object() && document.contains("error")
               ? QString::fromStdString(document.at("error").value("kind", ""))
               : QString();
}

bool longRun()
{
    return qEnvironmentVariableIntValue("LEPTON_LONG") != 0;
}

/// A file system of its own on a folder, where this user may mount one.
class SmallDisk
{
public:
    SmallDisk(QString folder, const char* size)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
        m_mounted = QProcess::execute("mount", {"-t", "tmpfs", "-o", QStringLiteral("size=%1").arg(size),
                                                "tmpfs", m_folder}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute("umount", {m_folder});
    }
    bool isMounted() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted = false;
};

} // namespace

class TestCliFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_cli;
    QString m_workspace;

    static QStringList importing(const QString& file, const QString& name, const QStringList& more = {})
    {
        return QStringList{"dataset", "import", file, "--name", name, "--json"} + more;
    }

    json datasets() const { return m_cli->json({"dataset", "list"}).json().at("datasets"); }

    /// Collected, the workspace holds exactly @p objects files, and its audit log is whole.
    void verifyWhole(int objects) const
    {
        const CliResult gc = m_cli->json({"workspace", "gc", "--grace", "0"});
        QVERIFY2(gc.code == 0, gc.text());
        QCOMPARE(filesBelow(m_workspace + "/objects"), objects);
        const CliResult audit = m_cli->json({"audit", "verify"});
        QVERIFY2(audit.code == 0, audit.text());
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        m_workspace = m_cli->makeWorkspace();
    }

    void twoProcessesOneName_data()
    {
        QTest::addColumn<bool>("sameContent");
        QTest::addColumn<bool>("newVersion");
        QTest::newRow("same content") << true << false;
        QTest::newRow("other content") << false << false;
        QTest::newRow("other content as new version") << false << true;
    }

    void twoProcessesOneName()
    {
        QFETCH(bool, sameContent);
        QFETCH(bool, newVersion);
        const QString one = m_cli->writeFile("one.csv", table(2000, 1));
        const QString two = m_cli->writeFile("two.csv", table(2000, sameContent ? 1 : 2));
        const int rounds = longRun() ? 30 : 6;
        std::set<std::string> contents;
        for (int round = 0; round < rounds; ++round) {
            const QString name = QStringLiteral("Round %1").arg(round);
            const QStringList more = newVersion ? QStringList{"--new-version"} : QStringList{};
            const auto first = m_cli->start(importing(one, name, more));
            const auto second = m_cli->start(importing(two, name.toUpper(), more));
            const CliResult results[] = {Cli::finish(*first), Cli::finish(*second)};
            int unchanged = 0;
            int refused = 0;
            std::set<int> versions;
            for (const CliResult& result : results) {
                QVERIFY2(result.code == 0 || kindOf(result) == "exists", result.text());
                refused += result.code == 1 ? 1 : 0;
                if (result.code == 0) {
                    unchanged += result.json().contains("unchanged") ? 1 : 0;
                    versions.insert(result.json().at("version").get<int>());
                    contents.insert(result.json().at("hash").get<std::string>());
                }
            }
            QCOMPARE(unchanged, sameContent ? 1 : 0);
            QCOMPARE(refused, !sameContent && !newVersion ? 1 : 0);
            QCOMPARE(versions, newVersion ? (std::set<int>{1, 2}) : std::set<int>{1});
        }
        QCOMPARE(datasets().size(), static_cast<std::size_t>(rounds));
        // Equal content is one object, whoever imported it.
        verifyWhole(static_cast<int>(contents.size()));
    }

    void manyProcessesManyNames()
    {
        std::vector<std::unique_ptr<QProcess>> processes;
        constexpr int count = 8;
        for (int i = 0; i < count; ++i) {
            const QString file =
                m_cli->writeFile(QStringLiteral("%1.csv").arg(i), table(500, static_cast<quint32>(i)));
            processes.push_back(m_cli->start(importing(file, QStringLiteral("Table %1").arg(i))));
        }
        for (const auto& process : processes) {
            const CliResult result = Cli::finish(*process);
            QVERIFY2(result.code == 0, result.text());
        }
        QCOMPARE(datasets().size(), std::size_t{count});
        verifyWhole(count);
    }

    void killedAtAnyMoment()
    {
        constexpr int rows = 30'000;
        const QString file = m_cli->writeFile("big.csv", table(rows, 7));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_cli->run(importing(file, "Whole")).code, 0);
        qint64 whole = timer.elapsed();
        QRandomGenerator random(longRun() ? QRandomGenerator::global()->generate() : 5);
        const int rounds = longRun() ? 100 : 20;
        int survived = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString name = QStringLiteral("Killed %1").arg(round);
            // Other content each time, so that nothing is there already.
            const QString other =
                m_cli->writeFile("other.csv", table(rows, 1000 + static_cast<quint32>(round)));
            const auto process = m_cli->start(importing(other, name));
            timer.restart();
            if (process->waitForFinished(
                    static_cast<int>(random.bounded(static_cast<int>(whole + whole / 10)))))
                whole = std::min(whole, timer.elapsed());
            process->kill();
            process->waitForFinished();
            const CliResult head =
                m_cli->json({"dataset", "head", name, "--offset", QString::number(rows - 1)});
            if (head.code == 0) {
                ++survived;
                QCOMPARE(head.json().at("row_count").get<int>(), rows);
                QCOMPARE(head.json().at("rows")[0][0].get<int>(), rows);
            } else {
                QCOMPARE(kindOf(head), QStringLiteral("not_found"));
            }
            const CliResult audit = m_cli->json({"audit", "verify"});
            QVERIFY2(audit.code == 0, audit.text());
        }
        qInfo("%d of %d imports ended before the kill", survived, rounds);
        verifyWhole(1 + survived);
        // What was left unfinished is no obstacle.
        QCOMPARE(m_cli->run(importing(file, "After")).code, 0);
    }

    void interruptLeavesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void interruptLeavesNothing()
    {
        QFETCH(int, signal);
        const QString file = m_cli->writeFile("big.csv", table(600'000, 3));
        const auto process = m_cli->start(importing(file, "Big"));
        QVERIFY(process->waitForStarted());
        QTRY_VERIFY(filesBelow(m_workspace + "/objects/tmp") > 0 || process->state() == QProcess::NotRunning);
        ::kill(static_cast<pid_t>(process->processId()), signal);
        const CliResult result = Cli::finish(*process);
        QVERIFY2(result.code == 1, result.text());
        QCOMPARE(kindOf(result), QStringLiteral("cancelled"));
        QCOMPARE(filesBelow(m_workspace + "/objects"), 0);
        QVERIFY(datasets().empty());
        verifyWhole(0);
    }

    void fullDiskIsASentence_data()
    {
        QTest::addColumn<qint64>("limit");
        for (const int kibibytes : {4, 64, 300, 1024})
            QTest::newRow(qPrintable(QStringLiteral("%1 KiB").arg(kibibytes))) << qint64{kibibytes} * 1024;
    }

    void fullDiskIsASentence()
    {
        QFETCH(qint64, limit);
        const QString file = m_cli->writeFile("big.csv", table(120'000, 11));
        m_cli->limitFileSize(limit);
        const CliResult full = m_cli->run(importing(file, "Big"));
        QVERIFY2(full.code == 1, full.text());
        QCOMPARE(kindOf(full), QStringLiteral("no_space"));
        QVERIFY2(full.err.startsWith("error: "), full.err);
        m_cli->limitFileSize(0);
        QVERIFY(datasets().empty());
        verifyWhole(0);
        const CliResult again = m_cli->run(importing(file, "Big"));
        QVERIFY2(again.code == 0, again.text());
        QCOMPARE(again.json().at("version").get<int>(), 1);
        verifyWhole(1);
    }

    void fullFileSystem()
    {
        const SmallDisk disk(m_cli->folder() + "/disk", "3m");
        if (!disk.isMounted())
            QSKIP("this user may not mount a file system");
        m_workspace = m_cli->makeWorkspace("disk/workspace");
        const QString big = m_cli->writeFile("big.csv", table(200'000, 13));
        const CliResult full = m_cli->run(importing(big, "Big"));
        QVERIFY2(full.code == 1, full.text());
        QCOMPARE(kindOf(full), QStringLiteral("no_space"));
        QVERIFY(datasets().empty());
        const CliResult small = m_cli->run(importing(m_cli->writeFile("small.csv", table(100, 1)), "Small"));
        QVERIFY2(small.code == 0, small.text());
        verifyWhole(1);
    }

    void whatIsNoFile_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"fifo", "folder", "missing", "loop", "device", "unreadable"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void whatIsNoFile()
    {
        QFETCH(QString, what);
        const QString path = m_cli->folder() + "/input";
        const QByteArray native = path.toUtf8();
        if (what == "fifo")
            QCOMPARE(::mkfifo(native.constData(), 0600), 0);
        else if (what == "folder")
            QVERIFY(QDir().mkdir(path));
        else if (what == "loop")
            QCOMPARE(::symlink(native.constData(), native.constData()), 0);
        else if (what == "device")
            QCOMPARE(::symlink("/dev/zero", native.constData()), 0);
        else if (what == "unreadable") {
            if (::geteuid() == 0)
                QSKIP("root reads everything");
            m_cli->writeFile("input", "a\n1\n");
            QCOMPARE(::chmod(native.constData(), 0), 0);
        }
        const CliResult result = m_cli->run(importing(path, "Input"));
        QVERIFY2(result.code == 1, result.text());
        QVERIFY2(!kindOf(result).isEmpty() && kindOf(result) != "internal", result.text());
        QVERIFY2(result.err.contains(native), result.err);
        QVERIFY(datasets().empty());
        QCOMPARE(filesBelow(m_workspace + "/objects"), 0);
    }

    void namesThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("300 characters") << QString(300, 'x');
        QTest::newRow("121 Chinese characters") << QString(121, QChar(0x6570));
        QTest::newRow("slash") << "a/b";
        QTest::newRow("at") << "a@2";
        QTest::newRow("control character") << QString("a\u0007b");
        QTest::newRow("line end") << "a\nb";
        QTest::newRow("empty") << "";
        QTest::newRow("blank before") << " a";
        QTest::newRow("blank behind") << QString("a\u3000");
    }

    void namesThatAreNone()
    {
        QFETCH(QString, name);
        const QString file = m_cli->writeFile("a.csv", "a\n1\n");
        const CliResult result = m_cli->run(importing(file, name));
        QVERIFY2(result.code == 1, result.text());
        QCOMPARE(kindOf(result), QStringLiteral("invalid_argument"));
        QVERIFY(datasets().empty());
        QCOMPARE(filesBelow(m_workspace + "/objects"), 0);
    }

    void namesThatAreTheSame_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("case") << "Loans"
                              << "LOANS";
        QTest::newRow("sharp s") << QString("Stra\u00dfe") << "STRASSE";
        QTest::newRow("composed") << QString("Caf\u00e9") << QString("Cafe\u0301");
    }

    void namesThatAreTheSame()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QCOMPARE(m_cli->run(importing(m_cli->writeFile("a.csv", "a\n1\n"), first)).code, 0);
        const CliResult taken = m_cli->run(importing(m_cli->writeFile("b.csv", "a\n2\n"), second));
        QCOMPARE(kindOf(taken), QStringLiteral("exists"));
        QCOMPARE(m_cli->json({"dataset", "head", second}).json().at("row_count").get<int>(), 1);
    }

    void longestNamesAreNames()
    {
        const QString name(120, QChar(0x6570));
        QCOMPARE(m_cli->run(importing(m_cli->writeFile("a.csv", "a\n1\n"), name)).code, 0);
        QCOMPARE(m_cli->json({"dataset", "head", name + "@1"}).json().at("row_count").get<int>(), 1);
    }

    void fileNamesOfAnyBytes()
    {
        // A name in GB18030, as old systems wrote it: not UTF-8.
        const QByteArray path = m_cli->folder().toUtf8() + "/\xCA\xFD\xBE\xDD.csv";
        FILE* file = std::fopen(path.constData(), "wb");
        QVERIFY(file);
        std::fputs("a\n1\n", file);
        std::fclose(file);
        // QProcess encodes arguments as UTF-8, so a shell passes the bytes on.
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.start("sh", {"-c", "exec \"$0\" dataset import \"$1\"/*.csv --name Bytes --json",
                             Cli::binary(), m_cli->folder()});
        const CliResult result = Cli::finish(process);
        QVERIFY2(result.code == 0, result.text());
        std::remove(path.constData()); // the temporary folder cannot remove what it cannot name
        QVERIFY(m_cli->json({"dataset", "show", "Bytes"})
                    .json()
                    .at("source")
                    .at("file")
                    .get<std::string>()
                    .ends_with(".csv"));
    }

    void cellOf64Megabytes()
    {
        const QByteArray cell(64 << 20, 'x');
        const QString file = m_cli->writeFile("big.csv", "id,text\n1,\"" + cell + "\"\n2,small\n");
        const CliResult result = m_cli->run(importing(file, "Big cell"));
        QVERIFY2(result.code == 0, result.text());
        const json head = m_cli->json({"dataset", "head", "Big cell"}).json();
        QCOMPARE(head.at("rows")[0][1].get<std::string>().size(), static_cast<std::size_t>(cell.size()));
        QCOMPARE(head.at("rows")[1][1], json("small"));
    }

    void foldersThatAreNoWorkspace_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("kind");
        QTest::newRow("missing") << "missing"
                                 << "not_found";
        QTest::newRow("empty folder") << "empty"
                                      << "not_a_workspace";
        QTest::newRow("catalog is text") << "text"
                                         << "";
        QTest::newRow("catalog cut off") << "truncated"
                                         << "";
    }

    void foldersThatAreNoWorkspace()
    {
        QFETCH(QString, what);
        QFETCH(QString, kind);
        const QString catalog = m_workspace + "/catalog.db";
        if (what == "missing")
            m_cli->use(m_cli->folder() + "/nowhere");
        else if (what == "empty") {
            QDir().mkdir(m_cli->folder() + "/empty");
            m_cli->use(m_cli->folder() + "/empty");
        } else {
            QFile file(catalog);
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (what == "text") {
                file.resize(0);
                file.write(QByteArray(5000, 'x'));
            } else {
                file.resize(file.size() / 2);
            }
            file.close();
            QFile::remove(catalog + "-wal");
            QFile::remove(catalog + "-shm");
        }
        const CliResult result = m_cli->json({"dataset", "list"});
        QVERIFY2(result.code == 1, result.text());
        QVERIFY2(!kindOf(result).isEmpty() && kindOf(result) != "internal", result.text());
        if (!kind.isEmpty())
            QCOMPARE(kindOf(result), kind);
    }
};

QTEST_GUILESS_MAIN(TestCliFaults)
#include "tst_cli_faults.moc"

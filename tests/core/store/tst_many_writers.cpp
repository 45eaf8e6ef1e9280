// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "store/workspace.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <signal.h>

using namespace lepton;
using store::JournalMode;
using store::Workspace;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lepton::store::JournalMode)

namespace {

constexpr int processes = 16;

int seconds()
{
    return qEnvironmentVariableIsSet("LEPTON_LONG") ? 20 : 5;
}

std::unique_ptr<QProcess> start(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::SeparateChannels);
    process->start(QStringLiteral(STORE_WORKER), arguments);
    return process;
}

/// The whole lines that a process said; a killed one may have been cut off in the last.
QStringList linesOf(QProcess& process)
{
    QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split('\n');
    lines.removeLast();
    return lines;
}

void checkChain(Workspace& workspace)
{
    std::string prev;
    std::int64_t seq = 0;
    for (;;) {
        const auto events = workspace.events(seq, 10'000);
        if (events.empty())
            return;
        for (const auto& event : events) {
            QCOMPARE(event.seq, seq + 1);
            QCOMPARE(event.prev, prev);
            QCOMPARE(event.hash, base::toHex(store::eventHash(workspace.info().id, event)));
            seq = event.seq;
            prev = event.hash;
        }
    }
}

void checkIntegrity(Workspace& workspace)
{
    workspace.read([](SQLite::Database& database) {
        SQLite::Statement row(database, "PRAGMA integrity_check");
        QVERIFY(row.executeStep());
        QCOMPARE(row.getColumn(0).getString(), std::string("ok"));
    });
}

std::set<std::string> idsOf(Workspace& workspace)
{
    std::set<std::string> ids;
    for (const auto& event : workspace.events(0, 10'000'000))
        ids.insert(event.id.toString());
    return ids;
}

} // namespace

class TestManyWriters : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_count = 0;

    fs::path make(JournalMode mode)
    {
        const fs::path folder = fs::path(m_temporary.path().toStdString()) / std::to_string(++m_count);
        Workspace::create(folder, {"Crowd", mode}, std::make_shared<testing::TestSigner>(), [](auto&) {});
        return folder;
    }

    void modes()
    {
        QTest::addColumn<JournalMode>("mode");
        QTest::newRow("local") << JournalMode::Local;
        QTest::newRow("shared") << JournalMode::Shared;
    }

private Q_SLOTS:
    void noEventIsLost_data() { modes(); }
    void noEventIsLost()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        std::vector<std::unique_ptr<QProcess>> running;
        for (int i = 0; i < processes; ++i)
            running.push_back(start({"add", QString::fromStdString(folder), QString::number(seconds())}));
        std::set<std::string> said;
        for (auto& process : running) {
            QVERIFY(process->waitForFinished(120'000));
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            const QStringList lines = linesOf(*process);
            QCOMPARE(lines.last(), QStringLiteral("done"));
            QVERIFY2(lines.size() > 1, "a process came to nothing");
            for (const QString& line : lines.first(lines.size() - 1))
                said.insert(line.toStdString());
        }
        const auto workspace = Workspace::open(folder);
        QVERIFY(idsOf(*workspace) == said);
        checkChain(*workspace);
        checkIntegrity(*workspace);
        qInfo("%zu events by %d processes in %d s", said.size(), processes, seconds());
    }

    void whatWasSavedSurvivesAKill_data() { modes(); }
    void whatWasSavedSurvivesAKill()
    {
        QFETCH(JournalMode, mode);
        const fs::path folder = make(mode);
        std::set<std::string> said;
        for (int round = 0; round < 10; ++round) {
            std::vector<std::unique_ptr<QProcess>> running;
            for (int i = 0; i < 4; ++i) {
                running.push_back(start({"add", QString::fromStdString(folder), "60"}));
                QVERIFY(running.back()->waitForStarted());
            }
            // The moment of the kill is random, from before the first event on.
            const int moment = QRandomGenerator::global()->bounded(120);
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < moment)
                running.front()->waitForReadyRead(1);
            for (auto& process : running)
                ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            for (auto& process : running) {
                QVERIFY(process->waitForFinished());
                for (const QString& line : linesOf(*process))
                    said.insert(line.toStdString());
            }
            const auto workspace = Workspace::open(folder);
            const auto there = idsOf(*workspace);
            for (const std::string& id : said)
                QVERIFY2(there.contains(id), id.c_str());
            checkChain(*workspace);
            checkIntegrity(*workspace);
        }
        QVERIFY2(!said.empty(), "no event was added before any kill");
    }

    void aNamedObjectIsThereAfterAKill()
    {
        const fs::path folder = make(JournalMode::Local);
        std::set<std::string> said;
        for (int round = 0; round < 10; ++round) {
            const auto first = start({"objects", QString::fromStdString(folder), "60"});
            const auto second = start({"objects", QString::fromStdString(folder), "60"});
            QVERIFY(first->waitForStarted() && second->waitForStarted());
            QVERIFY(first->waitForReadyRead());
            const int moment = QRandomGenerator::global()->bounded(60);
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < moment)
                first->waitForReadyRead(1);
            for (QProcess* process : {first.get(), second.get()}) {
                process->kill();
                QVERIFY(process->waitForFinished());
                for (const QString& line : linesOf(*process))
                    said.insert(line.toStdString());
            }
        }
        const auto workspace = Workspace::open(folder);
        (void)workspace->objects().collect(*workspace, std::chrono::seconds(-1), {});
        base::Progress progress;
        const auto problems = workspace->objects().verify(*workspace, {}, progress);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().message.c_str());
        for (const std::string& hash : said)
            QVERIFY(fs::exists(workspace->objects().path(hash)));
        QVERIFY(fs::is_empty(folder / "objects" / "tmp"));
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(folder / "objects"))
            files += entry.is_regular_file() ? 1 : 0;
        QCOMPARE(static_cast<std::int64_t>(files), workspace->eventCount()); // one event an object
    }

    void collectingWhileOthersKeep()
    {
        const fs::path folder = make(JournalMode::Shared);
        std::vector<std::unique_ptr<QProcess>> running;
        for (int i = 0; i < 4; ++i)
            running.push_back(start({"objects", QString::fromStdString(folder), "6"}));
        const auto workspace = Workspace::open(folder);
        for (auto& process : running) {
            while (process->state() != QProcess::NotRunning) {
                // longer than any process is kept from the processor between keeping and linking
                (void)workspace->objects().collect(*workspace, std::chrono::seconds(3), {});
                process->waitForFinished(10);
            }
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        }
        base::Progress progress;
        QVERIFY(workspace->objects().verify(*workspace, {}, progress).empty());
        QVERIFY(workspace->eventCount() > 0);
    }
};

QTEST_GUILESS_MAIN(TestManyWriters)
#include "tst_many_writers.moc"

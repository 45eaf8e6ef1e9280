// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_watch.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>

using namespace lepton;
using namespace std::chrono_literals;
using ui::LogWatch;

class TestLogWatch : public QObject
{
    Q_OBJECT

private:
    struct Log
    {
        std::atomic<int> proofs{0};
        std::atomic<bool> isWhole{true};
        std::atomic<bool> isReachable{true};
    };
    std::shared_ptr<Log> m_log;

    LogWatch::Prove prove() const
    {
        return [log = m_log](const base::Cancellation&) {
            ++log->proofs;
            if (!log->isReachable)
                throw base::Error(base::ErrorCode::Io, "The share is gone.");
            if (!log->isWhole)
                throw base::Error(base::ErrorCode::Damaged, "Event 3 was changed.");
        };
    }

private Q_SLOTS:
    void init() { m_log = std::make_shared<Log>(); }

    void looksSoonAfterAChange()
    {
        LogWatch watch(prove(), {.least = 1ms, .most = 1h, .times = 1});
        QSignalSpy verdicts(&watch, &LogWatch::verdictChanged);
        watch.noteChange();
        QTRY_COMPARE(m_log->proofs.load(), 1);
        m_log->isWhole = false;
        watch.noteChange();
        QTRY_COMPARE(verdicts.count(), 1);
        const int known = m_log->proofs;
        watch.noteChange();
        QTRY_VERIFY(m_log->proofs > known);
        m_log->isWhole = true;
        watch.noteChange();
        QTRY_COMPARE(verdicts.count(), 2); // it is whole again; that it was still changed was no news
    }

    /// Who changes the bytes of the file writes nothing that SQLite tells of.
    void looksWithoutAChange()
    {
        m_log->isWhole = false;
        LogWatch watch(prove(), {.least = 1ms, .most = 1ms, .times = 1});
        QSignalSpy verdicts(&watch, &LogWatch::verdictChanged);
        QTRY_COMPARE(verdicts.count(), 1);
    }

    void saysNothingOfAFolderThatIsGone()
    {
        m_log->isReachable = false;
        LogWatch watch(prove(), {.least = 1ms, .most = 1ms, .times = 1});
        QSignalSpy verdicts(&watch, &LogWatch::verdictChanged);
        QTRY_VERIFY(m_log->proofs >= 3);
        QCOMPARE(verdicts.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLogWatch)
#include "tst_log_watch.moc"

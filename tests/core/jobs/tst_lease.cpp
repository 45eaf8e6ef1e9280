// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_clock.h"

#include "jobs/lease.h"
#include "jobs/lease_watch.h"

#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace lepton;
using namespace std::chrono_literals;
using jobs::HolderState;
using jobs::LeaseHolder;

namespace {

/// A child process that does nothing until it is killed.
class SleepingChild
{
public:
    SleepingChild()
    {
        int ready[2];
        if (::pipe(ready) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            ::close(ready[0]);
            for (;;)
                ::pause();
        }
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~SleepingChild() { end(); }
    pid_t pid() const { return m_pid; }
    void kill() const { ::kill(m_pid, SIGKILL); }
    void end()
    {
        if (m_pid <= 0)
            return;
        kill();
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }

private:
    pid_t m_pid = 0;
};

/// Who the process @p pid is, as it would say itself.
LeaseHolder holderOf(pid_t pid)
{
    LeaseHolder holder = LeaseHolder::thisProcess();
    holder.pid = pid;
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray line = file.readAll();
        holder.processStart = line.mid(line.lastIndexOf(')') + 2).split(' ').at(19).toLongLong();
    }
    return holder;
}

jobs::LeasedJob leased(const LeaseHolder& holder, std::int64_t counter)
{
    static const base::JobId id = base::JobId::generate();
    jobs::LeasedJob job;
    job.info.id = id;
    job.holder = holder;
    job.counter = counter;
    return job;
}

} // namespace

class TestLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisProcessIsAlive()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        QCOMPARE(self.pid, static_cast<std::int64_t>(::getpid()));
        QVERIFY(self.machine.size() == 32 && !self.boot.empty() && self.processStart > 0);
        QCOMPARE(LeaseHolder::thisProcess(), self);
        QCOMPARE(jobs::holderState(self, self), HolderState::Alive);
    }

    void processThatEndedIsGone()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        SleepingChild child;
        const LeaseHolder holder = holderOf(child.pid());
        QCOMPARE(jobs::holderState(holder, self), HolderState::Alive);
        child.end();
        QCOMPARE(jobs::holderState(holder, self), HolderState::Gone);
    }

    void zombieIsGone()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        SleepingChild child;
        const LeaseHolder holder = holderOf(child.pid());
        child.kill();
        QTRY_COMPARE(jobs::holderState(holder, self), HolderState::Gone);
    }

    void processNumberGivenAgainIsGone()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        LeaseHolder before = self;
        before.processStart -= 1;
        QCOMPARE(jobs::holderState(before, self), HolderState::Gone);
    }

    void otherBootOfThisMachineIsGone()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        LeaseHolder before = self;
        before.boot = "00000000-0000-4000-8000-000000000000";
        QCOMPARE(jobs::holderState(before, self), HolderState::Gone);
    }

    void otherMachineAndOtherContainerAreUnknown()
    {
        const LeaseHolder self = LeaseHolder::thisProcess();
        LeaseHolder other = self;
        other.machine = std::string(32, '0');
        QCOMPARE(jobs::holderState(other, self), HolderState::Unknown);
        other = self;
        other.processSpace += 1;
        QCOMPARE(jobs::holderState(other, self), HolderState::Unknown);
    }

    void otherMachineIsDeadWhenItsCounterStoodStill()
    {
        testing::ManualClock clock;
        const LeaseHolder self = LeaseHolder::thisProcess();
        LeaseHolder other = self;
        other.machine = std::string(32, '0');
        jobs::LeaseWatch watch(self, 60s, clock);

        QVERIFY(watch.dead({leased(other, 5)}).empty());
        clock.advance(59s);
        QVERIFY(watch.dead({leased(other, 5)}).empty());
        // A sign of life starts the time anew.
        QVERIFY(watch.dead({leased(other, 6)}).empty());
        clock.advance(59s);
        QVERIFY(watch.dead({leased(other, 6)}).empty());
        clock.advance(1s);
        QCOMPARE(watch.dead({leased(other, 6)}).size(), std::size_t{1});
    }

    void wallClockDoesNotMatter()
    {
        testing::ManualClock clock;
        const LeaseHolder self = LeaseHolder::thisProcess();
        LeaseHolder other = self;
        other.machine = std::string(32, '0');
        jobs::LeaseWatch watch(self, 60s, clock);
        QVERIFY(watch.dead({leased(other, 5)}).empty());
        clock.jumpTo(base::UtcTime{4'000'000'000'000});
        QVERIFY(watch.dead({leased(other, 5)}).empty());
    }
};

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"

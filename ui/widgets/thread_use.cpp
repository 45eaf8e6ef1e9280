// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thread_use.h"

#include <cstdint>
#include <fstream>

#include <pthread.h>
#include <unistd.h>

namespace lepton::ui {

ThreadMeter::ThreadMeter()
    : m_hasClock(::pthread_getcpuclockid(::pthread_self(), &m_clock) == 0)
    , m_scheduling("/proc/self/task/" + std::to_string(::gettid()) + "/schedstat")
{}

ThreadUse ThreadMeter::read() const
{
    ThreadUse use{worked(), 0};
    // proc_pid_schedstat(5): nanoseconds on a core, nanoseconds on a run queue, time slices
    std::ifstream file(m_scheduling);
    std::int64_t ran = 0;
    std::int64_t queued = 0;
    if (file >> ran >> queued)
        use.waited = static_cast<double>(queued) * 1e-6;
    return use;
}

double ThreadMeter::worked() const noexcept
{
    timespec time{};
    if (!m_hasClock || ::clock_gettime(m_clock, &time) != 0)
        return 0;
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

} // namespace lepton::ui

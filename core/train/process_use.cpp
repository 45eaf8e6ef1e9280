// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/process_use.h"

#include <fstream>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace lepton::train {

namespace {

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

} // namespace

ProcessReading readProcess()
{
    ProcessReading reading;
    reading.at = std::chrono::steady_clock::now();
    reading.machineCores = static_cast<int>(std::thread::hardware_concurrency());
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) == 0)
        reading.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    const std::int64_t page = ::sysconf(_SC_PAGESIZE);
    std::int64_t size = 0;
    std::int64_t resident = 0;
    if (std::ifstream("/proc/self/statm") >> size >> resident)
        reading.residentBytes = resident * page;
    const std::int64_t pages = ::sysconf(_SC_PHYS_PAGES);
    reading.machineBytes = pages > 0 ? pages * page : 0;
    return reading;
}

std::optional<ProcessUse> useBetween(const ProcessReading& before, const ProcessReading& now)
{
    const double passed = std::chrono::duration<double>(now.at - before.at).count();
    if (passed <= 0)
        return std::nullopt;
    return ProcessUse{(now.processorSeconds - before.processorSeconds) / passed, now.machineCores,
                      now.residentBytes, now.machineBytes};
}

} // namespace lepton::train

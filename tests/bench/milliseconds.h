// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <time.h>

namespace lepton::bench {

/// Milliseconds of a processor that this thread has worked.
inline double threadMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Milliseconds on a clock that never goes back.
inline double clockMilliseconds()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace lepton::bench

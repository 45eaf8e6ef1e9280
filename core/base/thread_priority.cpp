// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/thread_priority.h"

#include <sys/resource.h>

namespace lepton::base {

void yieldToOthers() noexcept
{
    constexpr int lowPriority = 10;
    // On Linux a thread has a nice value of its own, and 0 stands for the calling one.
    if (::getpriority(PRIO_PROCESS, 0) < lowPriority)
        ::setpriority(PRIO_PROCESS, 0, lowPriority);
}

} // namespace lepton::base

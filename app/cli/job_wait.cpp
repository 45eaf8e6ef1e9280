// SPDX-License-Identifier: GPL-3.0-or-later
#include "job_wait.h"

#include <chrono>
#include <thread>

namespace lepton::cli {

jobs::JobInfo waitForJob(jobs::JobQueue& queue, const base::JobId& id, const base::Cancellation& interrupted,
                         OnInterrupt onInterrupt)
{
    constexpr std::chrono::milliseconds poll{20};
    const std::jthread watcher([&](const std::stop_token& stop) {
        while (!stop.stop_requested() && !interrupted.requested())
            std::this_thread::sleep_for(poll);
        if (!interrupted.requested())
            return;
        if (onInterrupt == OnInterrupt::SaveAndEnd)
            queue.interrupt(id);
        else
            queue.cancel(id);
    });
    return queue.wait(id);
}

} // namespace lepton::cli

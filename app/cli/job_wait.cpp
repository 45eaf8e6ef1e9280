// SPDX-License-Identifier: GPL-3.0-or-later
#include "job_wait.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace lepton::cli {

jobs::JobInfo waitForJob(jobs::JobQueue& queue, const base::JobId& id,
                         const std::vector<base::Cancellation>& interruptions, OnInterrupt onInterrupt)
{
    constexpr std::chrono::milliseconds poll{20};
    const auto interrupted = [&interruptions] {
        return std::ranges::any_of(interruptions, &base::Cancellation::requested);
    };
    const std::jthread watcher([&](const std::stop_token& stop) {
        while (!stop.stop_requested() && !interrupted())
            std::this_thread::sleep_for(poll);
        if (!interrupted())
            return;
        if (onInterrupt == OnInterrupt::SaveAndEnd)
            queue.interrupt(id);
        else
            queue.cancel(id);
    });
    return queue.wait(id);
}

} // namespace lepton::cli

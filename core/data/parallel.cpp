// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/parallel.h"

#include "base/cancellation.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace lepton::data {

void parallelFor(std::int64_t tasks, const base::Cancellation& cancellation,
                 const std::function<void(std::int64_t task)>& work)
{
    std::atomic<std::int64_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;

    const auto run = [&] {
        try {
            for (std::int64_t task = next++; task < tasks; task = next++) {
                cancellation.throwIfRequested();
                work(task);
            }
        } catch (...) {
            next = tasks;
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
        }
    };

    const auto cores = static_cast<std::int64_t>(std::max(1u, std::thread::hardware_concurrency()));
    const std::int64_t helpers = std::min(cores, tasks) - 1;
    {
        std::vector<std::jthread> threads;
        for (std::int64_t i = 0; i < helpers; ++i)
            threads.emplace_back(run);
        run();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace lepton::data

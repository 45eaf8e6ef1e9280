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

std::size_t workerCount(std::int64_t tasks)
{
    const auto cores = static_cast<std::int64_t>(std::max(1u, std::thread::hardware_concurrency()));
    return static_cast<std::size_t>(std::clamp<std::int64_t>(tasks, 1, cores));
}

void parallelFor(std::int64_t tasks, const base::Cancellation& cancellation,
                 const std::function<void(std::int64_t task)>& work)
{
    parallelForWorkers(tasks, cancellation, [&](std::int64_t task, std::size_t) { work(task); });
}

void parallelForWorkers(std::int64_t tasks, const base::Cancellation& cancellation,
                        const std::function<void(std::int64_t task, std::size_t worker)>& work)
{
    std::atomic<std::int64_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;

    const auto run = [&](std::size_t worker) {
        try {
            for (std::int64_t task = next++; task < tasks; task = next++) {
                cancellation.throwIfRequested();
                work(task, worker);
            }
        } catch (...) {
            next = tasks;
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
        }
    };

    {
        std::vector<std::jthread> threads;
        for (std::size_t worker = 1; worker < workerCount(tasks); ++worker)
            threads.emplace_back(run, worker);
        run(0);
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace lepton::data

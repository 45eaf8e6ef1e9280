// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lepton::data {

/// A few threads that share the columns of a batch. Used by one thread at a time.
class WorkerPool
{
public:
    /// @p threads: how many work in all, the caller among them; 0: as many as the machine has cores, at
    /// most 8.
    explicit WorkerPool(unsigned threads = 0);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Calls @p work for 0 to count - 1, in any order and on any of the threads, and returns when all are
    /// done.
    /// @throw what the first failing call threw; later ones may be left out then.
    void run(std::size_t count, const std::function<void(std::size_t)>& work);

private:
    void workerLoop();
    void takeWork(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    const std::function<void(std::size_t)>* m_work = nullptr;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
    std::size_t m_running = 0;
    std::exception_ptr m_failure;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace lepton::data

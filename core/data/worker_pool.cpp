// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/worker_pool.h"

#include <algorithm>
#include <utility>

namespace lepton::data {

WorkerPool::WorkerPool(unsigned threads)
{
    if (threads == 0)
        threads = std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
    for (unsigned i = 1; i < threads; ++i)
        m_threads.emplace_back([this] { workerLoop(); });
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void WorkerPool::takeWork(std::unique_lock<std::mutex>& lock)
{
    while (m_work && m_next < m_count) {
        const std::size_t index = m_next++;
        ++m_running;
        const auto& work = *m_work;
        lock.unlock();
        std::exception_ptr failure;
        try {
            work(index);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        --m_running;
        if (failure) {
            m_next = m_count;
            if (!m_failure)
                m_failure = failure;
        }
    }
    if (m_running == 0)
        m_done.notify_all();
}

void WorkerPool::workerLoop()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stop || (m_work && m_next < m_count); });
        if (m_stop)
            return;
        takeWork(lock);
    }
}

void WorkerPool::run(std::size_t count, const std::function<void(std::size_t)>& work)
{
    std::unique_lock lock(m_mutex);
    m_work = &work;
    m_next = 0;
    m_count = count;
    m_failure = nullptr;
    if (count > 1)
        m_wake.notify_all();
    takeWork(lock);
    m_done.wait(lock, [this] { return m_running == 0 && m_next >= m_count; });
    m_work = nullptr;
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_memory_arrow.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace lepton::data {
namespace {

using Clock = std::chrono::steady_clock;

class Releaser
{
public:
    void ask()
    {
        const std::lock_guard lock(m_mutex);
        m_due = Clock::now() + std::chrono::seconds(2);
        m_asked = true;
        if (!m_thread.joinable())
            m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
        m_changed.notify_one();
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return m_asked; })) {
            while (Clock::now() < m_due && !stop.stop_requested()) {
                const Clock::time_point due = m_due; // which may be put off meanwhile
                m_changed.wait_until(lock, stop, due, [] { return false; });
            }
            if (stop.stop_requested())
                return;
            m_asked = false;
            lock.unlock();
            columnMemory()->ReleaseUnused();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Clock::time_point m_due;
    bool m_asked = false;
    std::jthread m_thread;
};

} // namespace

arrow::MemoryPool* columnMemory()
{
    return arrow::system_memory_pool();
}

void releaseColumnMemory()
{
    static Releaser releaser;
    releaser.ask();
}

} // namespace lepton::data

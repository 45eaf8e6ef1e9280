// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/metric_writer.h"

#include "base/error.h"
#include "store/workspace.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace lepton::train {
namespace {

using std::chrono::milliseconds;

/// How long points are gathered before they are saved, so that they are durable well within a second.
constexpr milliseconds gathering{250};
/// How long to wait after a failure before trying again.
constexpr milliseconds afterFailure{500};
/// How many patiences of the store a flush waits through while others keep the catalog locked.
constexpr int lockedAttempts = 5;

using Points = std::map<std::int64_t, std::vector<MetricPoint>>; ///< by run number

} // namespace

class MetricWriter::Impl
{
public:
    explicit Impl(store::Workspace& workspace)
        : m_workspace(workspace)
        , m_store(workspace)
        , m_thread([this](const std::stop_token& stop) { work(stop); })
    {}

    ~Impl() { m_thread.request_stop(); }

    void add(std::int64_t run, MetricPoint point)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                throw base::Error(base::ErrorCode::Internal, "A metric came after the end of its run.");
            m_waiting[run].push_back(std::move(point));
            ++m_added;
        }
        m_changed.notify_all();
    }

    void flush()
    {
        std::unique_lock lock(m_mutex);
        const std::uint64_t wanted = m_added;
        const std::uint64_t attempts = m_attempts;
        ++m_flushing;
        m_changed.notify_all();
        m_done.wait(lock, [&] { return m_saved >= wanted || isHopeless(attempts); });
        --m_flushing;
        if (m_saved < wanted)
            std::rethrow_exception(m_error);
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        flush();
    }

private:
    /// Whether an attempt that began after @p attempts had been made failed for good.
    bool isHopeless(std::uint64_t attempts) const
    {
        if (!m_error || m_attempts <= attempts + 1)
            return false; // the attempt under way may have begun before
        return !m_isLocked || m_lockedInRow >= lockedAttempts;
    }

    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); });
            // Points that come soon after are saved with these. A flush does not wait for more.
            m_changed.wait_for(lock, stop, m_error ? afterFailure : gathering,
                               [this] { return m_flushing > 0 && !m_error; });
            const bool last = stop.stop_requested();
            if (m_waiting.empty()) {
                if (last)
                    return;
                continue;
            }
            save(lock);
            if (last && (m_error || m_waiting.empty()))
                return;
        }
    }

    /// One attempt. What fails goes back to the front of what waits.
    void save(std::unique_lock<std::mutex>& lock)
    {
        Points points = std::exchange(m_waiting, {});
        lock.unlock();
        std::exception_ptr error;
        bool isLocked = false;
        std::uint64_t count = 0;
        for (const auto& [run, list] : points)
            count += list.size();
        try {
            m_workspace.write([&](store::Transaction& transaction) {
                for (const auto& [run, list] : points)
                    m_store.add(transaction, run, list);
            });
        } catch (const base::Error& failure) {
            error = std::current_exception();
            isLocked = failure.code() == base::ErrorCode::Busy;
        } catch (...) {
            error = std::current_exception();
        }
        lock.lock();
        ++m_attempts;
        m_error = error;
        m_isLocked = isLocked;
        m_lockedInRow = isLocked ? m_lockedInRow + 1 : 0;
        if (error) {
            for (auto& [run, later] : m_waiting) {
                std::vector<MetricPoint>& earlier = points[run];
                earlier.insert(earlier.end(), std::move_iterator(later.begin()),
                               std::move_iterator(later.end()));
            }
            m_waiting = std::move(points);
        } else {
            m_saved += count;
        }
        m_done.notify_all();
    }

    store::Workspace& m_workspace;
    MetricStore m_store;
    std::mutex m_mutex;
    std::condition_variable_any m_changed; ///< something to do for the thread
    std::condition_variable_any m_done;    ///< an attempt is over
    Points m_waiting;
    std::uint64_t m_added = 0;
    std::uint64_t m_saved = 0;
    std::uint64_t m_attempts = 0;
    int m_flushing = 0;
    int m_lockedInRow = 0;
    bool m_isLocked = false;
    bool m_closed = false;
    std::exception_ptr m_error; ///< of the last attempt
    std::jthread m_thread;
};

MetricWriter::MetricWriter(store::Workspace& workspace)
    : m_impl(std::make_unique<Impl>(workspace))
{}

MetricWriter::~MetricWriter() = default;

void MetricWriter::add(std::int64_t run, MetricPoint point)
{
    m_impl->add(run, std::move(point));
}

void MetricWriter::flush()
{
    m_impl->flush();
}

void MetricWriter::close()
{
    m_impl->close();
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/metric_writer.h"

#include "base/error.h"
#include "store/workspace.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace lepton::train {
namespace {

using std::chrono::milliseconds;

/// How long points are gathered before they are saved, so that they are durable well within a second.
constexpr milliseconds gathering{250};
/// How long to wait after a failure before trying again.
constexpr milliseconds afterFailure{500};
/// How many patiences of the store a flush waits through while others keep the catalog locked.
constexpr int lockedAttempts = 5;

/// The most points of one transaction: some 50 ms of work, so that others can write in between, and enough
/// that the wait for the disk at its end does not count.
constexpr std::size_t mostPoints = 20'000;

struct Waiting
{
    std::int64_t run; ///< its number
    MetricPoint point;
};
/// Points by the number of their run.
using PointsByRun = std::map<std::int64_t, std::vector<MetricPoint>>;

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
        bool wakes = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                throw base::Error(base::ErrorCode::Internal, "A metric came after the end of its run.");
            m_waiting.push_back({run, std::move(point)});
            ++m_added;
            // A wake-up costs more than the rest of this function: only where someone waits for it.
            wakes = m_waiting.size() == 1 || m_waiting.size() == mostPoints;
        }
        if (wakes)
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
            m_changed.wait_for(lock, stop, m_error ? afterFailure : gathering, [this] {
                return !m_error && (m_flushing > 0 || m_waiting.size() >= mostPoints);
            });
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

    /// One attempt with the first of what waits; what fails goes back there.
    void save(std::unique_lock<std::mutex>& lock)
    {
        PointsByRun taken = take();
        lock.unlock();
        std::exception_ptr error;
        bool isLocked = false;
        try {
            m_workspace.write([&](store::Transaction& transaction) {
                for (const auto& [run, points] : taken)
                    m_store.add(transaction, run, points);
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
        for (auto& [run, points] : taken) {
            if (error)
                putBack(run, std::move(points));
            else
                m_saved += points.size();
        }
        m_done.notify_all();
    }

    /// Takes the first of what waits, so that all that came before a flush is saved before what came after.
    PointsByRun take()
    {
        PointsByRun taken;
        const auto end = m_waiting.begin() + std::min(std::ssize(m_waiting), std::ptrdiff_t{mostPoints});
        for (auto entry = m_waiting.begin(); entry != end; ++entry)
            taken[entry->run].push_back(std::move(entry->point));
        m_waiting.erase(m_waiting.begin(), end);
        return taken;
    }

    /// Before what came since.
    void putBack(std::int64_t run, std::vector<MetricPoint>&& points)
    {
        for (auto point = points.rbegin(); point != points.rend(); ++point)
            m_waiting.push_front({run, std::move(*point)});
    }

    store::Workspace& m_workspace;
    MetricStore m_store;
    std::mutex m_mutex;
    std::condition_variable_any m_changed; ///< something to do for the thread
    std::condition_variable_any m_done;    ///< an attempt is over
    std::deque<Waiting> m_waiting;
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

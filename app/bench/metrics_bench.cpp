// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_workspace.h"
#include "app/bench/peer.h"
#include "base/error.h"
#include "train/metric_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>

namespace lepton::bench {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::array<const char*, 5> metricKeys{"train/loss", "train/learning_rate", "train/gradient_norm",
                                                "train/tokens", "train/seconds"};
constexpr std::int64_t run = 1;

train::MetricPoint pointAt(std::int64_t place)
{
    const auto step = place / static_cast<std::int64_t>(metricKeys.size());
    return {.key = metricKeys[static_cast<std::size_t>(place) % metricKeys.size()],
            .step = step,
            .epoch = static_cast<double>(step) / 1'000,
            .time = base::systemClock().now(),
            .value = 1.0 / static_cast<double>(place + 1)};
}

/// Follows the points of the run on a connection of its own, as a chart does.
class Reader
{
public:
    Reader(store::Workspace& workspace, milliseconds pause)
        : m_store(workspace)
        , m_pause(pause)
        , m_thread([this](const std::stop_token& stop) { work(stop); })
    {}

    /// Reads what there is, and ends.
    void finish()
    {
        m_thread.request_stop();
        m_thread.join();
    }
    std::int64_t count() const { return m_count; }
    double oldestSeconds() const { return m_oldest; } ///< the most that a point was behind when it was read

private:
    void work(const std::stop_token& stop)
    {
        for (bool isLast = false; !isLast;) {
            isLast = stop.stop_requested();
            train::MetricPage page;
            do {
                page = m_store.after(run, m_cursor);
                m_cursor = page.cursor;
                m_count += std::ssize(page.points);
                for (const train::MetricPoint& point : page.points) {
                    const auto age = base::systemClock().now().milliseconds - point.time.milliseconds;
                    m_oldest = std::max(m_oldest, static_cast<double>(age) / 1'000);
                }
            } while (!page.points.empty());
            if (!isLast)
                std::this_thread::sleep_for(m_pause);
        }
    }

    train::MetricStore m_store;
    milliseconds m_pause;
    std::int64_t m_cursor = 0;
    std::int64_t m_count = 0;
    double m_oldest = 0;
    std::jthread m_thread;
};

/// Points a second, from the first until all are durable and read.
double savedPerSecond(const Setup& setup, const MetricsOptions& options)
{
    BenchWorkspace workspace(options.shared ? store::JournalMode::Shared : store::JournalMode::Local);
    train::MetricWriter writer(workspace.workspace());
    Reader reader(workspace.workspace(), milliseconds(100));
    const auto start = Clock::now();
    for (std::int64_t place = 0; place < options.points; ++place)
        writer.add(run, pointAt(place));
    writer.flush();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    reader.finish();
    setup.cancellation.throwIfRequested();
    if (reader.count() != options.points)
        throw base::Error(base::ErrorCode::Internal, "The reader did not see all points.");
    return static_cast<double>(options.points) / seconds;
}

struct Paced
{
    double perSecond = 0;
    double oldest = 0; ///< seconds
};

/// Points that come at a steady rate.
Paced paced(const Setup& setup, const MetricsOptions& options)
{
    constexpr std::int64_t rate = 200'000;
    constexpr milliseconds beat{10};
    BenchWorkspace workspace(options.shared ? store::JournalMode::Shared : store::JournalMode::Local);
    train::MetricWriter writer(workspace.workspace());
    Reader reader(workspace.workspace(), milliseconds(20));
    const auto start = Clock::now();
    std::int64_t place = 0;
    for (int tick = 1; tick <= options.pacedSeconds * 100; ++tick) {
        setup.cancellation.throwIfRequested();
        for (; place < rate / 100 * tick; ++place)
            writer.add(run, pointAt(place));
        std::this_thread::sleep_until(start + tick * beat);
    }
    writer.flush();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    reader.finish();
    return {static_cast<double>(place) / seconds, reader.oldestSeconds()};
}

} // namespace

Result benchMetrics(const Setup& setup, const MetricsOptions& options)
{
    double best = 0;
    Paced bestPaced{0, 1e9};
    for (int round = 1; round <= setup.rounds; ++round) {
        setup.tell(fmt::format("metric points, round {}", round));
        best = std::max(best, savedPerSecond(setup, options));
        if (const Paced now = paced(setup, options); now.oldest < bestPaced.oldest)
            bestPaced = now;
    }
    const nlohmann::json peers = askPeer(setup, "metrics", {std::to_string(setup.rounds)});
    Result result;
    const auto row = [&](const char* peerName, const char* key) {
        std::optional<double> peer;
        if (peers.is_object())
            peer = peers.at(key).get<double>();
        result.rows.push_back({"points saved while they are read", "points/s", best, peerName, peer});
    };
    row("MLflow on SQLite, batches of 1,000", "mlflow_batch");
    row("MLflow on SQLite, log_metric", "mlflow_single");
    row("TensorBoard's event writer", "tensorboard");
    result.notes.push_back(fmt::format("{} points of {} metrics; a {} workspace", options.points,
                                       metricKeys.size(), options.shared ? "shared" : "local"));
    result.notes.push_back(
        fmt::format("at 200,000 points/s: {:.0f} were saved, and the oldest one was {:.2f} s old "
                    "when another connection read it",
                    bestPaced.perSecond, bestPaced.oldest));
    return result;
}

} // namespace lepton::bench

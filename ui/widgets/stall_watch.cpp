// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stall_watch.h"

#include "ui/widgets/thread_use.h"

#include <QMetaObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace lepton::ui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto pause = std::chrono::milliseconds(8);
constexpr double bucketWidth = 0.25;  // ms
constexpr std::size_t buckets = 8000; // up to 2 s; longer ones count in the last
constexpr double felt = 16;           // ms
constexpr std::size_t mostKept = 40;

} // namespace

struct StallWatch::Shared
{
    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    bool waiting = false;
    bool paused = false;
    bool spoilt = false; ///< there was a pause since the question
    Clock::time_point asked;
    ThreadUse usedWhenAsked;
    std::array<std::int64_t, buckets> histogram{};
    std::int64_t samples = 0;
    double maximum = 0;
    QString activity;
    QString activityWhenAsked;
    std::optional<Stall> fresh;   ///< answered; how long it had no core is still to be read
    std::vector<Stall> longest{}; ///< longest first
    const ThreadMeter gui;
    std::jthread thread; // last: joined first

    void record(Stall stall)
    {
        const auto bucket = static_cast<std::size_t>(std::max(0.0, stall.milliseconds / bucketWidth));
        ++histogram[std::min(bucket, buckets - 1)];
        ++samples;
        maximum = std::max(maximum, stall.milliseconds);
        if (stall.milliseconds > felt)
            fresh = std::move(stall);
    }

    void keepFresh(const ThreadUse& now)
    {
        if (!fresh)
            return;
        fresh->waiting = std::min(now.waited - usedWhenAsked.waited, fresh->milliseconds);
        const auto place = std::find_if(longest.begin(), longest.end(), [&](const Stall& other) {
            return other.milliseconds < fresh->milliseconds;
        });
        longest.insert(place, std::move(*fresh));
        if (longest.size() > mostKept)
            longest.pop_back();
        fresh.reset();
    }
};

StallWatch::StallWatch(QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    // The thread ends in the destructor, before this object: the receiver outlives every question.
    m_shared->thread = std::jthread([shared = m_shared.get(), receiver = static_cast<QObject*>(this)] {
        std::unique_lock lock(shared->mutex);
        while (!shared->stopping) {
            shared->wake.wait_for(lock, pause, [shared] { return shared->stopping; });
            if (shared->stopping || shared->waiting)
                continue;
            // this thread reads a file for it: the GUI thread must not wait for that
            lock.unlock();
            const ThreadUse use = shared->gui.read();
            lock.lock();
            shared->keepFresh(use);
            if (shared->stopping || shared->paused)
                continue;
            shared->waiting = true;
            shared->spoilt = false;
            shared->usedWhenAsked = {shared->gui.worked(), use.waited};
            shared->activityWhenAsked = shared->activity;
            shared->asked = Clock::now();
            QMetaObject::invokeMethod(
                receiver,
                [shared] {
                    const auto now = Clock::now();
                    const double worked = shared->gui.worked();
                    const std::lock_guard answer(shared->mutex);
                    shared->waiting = false;
                    if (shared->spoilt)
                        return;
                    QString during = shared->activityWhenAsked;
                    if (during != shared->activity)
                        during += QStringLiteral(", ") + shared->activity;
                    shared->record({std::chrono::duration<double, std::milli>(now - shared->asked).count(),
                                    worked - shared->usedWhenAsked.worked, 0, std::move(during)});
                },
                Qt::QueuedConnection);
        }
    });
}

StallWatch::~StallWatch()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
    }
    m_shared->wake.notify_all();
    m_shared->thread.join();
}

StallFigures StallWatch::figures() const
{
    const std::lock_guard lock(m_shared->mutex);
    StallFigures figures;
    figures.maximum = m_shared->maximum;
    figures.samples = m_shared->samples;
    const auto wanted = static_cast<std::int64_t>(std::ceil(static_cast<double>(m_shared->samples) * 0.999));
    std::int64_t seen = 0;
    for (std::size_t i = 0; i < buckets && wanted > 0; ++i) {
        seen += m_shared->histogram[i];
        if (seen >= wanted) {
            figures.p999 = std::min(static_cast<double>(i + 1) * bucketWidth, figures.maximum);
            break;
        }
    }
    return figures;
}

std::vector<Stall> StallWatch::longest() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->longest;
}

void StallWatch::setActivity(const QString& activity)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->activity = activity;
}

void StallWatch::setPaused(bool paused)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->paused = paused;
    m_shared->spoilt = true;
}

void StallWatch::reset()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->histogram.fill(0);
    m_shared->samples = 0;
    m_shared->maximum = 0;
    m_shared->fresh.reset();
    m_shared->longest.clear();
}

} // namespace lepton::ui

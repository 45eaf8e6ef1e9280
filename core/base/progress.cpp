// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/progress.h"

#include <algorithm>
#include <utility>

namespace lepton::base {
namespace {

constexpr std::chrono::milliseconds minimumInterval{100};
/// Before this much time has passed an estimate of the time left is noise.
constexpr std::chrono::milliseconds estimateAfter{500};

} // namespace

std::optional<double> ProgressState::share() const
{
    if (total <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0);
}

Progress::Progress()
    : Progress(Callback{})
{}

Progress::Progress(Callback callback, const Clock& clock)
    : m_callback(std::move(callback))
    , m_clock(clock)
{}

void Progress::begin(std::string phase, std::int64_t total, std::int64_t done)
{
    const std::lock_guard lock(m_mutex);
    m_state = ProgressState{};
    m_state.phase = std::move(phase);
    m_state.total = total;
    m_state.done = m_doneBefore = done;
    m_phaseStart = m_clock.monotonic();
    report(true);
}

void Progress::advance(std::int64_t units)
{
    const std::lock_guard lock(m_mutex);
    m_state.done += units;
    report(false);
}

void Progress::update(std::int64_t done)
{
    const std::lock_guard lock(m_mutex);
    m_state.done = done;
    report(false);
}

void Progress::flush()
{
    const std::lock_guard lock(m_mutex);
    report(true);
}

void Progress::report(bool force)
{
    if (!m_callback)
        return;
    const auto now = m_clock.monotonic();
    if (!force && now - m_lastReport < minimumInterval)
        return;
    m_lastReport = now;
    const auto elapsed = now - m_phaseStart;
    const std::int64_t doneNow = m_state.done - m_doneBefore;
    if (elapsed >= estimateAfter && doneNow > 0) {
        m_state.unitsPerSecond =
            static_cast<double>(doneNow) / std::chrono::duration<double>(elapsed).count();
        if (m_state.total > 0) {
            const auto left = static_cast<double>(std::max<std::int64_t>(0, m_state.total - m_state.done));
            m_state.secondsLeft = left / m_state.unitsPerSecond;
        }
    }
    m_callback(m_state);
}

} // namespace lepton::base

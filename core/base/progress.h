// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace lepton::base {

/// How far long work has come.
struct ProgressState
{
    std::string phase;                 ///< a stable word: "reading", "writing", ...; the UI translates it
    std::int64_t done = 0;             ///< units of this phase
    std::int64_t total = 0;            ///< units of this phase; 0 when unknown
    double unitsPerSecond = 0;         ///< since the phase began
    std::optional<double> secondsLeft; ///< of this phase; unset while it cannot be told

    /// 0 to 1, or unset when the total is unknown.
    std::optional<double> share() const;
};

/// Takes the advance of long work and passes it on at most 10 times a second. Thread-safe; the callback runs
/// on the thread that advances, one at a time.
class Progress
{
public:
    using Callback = std::function<void(const ProgressState&)>;

    /// Tells nobody.
    Progress();
    explicit Progress(Callback callback, const Clock& clock = systemClock());
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Starts a phase of @p total units (0: unknown), of which @p done were done earlier, and reports at
    /// once.
    void begin(std::string phase, std::int64_t total, std::int64_t done = 0);
    void advance(std::int64_t units);
    /// Sets the units done of this phase.
    void update(std::int64_t done);
    /// Reports what is there now, throttle or not.
    void flush();

private:
    void report(bool force);

    std::mutex m_mutex;
    Callback m_callback;
    const Clock& m_clock;
    ProgressState m_state;
    std::int64_t m_doneBefore = 0; ///< when the phase began
    std::chrono::nanoseconds m_phaseStart{};
    std::chrono::nanoseconds m_lastReport{};
};

} // namespace lepton::base

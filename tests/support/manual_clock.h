// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>

namespace lepton::testing {

/// A clock that moves only when told to. Thread-safe.
class ManualClock final : public base::Clock
{
public:
    explicit ManualClock(std::int64_t milliseconds = 1'764'093'600'000)
        : m_wall(milliseconds)
    {}

    base::UtcTime now() const override { return base::UtcTime{m_wall.load()}; }
    std::chrono::nanoseconds monotonic() const override
    {
        return std::chrono::nanoseconds(m_monotonic.load());
    }

    void advance(std::chrono::nanoseconds time)
    {
        m_monotonic += time.count();
        m_wall += std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    }
    /// As when someone sets the machine's date.
    void jumpTo(base::UtcTime time) { m_wall = time.milliseconds; }

private:
    std::atomic<std::int64_t> m_wall;
    std::atomic<std::int64_t> m_monotonic{1'000'000'000};
};

} // namespace lepton::testing

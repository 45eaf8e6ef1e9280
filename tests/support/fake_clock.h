// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace lepton::testing {

/// A clock that stands until it is moved.
class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(std::int64_t milliseconds = 1'764'093'600'000)
        : m_now{milliseconds}
    {}

    base::UtcTime now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_monotonic; }

    /// Moves both.
    void pass(std::chrono::milliseconds time)
    {
        m_now.milliseconds += time.count();
        m_monotonic += time;
    }
    /// Sets the wall clock alone, as an administrator or a time server does.
    void jumpTo(base::UtcTime time) { m_now = time; }

private:
    base::UtcTime m_now;
    std::chrono::nanoseconds m_monotonic{std::chrono::hours(1)};
};

} // namespace lepton::testing

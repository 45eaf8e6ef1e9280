// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>

namespace lepton::base {

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
struct UtcTime
{
    std::int64_t milliseconds = 0;

    friend auto operator<=>(const UtcTime&, const UtcTime&) = default;

    /// As ISO 8601 with milliseconds: "2026-11-25T18:00:00.000Z".
    std::string toString() const;
};

/// Tells the time. Passed to what needs it, so that tests can have a wrong or a jumping clock.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The wall clock; may jump.
    virtual UtcTime now() const = 0;
    /// Time that only moves forward, for durations and leases.
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

/// The machine's clock.
const Clock& systemClock();

} // namespace lepton::base

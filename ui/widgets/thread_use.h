// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <time.h>

namespace lepton::ui {

/// What a thread did since it began.
struct ThreadUse
{
    double worked = 0; ///< milliseconds of processor time
    double waited = 0; ///< milliseconds in which it could have worked but had no core; 0 where unknown
};

/// Reads the use of the thread that made it, from any thread, for as long as that thread lives.
class ThreadMeter
{
public:
    ThreadMeter();

    /// Reads a file of the system: not for the GUI thread.
    ThreadUse read() const;
    /// The processor time alone, in milliseconds. Cheap.
    double worked() const noexcept;

private:
    clockid_t m_clock{};
    bool m_hasClock = false;
    std::string m_scheduling; ///< the file with the time without a core
};

} // namespace lepton::ui

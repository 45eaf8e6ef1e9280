// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <random>

namespace lepton::store {

/// Waits between attempts at a lock that others hold: a random while, longer each time, so that many waiters
/// do not come back together. Not thread-safe.
class Backoff
{
public:
    explicit Backoff(std::chrono::milliseconds limit);

    /// Sleeps. @return false once the limit has passed since this was made or reset.
    bool wait();
    /// Forgets the attempts and the time so far.
    void reset();

private:
    std::chrono::milliseconds m_limit;
    std::chrono::steady_clock::time_point m_start;
    int m_attempts = 0;
    std::minstd_rand m_random;
};

} // namespace lepton::store

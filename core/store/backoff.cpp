// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backoff.h"

#include <algorithm>
#include <thread>

namespace lepton::store {
namespace {

constexpr int shortestMicroseconds = 500;
constexpr int longestMicroseconds = 40'000;

} // namespace

Backoff::Backoff(std::chrono::milliseconds limit)
    : m_limit(limit)
    , m_start(std::chrono::steady_clock::now())
    , m_random(std::random_device{}())
{}

bool Backoff::wait()
{
    if (std::chrono::steady_clock::now() - m_start >= m_limit)
        return false;
    const int longest = std::min(longestMicroseconds, shortestMicroseconds << std::min(m_attempts, 10));
    ++m_attempts;
    std::uniform_int_distribution<int> sleep(shortestMicroseconds / 2, longest);
    std::this_thread::sleep_for(std::chrono::microseconds(sleep(m_random)));
    return true;
}

void Backoff::reset()
{
    m_attempts = 0;
    m_start = std::chrono::steady_clock::now();
}

} // namespace lepton::store

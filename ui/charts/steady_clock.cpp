// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/steady_clock.h"

#include <algorithm>

namespace lepton::charts {

void SteadyClock::add(double step, double time)
{
    if (m_hasLast && time < m_last) {
        const double before = m_jumps.empty() ? 0 : m_jumps.back().offset;
        m_jumps.push_back({step, before + (m_last - time)});
    }
    m_last = time;
    m_hasLast = true;
}

double SteadyClock::corrected(double step, double time) const
{
    const auto after = std::ranges::upper_bound(m_jumps, step, {}, &Jump::step);
    return after == m_jumps.begin() ? time : time + (after - 1)->offset;
}

void SteadyClock::clear()
{
    m_jumps.clear();
    m_hasLast = false;
}

} // namespace lepton::charts

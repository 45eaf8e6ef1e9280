// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace lepton::charts {

/// Times of several lines of one run, made good where the machine's clock was put back: from such a step on,
/// all times are moved by as much as the clock went back. Learns from the line with the most points.
class SteadyClock
{
public:
    /// The next point of that line. @p time in seconds, or any other unit.
    void add(double step, double time);
    /// @p time of a point of any line at @p step, made good.
    double corrected(double step, double time) const;
    void clear();

private:
    struct Jump
    {
        double step;
        double offset; ///< to be added from step on
    };
    std::vector<Jump> m_jumps;
    double m_last = 0;
    bool m_hasLast = false;
};

} // namespace lepton::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"
#include "ui/charts/steady_clock.h"
#include "ui/training/metric_line.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// What placing a metric point in a chart takes to know of the points before it: the clock of the run, where
/// each metric stands, and the tokens since the last rate.
class MetricTrack
{
public:
    /// The metric that has a point a step: its times are the clock.
    static const std::string clockKey;
    /// Real tokens of a step.
    static const std::string tokensKey;
    /// How long a step took by itself, without an evaluation or a pause before it.
    static const std::string secondsKey;

    /// Whether @p points come after all that is known of their metrics.
    bool goesOn(const std::vector<train::MetricPoint>& points) const;
    void setLast(const std::string& key, std::int64_t step) { m_lastSteps[key] = step; }
    /// Learns the time of a step of clockKey.
    void learn(const MetricSample& sample);
    /// Where @p sample stands, with @p value for its own.
    charts::Point placed(const MetricSample& sample, double value) const;
    /// The next sample of tokensKey; adds the rate that it makes, if any, to @p rates. Without the @p seconds
    /// of its step it is the clock that tells.
    void addTokens(const MetricSample& sample, std::optional<double> seconds,
                   std::vector<charts::Point>& rates);

private:
    std::map<std::string, std::int64_t> m_lastSteps;
    charts::SteadyClock m_clock;
    std::optional<double> m_start;     ///< seconds, of the first point
    std::optional<double> m_tokenTime; ///< corrected seconds of the last sample that made a rate
    double m_tokens = 0;               ///< real tokens since
};

} // namespace lepton::ui

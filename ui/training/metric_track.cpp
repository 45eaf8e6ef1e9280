// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/metric_track.h"

#include <algorithm>
#include <limits>

namespace lepton::ui {

namespace {

double secondsOf(const MetricSample& sample)
{
    return double(sample.time.milliseconds) / 1000;
}

} // namespace

const std::string MetricTrack::clockKey = "train/loss";
const std::string MetricTrack::tokensKey = "train/tokens";
const std::string MetricTrack::secondsKey = "train/seconds";

bool MetricTrack::goesOn(const std::vector<train::MetricPoint>& points) const
{
    auto last = m_lastSteps;
    for (const auto& point : points) {
        const auto [known, isNew] = last.try_emplace(point.key, point.step);
        if (!isNew && point.step <= known->second)
            return false;
        known->second = point.step;
    }
    return true;
}

void MetricTrack::learn(const MetricSample& sample)
{
    if (!m_start)
        m_start = secondsOf(sample);
    m_clock.add(double(sample.step), secondsOf(sample));
}

charts::Point MetricTrack::placed(const MetricSample& sample, double value) const
{
    const double time = m_clock.corrected(double(sample.step), secondsOf(sample)) - m_start.value_or(0);
    return {double(sample.step), value, sample.epoch,
            m_start ? std::max(0.0, time) : std::numeric_limits<double>::quiet_NaN()};
}

void MetricTrack::addTokens(const MetricSample& sample, std::optional<double> seconds,
                            std::vector<charts::Point>& rates)
{
    const double time = m_clock.corrected(double(sample.step), secondsOf(sample));
    if (seconds && *seconds > 0) {
        rates.push_back(placed(sample, sample.value / *seconds));
        m_tokenTime = time;
        m_tokens = 0;
        return;
    }
    m_tokens += sample.value;
    if (!m_tokenTime) { // how long the first step took is not known
        m_tokenTime = time;
        m_tokens = 0;
    } else if (time > *m_tokenTime) { // steps within one tick of the clock are counted together
        rates.push_back(placed(sample, m_tokens / (time - *m_tokenTime)));
        m_tokenTime = time;
        m_tokens = 0;
    }
}

} // namespace lepton::ui

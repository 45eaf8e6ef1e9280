// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "train/metric_store.h"

#include <QList>

#include <algorithm>
#include <cstdint>

namespace lepton::ui {

/// A point of a MetricLine.
struct MetricSample
{
    std::int64_t step = 0;
    double epoch = 0;
    base::UtcTime time;
    double value = 0;
};

/// The points of one metric by step. A copy shares them until one of the two is changed: a worker reads its
/// own while the window goes on adding points.
class MetricLine
{
public:
    bool isEmpty() const { return m_samples.isEmpty(); }
    qsizetype size() const { return m_samples.size(); }
    const MetricSample& back() const { return m_samples.back(); }
    auto begin() const { return m_samples.cbegin(); }
    auto end() const { return m_samples.cend(); }

    /// Takes the place of the point at its step, where there is one. Cheap at the end.
    void set(const train::MetricPoint& point)
    {
        const MetricSample sample{point.step, point.epoch, point.time, point.value};
        if (m_samples.isEmpty() || sample.step > m_samples.back().step) {
            m_samples.append(sample);
            return;
        }
        const auto place = std::ranges::lower_bound(m_samples, sample.step, {}, &MetricSample::step);
        if (place->step == sample.step)
            *place = sample;
        else
            m_samples.insert(place, sample);
    }

private:
    QList<MetricSample> m_samples;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_group.h"

#include "ui/charts/line_chart.h"

#include <algorithm>

namespace lepton::charts {

void ChartGroup::add(LineChart* chart)
{
    m_charts.push_back(chart);
    const auto others = [this, chart](auto&& act) {
        for (auto* other : m_charts) {
            if (other != chart)
                act(*other);
        }
    };
    connect(chart, &LineChart::viewChanged, this, [others](const std::optional<Range>& view) {
        others([&](LineChart& other) { other.setView(view); });
    });
    connect(chart, &LineChart::cursorChanged, this, [others](std::optional<double> place) {
        others([&](LineChart& other) { other.setCursor(place, false); });
    });
    connect(chart, &LineChart::xAxisChanged, this,
            [others](XAxis axis) { others([&](LineChart& other) { other.setXAxis(axis); }); });
    connect(chart, &QObject::destroyed, this, [this, chart] { std::erase(m_charts, chart); });
}

} // namespace lepton::charts

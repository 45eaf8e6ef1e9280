// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/metric_store.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/steady_clock.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

class RunViewModel;

/// Brings the metric points of a run to the lines of charts: those that are new alone, as long as they go on
/// from the ones before; all of them anew where a resumed run replaced some.
class RunCurves
{
public:
    explicit RunCurves(RunViewModel& viewModel)
        : m_viewModel(viewModel)
    {}

    /// Line @p series of @p chart shows metric @p key.
    void bind(const std::string& key, charts::LineChart& chart, std::size_t series);
    /// Line 0 of @p chart shows real tokens a second, from train/tokens and the times of its points.
    void bindThroughput(charts::LineChart& chart) { m_throughput = &chart; }
    /// No metric has a line; throughput keeps its own.
    void unbind() { m_lines.clear(); }

    /// Fills all lines from what the view-model holds.
    void rebuild();
    /// Points that have come since.
    void add(const std::vector<train::MetricPoint>& points);

private:
    struct Line
    {
        charts::LineChart* chart;
        std::size_t series;
    };

    bool goesOn(const std::vector<train::MetricPoint>& points) const;
    charts::Point placed(const train::MetricPoint& point, double value);
    void learn(const train::MetricPoint& point);
    void addThroughput(const train::MetricPoint& point, std::vector<charts::Point>& rates);

    RunViewModel& m_viewModel;
    std::multimap<std::string, Line> m_lines;
    charts::LineChart* m_throughput = nullptr;
    std::map<std::string, std::int64_t> m_lastSteps;
    charts::SteadyClock m_clock;
    std::optional<double> m_start;     ///< seconds, of the first point
    std::optional<double> m_tokenTime; ///< corrected seconds of the last token point that made a rate
    double m_tokens = 0;               ///< real tokens since
};

} // namespace lepton::ui

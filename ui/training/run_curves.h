// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_chart.h"
#include "ui/training/metric_line.h"
#include "ui/training/metric_track.h"
#include "ui/widgets/async.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace lepton::ui {

class RunViewModel;

/// Brings the metric points of a run to the lines of charts: those that are new alone, as long as they go on
/// from the ones before; all of them anew where a resumed run replaced some. Where these are many, a worker
/// makes them ready for drawing, and what comes meanwhile follows.
class RunCurves
{
public:
    /// @p filled is called when the lines were filled anew.
    RunCurves(RunViewModel& viewModel, std::function<void()> filled)
        : m_viewModel(viewModel)
        , m_filled(std::move(filled))
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
    /// True while a worker makes points ready.
    bool isFilling() const { return m_fill.isRunning(); }

private:
    struct Line
    {
        charts::LineChart* chart;
        std::size_t series;
    };
    struct Filling;

    Filling begun() const;
    /// Pure: for any thread.
    static Filling filled(Filling filling);
    void take(Filling filling);

    RunViewModel& m_viewModel;
    std::function<void()> m_filled;
    std::multimap<std::string, Line> m_lines;
    charts::LineChart* m_throughput = nullptr;
    MetricTrack m_track;                       ///< of the points that the charts have
    std::vector<train::MetricPoint> m_waiting; ///< that came while a worker filled the lines
    Async m_fill;
};

} // namespace lepton::ui

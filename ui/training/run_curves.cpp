// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_curves.h"

#include "ui/charts/series_data.h"
#include "ui/training/run_view_model.h"

#include <iterator>
#include <utility>

namespace lepton::ui {

namespace {

/// So many points are made ready in a millisecond or two.
constexpr qsizetype fewPoints = 20'000;

} // namespace

/// The lines of all charts, on their way through a worker.
struct RunCurves::Filling
{
    struct Target
    {
        std::string key; ///< empty: the rates
        Line line;       ///< not to be touched by the worker
        charts::SeriesData points;
    };

    std::map<std::string, MetricLine> metrics;
    std::vector<Target> targets;
    MetricTrack track;
};

void RunCurves::bind(const std::string& key, charts::LineChart& chart, std::size_t series)
{
    m_lines.emplace(key, Line{&chart, series});
}

RunCurves::Filling RunCurves::begun() const
{
    Filling filling;
    filling.metrics = m_viewModel.lines();
    for (const auto& [key, line] : m_lines)
        filling.targets.push_back({key, line, line.chart->emptyPoints(line.series)});
    if (m_throughput)
        filling.targets.push_back({{}, {m_throughput, 0}, m_throughput->emptyPoints(0)});
    return filling;
}

RunCurves::Filling RunCurves::filled(Filling filling)
{
    for (const MetricSample& sample : filling.metrics[MetricTrack::clockKey])
        filling.track.learn(sample);
    for (const auto& [key, samples] : filling.metrics) {
        if (!samples.isEmpty())
            filling.track.setLast(key, samples.back().step);
    }
    std::vector<charts::Point> points;
    for (auto& target : filling.targets) {
        points.clear();
        if (target.key.empty()) {
            const MetricLine& seconds = filling.metrics[MetricTrack::secondsKey];
            auto taken = seconds.begin();
            for (const MetricSample& sample : filling.metrics[MetricTrack::tokensKey]) {
                while (taken != seconds.end() && taken->step < sample.step)
                    ++taken;
                const bool isKnown = taken != seconds.end() && taken->step == sample.step;
                filling.track.addTokens(sample, isKnown ? std::optional(taken->value) : std::nullopt, points);
            }
        } else {
            for (const MetricSample& sample : filling.metrics[target.key])
                points.push_back(filling.track.placed(sample, sample.value));
        }
        target.points.append(points);
    }
    return filling;
}

void RunCurves::take(Filling filling)
{
    m_track = std::move(filling.track);
    for (auto& [key, line, points] : filling.targets)
        line.chart->setPoints(line.series, std::move(points));
    if (const auto waiting = std::exchange(m_waiting, {}); !waiting.empty())
        add(waiting);
    m_filled();
}

void RunCurves::rebuild()
{
    m_waiting.clear();
    Filling filling = begun();
    qsizetype count = 0;
    for (const auto& [key, samples] : filling.metrics)
        count += samples.size();
    if (count <= fewPoints) {
        m_fill.cancel();
        take(filled(std::move(filling)));
        return;
    }
    m_fill.run([filling = std::move(filling)]() mutable { return filled(std::move(filling)); },
               [this](Filling done) { take(std::move(done)); },
               [](const base::Error&) {}); // memory alone can fail it: the charts stay as they are
}

void RunCurves::add(const std::vector<train::MetricPoint>& points)
{
    if (m_fill.isRunning()) {
        std::ranges::copy(points, std::back_inserter(m_waiting));
        return;
    }
    if (!m_track.goesOn(points)) {
        rebuild();
        return;
    }
    const auto sampleOf = [](const train::MetricPoint& point) {
        return MetricSample{point.step, point.epoch, point.time, point.value};
    };
    std::map<std::int64_t, double> seconds; // of the steps
    for (const auto& point : points) {      // of one batch, all times are read with what it says of the clock
        if (point.key == MetricTrack::clockKey)
            m_track.learn(sampleOf(point));
        else if (point.key == MetricTrack::secondsKey)
            seconds[point.step] = point.value;
    }
    std::map<std::string, std::vector<charts::Point>> fresh;
    std::vector<charts::Point> rates;
    for (const auto& point : points) {
        m_track.setLast(point.key, point.step);
        if (m_lines.contains(point.key))
            fresh[point.key].push_back(m_track.placed(sampleOf(point), point.value));
        if (point.key == MetricTrack::tokensKey && m_throughput) {
            const auto known = seconds.find(point.step);
            m_track.addTokens(sampleOf(point),
                              known == seconds.end() ? std::nullopt : std::optional(known->second), rates);
        }
    }
    for (const auto& [key, added] : fresh) {
        const auto [begin, end] = m_lines.equal_range(key);
        for (auto line = begin; line != end; ++line)
            line->second.chart->append(line->second.series, added);
    }
    if (!rates.empty())
        m_throughput->append(0, rates);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_curves.h"

#include "ui/training/run_view_model.h"

namespace lepton::ui {

namespace {

const std::string clockKey = "train/loss"; ///< has a point a step
const std::string tokensKey = "train/tokens";

double secondsOf(const train::MetricPoint& point)
{
    return double(point.time.milliseconds) / 1000;
}

} // namespace

void RunCurves::bind(const std::string& key, charts::LineChart& chart, std::size_t series)
{
    m_lines.emplace(key, Line{&chart, series});
}

void RunCurves::learn(const train::MetricPoint& point)
{
    if (point.key != clockKey)
        return;
    if (!m_start)
        m_start = secondsOf(point);
    m_clock.add(double(point.step), secondsOf(point));
}

charts::Point RunCurves::placed(const train::MetricPoint& point, double value)
{
    const double time = m_clock.corrected(double(point.step), secondsOf(point)) - m_start.value_or(0);
    return {double(point.step), value, point.epoch,
            m_start ? std::max(0.0, time) : std::numeric_limits<double>::quiet_NaN()};
}

void RunCurves::addThroughput(const train::MetricPoint& point, std::vector<charts::Point>& rates)
{
    const double time = m_clock.corrected(double(point.step), secondsOf(point));
    m_tokens += point.value;
    if (!m_tokenTime) { // how long the first step took is not known
        m_tokenTime = time;
        m_tokens = 0;
    } else if (time > *m_tokenTime) { // steps within one tick of the clock are counted together
        rates.push_back(placed(point, m_tokens / (time - *m_tokenTime)));
        m_tokenTime = time;
        m_tokens = 0;
    }
}

void RunCurves::rebuild()
{
    m_clock.clear();
    m_start.reset();
    m_tokenTime.reset();
    m_tokens = 0;
    m_lastSteps.clear();
    for (const auto& [step, point] : m_viewModel.line(clockKey))
        learn(point);
    for (const auto& key : m_viewModel.lineKeys())
        m_lastSteps[key] = m_viewModel.line(key).rbegin()->first;
    std::vector<charts::Point> points;
    for (const auto& [key, line] : m_lines) {
        points.clear();
        for (const auto& [step, point] : m_viewModel.line(key))
            points.push_back(placed(point, point.value));
        line.chart->setPoints(line.series, points);
    }
    if (m_throughput) {
        points.clear();
        for (const auto& [step, point] : m_viewModel.line(tokensKey))
            addThroughput(point, points);
        m_throughput->setPoints(0, points);
    }
}

bool RunCurves::goesOn(const std::vector<train::MetricPoint>& points) const
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

void RunCurves::add(const std::vector<train::MetricPoint>& points)
{
    if (!goesOn(points)) {
        rebuild();
        return;
    }
    for (const auto& point : points) // of one batch, all times are read with what it says of the clock
        learn(point);
    std::map<std::string, std::vector<charts::Point>> fresh;
    std::vector<charts::Point> rates;
    for (const auto& point : points) {
        m_lastSteps[point.key] = point.step;
        if (m_lines.contains(point.key))
            fresh[point.key].push_back(placed(point, point.value));
        if (point.key == tokensKey && m_throughput)
            addThroughput(point, rates);
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

// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart shows its lines: axes, scale, smoothing, and what stands behind them.
#include "ui/charts/line_chart.h"
#include "ui/charts/line_chart_impl.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lepton::charts {

void LineChart::setXAxis(XAxis axis)
{
    if (axis == m->axis)
        return;
    m->axis = axis;
    m->view.reset();
    m->yView.reset();
    m->cursor.reset();
    m->schedule();
    Q_EMIT xAxisChanged(axis);
}

XAxis LineChart::xAxis() const
{
    return m->axis;
}

void LineChart::setEnd(XAxis axis, double end)
{
    m->ends[std::size_t(axis)] = std::isfinite(end) ? end : 0;
    m->schedule();
}

void LineChart::setXRange(std::optional<Range> range)
{
    m->xFixed = range;
    m->schedule();
}

void LineChart::setPlaceText(std::function<QString(double)> text)
{
    m->placeText = std::move(text);
    m->describe();
    m->schedule();
}

void LineChart::setYRange(std::optional<Range> range)
{
    m->yFixed = range;
    m->schedule();
}

void LineChart::setAxisNames(const QString& x, const QString& y)
{
    m->xName = x;
    m->yName = y;
    m->schedule();
}

void LineChart::setLogScale(bool isOn)
{
    if (isOn == m->isLog)
        return;
    m->isLog = isOn;
    m->yView.reset();
    for (auto& one : m->data)
        one.setDomain(isOn ? Domain::Positive : Domain::All);
    m->schedule();
    Q_EMIT logScaleChanged(isOn);
}

bool LineChart::isLogScale() const
{
    return m->isLog;
}

void LineChart::setSmoothing(double weight)
{
    constexpr double most = 0.999;
    const double wanted = std::clamp(weight, 0.0, most);
    if (wanted == m->weight)
        return;
    m->weight = wanted;
    for (std::size_t i = 0; i < m->data.size(); ++i)
        m->data[i].setSmoothing(m->series[i].isSmoothed ? wanted : 0);
    m->describe();
    m->schedule();
    Q_EMIT smoothingChanged(wanted);
}

double LineChart::smoothing() const
{
    return m->weight;
}

void LineChart::setGates(std::vector<Gate> gates)
{
    m->gates = std::move(gates);
    m->schedule();
}

void LineChart::setEpochLimits(std::vector<double> steps)
{
    if (steps == m->epochLimits)
        return;
    m->epochLimits = std::move(steps);
    m->schedule();
}

void LineChart::setDiagonal(bool isOn)
{
    m->hasDiagonal = isOn;
    m->schedule();
}

void LineChart::setEmptyText(const QString& text)
{
    if (text == m->emptyText)
        return;
    m->emptyText = text;
    m->describe();
    m->schedule();
}

} // namespace lepton::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scale.h"

#include "ui/widgets/durations.h"
#include "ui/widgets/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lepton::charts {

namespace {

/// A step of 1, 2 or 5 times a power of ten, so that about @p wanted of them fill @p span.
double niceStep(double span, int wanted)
{
    const double raw = span / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

/// A step of time that people count by; seconds.
double niceTimeStep(double span, int wanted)
{
    constexpr double steps[] = {1,   2,    5,    10,   15,    30,    60,    120,   300,
                                600, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800};
    const double raw = span / std::max(1, wanted);
    for (const double step : steps) {
        if (raw <= step)
            return step;
    }
    return 86400 * niceStep(span / 86400, wanted);
}

std::vector<Tick> linearTicks(Range range, double step, auto label)
{
    std::vector<Tick> ticks;
    constexpr int mostTicks = 100;
    const double first = std::ceil(range.lower / step - 1e-9);
    for (int i = 0; i < mostTicks; ++i) {
        const double place = (first + i) * step;
        if (place > range.upper + step * 1e-9)
            break;
        ticks.push_back({place, label(std::abs(place) < step * 1e-6 ? 0 : place)});
    }
    return ticks;
}

std::vector<Tick> logTicks(Range range, int wanted)
{
    std::vector<Tick> ticks;
    const double decades = range.upper - range.lower;
    const auto add = [&](double coordinate) {
        if (coordinate >= range.lower - 1e-9 && coordinate <= range.upper + 1e-9)
            ticks.push_back({coordinate, std::abs(coordinate) > 5
                                             ? QStringLiteral("1e%1").arg(std::lround(coordinate))
                                             : ChartText::tick(std::pow(10.0, coordinate),
                                                               std::pow(10.0, std::floor(coordinate)))});
    };
    if (decades >= 2) {
        const double stride = std::max(1.0, std::ceil(decades / std::max(1, wanted)));
        for (double at = std::ceil(range.lower / stride - 1e-9) * stride; at <= range.upper + 1e-9;
             at += stride)
            add(at);
        return ticks;
    }
    for (double power = std::floor(range.lower); power <= range.upper; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double at = power + std::log10(factor);
            if (at >= range.lower - 1e-9 && at <= range.upper + 1e-9)
                ticks.push_back({at, ui::figureText(std::pow(10.0, at))});
        }
    }
    if (ticks.size() < 2) // less than a factor of two: the ticks of a linear scale, at their logarithms
        for (double lower = std::pow(10.0, range.lower), upper = std::pow(10.0, range.upper);
             const auto& tick : linearTicks({lower, upper}, niceStep(upper - lower, wanted),
                                            [](double value) { return ui::figureText(value); })) {
            if (tick.coordinate > 0)
                ticks.push_back({std::log10(tick.coordinate), tick.label});
        }
    return ticks;
}

} // namespace

ValueScale ValueScale::fitting(double low, double high, bool isLog)
{
    constexpr double large = 1e100;
    constexpr int smallestExponent = -300; // of normal numbers, with room
    const double most = std::max(std::abs(low), std::abs(high));
    if (isLog || most == 0 || (most < large && most > 1 / large))
        return {isLog, 0};
    return {false, std::max(smallestExponent, int(std::floor(std::log10(most))))};
}

double ValueScale::toAxis(double value) const
{
    if (isLog)
        return std::log10(value);
    return exponent == 0 ? value : value / std::pow(10.0, exponent);
}

double ValueScale::fromAxis(double coordinate) const
{
    if (isLog)
        return std::pow(10.0, coordinate);
    return exponent == 0 ? coordinate : coordinate * std::pow(10.0, exponent);
}

Range valueRange(const ValueScale& scale, double low, double high, int wantedTicks)
{
    double lower = scale.toAxis(low);
    double upper = scale.toAxis(high);
    const double size = std::max(std::abs(lower), std::abs(upper));
    if (upper - lower <= 1e-12 * size || upper == lower) {
        const double room = scale.isLog ? 0.3 : size == 0 ? 1 : size * 0.1;
        lower -= room;
        upper += room;
    }
    if (scale.isLog) {
        const double room = (upper - lower) * 0.05;
        return {lower - room, upper + room};
    }
    const double step = niceStep(upper - lower, wantedTicks);
    const double first = std::floor(lower / step + 1e-9) * step;
    const double last = std::ceil(upper / step - 1e-9) * step;
    return {first, last > first ? last : first + step};
}

std::vector<Tick> valueTicks(const ValueScale& scale, Range coordinates, int wantedTicks)
{
    if (scale.isLog)
        return logTicks(coordinates, wantedTicks);
    const double step = niceStep(coordinates.upper - coordinates.lower, wantedTicks);
    return linearTicks(coordinates, step, [&](double coordinate) {
        if (scale.exponent == 0 || coordinate == 0)
            return ChartText::tick(coordinate, step);
        return ui::scientificText(coordinate, 3) + QStringLiteral("e%1").arg(scale.exponent);
    });
}

std::vector<Tick> placeTicks(XAxis axis, Range range, int wantedTicks)
{
    const double span = range.upper - range.lower;
    if (axis == XAxis::Time)
        return linearTicks(range, niceTimeStep(span, wantedTicks),
                           [](double place) { return ui::durationText(place); });
    double step = niceStep(span, wantedTicks);
    if (axis == XAxis::Step)
        step = std::max(1.0, step); // there are no half steps
    return linearTicks(range, step, [step](double place) { return ChartText::tick(place, step); });
}

QString ChartText::place(XAxis axis, double place)
{
    switch (axis) {
    case XAxis::Step:
        return place == std::floor(place) && std::abs(place) < 1e15 ? QLocale().toString(qlonglong(place))
                                                                    : ui::figureText(place);
    case XAxis::Epoch:
        return QLocale().toString(place, 'f', 2);
    case XAxis::Time:
        return ui::durationText(place);
    case XAxis::Value:
        return ui::figureText(place);
    }
    return {};
}

QString ChartText::tick(double value, double step)
{
    const double magnitude = std::max(std::abs(value), step);
    if (value == 0)
        return QLocale().toString(0);
    if (step >= 1e6 && magnitude < 1e12)
        return tr("%1 M", "millions").arg(QLocale().toString(value / 1e6, 'f', 0));
    if (magnitude >= 1e9 || step < 1e-4)
        return ui::scientificText(value, 6);
    const int decimals = std::max(0, int(-std::floor(std::log10(step) + 1e-9)));
    return QLocale().toString(value, 'f', decimals);
}

} // namespace lepton::charts

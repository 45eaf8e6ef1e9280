// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

constexpr int topRoom = 12; // marks of NaN stand here
constexpr int pixelsPerXTick = 96;
constexpr int pixelsPerShortTick = 36; // where the places have words of their own
constexpr int pixelsPerYTick = 44;

int wanted(double pixels, int perTick)
{
    return std::max(2, int(pixels) / perTick);
}

} // namespace

double Projection::y(double value) const
{
    constexpr double farOut = 1e4; // what a painter can still cope with
    const double coordinate = scale.toAxis(value);
    const double share = (coordinate - coordinates.lower) / (coordinates.upper - coordinates.lower);
    if (!std::isfinite(share))
        return std::numeric_limits<double>::quiet_NaN();
    return std::clamp(area.bottom() - share * area.height(), -farOut, farOut);
}

Range LineChart::Impl::fullPlaces() const
{
    if (xFixed)
        return *xFixed;
    const bool isCounted = axis != XAxis::Value;
    double lower = isCounted ? 0 : INFINITY;
    double upper = isCounted ? ends[std::size_t(axis)] : -INFINITY;
    for (const auto& one : data) {
        const auto places = one.places(axis);
        if (places.empty())
            continue;
        if (one.form() == Form::Curve) {
            const auto [least, most] = std::ranges::minmax(places);
            lower = std::min(lower, least);
            upper = std::max(upper, most);
        } else {
            lower = std::min(lower, places.front());
            upper = std::max(upper, places.back());
        }
    }
    if (!std::isfinite(lower) || !std::isfinite(upper) || upper < lower)
        return {0, 1};
    if (upper == lower)
        return isCounted ? Range{std::min(0.0, lower), std::max(1.0, upper)}
                         : Range{lower - 0.5, upper + 0.5};
    return {lower, upper};
}

Range LineChart::Impl::placesNow() const
{
    return view ? *view : fullPlaces();
}

std::optional<std::pair<double, double>> LineChart::Impl::valuesIn(Range places) const
{
    double low = INFINITY;
    double high = -INFINITY;
    const auto take = [&](double value) {
        if (std::isfinite(value) && (!isLog || value > 0)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const auto& one : data) {
        std::size_t begin = 0;
        std::size_t end = one.size();
        if (one.form() != Form::Curve) {
            std::tie(begin, end) = one.within(axis, places);
            // the ends of the lines that lead out of the picture
            begin -= begin > 0 && view ? 1 : 0;
            end += end < one.size() && view ? 1 : 0;
        }
        if (const auto extent = one.tree().extent(one.values(), begin, end)) {
            take(one.values()[extent->low]);
            take(one.values()[extent->high]);
        }
    }
    if (low > high)
        return std::nullopt;
    return std::pair{low, high};
}

double LineChart::Impl::placeOfStep(double step) const
{
    if (axis == XAxis::Step || axis == XAxis::Value || data.empty() || data.front().isEmpty())
        return step;
    const auto& first = data.front();
    return first.places(axis)[first.nearest(XAxis::Step, step)];
}

void LineChart::Impl::layOut()
{
    const QFontMetrics metrics(theme::font(Step::Caption));
    const int below = labelHeight + gap4 + (xName.isEmpty() ? 0 : labelHeight);
    const double height = q.height() - topRoom - below;
    now.axis = axis;
    now.places = placesNow();
    std::optional<std::pair<double, double>> values = valuesIn(now.places);
    if (values && !yView && !yFixed && !view && !gates.empty()) {
        for (const Gate& gate : gates) { // a gate that no one sees says nothing
            if (!isLog || gate.y > 0)
                values = std::pair{std::min(values->first, gate.y), std::max(values->second, gate.y)};
        }
    }
    const double low = yFixed ? yFixed->lower : values ? values->first : isLog ? 0.1 : 0;
    const double high = yFixed ? yFixed->upper : values ? values->second : 1;
    now.scale = ValueScale::fitting(low, high, isLog && low > 0);
    const int yWanted = wanted(height, pixelsPerYTick);
    now.coordinates = yView    ? *yView
                      : yFixed ? Range{now.scale.toAxis(low), now.scale.toAxis(high)}
                               : valueRange(now.scale, low, high, yWanted);
    yTicks = valueTicks(now.scale, now.coordinates, yWanted);
    int labels = 0;
    for (const Tick& tick : yTicks)
        labels = std::max(labels, metrics.horizontalAdvance(tick.label));
    now.area = QRectF(labels + gap8, topRoom, 0, 0);
    now.area.setRight(std::max(q.width() - gap8, labels + gap8 + 1));
    now.area.setBottom(std::max(q.height() - below, topRoom + 1));
    xTicks = placeTicks(axis, now.places,
                        wanted(now.area.width(), placeText ? pixelsPerShortTick : pixelsPerXTick));
    if (placeText) {
        for (Tick& tick : xTicks)
            tick.label = placeText(tick.coordinate);
    }
}

void LineChart::Impl::refresh()
{
    isPending = false;
    timer.stop();
    sinceRefresh.start();
    layOut();
    plot->replot(QCustomPlot::rpQueuedRefresh);
}

} // namespace lepton::charts

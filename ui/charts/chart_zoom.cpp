// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

constexpr double keyZoom = 1.5;
constexpr int manyPoints = 10;

} // namespace

void LineChart::Impl::zoomTo(std::optional<Range> places, std::optional<Range> values)
{
    const Range full = fullPlaces();
    if (places) {
        const double least = std::max(std::abs(full.lower), std::abs(full.upper)) * 1e-12;
        const double span = places->upper - places->lower;
        if (!(span > least))
            return; // no pixel would have a width of its own
        if (span >= (full.upper - full.lower) * (1 - 1e-9)) {
            places.reset();
        } else { // stays on the axis
            const double over = std::max(0.0, places->upper - full.upper);
            const double under = std::max(0.0, full.lower - places->lower);
            places->lower += under - over;
            places->upper += under - over;
        }
    }
    view = places;
    yView = values;
    schedule();
    Q_EMIT q.viewChanged(view);
}

void LineChart::Impl::zoomBy(double factor, double place)
{
    const Range from = placesNow();
    const double at = std::clamp(place, from.lower, from.upper);
    zoomTo(Range{at - (at - from.lower) / factor, at + (from.upper - at) / factor});
}

QRectF LineChart::Impl::dragged(QPointF end) const
{
    const auto [left, right] = std::minmax({dragStart->x(), end.x()});
    const auto [top, bottom] = std::minmax({dragStart->y(), end.y()});
    const QRectF box = isAlong(end) ? QRectF(QPointF(left, now.area.top()), QPointF(right, now.area.bottom()))
                                    : QRectF(QPointF(left, top), QPointF(right, bottom));
    return box.intersected(now.area);
}

void LineChart::Impl::finishDrag(QPointF end)
{
    const QRectF box = dragged(end);
    const bool isOfPlaces = isAlong(end);
    dragStart.reset();
    constexpr double leastWidth = 3;
    if (box.width() < leastWidth) {
        repaintOverlay();
        return;
    }
    std::optional<Range> values;
    if (!isOfPlaces) {
        const auto coordinate = [&](double y) {
            return now.coordinates.lower + (now.area.bottom() - y) / now.area.height() *
                                               (now.coordinates.upper - now.coordinates.lower);
        };
        values = Range{coordinate(box.bottom()), coordinate(box.top())};
    }
    zoomTo(Range{now.place(box.left()), now.place(box.right())}, values);
}

bool LineChart::Impl::key(QKeyEvent& event)
{
    const int points = event.modifiers() & Qt::ShiftModifier ? manyPoints : 1;
    const double middle = cursor && now.holds(*cursor) ? *cursor : (now.places.lower + now.places.upper) / 2;
    bringUpToDate();
    switch (event.key()) {
    case Qt::Key_Left:
        moveCursorBy(-points);
        return true;
    case Qt::Key_Right:
        moveCursorBy(points);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (hasCurves())
            return false;
        if (const auto end = snapped(event.key() == Qt::Key_Home ? now.places.lower : now.places.upper))
            moveCursorTo(end);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift on many keyboards
        zoomBy(keyZoom, middle);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / keyZoom, middle);
        return true;
    case Qt::Key_0:
        zoomTo({});
        return true;
    case Qt::Key_L:
        q.setLogScale(!isLog);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (spot)
            Q_EMIT q.pointPicked(spot->series, spot->point);
        return spot.has_value();
    case Qt::Key_Escape:
        if (!cursor && !spot)
            return false;
        moveSpotTo({});
        moveCursorTo({});
        return true;
    default:
        return false;
    }
}

} // namespace lepton::charts

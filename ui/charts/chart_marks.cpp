// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QPainter>

#include <algorithm>

namespace lepton::charts {

namespace {

using namespace ui::theme;

constexpr double markSide = 7;
constexpr double markEvery = 40; ///< pixels, where points stand closer than marks are wide

} // namespace

void paintMark(QPainter& painter, const Look& look, QPointF place, const QColor& fill)
{
    painter.setPen(QPen(color(look.role), 1.5));
    painter.setBrush(fill);
    constexpr double half = markSide / 2;
    switch (look.mark) {
    case 0:
        painter.drawEllipse(place, half, half);
        break;
    case 1:
        painter.drawRect(QRectF(place.x() - half, place.y() - half, markSide, markSide));
        break;
    case 2:
        painter.drawPolygon(QPolygonF{place + QPointF(0, -half - 1), place + QPointF(half + 1, half),
                                      place + QPointF(-half - 1, half)});
        break;
    default:
        painter.drawPolygon(QPolygonF{place + QPointF(0, -half - 1), place + QPointF(half + 1, 0),
                                      place + QPointF(0, half + 1), place + QPointF(-half - 1, 0)});
    }
}

void LineChart::Impl::paintMarks(QPainter& painter, std::size_t index)
{
    const auto& one = data[index];
    const auto places = one.places(axis);
    const auto values = one.average().empty() ? one.values() : one.average();
    const Look look = lookOf(series[index]);
    const QColor ground = color(Role::Surface);
    if (one.form() == Form::Curve) {
        QPointF last(-markEvery, -markEvery);
        for (std::size_t i = 0; i < one.size(); ++i) {
            const QPointF place(now.x(places[i]), now.y(values[i]));
            if (!isFinite(place) || (place - last).manhattanLength() < markSide)
                continue;
            paintMark(painter, look, place, ground);
            last = place;
        }
        return;
    }
    const auto [begin, end] = one.within(axis, now.places);
    const bool isClose = end > begin && now.area.width() / double(end - begin) < markSide + 1;
    std::size_t i = begin;
    while (i < end) {
        const QPointF place(now.x(places[i]), now.y(values[i]));
        if (isFinite(place))
            paintMark(painter, look, place, i + 1 == one.size() ? color(look.role) : ground);
        if (!isClose) {
            ++i;
            continue;
        }
        const double next = now.place(now.x(places[i]) + markEvery);
        i = std::max(i + 1, one.within(axis, {now.places.lower, next}).second);
    }
}

void LineChart::Impl::paintOdd(QPainter& painter, std::size_t index)
{
    const auto& one = data[index];
    const auto odd = one.odd();
    const auto places = one.places(axis);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Bad));
    const bool isCurveForm = one.form() == Form::Curve;
    auto begin = odd.begin();
    if (!isCurveForm)
        begin = std::ranges::lower_bound(odd, one.within(axis, now.places).first);
    while (begin != odd.end()) {
        const double place = places[*begin];
        if (now.holds(place)) {
            const QPointF at(now.x(place), now.area.top());
            painter.drawPolygon(QPolygonF{at + QPointF(-4, -9), at + QPointF(4, -9), at + QPointF(0, -2)});
        } else if (!isCurveForm) {
            return;
        }
        if (isCurveForm) {
            ++begin;
            continue;
        }
        // the next mark that does not cover this one
        const auto after = one.within(axis, {now.places.lower, now.place(now.x(place) + 4)}).second;
        begin = std::max(begin + 1, std::lower_bound(begin, odd.end(), after));
    }
}

} // namespace lepton::charts

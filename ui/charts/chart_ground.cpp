// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

} // namespace

void LineChart::Impl::paintGround(QPainter& painter)
{
    const QRectF& area = now.area;
    painter.setFont(theme::font(Step::Caption));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Tick& tick : yTicks) {
        const double share =
            (tick.coordinate - now.coordinates.lower) / (now.coordinates.upper - now.coordinates.lower);
        const int line = int(std::lround(area.bottom() - share * area.height()));
        painter.fillRect(QRectF(area.left(), line, area.width(), 1), color(Role::Grid));
        painter.setPen(color(Role::Text3));
        painter.drawText(QRectF(0, line - labelHeight / 2, area.left() - gap8, labelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.fillRect(QRectF(area.left(), std::round(area.bottom()), area.width(), 1), color(Role::Line2));
    double free = 0; // where a label may start
    for (const Tick& tick : xTicks) {
        const int half = painter.fontMetrics().horizontalAdvance(tick.label) / 2 + 1;
        // labels at the ends stay inside
        const double middle = std::clamp(now.x(tick.coordinate), double(half), double(q.width() - half));
        if (middle - half < free)
            continue;
        free = middle + half + gap8;
        painter.setPen(color(Role::Text3));
        painter.drawText(QRectF(middle - half, area.bottom() + gap4, 2 * half, labelHeight), Qt::AlignCenter,
                         tick.label);
    }
    if (!xName.isEmpty())
        painter.drawText(QRectF(area.left(), q.height() - labelHeight, area.width(), labelHeight),
                         Qt::AlignCenter,
                         painter.fontMetrics().elidedText(xName, Qt::ElideRight, int(area.width())));
    painter.setPen(QPen(color(Role::Line2), 1, Qt::DotLine));
    for (const double step : epochLimits) {
        const double place = placeOfStep(step);
        if (now.holds(place) && place > now.places.lower) {
            const double x = std::round(now.x(place));
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
    }
    painter.setPen(QPen(color(Role::Text3), 1, Qt::DashLine));
    if (hasDiagonal) {
        painter.setClipRect(area);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawLine(QPointF(now.x(0), now.y(0)), QPointF(now.x(1), now.y(1)));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setClipping(false);
    }
    for (const Gate& gate : gates) {
        const double y = std::round(now.y(gate.y));
        if (!(y >= area.top() && y <= area.bottom()))
            continue;
        painter.setPen(QPen(color(Role::Text3), 1, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(color(Role::Text2));
        const double top = y - labelHeight < area.top() ? y + 1 : y - labelHeight;
        const QString label =
            painter.fontMetrics().elidedText(gate.label, Qt::ElideRight, int(area.width() / 2));
        QRectF place(area.left() + gap4, top, painter.fontMetrics().horizontalAdvance(label), labelHeight);
        const QRectF right(area.right() - gap4 - place.width(), top, place.width(), labelHeight);
        if (holdsLine(place) && !holdsLine(right))
            place = right;
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

bool LineChart::Impl::holdsLine(const QRectF& place) const
{
    constexpr double ring = 6; // round a mark
    const auto values = valuesIn({now.place(place.left() - ring), now.place(place.right() + ring)});
    return values && now.y(values->first) > place.top() - ring &&
           now.y(values->second) < place.bottom() + ring;
}

} // namespace lepton::charts

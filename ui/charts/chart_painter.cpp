// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

constexpr double markSide = 7;
constexpr double markEvery = 40; ///< pixels, where points stand closer than marks are wide
constexpr int labelHeight = 16;
constexpr double beyond = 8; ///< pixels a line is drawn past the ends of the axis

bool isFinite(QPointF place)
{
    return std::isfinite(place.x()) && std::isfinite(place.y());
}

/// A line in short pieces: filling the outline of a long one takes a time that grows with the square of its
/// points.
void paintPieces(QPainter& painter, const QPolygonF& line)
{
    constexpr qsizetype piece = 32;
    for (qsizetype begin = 0; begin + 1 < line.size(); begin += piece)
        painter.drawPolyline(line.constData() + begin, int(std::min(piece + 1, line.size() - begin)));
}

} // namespace

Look lookOf(const Series& series)
{
    constexpr Role roles[] = {Role::Series1, Role::Series2, Role::Series3,
                              Role::Series4, Role::Series5, Role::Series6};
    constexpr int count = int(std::size(roles));
    const int number = ((series.number - 1) % count + count) % count;
    QPen pen(Qt::SolidLine);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setWidthF(2);
    constexpr int firstDashed = 4;
    if (number >= firstDashed) { // 6-3 and 2-3 pixels; a pen counts in its own width
        pen.setDashPattern(number == firstDashed ? QList<qreal>{3, 1.5} : QList<qreal>{1, 1.5});
        pen.setCapStyle(Qt::FlatCap);
    }
    return {series.role.value_or(roles[number]), pen, number % firstDashed};
}

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
        painter.drawText(QRectF(area.left() + gap4, top, area.width() - gap4, labelHeight),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(gate.label, Qt::ElideRight, int(area.width() / 2)));
    }
}

void LineChart::Impl::paintLines(QPainter& painter)
{
    const bool isEmpty = std::ranges::all_of(data, [](const SeriesData& one) { return one.isEmpty(); });
    if (isEmpty) {
        painter.setFont(theme::font(Step::Small));
        painter.setPen(color(Role::Text3));
        painter.drawText(now.area, Qt::AlignCenter | Qt::TextWordWrap,
                         emptyText.isEmpty() ? LineChart::tr("No values yet") : emptyText);
        return;
    }
    painter.save();
    painter.setClipRect(now.area.adjusted(-4, -4, 4, 4));
    for (std::size_t i = 0; i < data.size(); ++i)
        paintSeries(painter, i);
    painter.restore();
    for (std::size_t i = 0; i < data.size(); ++i)
        paintOdd(painter, i);
}

void LineChart::Impl::paintSeries(QPainter& painter, std::size_t index)
{
    const auto& one = data[index];
    if (one.isEmpty())
        return;
    const Look look = lookOf(series[index]);
    QPen pen = look.pen;
    pen.setColor(color(look.role));
    if (!one.average().empty()) {
        // the pale colour goes with the first series; others are mixed with the ground alike
        QColor pale = color(Role::SeriesRaw);
        if (look.role != Role::Series1) {
            pale = color(look.role);
            pale.setAlphaF(0.4F);
        }
        paintStroke(painter, index, one.values(), one.tree(), QPen(pale, 1));
        paintStroke(painter, index, one.average(), one.averageTree(), pen);
    } else {
        if (!series[index].hasMarks && one.form() != Form::Curve && now.area.width() * 2 < double(one.size()))
            pen.setWidthF(1); // so many points that the line is a band
        paintStroke(painter, index, one.values(), one.tree(), pen);
    }
    if (series[index].hasMarks)
        paintMarks(painter, index);
}

void LineChart::Impl::paintStroke(QPainter& painter, std::size_t index, std::span<const double> values,
                                  const MinMaxTree& tree, const QPen& pen)
{
    const auto& one = data[index];
    const auto places = one.places(axis);
    const Form form = one.form();
    if (form == Form::Curve) {
        drawn.resize(one.size());
        for (std::uint32_t i = 0; i < drawn.size(); ++i)
            drawn[i] = i;
    } else {
        const double pixels = now.area.width() * painter.device()->devicePixelRatioF();
        decimate(places, values, tree, now.places, int(std::ceil(pixels)), drawn);
        constexpr double manyAPixel = 2;
        if (double(drawn.size()) > manyAPixel * pixels) {
            paintBand(painter, places, values, pen);
            return;
        }
    }
    QPolygonF line; // points up to a gap
    std::vector<QPointF> alone;
    const auto finish = [&] {
        if (line.size() == 1)
            alone.push_back(line.front());
        else if (pen.style() != Qt::SolidLine)
            painter.drawPolyline(line); // dashes go on from piece to piece
        else
            paintPieces(painter, line);
        line.clear();
    };
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double left = now.area.left() - beyond;
    const double right = now.area.right() + beyond;
    // where a line to a point out of the picture leaves it
    const auto cut = [&](QPointF inside, QPointF outside) {
        const double edge = outside.x() < left ? left : right;
        const double share = (edge - inside.x()) / (outside.x() - inside.x());
        return QPointF(edge, form == Form::Steps ? (outside.x() < left ? outside.y() : inside.y())
                                                 : inside.y() + share * (outside.y() - inside.y()));
    };
    std::optional<QPointF> out; ///< the point before, if it is left of the picture
    for (const std::uint32_t i : drawn) {
        QPointF place(now.x(places[i]), now.y(values[i]));
        if (!isFinite(place)) {
            finish();
            out.reset();
            continue;
        }
        if (form != Form::Curve) {
            if (place.x() < left) {
                out = place;
                continue;
            }
            if (out)
                line << cut(place, *out);
            out.reset();
            if (place.x() > right) {
                if (line.isEmpty())
                    continue;
                place = cut(line.back(), place);
            }
            if (form == Form::Steps && !line.isEmpty())
                line << QPointF(place.x(), line.back().y());
        } else if (!line.isEmpty() && (place - line.back()).manhattanLength() < 0.25) {
            continue; // as good as the same pixel
        }
        line << place;
    }
    const bool endsHere = !line.isEmpty() && !drawn.empty() && drawn.back() + 1 == one.size();
    const QPointF end = endsHere ? line.back() : QPointF();
    finish();
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    const double radius = pen.widthF() > 1 ? 2.5 : 1.5;
    for (const QPointF& place : alone)
        painter.drawEllipse(place, radius, radius);
    if (endsHere && pen.widthF() > 1 && form != Form::Curve && !series[index].hasMarks)
        painter.drawEllipse(end, radius, radius); // where it stands
}

void LineChart::Impl::paintBand(QPainter& painter, std::span<const double> places,
                                std::span<const double> values, const QPen& pen) const
{
    const double ratio = painter.device()->devicePixelRatioF();
    const double pixel = 1 / ratio;
    const double left = std::round(now.area.left() * ratio) * pixel; // bars without seams
    const double half = pen.widthF() / 2;
    std::vector<QRectF> bars;
    bars.reserve(drawn.size());
    int column = -1;
    double top = INFINITY;
    double bottom = -INFINITY;
    const auto finish = [&] {
        if (top <= bottom)
            bars.emplace_back(left + column * pixel, top - half, pixel, bottom - top + 2 * half);
    };
    double before = INFINITY; // the point before; infinite after a gap
    for (const std::uint32_t i : drawn) {
        const double y = now.y(values[i]);
        const int here = int(std::floor((now.x(places[i]) - left) * ratio));
        if (here != column) {
            finish();
            column = here;
            // joined to the column before
            top = before;
            bottom = std::isfinite(before) ? before : -INFINITY;
        }
        if (std::isfinite(y)) {
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
        before = std::isfinite(y) ? y : INFINITY;
    }
    finish();
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    // the edges of noise are ragged anyway, and this takes a fraction of the time
    painter.setRenderHint(QPainter::Antialiasing, pen.widthF() > 1);
    painter.drawRects(bars.data(), int(bars.size()));
    painter.setRenderHint(QPainter::Antialiasing);
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

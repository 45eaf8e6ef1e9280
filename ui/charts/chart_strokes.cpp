// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

constexpr double beyond = 8; ///< pixels a line is drawn past the ends of the axis

/// A line in short pieces: filling the outline of a long one takes a time that grows with the square of its
/// points.
void paintPieces(QPainter& painter, const QPolygonF& line)
{
    constexpr qsizetype piece = 32;
    for (qsizetype begin = 0; begin + 1 < line.size(); begin += piece)
        painter.drawPolyline(line.constData() + begin, int(std::min(piece + 1, line.size() - begin)));
}

/// As shapes, for files that are drawn and not made of pixels.
void paintBars(QPainter& painter, const std::vector<BandBar>& bars, double left, double width,
               const QColor& color)
{
    std::vector<QRectF> shapes;
    shapes.reserve(bars.size());
    for (const BandBar& bar : bars)
        shapes.emplace_back(left + bar.column * width, bar.top, width, bar.bottom - bar.top);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(shapes.data(), int(shapes.size()));
}

} // namespace

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
                                std::span<const double> values, const QPen& pen)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const double pixel = 1 / ratio;
    const double left = std::round(now.area.left() * ratio) * pixel; // bars without seams
    const double half = pen.widthF() / 2;
    const int most = int(std::ceil((now.area.width() + beyond) * ratio));
    const int least = -int(std::ceil(beyond * ratio));
    bars.clear();
    int column = least - 1;
    double top = INFINITY;
    double bottom = -INFINITY;
    const auto finish = [&] {
        if (top <= bottom && column >= least && column <= most)
            bars.push_back({column, top - half, bottom + half});
    };
    double before = INFINITY; // the point before; infinite after a gap
    for (const std::uint32_t i : drawn) {
        const double y = now.y(values[i]);
        const int here =
            int(std::clamp(std::floor((now.x(places[i]) - left) * ratio), least - 1.0, most + 1.0));
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
    const QTransform& transform = painter.deviceTransform();
    const bool isPixels = painter.paintEngine()->type() == QPaintEngine::Raster &&
                          transform.type() <= QTransform::TxScale && transform.m11() == ratio &&
                          transform.m22() == ratio;
    if (isPixels)
        band.paint(painter, bars, left, now.area.adjusted(0, -beyond, 0, beyond), pen.color());
    else
        paintBars(painter, bars, left, pixel, pen.color());
}

} // namespace lepton::charts

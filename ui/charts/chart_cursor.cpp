// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"
#include "ui/widgets/figures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

using namespace ui::theme;

constexpr double dotRadius = 4;

} // namespace

std::optional<double> LineChart::Impl::snapped(double place) const
{
    std::optional<double> best;
    for (const auto& one : data) {
        if (one.isEmpty() || one.form() == Form::Curve)
            continue;
        const double near = one.places(axis)[one.nearest(axis, place)];
        if (!best || std::abs(near - place) < std::abs(*best - place))
            best = near;
    }
    return best;
}

QPointF LineChart::Impl::spotPlace(const Spot& at) const
{
    const auto& one = data[at.series];
    return {now.x(one.places(axis)[at.point]), now.y(one.values()[at.point])};
}

std::optional<LineChart::Impl::Spot> LineChart::Impl::spotAt(QPointF position, double within) const
{
    std::optional<Spot> best;
    double least = within;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto& one = data[i];
        std::size_t begin = 0;
        std::size_t end = one.size();
        if (one.form() != Form::Curve)
            std::tie(begin, end) =
                one.within(axis, {now.place(position.x() - within), now.place(position.x() + within)});
        for (std::size_t point = begin; point < end; ++point) {
            const QPointF away = spotPlace({i, point}) - position;
            const double distance = std::hypot(away.x(), away.y());
            if (distance < least) {
                least = distance;
                best = Spot{i, point};
            }
        }
    }
    return best;
}

void LineChart::Impl::paintRing(QPainter& painter, const Spot& at)
{
    const QPointF place = spotPlace(at);
    if (!std::isfinite(place.x()) || !std::isfinite(place.y()))
        return;
    painter.setBrush(color(Role::Surface));
    painter.setPen(QPen(color(lookOf(series[at.series]).role), 2));
    painter.drawEllipse(place, dotRadius + 1, dotRadius + 1);
    painter.setBrush(color(lookOf(series[at.series]).role));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(place, 2, 2);
}

void LineChart::Impl::paintOverlay(QPainter& painter)
{
    if (isPending)
        return; // the picture below is older than the points
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < highlights.size() && i < data.size(); ++i) {
        if (highlights[i] && *highlights[i] < data[i].size())
            paintRing(painter, {i, *highlights[i]});
    }
    if (dragStart) {
        QColor fill = color(Role::Accent);
        fill.setAlphaF(0.12F);
        painter.setPen(QPen(color(Role::Accent), 1));
        painter.setBrush(fill);
        painter.drawRect(dragged(dragEnd));
        return;
    }
    if (spot) {
        paintRing(painter, *spot);
        paintCard(painter, card(), spotPlace(*spot).x());
        return;
    }
    if (!cursor || !now.holds(*cursor))
        return;
    const double x = now.x(*cursor);
    painter.setPen(QPen(color(Role::Text2), 1, Qt::DashLine));
    painter.drawLine(QPointF(std::round(x) + 0.5, now.area.top()),
                     QPointF(std::round(x) + 0.5, now.area.bottom()));
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto& one = data[i];
        if (one.isEmpty() || one.form() == Form::Curve)
            continue;
        const std::size_t point = one.nearest(axis, *cursor);
        if (one.places(axis)[point] != *cursor)
            continue;
        const double value = one.average().empty() ? one.values()[point] : one.average()[point];
        const double y = now.y(value);
        if (!(y >= now.area.top() - 1 && y <= now.area.bottom() + 1))
            continue;
        painter.setPen(QPen(color(Role::Surface), 2));
        painter.setBrush(color(lookOf(series[i]).role));
        painter.drawEllipse(QPointF(x, y), dotRadius, dotRadius);
    }
    if (isCursorMine)
        paintCard(painter, card(), x);
}

void LineChart::Impl::moveCursorTo(std::optional<double> place)
{
    if (place == cursor && isCursorMine)
        return;
    cursor = place;
    isCursorMine = true;
    if (cursor && view && !now.holds(*cursor)) { // by the keyboard, past the end of what is shown
        const double half = (view->upper - view->lower) / 2;
        zoomTo(Range{*cursor - half, *cursor + half});
    }
    repaintOverlay();
    Q_EMIT q.cursorChanged(cursor);
}

void LineChart::Impl::moveSpotTo(std::optional<Spot> at)
{
    if (at == spot)
        return;
    spot = at;
    repaintOverlay();
}

void LineChart::Impl::moveCursorBy(int points)
{
    const auto longest = std::ranges::max_element(data, {}, &SeriesData::size);
    if (longest == data.end() || longest->isEmpty())
        return;
    const auto move = [&](std::size_t from, std::size_t size) {
        return std::size_t(
            std::clamp<std::ptrdiff_t>(std::ptrdiff_t(from) + points, 0, std::ptrdiff_t(size) - 1));
    };
    if (longest->form() == Form::Curve) {
        if (spot)
            moveSpotTo(Spot{spot->series, move(spot->point, data[spot->series].size())});
        else
            moveSpotTo(Spot{std::size_t(longest - data.begin()), points > 0 ? 0 : longest->size() - 1});
        return;
    }
    const auto places = longest->places(axis);
    if (!cursor) {
        const auto [begin, end] = longest->within(axis, now.places);
        if (begin < end)
            moveCursorTo(places[points > 0 ? begin : end - 1]);
        return;
    }
    std::size_t next = move(longest->nearest(axis, *cursor), places.size());
    // points may share a place
    while (points > 0 && next + 1 < places.size() && places[next] == *cursor)
        ++next;
    while (points < 0 && next > 0 && places[next] == *cursor)
        --next;
    moveCursorTo(places[next]);
}

void LineChart::Impl::repaintOverlay()
{
    if (!isPending) // else it is painted with the rest
        plot->layer(QStringLiteral("crosshair"))->replot();
}

QString LineChart::Impl::oddText(QPointF position) const
{
    if (position.y() > now.area.top() + gap4)
        return {};
    constexpr double reach = 5; // half a mark and a little
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto& one = data[i];
        if (one.form() == Form::Curve)
            continue;
        const auto [begin, end] =
            one.within(axis, {now.place(position.x() - reach), now.place(position.x() + reach)});
        const auto first = std::ranges::lower_bound(one.odd(), std::uint32_t(begin));
        const auto last = std::lower_bound(first, one.odd().end(), std::uint32_t(end));
        if (first == last)
            continue;
        const double value = one.values()[*first];
        const QString step = ChartText::place(XAxis::Step, one.places(XAxis::Step)[*first]);
        const QString what =
            std::isfinite(value)
                ? LineChart::tr("%1 at step %2 has no place on a log scale.").arg(ui::figureText(value), step)
                : LineChart::tr("%1 at step %2.", "NaN or infinity, number").arg(ui::figureText(value), step);
        if (last - first == 1)
            return what;
        return what + QLatin1Char(' ') + LineChart::tr("%n more close by.", nullptr, int(last - first - 1));
    }
    return {};
}

} // namespace lepton::charts

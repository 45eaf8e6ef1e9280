// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"
#include "ui/widgets/figures.h"

#include <QPainter>

#include <algorithm>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

constexpr int cardRowHeight = 18;
constexpr int cardTitleHeight = 20;
constexpr int cardNameWidthMost = 180;
constexpr int swatch = 8;

} // namespace

LineChart::Impl::Card LineChart::Impl::spotCard() const
{
    Card card;
    const auto& one = data[spot->series];
    const auto role = lookOf(series[spot->series]).role;
    card.title = series[spot->series].name.isEmpty() ? title : series[spot->series].name;
    card.rows.push_back({role, xName.isEmpty() ? QStringLiteral("x") : xName,
                         ChartText::place(axis, one.places(axis)[spot->point])});
    card.rows.push_back(
        {role, yName.isEmpty() ? QStringLiteral("y") : yName, ui::figureText(one.values()[spot->point])});
    return card;
}

LineChart::Impl::Card LineChart::Impl::card() const
{
    if (spot)
        return spotCard();
    Card card;
    if (!cursor)
        return card;
    bool isTitled = false;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto& one = data[i];
        if (one.isEmpty() || one.form() == Form::Curve || one.places(axis).front() > *cursor)
            continue;
        // of points at one place the last, as it took the place of the others
        const std::size_t point = one.within(axis, {one.places(axis).front(), *cursor}).second - 1;
        const bool isExact = one.places(axis)[point] == *cursor;
        const auto role = lookOf(series[i]).role;
        QString name = series[i].name.isEmpty() ? title : series[i].name;
        if (!one.average().empty()) {
            card.rows.push_back({role, LineChart::tr("%1, smoothed", "name of a line").arg(name),
                                 ui::figureText(one.average()[point])});
            name = LineChart::tr("%1, this step", "name of a line").arg(name);
        } else if (!isExact) {
            name = LineChart::tr("%1, last", "name of a line; its last value before the crosshair").arg(name);
        }
        card.rows.push_back({role, name, ui::figureText(one.values()[point])});
        if (!isExact || isTitled)
            continue;
        isTitled = true;
        const QString step = ChartText::place(XAxis::Step, one.places(XAxis::Step)[point]);
        const bool hasEpoch = one.places(XAxis::Epoch).data() != one.places(XAxis::Step).data();
        if (axis == XAxis::Value)
            card.title = xName.isEmpty() ? ui::figureText(*cursor)
                                         : LineChart::tr("%1: %2", "name of the x axis, value")
                                               .arg(xName, ui::figureText(*cursor));
        else if (placeText)
            card.title = placeText(one.places(XAxis::Step)[point]);
        else if (axis == XAxis::Time)
            card.title = LineChart::tr("Step %1, after %2", "number, duration")
                             .arg(step, ChartText::place(axis, *cursor));
        else if (hasEpoch)
            card.title = LineChart::tr("Step %1, epoch %2")
                             .arg(step, ChartText::place(XAxis::Epoch, one.places(XAxis::Epoch)[point]));
        else
            card.title = LineChart::tr("Step %1").arg(step);
    }
    if (!isTitled && !card.rows.empty()) // between the points
        card.title = placeText ? placeText(*cursor) : ChartText::place(axis, *cursor);
    return card;
}

void LineChart::Impl::paintCard(QPainter& painter, const Card& card, double x)
{
    if (card.rows.empty())
        return;
    const QFontMetrics titleMetrics(theme::font(Step::Small, QFont::DemiBold));
    const QFontMetrics metrics(theme::font(Step::Small));
    int names = 0;
    int values = 0;
    for (const auto& row : card.rows) {
        names = std::max(names, std::min(cardNameWidthMost, metrics.horizontalAdvance(row.name) + 2));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const int inner =
        std::max(swatch + gap8 + names + gap16 + values,
                 std::min(titleMetrics.horizontalAdvance(card.title) + 2, 2 * cardNameWidthMost));
    const int titleHeight = card.title.isEmpty() ? 0 : cardTitleHeight;
    const QSizeF size(inner + 2 * gap12, titleHeight + cardRowHeight * int(card.rows.size()) + 2 * gap8);
    double left = x + gap12;
    if (left + size.width() > q.width())
        left = std::max(0.0, x - gap12 - size.width());
    const QRectF box(QPointF(left, std::min(now.area.top() + gap4, q.height() - size.height())), size);
    painter.setPen(QPen(color(Role::Line2), 1));
    painter.setBrush(color(Role::Surface));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radiusControl, radiusControl);
    QRectF line(box.left() + gap12, box.top() + gap8, inner, titleHeight);
    painter.setFont(theme::font(Step::Small, QFont::DemiBold));
    painter.setPen(color(Role::Text));
    if (titleHeight > 0)
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         titleMetrics.elidedText(card.title, Qt::ElideRight, inner));
    painter.setFont(theme::font(Step::Small));
    line.translate(0, titleHeight);
    line.setHeight(cardRowHeight);
    for (const auto& row : card.rows) {
        painter.fillRect(QRectF(line.left(), line.center().y() - 1, swatch, 2), color(row.role));
        painter.setPen(color(Role::Text2));
        painter.drawText(line.adjusted(swatch + gap8, 0, -values, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideRight, names));
        painter.setPen(color(Role::Text));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        line.translate(0, cardRowHeight);
    }
}

} // namespace lepton::charts

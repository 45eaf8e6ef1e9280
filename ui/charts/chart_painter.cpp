// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart_impl.h"

#include <QPainter>

#include <algorithm>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

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

void LineChart::Impl::paintLines(QPainter& painter)
{
    const bool isEmpty = std::ranges::all_of(data, [](const SeriesData& one) { return one.isEmpty(); });
    if (isEmpty) {
        constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
        const QString text = nothingText();
        painter.setFont(theme::font(Step::Small));
        painter.setPen(color(Role::Text3));
        const QRectF place = painter.boundingRect(now.area, flags, text);
        painter.fillRect(place.adjusted(-gap8, 0, gap8, 0), color(Role::Surface)); // no line runs through it
        painter.drawText(place, flags, text);
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

} // namespace lepton::charts

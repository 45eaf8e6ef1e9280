// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_mark.h"

#include <QPainter>

#include <array>

namespace lepton::ui {

namespace {

constexpr int colourCount = 6;
constexpr double markHalf = 3.5; ///< of a mark

enum class Mark
{
    Circle,
    Square,
    Triangle,
    Diamond
};

constexpr std::array marks{Mark::Circle, Mark::Square, Mark::Triangle, Mark::Diamond};

Mark markOf(int series)
{
    return marks[std::size_t(series % colourCount) % marks.size()];
}

QList<qreal> dashOf(int series)
{
    constexpr double width = 1.5; // a pen counts in its own width; the design in pixels
    switch (series % colourCount) {
    case 4:
        return {6 / width, 3 / width};
    case 5:
        return {2 / width, 3 / width};
    default:
        return {};
    }
}

QPolygonF shapeOf(Mark mark, const QPointF& centre)
{
    switch (mark) {
    case Mark::Square:
        return QPolygonF(QRectF(centre.x() - markHalf + 0.5, centre.y() - markHalf + 0.5, 2 * markHalf - 1,
                                2 * markHalf - 1));
    case Mark::Triangle:
        return {{centre + QPointF(0, -markHalf), centre + QPointF(markHalf, markHalf - 0.5),
                 centre + QPointF(-markHalf, markHalf - 0.5)}};
    case Mark::Diamond:
        return {{centre + QPointF(0, -markHalf), centre + QPointF(markHalf, 0), centre + QPointF(0, markHalf),
                 centre + QPointF(-markHalf, 0)}};
    case Mark::Circle:
        break;
    }
    return {};
}

} // namespace

theme::Role runSeriesRole(int series)
{
    return theme::Role(int(theme::Role::Series1) + series % colourCount);
}

void paintRunMark(QPainter& painter, const QRect& area, int series)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme::color(runSeriesRole(series));
    const QPointF centre = QRectF(area).center();
    QPen line(color, 1.5);
    if (const auto dash = dashOf(series); !dash.isEmpty())
        line.setDashPattern(dash);
    painter.setPen(line);
    painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right() + 1, centre.y()));
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(theme::color(theme::Role::Surface));
    if (const Mark mark = markOf(series); mark == Mark::Circle)
        painter.drawEllipse(centre, markHalf, markHalf);
    else
        painter.drawPolygon(shapeOf(mark, centre));
    painter.restore();
}

} // namespace lepton::ui

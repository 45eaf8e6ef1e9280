// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/metric_chart.h"

#include "ui/training/training_text.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

constexpr int legendHeight = 24;
constexpr int axisHeight = 20;
constexpr int markSide = 6;
constexpr int swatch = 16;

/// A step of 1, 2 or 5 times a power of ten, so that about @p wanted of them fill @p span.
double niceStep(double span, int wanted)
{
    const double raw = span / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

QString tickText(double value, double step)
{
    const double magnitude = std::max(std::abs(value), step);
    if (value == 0)
        return QLocale().toString(0);
    if (magnitude >= 1e6 || step < 1e-3)
        return TrainingText::number(value);
    const int decimals = std::max(0, int(-std::floor(std::log10(step) + 1e-9)));
    return QLocale().toString(value, 'f', decimals);
}

double lastOf(const MetricSeries& series)
{
    return series.points.back().y();
}

} // namespace

struct MetricChart::Scale
{
    QRectF area;
    double left = 0, right = 1, bottom = 0, top = 1, yStep = 0.5;

    double x(double value) const { return area.left() + (value - left) / (right - left) * area.width(); }
    double y(double value) const { return area.bottom() - (value - bottom) / (top - bottom) * area.height(); }
};

MetricChart::MetricChart(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MetricChart::setTitle(const QString& title)
{
    m_title = title;
    describe();
}

void MetricChart::setSeries(std::vector<MetricSeries> series)
{
    m_series = std::move(series);
    describe();
    update();
}

void MetricChart::setEnd(double x)
{
    m_end = x;
    update();
}

void MetricChart::describe()
{
    QString sentence = m_title;
    for (const auto& series : m_series) {
        if (!series.points.empty())
            sentence += tr("; %1 %2 at step %3", "name of a line, its last value, step")
                            .arg(series.name, TrainingText::score(lastOf(series)),
                                 QLocale().toString(qlonglong(series.points.back().x())));
    }
    setAccessibleName(sentence);
}

MetricChart::Scale MetricChart::scale() const
{
    Scale scale;
    double low = INFINITY;
    double high = -INFINITY;
    double right = m_end;
    for (const auto& series : m_series) {
        for (const auto& point : series.points) {
            right = std::max(right, point.x());
            if (!std::isfinite(point.y()))
                continue;
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    }
    if (low > high) {
        low = 0;
        high = 1;
    }
    if (high - low < 1e-12 * std::max({std::abs(high), std::abs(low), 1e-300})) {
        const double room = high == 0 ? 1 : std::abs(high) * 0.1;
        low -= room;
        high += room;
    }
    const int wanted = std::max(2, (height() - legendHeight - axisHeight) / 48);
    scale.yStep = niceStep(high - low, wanted);
    scale.bottom = std::floor(low / scale.yStep + 1e-9) * scale.yStep;
    scale.top = std::ceil(high / scale.yStep - 1e-9) * scale.yStep;
    if (scale.top <= scale.bottom)
        scale.top = scale.bottom + scale.yStep;
    scale.right = std::max(1.0, right);

    const QFontMetrics metrics(theme::font(theme::Step::Caption));
    int labels = 0;
    for (double y = scale.bottom; y <= scale.top + scale.yStep / 2; y += scale.yStep)
        labels = std::max(labels, metrics.horizontalAdvance(tickText(y, scale.yStep)));
    scale.area = QRectF(labels + theme::gap8, legendHeight + theme::gap8, 0, 0);
    scale.area.setRight(width() - theme::gap8);
    scale.area.setBottom(height() - axisHeight);
    return scale;
}

void MetricChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool isEmpty =
        std::ranges::all_of(m_series, [](const MetricSeries& series) { return series.points.empty(); });
    const Scale now = scale();
    paintAxes(painter, now);
    if (isEmpty) {
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text3));
        painter.drawText(now.area, Qt::AlignCenter, tr("No values yet"));
        return;
    }
    paintLegend(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& series : m_series)
        paintLine(painter, now, series);
}

void MetricChart::paintLegend(QPainter& painter) const
{
    int x = 0;
    for (const auto& series : m_series) {
        if (series.points.empty())
            continue;
        const QColor color = theme::color(series.role);
        painter.fillRect(x, legendHeight / 2 - 1, swatch, 2, color);
        if (series.hasMarks)
            painter.fillRect(x + (swatch - markSide) / 2, (legendHeight - markSide) / 2, markSide, markSide,
                             color);
        x += swatch + theme::gap4;
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text2));
        const auto write = [&](const QString& text) {
            const int textWidth = painter.fontMetrics().horizontalAdvance(text);
            painter.drawText(QRect(x, 0, textWidth + 1, legendHeight), Qt::AlignLeft | Qt::AlignVCenter,
                             text);
            x += textWidth;
        };
        if (!series.name.isEmpty()) {
            write(series.name);
            x += theme::gap4;
        }
        painter.setFont(theme::font(theme::Step::Small, QFont::DemiBold));
        painter.setPen(
            theme::color(std::isfinite(lastOf(series)) ? theme::Role::Text : theme::Role::BadText));
        write(TrainingText::score(lastOf(series)));
        x += theme::gap16;
    }
}

void MetricChart::paintAxes(QPainter& painter, const Scale& now) const
{
    painter.setFont(theme::font(theme::Step::Caption));
    for (double y = now.bottom; y <= now.top + now.yStep / 2; y += now.yStep) {
        const int line = int(std::lround(now.y(y)));
        painter.fillRect(int(now.area.left()), line, int(now.area.width()), 1,
                         theme::color(theme::Role::Grid));
        painter.setPen(theme::color(theme::Role::Text3));
        painter.drawText(QRectF(0, line - 8, now.area.left() - theme::gap8, 16),
                         Qt::AlignRight | Qt::AlignVCenter,
                         tickText(std::abs(y) < now.yStep / 1e6 ? 0 : y, now.yStep));
    }
    painter.fillRect(int(now.area.left()), int(now.area.bottom()), int(now.area.width()), 1,
                     theme::color(theme::Role::Line2));
    const double step =
        std::max(1.0, niceStep(now.right - now.left, std::max(2, int(now.area.width()) / 110)));
    for (double x = 0; x <= now.right + step / 1e6; x += step) {
        const QString text = tickText(x, step);
        const int half = painter.fontMetrics().horizontalAdvance(text) / 2 + 1;
        // labels at the ends stay inside
        const double middle =
            std::clamp(now.x(x), now.area.left() - theme::gap8 + half, double(width() - half));
        painter.setPen(theme::color(theme::Role::Text3));
        painter.drawText(QRectF(middle - half, now.area.bottom() + 2, 2 * half, axisHeight - 2),
                         Qt::AlignHCenter | Qt::AlignVCenter, text);
    }
}

void MetricChart::paintLine(QPainter& painter, const Scale& now, const MetricSeries& series) const
{
    QPainterPath path;
    std::vector<QPointF> odd; ///< places of values that have no height
    bool hasPen = false;
    std::size_t inPath = 0;
    QPointF last;
    const auto add = [&](const QPointF& place) {
        if (hasPen)
            path.lineTo(place);
        else
            path.moveTo(place);
        hasPen = true;
        last = place;
        ++inPath;
    };
    const auto& points = series.points;
    for (std::size_t i = 0; i < points.size();) {
        // of all points in one pixel column, the lowest and the highest are drawn, in their order
        const int column = int(now.x(points[i].x()));
        std::size_t low = points.size();
        std::size_t high = points.size();
        std::size_t end = i;
        for (; end < points.size() && int(now.x(points[end].x())) == column; ++end) {
            if (!std::isfinite(points[end].y())) {
                odd.emplace_back(now.x(points[end].x()), now.area.top());
                continue;
            }
            if (low == points.size() || points[end].y() < points[low].y())
                low = end;
            if (high == points.size() || points[end].y() > points[high].y())
                high = end;
        }
        if (low == points.size()) {
            hasPen = false; // nothing but NaN here: the line breaks
        } else {
            const std::size_t first = std::min(low, high);
            const std::size_t second = std::max(low, high);
            add({now.x(points[first].x()), now.y(points[first].y())});
            if (second != first)
                add({now.x(points[second].x()), now.y(points[second].y())});
        }
        i = end;
    }
    const QColor color = theme::color(series.role);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, series.hasMarks ? 2 : 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    constexpr std::size_t markedAtMost = 200;
    if (series.hasMarks && points.size() <= markedAtMost) {
        for (const auto& point : points) {
            if (std::isfinite(point.y()))
                painter.drawRect(QRectF(now.x(point.x()) - markSide / 2.0, now.y(point.y()) - markSide / 2.0,
                                        markSide, markSide));
        }
    } else if (inPath > 0) {
        painter.drawEllipse(last, 2.5, 2.5); // where it stands, and the whole line while it is one point
    }
    painter.setBrush(theme::color(theme::Role::Bad));
    for (const auto& place : odd)
        painter.drawPolygon(
            QPolygonF{place + QPointF(-4, -8), place + QPointF(4, -8), place + QPointF(0, -1)});
}

void MetricChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/parallel_axes.h"

#include "ui/training/compare_table_model.h"
#include "ui/training/run_mark.h"
#include "ui/training/run_words.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/two_lines.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>

namespace lepton::ui {

namespace {

/// More could not be read.
constexpr std::size_t mostAxes = 8;
/// Values that span more than this are placed by their logarithm: learning rates.
constexpr double logarithmicFrom = 20;
/// Texts that get a label each.
constexpr std::size_t mostTexts = 6;

using Axis = ParallelAxes::Axis;

Axis numberAxis(const train::Difference& difference)
{
    Axis axis{differenceTitle(difference), {}, {}};
    double low = INFINITY, high = -INFINITY;
    for (const train::ComparedValue& value : difference.values) {
        if (const auto* number = std::get_if<double>(&value); number && std::isfinite(*number)) {
            low = std::min(low, *number);
            high = std::max(high, *number);
        }
    }
    const bool isLogarithmic = low > 0 && high / low >= logarithmicFrom;
    const auto scaled = [isLogarithmic](double value) { return isLogarithmic ? std::log(value) : value; };
    for (const train::ComparedValue& value : difference.values) {
        const auto* number = std::get_if<double>(&value);
        if (!number || !std::isfinite(*number))
            axis.places.emplace_back();
        else
            axis.places.emplace_back(
                high > low ? (scaled(*number) - scaled(low)) / (scaled(high) - scaled(low)) : 0.5);
    }
    if (low <= high)
        axis.labels.emplace_back(high > low ? 0 : 0.5, comparedText(difference, low));
    if (low < high)
        axis.labels.emplace_back(1, comparedText(difference, high));
    return axis;
}

Axis textAxis(const train::Difference& difference)
{
    Axis axis{differenceTitle(difference), {}, {}};
    std::set<QString> texts;
    for (const train::ComparedValue& value : difference.values)
        texts.insert(comparedText(difference, value));
    const auto place = [&texts](const QString& text) {
        const auto position = double(std::distance(texts.begin(), texts.find(text)));
        return texts.size() > 1 ? position / double(texts.size() - 1) : 0.5;
    };
    for (const train::ComparedValue& value : difference.values)
        axis.places.emplace_back(place(comparedText(difference, value)));
    for (const QString& text : texts) {
        if (texts.size() <= mostTexts || text == *texts.begin() || text == *texts.rbegin())
            axis.labels.emplace_back(place(text), text);
    }
    return axis;
}

Axis axisOf(const train::Difference& difference)
{
    const bool isNumber = std::ranges::any_of(
        difference.values, [](const auto& value) { return std::holds_alternative<double>(value); });
    const bool isText = std::ranges::any_of(
        difference.values, [](const auto& value) { return std::holds_alternative<std::string>(value); });
    return isNumber && !isText ? numberAxis(difference) : textAxis(difference);
}

} // namespace

ParallelAxes::ParallelAxes(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("training.compare.axes"));
}

void ParallelAxes::setComparison(const train::RunComparison& comparison, const std::vector<int>& series)
{
    m_series = series;
    m_axes.clear();
    std::vector<Axis> scores;
    for (const train::Difference& difference : comparison.differences) {
        const bool isScore = difference.kind == train::DifferenceKind::Score;
        if (isScore && (scores.empty() || difference.key == "test/macro_f1" || difference.key == "duration"))
            scores.push_back(axisOf(difference));
        else if (difference.kind == train::DifferenceKind::Setting ||
                 difference.kind == train::DifferenceKind::Data)
            m_axes.push_back(axisOf(difference));
    }
    m_axes.resize(std::min(m_axes.size(), mostAxes - scores.size()));
    std::ranges::move(scores, std::back_inserter(m_axes));
    QStringList titles;
    for (const Axis& axis : m_axes)
        titles << axis.title;
    setAccessibleName(
        tr("Runs over the axes %1", "names of axes").arg(QLocale().createSeparatedList(titles)));
    update();
}

void ParallelAxes::clear()
{
    m_axes.clear();
    update();
}

void ParallelAxes::paintEvent(QPaintEvent*)
{
    if (m_axes.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = theme::font(theme::Step::Caption);
    const QFontMetrics metrics(small);
    const int line = metrics.height();
    const double step = double(width()) / double(m_axes.size());
    const int titleRoom = int(step) - theme::gap8;
    const bool isTight = std::ranges::any_of(
        m_axes, [&](const Axis& axis) { return metrics.horizontalAdvance(axis.title) > titleRoom; });
    const int titleHeight = isTight ? 2 * line : line;
    const double top = titleHeight + theme::gap12;
    const double bottom = height() - theme::gap12;
    const auto xOf = [step](std::size_t axis) { return step * (double(axis) + 0.5); };
    const auto pointAt = [&](std::size_t axis, double place) {
        return QPointF(xOf(axis), bottom - place * (bottom - top));
    };
    painter.setFont(small);
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        painter.setPen(QPen(theme::color(theme::Role::Line2), 1));
        painter.drawLine(QPointF(xOf(i), top), QPointF(xOf(i), bottom));
        painter.setPen(theme::color(theme::Role::Text2));
        const QStringList title = twoLines(m_axes[i].title, small, titleRoom);
        QRect area(int(xOf(i)) - titleRoom / 2, titleHeight - int(title.size()) * line, titleRoom, line);
        for (const QString& part : title) {
            paintText(painter, area, Qt::AlignHCenter | Qt::AlignVCenter,
                      metrics.elidedText(part, Qt::ElideRight, titleRoom));
            area.translate(0, line);
        }
    }
    for (std::size_t run = 0; run < m_series.size(); ++run) {
        painter.setPen(QPen(theme::color(runSeriesRole(m_series[run])), 2));
        for (std::size_t i = 1; i < m_axes.size(); ++i) {
            const auto& from = m_axes[i - 1].places[run];
            const auto& to = m_axes[i].places[run];
            if (from && to)
                painter.drawLine(pointAt(i - 1, *from), pointAt(i, *to));
        }
    }
    for (std::size_t run = 0; run < m_series.size(); ++run) {
        for (std::size_t i = 0; i < m_axes.size(); ++i) {
            if (const auto& place = m_axes[i].places[run])
                paintRunMark(painter, QRectF(pointAt(i, *place) - QPointF(6, 6), QSizeF(12, 12)).toRect(),
                             m_series[run]);
        }
    }
    // Over the lines, on the ground of the card, so that they can be read.
    painter.setPen(theme::color(theme::Role::Text3));
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        for (const auto& [place, text] : m_axes[i].labels) {
            // up to the next axis, or to the edge behind the last one
            const double room = i + 1 < m_axes.size() ? step - theme::gap20 : step / 2 - theme::gap12;
            const QString shown = metrics.elidedText(text, Qt::ElideRight, int(room));
            const QRectF box(xOf(i) + 10, pointAt(i, place).y() - line / 2.0,
                             metrics.horizontalAdvance(shown) + theme::gap4, line);
            QColor ground = theme::color(theme::Role::Surface);
            ground.setAlphaF(0.8F);
            painter.fillRect(box, ground);
            painter.drawText(box, Qt::AlignCenter, shown);
        }
    }
}

} // namespace lepton::ui

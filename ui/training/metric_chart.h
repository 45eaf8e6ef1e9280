// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPointF>
#include <QWidget>

#include <vector>

namespace lepton::ui {

/// One line of a chart.
struct MetricSeries
{
    QString name; ///< in the legend; may be empty where the chart has one line
    theme::Role role = theme::Role::Series1;
    std::vector<QPointF> points; ///< by x; NaN and infinite values are shown as marks at the top edge
    bool hasMarks = false;       ///< a square on each point: for few ones
};

/// A line chart over steps: legend with the last values, two axes, one line a series. The accessible name
/// tells the last values. Paints at most two points of a series a pixel column: the smallest and the largest.
class MetricChart final : public QWidget
{
    Q_OBJECT

public:
    explicit MetricChart(QWidget* parent = nullptr);

    /// What it shows, for the accessible name.
    void setTitle(const QString& title);
    void setSeries(std::vector<MetricSeries> series);
    /// Where the x axis ends at least: all steps of the run. 0: at the last point.
    void setEnd(double x);

    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Scale;
    Scale scale() const;
    void describe();
    void paintLegend(QPainter& painter) const;
    void paintAxes(QPainter& painter, const Scale& scale) const;
    void paintLine(QPainter& painter, const Scale& scale, const MetricSeries& series) const;

    QString m_title;
    std::vector<MetricSeries> m_series;
    double m_end = 0;
};

} // namespace lepton::ui

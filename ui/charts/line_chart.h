// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <span>
#include <vector>

class QMenu;

namespace lepton::base {
class Error;
}

namespace lepton::charts {

class SeriesData;

/// Lines over steps, epochs, time or any x. Draws what a pixel column holds by its first, lowest, highest and
/// last point, so that no peak is lost and millions of points stay fluent while more are appended. NaN and
/// infinities are marks at the top edge. Dragging zooms, a double click resets, Ctrl and the wheel (the wheel
/// alone while it has the focus) zoom; Left, Right, Shift, Home, End move the crosshair, + - 0 zoom, L
/// switches the log scale. The accessible name tells the last values. It is redrawn once a turn of the event
/// loop, however often points are appended. Put it in a ChartCard for a legend, the choice of the axis and
/// the menu. GUI thread.
class LineChart final : public QWidget
{
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);
    ~LineChart() override;

    /// What it shows: for the accessible name and for the names of exported files.
    void setTitle(const QString& title);
    const QString& title() const;

    /// The lines; those at places that were there before keep their points.
    void setSeries(std::vector<Series> series);
    const std::vector<Series>& series() const;
    /// Takes the place of all points of line @p series, an index of setSeries().
    void setPoints(std::size_t series, std::span<const Point> points);
    /// The same with points that another thread has made ready for drawing: a line of millions takes it some
    /// time. They go into what emptyPoints() gives.
    void setPoints(std::size_t series, SeriesData points);
    SeriesData emptyPoints(std::size_t series) const;
    /// Adds points, cheaply where their x goes on from the last one.
    void append(std::size_t series, std::span<const Point> points);
    std::size_t pointCount(std::size_t series) const;
    void clearPoints();

    void setXAxis(XAxis axis);
    XAxis xAxis() const;
    /// Where the axis @p axis ends at least, such as all steps of a run. 0: at the last point.
    void setEnd(XAxis axis, double end);
    /// Holds an axis whatever the points are; nothing lets it follow them.
    void setXRange(std::optional<Range> range);
    void setYRange(std::optional<Range> range);
    /// Words for a place on the axis of steps where it counts something else: "v3". Nothing: a step.
    void setPlaceText(std::function<QString(double place)> text);
    /// Under the x axis and beside the card's title: "False positive rate". Empty for none.
    void setAxisNames(const QString& x, const QString& y);

    void setLogScale(bool isOn);
    bool isLogScale() const;
    /// Weight of what came before, 0 (as measured) to 0.999, in the moving average of smoothed lines.
    void setSmoothing(double weight);
    double smoothing() const;

    /// A dashed horizontal line with its label: "gate 0.75".
    struct Gate
    {
        double y = 0;
        QString label;
    };
    void setGates(std::vector<Gate> gates);
    /// Dotted vertical lines, given as steps.
    void setEpochLimits(std::vector<double> steps);
    /// A dashed line from (0, 0) to (1, 1).
    void setDiagonal(bool isOn);
    /// A sentence in the middle while there are no points. Default: "No values yet".
    void setEmptyText(const QString& text);

    /// Rings the point @p point of line @p series; nothing rings none.
    void setHighlight(std::size_t series, std::optional<std::size_t> point);

    /// The part of the x axis that is zoomed into; nothing for all of it. Emits nothing.
    void setView(std::optional<Range> view);
    const std::optional<Range>& view() const;
    /// Where the crosshair stands on the x axis. Emits nothing. @p isMine false shows the line without the
    /// card.
    void setCursor(std::optional<double> x, bool isMine = true);
    std::optional<double> cursor() const;
    /// What the card at the crosshair says, a line each; empty without crosshair.
    QStringList cursorText() const;

    std::vector<LegendEntry> legend() const;
    /// Copy, exports, table, log scale, smoothing: for a context menu or a "more" button.
    void fillMenu(QMenu& menu);
    /// All points in a table, in a dialog of the window.
    void showAsTable();
    /// Comma-separated, a row a point.
    QByteArray csv() const;
    /// Picture with title and legend as it looks now. @p format "png", "svg" or "pdf".
    QByteArray picture(const char* format) const;

    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

Q_SIGNALS:
    void legendChanged();
    void xAxisChanged(lepton::charts::XAxis axis);
    /// A person zoomed or reset.
    void viewChanged(const std::optional<lepton::charts::Range>& view);
    /// A person moved the crosshair, or left.
    void cursorChanged(std::optional<double> x);
    /// A person clicked a point.
    void pointPicked(std::size_t series, std::size_t point);
    void smoothingChanged(double weight);
    void logScaleChanged(bool isOn);
    void exported(const QString& file);
    void exportFailed(const lepton::base::Error& error);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Impl;
    std::unique_ptr<Impl> m;
};

} // namespace lepton::charts

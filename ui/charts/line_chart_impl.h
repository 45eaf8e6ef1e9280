// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/band_picture.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/scale.h"
#include "ui/charts/series_data.h"
#include "ui/widgets/async.h"

#include <QElapsedTimer>
#include <QTimer>
#include <qcustomplot.h>

#include <array>
#include <cmath>
#include <functional>

namespace lepton::charts {

/// Of the words at an axis.
inline constexpr int labelHeight = 16;

/// Whether it can be painted: the place of NaN and of infinity cannot.
inline bool isFinite(QPointF place)
{
    return std::isfinite(place.x()) && std::isfinite(place.y());
}

/// Something that a function paints on a layer of the plot.
class PaintedLayer final : public QCPLayerable
{
public:
    using Paint = std::function<void(QCPPainter&)>;

    PaintedLayer(QCustomPlot* plot, const QString& layer, Paint paint)
        : QCPLayerable(plot, layer)
        , m_paint(std::move(paint))
    {}

private:
    /// Not by QCPPainter::setAntialiasing(), which moves all by half a pixel.
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override
    {
        painter->setRenderHint(QPainter::Antialiasing);
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

    Paint m_paint;
};

/// A plot that draws what is new before it is painted.
class Plot final : public QCustomPlot
{
public:
    Plot(QWidget* parent, std::function<void()> bringUpToDate)
        : QCustomPlot(parent)
        , m_bringUpToDate(std::move(bringUpToDate))
    {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        m_bringUpToDate();
        QCustomPlot::paintEvent(event);
    }

private:
    std::function<void()> m_bringUpToDate;
};

/// Places on the screen for one picture of the chart.
struct Projection
{
    QRectF area;
    XAxis axis = XAxis::Step;
    Range places;
    Range coordinates; ///< of the scale
    ValueScale scale;

    double x(double place) const
    {
        return area.left() + (place - places.lower) / (places.upper - places.lower) * area.width();
    }
    double y(double value) const;
    double place(double x) const
    {
        return places.lower + (x - area.left()) / area.width() * (places.upper - places.lower);
    }
    bool holds(double place) const { return place >= places.lower && place <= places.upper; }
};

/// How a series looks.
struct Look
{
    ui::theme::Role role;
    QPen pen;     ///< of the line, without colour and width
    int mark = 0; ///< 0 circle, 1 square, 2 triangle, 3 diamond
};
Look lookOf(const Series& series);
/// A mark of 7 pixels round @p place, filled with @p fill.
void paintMark(QPainter& painter, const Look& look, QPointF place, const QColor& fill);

class LineChart::Impl
{
public:
    explicit Impl(LineChart& chart);

    // ----- line_chart.cpp
    bool isCurve(std::size_t index) const { return data[index].form() == Form::Curve; }
    bool hasCurves() const;
    /// Has the picture made anew, at most 60 times a second.
    void schedule();
    void bringUpToDate();
    void describe();
    /// What stands in the middle while there are no points.
    QString nothingText() const;

    // ----- chart_layout.cpp
    void refresh();
    Range fullPlaces() const;
    Range placesNow() const;
    /// Lowest and highest value in @p places; nothing where there is none.
    std::optional<std::pair<double, double>> valuesIn(Range places) const;
    void layOut();
    double placeOfStep(double step) const;

    // ----- chart_ground.cpp
    void paintGround(QPainter& painter);
    /// Whether a line runs through @p place, so that a label there could not be read.
    bool holdsLine(const QRectF& place) const;

    // ----- chart_painter.cpp
    void paintLines(QPainter& painter);
    void paintSeries(QPainter& painter, std::size_t index);

    // ----- chart_strokes.cpp
    void paintStroke(QPainter& painter, std::size_t index, std::span<const double> values,
                     const MinMaxTree& tree, const QPen& pen);
    /// Paints the points of `drawn` as a bar a pixel column, from the lowest to the highest. Where many
    /// points share a column, lines that go up and down in each look the same and take 30 times as long.
    void paintBand(QPainter& painter, std::span<const double> places, std::span<const double> values,
                   const QPen& pen);

    // ----- chart_marks.cpp
    void paintMarks(QPainter& painter, std::size_t index);
    void paintOdd(QPainter& painter, std::size_t index);

    // ----- chart_cursor.cpp
    /// A point of a series.
    struct Spot
    {
        std::size_t series = 0;
        std::size_t point = 0;
        friend bool operator==(const Spot&, const Spot&) = default;
    };
    void paintOverlay(QPainter& painter);
    void paintRing(QPainter& painter, const Spot& spot);
    QPointF spotPlace(const Spot& spot) const;
    /// The place of a point next to @p place, of whatever line.
    std::optional<double> snapped(double place) const;
    std::optional<Spot> spotAt(QPointF position, double within) const;
    void moveCursorBy(int points);
    void moveCursorTo(std::optional<double> place);
    void moveSpotTo(std::optional<Spot> spot);
    void repaintOverlay();
    QString oddText(QPointF position) const;

    // ----- chart_cursor_card.cpp
    struct CardRow
    {
        ui::theme::Role role;
        QString name;
        QString value;
    };
    struct Card
    {
        QString title;
        std::vector<CardRow> rows;
    };
    Card card() const;
    Card spotCard() const;
    void paintCard(QPainter& painter, const Card& card, double x);

    // ----- chart_zoom.cpp
    void zoomBy(double factor, double place);
    void zoomTo(std::optional<Range> places, std::optional<Range> values = {});
    bool key(QKeyEvent& event);
    void finishDrag(QPointF end);
    /// What a drag from dragStart to @p end takes; of the full height where it goes along the x axis.
    QRectF dragged(QPointF end) const;
    bool isAlong(QPointF end) const { return std::abs(end.y() - dragStart->y()) < ui::theme::gap24; }

    // ----- chart_export.cpp
    void exportAs(const char* format);
    void write(const QString& file, const char* format);

    LineChart& q;
    Plot* plot;
    QString title, xName, yName, emptyText;
    std::function<QString(double)> placeText; ///< of setPlaceText()
    std::vector<Series> series;
    std::vector<SeriesData> data;
    XAxis axis = XAxis::Step;
    std::array<double, 4> ends{};
    std::optional<Range> xFixed, yFixed;
    std::optional<Range> view;  ///< places zoomed into
    std::optional<Range> yView; ///< coordinates zoomed into
    bool isLog = false;
    double weight = 0.9;
    std::vector<Gate> gates;
    std::vector<double> epochLimits;
    bool hasDiagonal = false;
    std::vector<std::optional<std::size_t>> highlights;

    Projection now;
    std::vector<Tick> xTicks, yTicks;
    std::vector<std::uint32_t> drawn; ///< these three are kept for their memory
    std::vector<BandBar> bars;
    BandPicture band;

    std::optional<double> cursor;
    bool isCursorMine = true;
    std::optional<Spot> spot; ///< under the pointer, where there are curves
    std::optional<QPointF> dragStart;
    QPointF dragEnd;

    bool isPending = true;
    QTimer timer;
    QElapsedTimer sinceRefresh;
    ui::Async exporting;
};

} // namespace lepton::charts

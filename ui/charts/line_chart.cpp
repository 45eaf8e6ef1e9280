// SPDX-License-Identifier: GPL-3.0-or-later
// A chart, its lines and their points, and what is told of them.
#include "ui/charts/line_chart.h"

#include "ui/charts/line_chart_impl.h"
#include "ui/widgets/figures.h"

#include <algorithm>
#include <cmath>

namespace lepton::charts {

namespace {

constexpr int frameMilliseconds = 16;

} // namespace

LineChart::Impl::Impl(LineChart& chart)
    : q(chart)
    , plot(new Plot(&chart, [this] { bringUpToDate(); }))
{
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setAntialiasedElements(QCP::aePlottables);
    plot->setBackground(QBrush(Qt::NoBrush));
    plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    // scales, layers, buffers and exports are the plot's; what is seen is painted by us
    plot->axisRect()->setVisible(false);
    for (auto* one : plot->axisRect()->axes())
        one->setVisible(false);
    plot->addLayer(QStringLiteral("crosshair"));
    plot->layer(QStringLiteral("crosshair"))->setMode(QCPLayer::lmBuffered);
    // they belong to the plot
    new PaintedLayer(plot, QStringLiteral("main"), [this](QCPPainter& painter) { paintGround(painter); });
    new PaintedLayer(plot, QStringLiteral("main"), [this](QCPPainter& painter) { paintLines(painter); });
    new PaintedLayer(plot, QStringLiteral("crosshair"),
                     [this](QCPPainter& painter) { paintOverlay(painter); });
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &q, [this] { bringUpToDate(); });
}

bool LineChart::Impl::hasCurves() const
{
    return std::ranges::any_of(data, [](const SeriesData& one) { return one.form() == Form::Curve; });
}

void LineChart::Impl::schedule()
{
    isPending = true;
    if (!q.isVisible() || timer.isActive())
        return; // painted when it is shown
    const qint64 since = sinceRefresh.isValid() ? sinceRefresh.elapsed() : frameMilliseconds;
    timer.start(int(std::clamp<qint64>(frameMilliseconds - since, 0, frameMilliseconds)));
}

void LineChart::Impl::bringUpToDate()
{
    if (isPending)
        refresh();
}

QString LineChart::Impl::nothingText() const
{
    return emptyText.isEmpty() ? LineChart::tr("No values yet") : emptyText;
}

void LineChart::Impl::describe()
{
    QString sentence = title;
    if (std::ranges::all_of(data, &SeriesData::isEmpty))
        sentence += LineChart::tr("; %1", "behind a title: that there is nothing").arg(nothingText());
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data[i].isEmpty())
            continue;
        const QString last = ui::figureText(data[i].values().back());
        if (isCurve(i) || axis == XAxis::Value)
            sentence += LineChart::tr("; %1 with %n points", "name of a curve", int(data[i].size()))
                            .arg(series[i].name);
        else if (placeText)
            sentence += LineChart::tr("; %1 %2 at %3", "name of a line, its last value, place")
                            .arg(series[i].name, last, placeText(data[i].places(XAxis::Step).back()));
        else
            sentence += LineChart::tr("; %1 %2 at step %3", "name of a line, its last value, step")
                            .arg(series[i].name, last,
                                 ChartText::place(XAxis::Step, data[i].places(XAxis::Step).back()));
    }
    q.setAccessibleName(sentence);
    Q_EMIT q.legendChanged();
}

LineChart::LineChart(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Impl>(*this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

LineChart::~LineChart()
{
    delete m->plot; // it paints with what goes now
}

void LineChart::setTitle(const QString& title)
{
    if (title == m->title)
        return;
    m->title = title;
    m->describe();
}

const QString& LineChart::title() const
{
    return m->title;
}

void LineChart::setSeries(std::vector<Series> series)
{
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (i < m->data.size() && m->data[i].form() == series[i].form)
            continue;
        if (i < m->data.size())
            m->data[i] = SeriesData(series[i].form);
        else
            m->data.emplace_back(series[i].form);
        m->data[i].setDomain(m->isLog ? Domain::Positive : Domain::All);
    }
    m->data.resize(series.size());
    m->highlights.resize(series.size());
    m->spot.reset();
    m->series = std::move(series);
    for (std::size_t i = 0; i < m->data.size(); ++i)
        m->data[i].setSmoothing(m->series[i].isSmoothed ? m->weight : 0);
    m->describe();
    m->schedule();
}

const std::vector<Series>& LineChart::series() const
{
    return m->series;
}

void LineChart::setPoints(std::size_t series, std::span<const Point> points)
{
    m->data.at(series).clear();
    m->highlights[series].reset();
    m->spot.reset();
    append(series, points);
}

void LineChart::setPoints(std::size_t series, SeriesData points)
{
    // both cost nothing where they are as when the points were made ready
    points.setDomain(m->isLog ? Domain::Positive : Domain::All);
    points.setSmoothing(m->series[series].isSmoothed ? m->weight : 0);
    m->data.at(series) = std::move(points);
    m->highlights[series].reset();
    m->spot.reset();
    m->describe();
    m->schedule();
}

SeriesData LineChart::emptyPoints(std::size_t series) const
{
    SeriesData points(m->data.at(series).form());
    points.setDomain(m->isLog ? Domain::Positive : Domain::All);
    points.setSmoothing(m->series[series].isSmoothed ? m->weight : 0);
    return points;
}

void LineChart::append(std::size_t series, std::span<const Point> points)
{
    m->data.at(series).append(points);
    m->describe();
    m->schedule();
}

std::size_t LineChart::pointCount(std::size_t series) const
{
    return m->data.at(series).size();
}

void LineChart::clearPoints()
{
    for (auto& one : m->data)
        one.clear();
    std::ranges::fill(m->highlights, std::nullopt);
    m->spot.reset();
    m->cursor.reset();
    m->describe();
    m->schedule();
}

void LineChart::setHighlight(std::size_t series, std::optional<std::size_t> point)
{
    m->highlights.at(series) = point;
    m->repaintOverlay();
}

void LineChart::setView(std::optional<Range> view)
{
    if (view == m->view)
        return;
    m->view = view;
    m->yView.reset();
    m->schedule();
}

const std::optional<Range>& LineChart::view() const
{
    return m->view;
}

void LineChart::setCursor(std::optional<double> x, bool isMine)
{
    m->cursor = x;
    m->isCursorMine = isMine;
    m->repaintOverlay();
}

std::optional<double> LineChart::cursor() const
{
    return m->cursor;
}

QStringList LineChart::cursorText() const
{
    const auto card = m->card();
    QStringList lines;
    if (!card.title.isEmpty())
        lines << card.title;
    for (const auto& row : card.rows)
        lines << row.name + QLatin1Char(' ') + row.value;
    return lines;
}

std::vector<LegendEntry> LineChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < m->series.size(); ++i) {
        const auto& one = m->data[i];
        LegendEntry entry{m->series[i].name,     {},   m->series[i].number, lookOf(m->series[i]).role,
                          m->series[i].hasMarks, false};
        if (!one.isEmpty()) {
            const double last = one.average().empty() ? one.values().back() : one.average().back();
            entry.isOdd = !std::isfinite(last);
            if (!m->isCurve(i) && m->axis != XAxis::Value)
                entry.last = ui::figureText(last);
        }
        entries.push_back(entry);
    }
    return entries;
}

} // namespace lepton::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/asks_for_more.h"

#include "base/error.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_group.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/series_data.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include <cmath>
#include <thread>

using namespace lepton;
using namespace lepton::charts;
using ui::theme::Role;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Pixels of @p picture that are nearly of @p color, as a region of their bounds.
QRect boundsOf(const QImage& picture, const QColor& color)
{
    QRect bounds;
    constexpr int near = 24;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) < near &&
                std::abs(pixel.green() - color.green()) < near &&
                std::abs(pixel.blue() - color.blue()) < near)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

} // namespace

class TestLineChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void tellsTheLastValues();
    void showsASinglePoint();
    void showsThreeSteps();
    void marksNanFromTheFirstStep();
    void showsTheSmallestBesideTheLargest();
    void putsTheNameOfAGateWhereNoLineIs();
    void letsNoLineRunThroughItsSentence();
    void neverHidesAPeakAmongMillions();
    void takesPointsThatWereMadeReadyElsewhere();
    void drawsNoFasterThanTheScreen();
    void cutsLongNames();
    void movesTheCrosshairByKeys();
    void saysWhatStandsAtTheCrosshair();
    void zoomsByDragAndResets();
    void zoomsByKeysAndWheel();
    void sharesCrosshairZoomAndAxis();
    void outlivesNoneOfItsGroup();
    void switchesTheAxis();
    void picksAPointOfACurve();
    void followsTheTheme();
    void legendSaysHowManyLinesHaveNoRoom();
    void exportsPicturesAndPoints();
    void saysWhyAnExportFailed();
    void offersItsMenu();
    void marksWhatAsksForMore();
    void showsItsPointsAsATable();

private:
    QImage look();
    QColor color(Role role) const { return m_theme->tokens().color(role); }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<ChartCard> m_card;
    LineChart* m_chart = nullptr;
};

void TestLineChart::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = std::make_unique<ui::theme::Theme>(*qApp);
}

void TestLineChart::init()
{
    m_theme->setMode(ui::theme::Mode::Light);
    m_card = std::make_unique<ChartCard>(QStringLiteral("test.loss"));
    m_card->setTitle(QStringLiteral("Loss"));
    m_chart = &m_card->chart();
    m_chart->setSeries({{QStringLiteral("train"), 1}, {QStringLiteral("validation"), 2}});
    m_card->resize(640, 320);
    m_card->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
}

void TestLineChart::cleanup()
{
    m_card.reset();
}

QImage TestLineChart::look()
{
    return m_chart->grab().toImage();
}

void TestLineChart::tellsTheLastValues()
{
    m_chart->append(0, std::vector<Point>{{1, 0.9}, {2, 0.402}});
    m_chart->append(1, std::vector<Point>{{2, notANumber}});
    QCOMPARE(m_chart->accessibleName(),
             QStringLiteral("Loss; train 0.402 at step 2; validation NaN at step 2"));
    const auto legend = m_chart->legend();
    QCOMPARE(legend[0].last, QStringLiteral("0.402"));
    QVERIFY(!legend[0].isOdd);
    QVERIFY(legend[1].isOdd);
    auto* shown = m_card->findChild<ChartLegend*>(QStringLiteral("test.loss.legend"));
    QVERIFY(shown->accessibleName().contains(QLatin1String("train 0.402")));
}

void TestLineChart::showsASinglePoint()
{
    QVERIFY(boundsOf(look(), color(Role::Series1)).isEmpty());
    m_chart->append(0, std::vector<Point>{{1, 0.7}});
    const QRect dot = boundsOf(look(), color(Role::Series1));
    QVERIFY2(dot.width() >= 3 && dot.width() <= 8 && dot.height() >= 3, "one dot");
}

void TestLineChart::showsThreeSteps()
{
    m_chart->setEnd(XAxis::Step, 3);
    m_chart->append(0, std::vector<Point>{{1, 1}, {2, 0.5}, {3, 0.2}});
    QVERIFY(boundsOf(look(), color(Role::Series1)).width() > m_chart->width() / 2);
}

void TestLineChart::marksNanFromTheFirstStep()
{
    m_chart->append(0, std::vector<Point>{{1, notANumber}, {2, notANumber}, {3, notANumber}});
    const QRect marks = boundsOf(look(), color(Role::Bad));
    QVERIFY(!marks.isEmpty());
    QVERIFY2(marks.bottom() < 14, "at the top edge");
    m_chart->setCursor(2);
    QVERIFY(m_chart->cursorText().contains(QStringLiteral("train NaN")));
    // and where it stands is told at the mark
    const QPoint mark(marks.right() - 2, marks.center().y());
    QHelpEvent help(QEvent::ToolTip, mark, m_chart->mapToGlobal(mark));
    QGuiApplication::sendEvent(m_chart, &help);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("NaN at step 3."));
    QToolTip::hideText();
}

void TestLineChart::showsTheSmallestBesideTheLargest()
{
    m_chart->append(0, std::vector<Point>{{1, 1e-300}, {2, 1e300}, {3, 1}});
    const QRect linear = boundsOf(look(), color(Role::Series1));
    QVERIFY2(linear.height() > m_chart->height() / 2, "from the bottom to the top");
    m_chart->setLogScale(true);
    const QRect log = boundsOf(look(), color(Role::Series1));
    QVERIFY(log.height() > m_chart->height() / 2);
    m_chart->setCursor(1);
    QVERIFY(m_chart->cursorText().contains(QStringLiteral("train 1e-300")));
    // what a log scale has no place for is marked
    QVERIFY(boundsOf(look(), color(Role::Bad)).isEmpty());
    m_chart->append(0, std::vector<Point>{{4, -1}});
    QVERIFY(!boundsOf(look(), color(Role::Bad)).isEmpty());
}

void TestLineChart::putsTheNameOfAGateWhereNoLineIs()
{
    m_chart->setEnd(XAxis::Step, 100);
    // what differs between two pictures is the name
    const auto name = [&] {
        m_chart->setGates({{0.5, {}}});
        const QImage without = look();
        m_chart->setGates({{0.5, QStringLiteral("gate 0.5")}});
        const QImage with = look();
        QRect bounds;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x) {
                if (with.pixel(x, y) != without.pixel(x, y))
                    bounds |= QRect(x, y, 1, 1);
            }
        }
        return bounds;
    };
    m_chart->append(0, std::vector<Point>{{60, 0.2}, {100, 0.9}});
    const QRect left = name();
    QVERIFY2(left.isValid() && left.right() < m_chart->width() / 2, "at the left, as long as it is free");
    m_chart->clearPoints();
    m_chart->append(0, std::vector<Point>{{1, 0.2}, {4, 0.9}});
    QVERIFY2(name().left() > m_chart->width() / 2, "out of the way of the line");
}

void TestLineChart::letsNoLineRunThroughItsSentence()
{
    m_chart->setEmptyText(QStringLiteral("M M"));
    const QImage picture = look();
    const QRect text =
        boundsOf(picture.copy(m_chart->width() / 2 - 30, 0, 80, picture.height() - 40), color(Role::Text3));
    QVERIFY(!text.isEmpty());
    const int middle = m_chart->width() / 2 - 30 + text.center().x();
    for (int y = text.top(); y <= text.bottom(); ++y)
        QVERIFY2(picture.pixelColor(middle, y) != color(Role::Grid), "between the letters");
}

void TestLineChart::neverHidesAPeakAmongMillions()
{
    constexpr std::size_t count = 5'000'000;
    std::vector<Point> points(count);
    for (std::size_t i = 0; i < count; ++i)
        points[i] = {double(i), i == 3'333'333 ? 100.0 : double(i % 7)};
    m_chart->setPoints(0, points);
    points = {};
    QCOMPARE(m_chart->pointCount(0), count);
    const QRect all = boundsOf(look(), color(Role::Series1));
    QVERIFY(all.width() > m_chart->width() / 2);
    QVERIFY2(all.top() < 20, "the peak reaches the top");
    // and while more are appended
    m_chart->append(0, std::vector<Point>{{double(count), 200}});
    m_chart->setCursor(double(count));
    QVERIFY(m_chart->cursorText().contains(QStringLiteral("train 200")));
    QVERIFY(boundsOf(look(), color(Role::Series1)).top() < 20);
}

void TestLineChart::takesPointsThatWereMadeReadyElsewhere()
{
    std::vector<charts::Point> points;
    for (int step = 1; step <= 5000; ++step)
        points.push_back({double(step), step % 1000 == 0 ? 9.0 : 1.0 / step});
    m_chart->setPoints(0, points);
    const QImage here = look();
    SeriesData ready = m_chart->emptyPoints(0);
    std::thread([&] { ready.append(points); }).join();
    m_chart->setLogScale(true); // meanwhile
    m_chart->setPoints(0, std::move(ready));
    QCOMPARE(m_chart->pointCount(0), points.size());
    m_chart->setLogScale(false);
    QCOMPARE(look(), here);
    m_chart->append(0, std::vector<charts::Point>{{5001, 0.5}});
    QCOMPARE(m_chart->legend().front().last, QStringLiteral("0.500"));
}

void TestLineChart::drawsNoFasterThanTheScreen()
{
    // a thousand appends in one turn of the loop are one picture, and none is lost
    for (int i = 1; i <= 1000; ++i)
        m_chart->append(0, std::vector<Point>{{double(i), double(i)}});
    QCOMPARE(m_chart->pointCount(0), std::size_t(1000));
    QTRY_VERIFY(boundsOf(look(), color(Role::Series1)).width() > m_chart->width() / 2);
}

void TestLineChart::cutsLongNames()
{
    const QString latin(200, QLatin1Char('m'));
    const QString chinese(200, QChar(0x6D4B));
    m_chart->setSeries({{latin, 1}, {chinese, 2, {}, Form::Line, true}});
    m_chart->append(0, std::vector<Point>{{1, 1}, {2, 2}});
    m_chart->append(1, std::vector<Point>{{1, 2}, {2, 1}});
    auto* legend = m_card->findChild<ChartLegend*>(QStringLiteral("test.loss.legend"));
    QVERIFY(legend->sizeHint().width() < 640);
    QVERIFY(legend->toolTip().contains(latin) && legend->toolTip().contains(chinese));
    QVERIFY(m_card->minimumSizeHint().width() < 640);
    m_chart->setCursor(2);
    const QRect drawn = boundsOf(look(), color(Role::Series2));
    QVERIFY(!drawn.isEmpty());
    QVERIFY(m_chart->cursorText().join(QLatin1Char(' ')).contains(chinese));
}

void TestLineChart::movesTheCrosshairByKeys()
{
    std::vector<Point> points;
    for (int i = 1; i <= 50; ++i)
        points.push_back({double(i * 10), double(i)});
    m_chart->append(0, points);
    look();
    m_chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_chart, Qt::Key_Right);
    QCOMPARE(m_chart->cursor(), std::optional(10.0));
    QTest::keyClick(m_chart, Qt::Key_Right);
    QCOMPARE(m_chart->cursor(), std::optional(20.0));
    QTest::keyClick(m_chart, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_chart->cursor(), std::optional(120.0));
    QTest::keyClick(m_chart, Qt::Key_Left);
    QCOMPARE(m_chart->cursor(), std::optional(110.0));
    QTest::keyClick(m_chart, Qt::Key_End);
    QCOMPARE(m_chart->cursor(), std::optional(500.0));
    QTest::keyClick(m_chart, Qt::Key_Right);
    QCOMPARE(m_chart->cursor(), std::optional(500.0));
    QTest::keyClick(m_chart, Qt::Key_Escape);
    QVERIFY(!m_chart->cursor());
}

void TestLineChart::saysWhatStandsAtTheCrosshair()
{
    m_chart->setSeries(
        {{QStringLiteral("train"), 1, {}, Form::Line, false, true}, {QStringLiteral("validation"), 2}});
    m_chart->append(0, std::vector<Point>{{1, 2, 0.5, 1}, {2, 1, 1, 2}, {3, 1, 1.5, 3}});
    m_chart->append(1, std::vector<Point>{{2, 0.6, 1, 2}});
    m_chart->setSmoothing(0.5);
    m_chart->setCursor(3);
    QCOMPARE(
        m_chart->cursorText(),
        (QStringList{QStringLiteral("Step 3, epoch 1.50"), QStringLiteral("train, smoothed 1.143"),
                     QStringLiteral("train, this step 1.000"), QStringLiteral("validation, last 0.600")}));
    m_chart->setCursor(std::nullopt);
    QVERIFY(m_chart->cursorText().isEmpty());
}

void TestLineChart::zoomsByDragAndResets()
{
    std::vector<Point> points;
    for (int i = 0; i <= 1000; ++i)
        points.push_back({double(i), double(i)});
    m_chart->append(0, points);
    look();
    const QSignalSpy changed(m_chart, &LineChart::viewChanged);
    const int y = m_chart->height() / 2;
    QTest::mousePress(m_chart, Qt::LeftButton, {}, {200, y});
    QTest::mouseMove(m_chart, {300, y});
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, {300, y});
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_chart->view());
    const Range zoomed = *m_chart->view();
    QVERIFY(zoomed.lower > 100 && zoomed.upper < 700 && zoomed.upper > zoomed.lower);
    // what comes is not pushed out of the view
    m_chart->append(0, std::vector<Point>{{1001, 5}});
    look();
    QCOMPARE(*m_chart->view(), zoomed);
    QTest::mouseDClick(m_chart, Qt::LeftButton, {}, {200, y});
    QVERIFY(!m_chart->view());
}

void TestLineChart::zoomsByKeysAndWheel()
{
    m_chart->append(0, std::vector<Point>{{0, 1}, {500, 3}, {1000, 2}});
    look();
    QTest::keyClick(m_chart, Qt::Key_Plus);
    QVERIFY(m_chart->view());
    const double first = m_chart->view()->upper - m_chart->view()->lower;
    QTest::keyClick(m_chart, Qt::Key_Plus);
    QVERIFY(m_chart->view()->upper - m_chart->view()->lower < first);
    QTest::keyClick(m_chart, Qt::Key_Minus);
    QVERIFY(std::abs(m_chart->view()->upper - m_chart->view()->lower - first) < 1e-6);
    QTest::keyClick(m_chart, Qt::Key_0);
    QVERIFY(!m_chart->view());
    QTest::keyClick(m_chart, Qt::Key_L);
    QVERIFY(m_chart->isLogScale());
    const QPointF middle(m_chart->width() / 2.0, m_chart->height() / 2.0);
    const auto turn = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent wheel(middle, m_chart->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QGuiApplication::sendEvent(m_chart, &wheel);
    };
    m_chart->clearFocus();
    turn(Qt::NoModifier); // scrolls the page
    QVERIFY(!m_chart->view());
    turn(Qt::ControlModifier);
    QVERIFY(m_chart->view());
}

void TestLineChart::sharesCrosshairZoomAndAxis()
{
    ChartCard other(QStringLiteral("test.norm"));
    ChartGroup group;
    group.add(m_chart);
    group.add(&other.chart());
    other.chart().setSeries({{QStringLiteral("norm")}});
    std::vector<Point> points;
    for (int i = 0; i <= 100; ++i)
        points.push_back({double(i), double(i), i / 50.0, i * 2.0});
    m_chart->append(0, points);
    other.chart().append(0, points);
    look();
    const QPointF place(300, 100);
    QMouseEvent move(QEvent::MouseMove, place, m_chart->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QGuiApplication::sendEvent(m_chart, &move);
    QVERIFY(m_chart->cursor());
    QCOMPARE(other.chart().cursor(), m_chart->cursor());
    QTest::keyClick(m_chart, Qt::Key_Plus);
    QVERIFY(m_chart->view());
    QCOMPARE(other.chart().view(), m_chart->view());
    QTest::keyClick(&other.chart(), Qt::Key_0);
    QVERIFY(!m_chart->view());
    m_chart->setXAxis(XAxis::Epoch);
    QCOMPARE(other.chart().xAxis(), XAxis::Epoch);
}

void TestLineChart::outlivesNoneOfItsGroup()
{
    ChartGroup group;
    group.add(m_chart);
    {
        LineChart gone;
        group.add(&gone);
    }
    m_chart->append(0, std::vector<Point>{{1, 1}, {2, 2}});
    look();
    QTest::keyClick(m_chart, Qt::Key_Right);
    QVERIFY(m_chart->cursor());
}

void TestLineChart::switchesTheAxis()
{
    m_card->offerAxes();
    m_chart->append(0, std::vector<Point>{{100, 1, 1, 60}, {200, 2, 2, 30}, {300, 3, 3, 90}});
    m_chart->setXAxis(XAxis::Time);
    look();
    QTest::keyClick(m_chart, Qt::Key_End);
    QCOMPARE(m_chart->cursor(), std::optional(90.0));
    QCOMPARE(m_chart->cursorText().first(), QStringLiteral("Step 300, after 1:30"));
    // the clock went back at the second point: it stands beside the first, and nothing breaks
    QTest::keyClick(m_chart, Qt::Key_Left);
    QCOMPARE(m_chart->cursor(), std::optional(60.0));
}

void TestLineChart::picksAPointOfACurve()
{
    m_chart->setXAxis(XAxis::Value);
    m_chart->setSeries({{QStringLiteral("positive"), 1, {}, Form::Curve}});
    m_chart->setXRange(Range{0, 1});
    m_chart->setYRange(Range{0, 1});
    m_chart->setAxisNames(QStringLiteral("False positive rate"), QStringLiteral("True positive rate"));
    m_chart->setDiagonal(true);
    m_chart->setPoints(0, std::vector<Point>{{1, 1}, {0.5, 0.9}, {0.2, 0.6}, {0, 0}});
    look();
    const QSignalSpy picked(m_chart, &LineChart::pointPicked);
    // found by what is painted: the ring of a highlighted point
    m_chart->setHighlight(0, 1);
    QTest::keyClick(m_chart, Qt::Key_Right);
    QTest::keyClick(m_chart, Qt::Key_Right);
    QCOMPARE(m_chart->cursorText(),
             (QStringList{QStringLiteral("positive"), QStringLiteral("False positive rate 0.500"),
                          QStringLiteral("True positive rate 0.900")}));
    QTest::keyClick(m_chart, Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.first().at(1).value<std::size_t>(), std::size_t(1));
    QVERIFY(m_chart->accessibleName().contains(QLatin1String("4 points")));
    // a click at the end of the curve
    const QRect drawn = boundsOf(look(), color(Role::Series1));
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, drawn.bottomLeft() + QPoint(1, -1));
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.last().at(1).value<std::size_t>(), std::size_t(3));
}

void TestLineChart::followsTheTheme()
{
    m_chart->append(0, std::vector<Point>{{1, 1}, {2, 2}, {3, 1}});
    const QColor light = color(Role::Series1);
    QVERIFY(!boundsOf(look(), light).isEmpty());
    m_theme->setMode(ui::theme::Mode::Dark);
    QVERIFY(color(Role::Series1) != light);
    QTRY_VERIFY(!boundsOf(look(), color(Role::Series1)).isEmpty());
    QVERIFY(boundsOf(look(), light).isEmpty());
}

void TestLineChart::legendSaysHowManyLinesHaveNoRoom()
{
    std::vector<LegendEntry> entries;
    for (int number = 1; number <= 6; ++number) {
        LegendEntry entry;
        entry.name = QStringLiteral("R-%1").arg(100 * number);
        entry.last = QStringLiteral("0.239");
        entry.number = number;
        entries.push_back(entry);
    }
    QImage picture(1000, 24, QImage::Format_ARGB32);
    QPainter painter(&picture);
    const int all = ChartLegend::paint(painter, entries, picture.rect(), false);
    QVERIFY(all < 1000);
    const int three =
        ChartLegend::paint(painter, {entries.begin(), entries.begin() + 3}, picture.rect(), false);
    QVERIFY(ChartLegend::paint(painter, entries, QRect(0, 0, three + 40, 24), false) >
            three);                               // names are whole
    for (int room = all; room > 140; room -= 7) { // no value is cut
        const int used = ChartLegend::paint(painter, entries, QRect(0, 0, room, 24), false);
        QVERIFY2(used <= room, qPrintable(QStringLiteral("%1 of %2").arg(used).arg(room)));
    }
}

void TestLineChart::exportsPicturesAndPoints()
{
    m_chart->append(0, std::vector<Point>{{1, 0.5, 0.25, 2}, {2, notANumber, 0.5, 4}});
    QVERIFY(m_chart->picture("png").startsWith("\x89PNG"));
    QVERIFY(m_chart->picture("svg").contains("<svg"));
    QVERIFY(m_chart->picture("pdf").startsWith("%PDF"));
    const QImage picture = QImage::fromData(m_chart->picture("png"));
    QVERIFY(picture.width() >= 2 * m_chart->width());
    QVERIFY(!boundsOf(picture, color(Role::Series1)).isEmpty());
    QCOMPARE(m_chart->csv(), QByteArray("series,step,epoch,seconds,value,smoothed\n"
                                        "train,1,0.25,2,0.5,\ntrain,2,0.5,4,nan,\n"));
    m_chart->setSeries({{QStringLiteral("a \"b\", c")}});
    QVERIFY(m_chart->csv().contains("\"a \"\"b\"\", c\",1,"));
    m_chart->setSeries({{QStringLiteral("=1+1")}}); // a label that a spreadsheet would compute
    QVERIFY(m_chart->csv().contains("\n'=1+1,1,"));
}

void TestLineChart::saysWhyAnExportFailed()
{
    Q_EMIT m_chart->exportFailed(base::Error(base::ErrorCode::Io, "The disk is full."));
    auto* banner = m_card->findChild<QWidget*>(QStringLiteral("test.loss.failed"));
    QVERIFY(banner && banner->isVisible());
    Q_EMIT m_chart->exported(QStringLiteral("loss.png"));
    QVERIFY(!banner->isVisible());
}

void TestLineChart::offersItsMenu()
{
    m_chart->setSeries({{QStringLiteral("train"), 1, {}, Form::Line, false, true}});
    m_chart->append(0, std::vector<Point>{{1, 0.5}, {2, 0.4}});
    QMenu menu;
    m_chart->fillMenu(menu);
    const auto trigger = [&](const char* id) {
        auto* action = menu.findChild<QAction*>(QStringLiteral("test.loss.chart.") + QLatin1String(id));
        QVERIFY2(action, id);
        action->trigger();
    };
    trigger("copy");
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    trigger("log");
    QVERIFY(m_chart->isLogScale());
    trigger("smoothing");
    QCOMPARE(m_chart->smoothing(), 0.0);
}

void TestLineChart::marksWhatAsksForMore()
{
    m_chart->append(0, std::vector<Point>{{1, 0.5}, {2, 0.4}});
    QMenu menu;
    const auto filled = [&] {
        menu.clear();
        m_chart->fillMenu(menu);
        return &menu;
    };
    QCOMPARE(testing::wrongEllipses(filled), QString());
}

void TestLineChart::showsItsPointsAsATable()
{
    m_chart->append(0, std::vector<Point>{{1, 0.5}, {2, 0.4}});
    m_chart->showAsTable();
    QTRY_VERIFY(m_card->findChild<QTableView*>(QStringLiteral("test.loss.chart.table")));
    auto* table = m_card->findChild<QTableView*>(QStringLiteral("test.loss.chart.table"));
    QCOMPARE(table->model()->rowCount(), 2);
    auto* dialog = m_card->findChild<QDialog*>(QStringLiteral("test.loss.chart.table.dialog"));
    dialog->reject();
}

QTEST_MAIN(TestLineChart)
#include "tst_line_chart.moc"

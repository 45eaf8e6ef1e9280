// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of a chart takes while points are appended to a million that are there.
//   bench_charts [points] [frames] [picture.png]      1,000,000 points, 600 frames; draws offscreen without a
//   display
// A frame: 100 points appended to a noisy, smoothed line, the picture made anew and painted, once with all
// points in sight, once zoomed into a tenth, and once with the crosshair moving alone. Two figures: by the
// clock, which counts other programs on a busy machine too, and by the thread's processor time.
#include "milliseconds.h"

#include "ui/charts/chart_card.h"
#include "ui/charts/series_data.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace lepton;
using namespace lepton::bench;

namespace {

constexpr double goal = 16.7; // ms: 60 frames a second
constexpr std::size_t perFrame = 100;

void print(const char* what, const char* kind, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double rank) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(rank * double(times.size())))];
    };
    const auto late = std::count_if(times.begin(), times.end(), [](double time) { return time > goal; });
    std::printf("%-22s %-15s p50 %6.2f   p99 %6.2f   worst %6.2f ms   over %.1f ms: %zd of %zu\n", what, kind,
                at(0.5), at(0.99), times.back(), goal, late, times.size());
}

/// Points of a training: a falling loss with noise and a peak now and then.
class Source
{
public:
    std::vector<charts::Point> next(std::size_t count)
    {
        std::vector<charts::Point> points(count);
        for (auto& point : points) {
            const double step = double(++m_step);
            const double value = 0.3 + std::exp(-step / 3e5) + 0.1 * m_normal(m_random);
            point = {step, m_random() % 100'000 == 0 ? value * 4 : value, step / 1e5, step / 100};
        }
        return points;
    }
    double step() const { return double(m_step); }

private:
    std::mt19937 m_random{1};
    std::normal_distribution<double> m_normal;
    std::int64_t m_step = 0;
};

void measure(const char* what, int frames, charts::LineChart& chart, const std::function<void(int)>& act)
{
    std::vector<double> clock;
    std::vector<double> thread;
    for (int frame = 0; frame < frames; ++frame) {
        const double clockStart = clockMilliseconds();
        const double threadStart = threadMilliseconds();
        act(frame);
        chart.repaint(); // makes the picture anew if points came, and paints it now
        QCoreApplication::sendPostedEvents();
        thread.push_back(threadMilliseconds() - threadStart);
        clock.push_back(clockMilliseconds() - clockStart);
    }
    print(what, "by the clock", clock);
    print("", "processor time", thread);
}

} // namespace

int main(int argc, char** argv)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY") && !std::getenv("QT_QPA_PLATFORM"))
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    QApplication application(argc, argv);
    const ui::theme::Theme theme(application);
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const int frames = argc > 2 ? std::atoi(argv[2]) : 600;

    charts::ChartCard card(QStringLiteral("bench"));
    card.setTitle(QStringLiteral("Loss"));
    card.offerAxes();
    card.resize(1120, 420);
    auto& chart = card.chart();
    charts::Series series;
    series.name = QStringLiteral("train");
    series.isSmoothed = true;
    chart.setSeries({series});
    Source source;
    charts::SeriesData points = chart.emptyPoints(0);
    double ready = 0;
    std::thread([&] { // as the page of a run reads a long one
        const auto all = source.next(count);
        const double start = threadMilliseconds();
        points.append(all);
        ready = threadMilliseconds() - start;
    })
        .join();
    card.show();
    QCoreApplication::processEvents();
    const double start = threadMilliseconds();
    chart.setPoints(0, std::move(points));
    chart.repaint();
    QCoreApplication::sendPostedEvents();
    std::printf(
        "%zu points, chart of %d x %d pixels; made ready in %.0f ms by a worker, taken over and painted "
        "in %.1f ms by the window (processor time)\n",
        count, chart.width(), chart.height(), ready, threadMilliseconds() - start);

    measure("appending, all", frames, chart, [&](int) { chart.append(0, source.next(perFrame)); });
    chart.setView(charts::Range{source.step() * 0.5, source.step() * 0.6});
    measure("appending, zoomed", frames, chart, [&](int) { chart.append(0, source.next(perFrame)); });
    chart.setView(std::nullopt);
    chart.repaint();
    measure("crosshair alone", frames, chart,
            [&](int frame) { chart.setCursor(source.step() * frame / frames); });
    if (argc > 3 && !card.grab().save(QString::fromLocal8Bit(argv[3]))) {
        std::fprintf(stderr, "error: %s cannot be written\n", argv[3]);
        return 1;
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is busy at a stretch while a grid over a large table is dragged and turned through.
//   bench_grid [rows] [seconds]      10,000,000 rows in the temporary folder, 10 s; draws offscreen without a
//   display
// A stall is the time from the wake-up of the event loop until it waits again: reading, layout and painting
// together. Two figures: by the clock, which counts other programs on a busy machine too, and by the thread's
// processor time.
#include "grid_motion.h"
#include "large_table.h"
#include "milliseconds.h"

#include "data/table.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/table_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

using namespace lepton;
using namespace lepton::bench;

namespace {

double residentMebibytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

/// A heart that beats each millisecond in the loop of this thread; the beats that it misses are the stalls.
class StallMeter
{
public:
    StallMeter()
    {
        m_heart.setTimerType(Qt::PreciseTimer);
        m_heart.setInterval(1);
        QObject::connect(&m_heart, &QTimer::timeout, &m_heart, [this] { beat(); });
        m_heart.start();
    }

    void start()
    {
        m_on = true;
        m_clock = -1;
        m_clockStalls.clear();
        m_threadStalls.clear();
    }

    void print(const char* what)
    {
        m_on = false;
        printLine(what, "by the clock", m_clockStalls);
        printLine("", "processor time", m_threadStalls);
    }

private:
    void beat()
    {
        const double clock = clockMilliseconds();
        const double thread = threadMilliseconds();
        if (m_on && m_clock >= 0) {
            m_clockStalls.push_back(std::max(0.0, clock - m_clock - m_heart.interval()));
            m_threadStalls.push_back(thread - m_thread);
        }
        m_clock = clock;
        m_thread = thread;
    }

    static void printLine(const char* what, const char* kind, std::vector<double>& stalls)
    {
        std::sort(stalls.begin(), stalls.end());
        const auto at = [&](double rank) {
            const auto index = static_cast<std::size_t>(rank * static_cast<double>(stalls.size()));
            return stalls.empty() ? 0.0 : stalls[std::min(index, stalls.size() - 1)];
        };
        std::printf("%-24s %-15s %6zu beats   stall p50 %6.2f   p99 %6.2f   p99.9 %6.2f   max %6.2f ms\n",
                    what, kind, stalls.size(), at(0.5), at(0.99), at(0.999), at(1));
    }

    QTimer m_heart;
    bool m_on = false;
    double m_clock = -1;
    double m_thread = 0;
    std::vector<double> m_clockStalls;
    std::vector<double> m_threadStalls;
};

void measure(const std::filesystem::path& path, double seconds)
{
    const auto table = data::Table::open(path);
    ui::TablePanel panel(table, profileOfBeginning(*table), QStringLiteral("bench"), QStringLiteral("v1"));
    panel.resize(1440, 760);
    panel.show();
    StallMeter meter;
    QScrollBar* bar = panel.grid().verticalScrollBar();
    animate(1, [](double) {});
    const double before = residentMebibytes();

    meter.start();
    animate(seconds, [bar](double share) { swing(*bar, share); });
    meter.print("dragging the bar");
    const double after = residentMebibytes();

    meter.start();
    animate(seconds / 2, [&panel](double) {
        const QPointF at(300, 300);
        QWheelEvent turn(at, panel.grid().viewport()->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(panel.grid().viewport(), &turn);
    });
    meter.print("turning the wheel");

    meter.start();
    animate(seconds / 2, [bar, &panel](double share) {
        bar->setValue(static_cast<int>(share * bar->maximum()));
        panel.grid().setCursorCell({panel.grid().firstRow() + 3, static_cast<int>(share * 80) % 8});
    });
    meter.print("moving the cursor");
    std::printf(
        "resident memory          before %6.1f MiB   after dragging %6.1f MiB   at the end %6.1f MiB\n",
        before, after, residentMebibytes());
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    ui::theme::Theme theme(*qApp);
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    const double seconds = argc > 2 ? std::atof(argv[2]) : 10;
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("bench_grid_" + std::to_string(::getpid()) + ".parquet");
    std::printf("%lld rows, 8 columns\n", static_cast<long long>(rows));
    bench::writeLargeTable(path, rows);
    measure(path, seconds);
    std::filesystem::remove(path);
    return 0;
}

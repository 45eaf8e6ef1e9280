// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_motion.h"

#include "base/cancellation.h"
#include "base/progress.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lepton::bench {

void animate(double seconds, const std::function<void(double)>& step)
{
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(16);
    QElapsedTimer since;
    since.start();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const double share = double(since.elapsed()) / (seconds * 1e3);
        if (share >= 1)
            loop.quit();
        else
            step(share);
    });
    timer.start();
    loop.exec();
}

void swing(QScrollBar& bar, double share)
{
    const double place = 0.5 - 0.5 * std::cos(share * 2 * 3.14159265) + 0.01 * std::sin(share * 200);
    bar.setValue(static_cast<int>(std::clamp(place, 0.0, 1.0) * bar.maximum()));
}

data::TableProfile profileOfBeginning(data::Table& table)
{
    std::vector<std::uint32_t> rows(
        static_cast<std::size_t>(std::min<std::int64_t>(table.rowCount(), 50'000)));
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    const auto order = data::RowOrder::listed(std::move(rows));
    base::Progress progress;
    data::TableProfile profile;
    for (std::size_t column = 0; column < table.schema().size(); ++column)
        profile.columns.push_back(table.profile(order, column, {}, progress));
    return profile;
}

} // namespace lepton::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/column_chart.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lepton::ui {
namespace {

struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::ColumnWords)
};

/// Bins joined until each has at least three pixels.
std::vector<std::int64_t> binsFor(const std::vector<std::int64_t>& counts, int width)
{
    const std::size_t most = static_cast<std::size_t>(std::max(1, width / 3));
    const std::size_t joined = (counts.size() + most - 1) / most;
    std::vector<std::int64_t> bins((counts.size() + joined - 1) / joined, 0);
    for (std::size_t i = 0; i < counts.size(); ++i)
        bins[i / joined] += counts[i];
    return bins;
}

double topShare(const data::ColumnProfile& profile)
{
    std::int64_t rows = 0;
    for (const auto& [value, count] : profile.top)
        rows += count;
    const std::int64_t present = profile.rows - profile.missing;
    return present > 0 ? static_cast<double>(rows) / static_cast<double>(present) : 0;
}

} // namespace

ColumnShape columnShape(const data::Column& column, const data::ColumnProfile& profile)
{
    const bool histogram = !profile.histogram.counts.empty();
    if (isOrdered(column.type))
        return histogram ? ColumnShape::Histogram : ColumnShape::None;
    if (!profile.top.empty() && (topShare(profile) >= 0.5 || !histogram))
        return ColumnShape::Shares;
    return histogram ? ColumnShape::Histogram : ColumnShape::None;
}

void paintHistogram(QPainter& painter, const QRect& area, const data::Histogram& histogram, bool strong,
                    const std::optional<ValueRange>& marked)
{
    if (histogram.counts.empty() || area.width() < 3)
        return;
    const std::vector<std::int64_t> bins = binsFor(histogram.counts, area.width());
    const std::int64_t highest = *std::max_element(bins.begin(), bins.end());
    if (highest <= 0)
        return;
    const QColor plain = theme::color(theme::Role::Hist);
    const QColor bright = theme::color(theme::Role::HistHi);
    const double count = static_cast<double>(bins.size());
    const double step = area.width() / count;
    const double span = histogram.high - histogram.low;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] == 0)
            continue;
        const double at = static_cast<double>(i);
        const int left = area.left() + static_cast<int>(std::lround(at * step));
        const int right =
            area.left() + static_cast<int>(std::lround((at + 1) * step)) - (bins.size() > 1 ? 1 : 0);
        const double share = static_cast<double>(bins[i]) / static_cast<double>(highest);
        const int height = std::max(2, static_cast<int>(std::lround(share * area.height())));
        const double low = histogram.low + at / count * span;
        const double high = histogram.low + (at + 1) / count * span;
        const bool inside = marked && high > marked->low && low <= marked->high;
        painter.fillRect(QRect(left, area.bottom() + 1 - height, std::max(1, right - left), height),
                         strong || inside ? bright : plain);
    }
}

void paintShares(QPainter& painter, const QRect& area, const data::ColumnProfile& profile, bool strong)
{
    if (profile.rows <= 0 || area.width() < 3)
        return;
    painter.fillRect(area, theme::color(theme::Role::Track));
    constexpr double opacities[] = {1.0, 0.72, 0.5, 0.34, 0.22};
    QColor colour = theme::color(theme::Role::HistHi);
    std::int64_t before = 0;
    std::size_t index = 0;
    for (const auto& [value, count] : profile.top) {
        if (index >= std::size(opacities))
            break;
        const auto edge = [&](std::int64_t rows) {
            return area.left() + static_cast<int>(std::lround(static_cast<double>(rows) * area.width() /
                                                              static_cast<double>(profile.rows)));
        };
        const int left = edge(before);
        const int right = edge(before + count);
        colour.setAlphaF(static_cast<float>(opacities[index] * (strong ? 1.0 : 0.85)));
        if (right - left > 1)
            painter.fillRect(QRect(left, area.top(), right - left - 1, area.height()), colour);
        before += count;
        ++index;
    }
}

QString columnCaption(const data::Column& column, const data::ColumnProfile& profile)
{
    const std::int64_t present = profile.rows - profile.missing;
    if (present <= 0)
        return profile.rows > 0 ? ColumnWords::tr("all missing") : ColumnWords::tr("no rows");
    const CellFormat format(column, QLocale(), 0, !looksLikeYears(profile));
    if (isOrdered(column.type) && profile.minimum && profile.maximum) {
        // Times keep to the day in the header; the statistics have the rest.
        const bool stamp = column.type == data::ColumnType::Timestamp;
        const QString low = format.statistic(*profile.minimum);
        const QString high = format.statistic(*profile.maximum);
        return ColumnWords::tr("%1 to %2").arg(stamp ? low.left(10) : low, stamp ? high.left(10) : high);
    }
    if (columnShape(column, profile) == ColumnShape::Histogram && profile.minimum && profile.maximum)
        return ColumnWords::tr("%1 to %2 characters")
            .arg(QLocale().toString(static_cast<qlonglong>(*profile.minimum)),
                 QLocale().toString(static_cast<qlonglong>(*profile.maximum)));
    return profile.distinctExact
               ? valuesText(profile.distinct)
               : ColumnWords::tr("about %1", "an estimated count").arg(valuesText(profile.distinct));
}

} // namespace lepton::ui

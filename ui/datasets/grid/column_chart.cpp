// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/column_chart.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace lepton::ui {
namespace {

struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::ColumnWords)
};

constexpr std::size_t mostShares = 5;
constexpr double opacityAtRest = 0.85;

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

void paintColumnHistogram(QPainter& painter, const QRect& area, const data::Histogram& histogram,
                          Emphasis emphasis, const std::optional<ValueRange>& marked)
{
    const std::vector<double> counts(histogram.counts.begin(), histogram.counts.end());
    std::pair<int, int> highlight{-1, -1};
    const auto bins = static_cast<int>(counts.size());
    const double width = (histogram.high - histogram.low) / std::max(1, bins);
    if (emphasis == Emphasis::Strong) {
        highlight = {0, bins - 1};
    } else if (marked && width > 0) {
        const auto binOf = [&](double value) {
            return std::clamp(static_cast<int>(std::floor((value - histogram.low) / width)), 0, bins - 1);
        };
        highlight = {binOf(marked->low), binOf(marked->high)};
    }
    paintHistogram(painter, area, counts, highlight);
}

void paintColumnShares(QPainter& painter, const QRect& area, const data::ColumnProfile& profile,
                       Emphasis emphasis)
{
    if (profile.rows <= 0)
        return;
    std::vector<double> shares;
    for (const auto& [value, count] : profile.top) {
        if (shares.size() < mostShares)
            shares.push_back(static_cast<double>(count) / static_cast<double>(profile.rows));
    }
    paintShares(painter, area, shares, emphasis == Emphasis::Strong ? 1 : opacityAtRest);
}

ValueRange histogramEnds(const data::ColumnProfile& profile)
{
    const data::Histogram& bars = profile.histogram; // without the infinite values
    return {std::clamp(profile.minimum.value_or(bars.low), bars.low, bars.high),
            std::clamp(profile.maximum.value_or(bars.high), bars.low, bars.high)};
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
    if (columnShape(column, profile) == ColumnShape::Histogram && profile.minimum && profile.maximum) {
        if (*profile.minimum == *profile.maximum)
            return ColumnWords::tr("%Ln character(s)", nullptr, static_cast<int>(*profile.maximum));
        return ColumnWords::tr("%1 to %2 characters")
            .arg(QLocale().toString(static_cast<qlonglong>(*profile.minimum)),
                 QLocale().toString(static_cast<qlonglong>(*profile.maximum)));
    }
    return profile.distinctExact
               ? valuesText(profile.distinct)
               : ColumnWords::tr("about %1", "an estimated count").arg(valuesText(profile.distinct));
}

} // namespace lepton::ui

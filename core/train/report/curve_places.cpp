// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/curve_places.h"

namespace lepton::train {
namespace {

double rate(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::vector<CurvePlace> curvePlaces(CurveKind kind, const eval::ThresholdCounts& counts)
{
    const bool isRoc = kind == CurveKind::Roc;
    std::vector<CurvePlace> places{{0, isRoc ? 0.0 : 1.0}};
    for (std::size_t i = 0; i < counts.thresholds.size(); ++i) {
        const std::int64_t hits = counts.truePositives[i];
        const std::int64_t alarms = counts.falsePositives[i];
        const double recall = rate(hits, counts.positives);
        places.push_back(isRoc ? CurvePlace{rate(alarms, counts.negatives), recall}
                               : CurvePlace{recall, rate(hits, hits + alarms)});
    }
    return places;
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/curve_places.h"

#include <cmath>

namespace lepton::train {
namespace {

/// A rate of nothing is none, and is drawn at the axis.
double drawn(double rate)
{
    return std::isnan(rate) ? 0 : rate;
}

std::vector<CurvePlace> rocPlaces(const eval::ThresholdCounts& counts)
{
    const eval::RocCurve curve = eval::rocCurve(counts, eval::CurvePoints::All);
    std::vector<CurvePlace> places;
    for (std::size_t i = 0; i < curve.thresholds.size(); ++i)
        places.push_back({drawn(curve.falsePositiveRate[i]), drawn(curve.truePositiveRate[i])});
    return places;
}

std::vector<CurvePlace> precisionRecallPlaces(const eval::ThresholdCounts& counts)
{
    const eval::PrecisionRecallCurve curve = eval::precisionRecallCurve(counts);
    std::vector<CurvePlace> places;
    for (std::size_t i = curve.recall.size(); i-- > 0;) // it begins at the lowest threshold
        places.push_back({curve.recall[i], curve.precision[i]});
    return places;
}

} // namespace

std::vector<CurvePlace> curvePlaces(CurveKind kind, const eval::ThresholdCounts& counts)
{
    return kind == CurveKind::Roc ? rocPlaces(counts) : precisionRecallPlaces(counts);
}

} // namespace lepton::train

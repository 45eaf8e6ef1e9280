// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/ranking_curves.h"

#include <vector>

namespace lepton::train {

/// Which curve is drawn of a class against all others.
enum class CurveKind
{
    PrecisionRecall, ///< precision over recall
    Roc              ///< true over false positive rate
};

/// A point of a curve; both from 0 to 1.
struct CurvePlace
{
    double x = 0;
    double y = 0;
};

/// The curve from the largest threshold on. Its first point is where nothing is taken for the class and has
/// no threshold; point i + 1 belongs to counts.thresholds[i].
std::vector<CurvePlace> curvePlaces(CurveKind kind, const eval::ThresholdCounts& counts);

} // namespace lepton::train

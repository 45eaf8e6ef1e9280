// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/curve_places.h"
#include "train/report/report_words.h"

#include <string>
#include <vector>

namespace lepton::train {

/// A curve of a class for a figure.
struct DrawnCurve
{
    std::string name;
    ClassCurve curve;
};

/// The curves as an SVG element; the last one stands out.
std::string curveFigure(const ReportWords& words, CurveKind kind, const std::vector<DrawnCurve>& curves);

/// The share of rows that are right over their confidence, a mark a bin.
std::string calibrationFigure(const ReportWords& words, const eval::Calibration& calibration);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/probability_scores.h"

#include <cstdint>
#include <vector>

namespace lepton::eval {

/// Rows whose confidence, their largest probability, lies in one range.
struct CalibrationBin
{
    std::int64_t count = 0;
    std::int64_t right = 0;   ///< rows whose likeliest class is the true one
    double confidenceSum = 0; ///< of the rows
};

/// How far confidence is from accuracy: Naeini et al., "Obtaining well calibrated probabilities using
/// Bayesian binning", 2015.
struct Calibration
{
    std::vector<CalibrationBin> bins;
    double expectedError = 0; ///< ECE: the gap of the bins, weighted by their rows
    double largestError = 0;  ///< MCE: the largest gap of a bin
};

/// Bin i of @p bins holds the confidences in (i/bins, (i+1)/bins], compared as doubles; 0 lies in bin 0.
/// @throw base::Error as probabilityScores(); InvalidArgument for no bins.
Calibration calibration(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities,
                        std::size_t bins = 15);

} // namespace lepton::eval

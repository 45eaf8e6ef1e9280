// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/probability_scores.h"

#include <cstdint>
#include <vector>

namespace lepton::eval {

inline constexpr std::size_t defaultBins = 15;

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

/// What a model said of a row: how sure it was of its guess, and whether the guess is right.
struct Guess
{
    double confidence = 0; ///< the largest probability of the row, 0 to 1
    bool isRight = false;
};

/// Which of @p bins holds @p confidence: see calibration().
std::size_t calibrationBin(double confidence, std::size_t bins) noexcept;

/// Bin i of @p bins holds the confidences in (i/bins, (i+1)/bins], compared as doubles; 0 lies in bin 0.
/// @throw base::Error as probabilityScores(); InvalidArgument for no bins.
Calibration calibration(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities,
                        std::size_t bins = defaultBins);
/// The same without the probabilities of the classes that were not guessed.
/// @throw base::Error InvalidArgument for no bins, no guesses, or a confidence that is no number from 0 to 1
Calibration calibration(std::span<const Guess> guesses, std::size_t bins = defaultBins);

} // namespace lepton::eval

// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/calibration.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace lepton::eval {

std::size_t calibrationBin(double confidence, std::size_t bins) noexcept
{
    // The edges are the doubles i / bins, as numpy.linspace gives them: start near the bin and step to it.
    const auto edge = [bins](std::size_t i) {
        return static_cast<double>(i + 1) / static_cast<double>(bins);
    };
    auto bin = static_cast<std::size_t>(std::max(0.0, confidence * static_cast<double>(bins)));
    bin = std::min(bin, bins - 1);
    while (bin > 0 && confidence <= edge(bin - 1))
        --bin;
    while (bin + 1 < bins && confidence > edge(bin))
        ++bin;
    return bin;
}

Calibration calibration(std::span<const Guess> guesses, std::size_t bins)
{
    if (bins == 0)
        throw base::Error(base::ErrorCode::InvalidArgument, "Calibration needs at least one bin.");
    requireRows(guesses.size(), guesses.size());
    Calibration result;
    result.bins.resize(bins);
    for (const Guess& guess : guesses) {
        if (!(guess.confidence >= 0 && guess.confidence <= 1))
            throw base::Error(base::ErrorCode::InvalidArgument, "The confidence " +
                                                                    std::to_string(guess.confidence) +
                                                                    " is not a number from 0 to 1.");
        CalibrationBin& bin = result.bins[calibrationBin(guess.confidence, bins)];
        ++bin.count;
        bin.right += guess.isRight ? 1 : 0;
        bin.confidenceSum += guess.confidence;
    }
    for (const CalibrationBin& bin : result.bins) {
        if (bin.count == 0)
            continue;
        const double gap = std::abs(static_cast<double>(bin.right) - bin.confidenceSum);
        result.expectedError += gap / static_cast<double>(guesses.size());
        result.largestError = std::max(result.largestError, gap / static_cast<double>(bin.count));
    }
    return result;
}

Calibration calibration(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities,
                        std::size_t bins)
{
    requireTruthFor(probabilities, truth);
    std::vector<Guess> guesses(truth.size());
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const std::size_t guess = likeliest(probabilities.row(row));
        guesses[row] = {probabilities.at(row, guess), guess == static_cast<std::size_t>(truth[row])};
    }
    return calibration(guesses, bins);
}

} // namespace lepton::eval

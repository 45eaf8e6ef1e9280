// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/calibration.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>

namespace lepton::eval {

Calibration calibration(std::span<const LabelIndex> truth, const ProbabilityTable& probabilities,
                        std::size_t bins)
{
    requireTruthFor(probabilities, truth);
    if (bins == 0)
        throw base::Error(base::ErrorCode::InvalidArgument, "Calibration needs at least one bin.");
    std::vector<double> upperEdges(bins);
    for (std::size_t i = 0; i < bins; ++i)
        upperEdges[i] = static_cast<double>(i + 1) / static_cast<double>(bins);

    Calibration result;
    result.bins.resize(bins);
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const std::size_t guess = likeliest(probabilities.row(row));
        const double confidence = probabilities.at(row, guess);
        const auto edge = std::ranges::lower_bound(upperEdges, confidence);
        CalibrationBin& bin = result.bins[static_cast<std::size_t>(edge - upperEdges.begin())];
        ++bin.count;
        bin.right += guess == static_cast<std::size_t>(truth[row]) ? 1 : 0;
        bin.confidenceSum += confidence;
    }
    for (const CalibrationBin& bin : result.bins) {
        if (bin.count == 0)
            continue;
        const double gap = std::abs(static_cast<double>(bin.right) - bin.confidenceSum);
        result.expectedError += gap / static_cast<double>(truth.size());
        result.largestError = std::max(result.largestError, gap / static_cast<double>(bin.count));
    }
    return result;
}

} // namespace lepton::eval

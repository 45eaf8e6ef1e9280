// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lepton::train {

/// Rows of one part with what a model says of them.
struct PartPredictions
{
    const std::vector<std::string>& classes;
    std::span<const std::int32_t> truth; ///< class of each row
    const Predictions& predictions;      ///< [rows, classes]
};

/// The likeliest class of each row; the first of equal ones.
std::vector<std::int32_t> predictedClasses(const PartPredictions& part);

/// loss, accuracy, macro_f1, macro_precision, macro_recall, weighted_f1, balanced_accuracy, mcc: over all
/// classes, whether they occur in the part or not.
std::map<std::string, double> partScores(const PartPredictions& part);

/// Everything that is said of the test part: "text" (scikit-learn's report to the character), "dict" (its
/// output_dict), "classes", "scores" (kappa, areas, log loss, Brier, calibration error, ...), and "confusion"
/// (rows are the truth) for at most 1,000 classes. Scores of probabilities are left out for more than 50
/// million of them.
nlohmann::json partReport(const PartPredictions& part);

} // namespace lepton::train

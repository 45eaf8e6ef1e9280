// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/predictor.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::registry {

/// Rows with a known label to score models on.
struct TestRows
{
    std::string dataset; ///< name
    int number = 0;      ///< of its version
    std::string hash;    ///< content hash of the version
    std::vector<std::string> classes;
    std::vector<std::string> texts;
    std::vector<std::int32_t> labels; ///< position in classes, one a text
    std::int64_t leaks = 0;           ///< rows whose text stands in the training part, too
};

struct ClassScore
{
    std::string label;
    double precision = 0, recall = 0, f1 = 0;
    std::int64_t support = 0;
};

/// What a model came to on test rows.
struct ModelScores
{
    std::map<std::string, double> metrics; ///< by metricNames(), but for lowest_class_f1
    std::vector<ClassScore> classes;
    std::int64_t rows = 0;
};

/// Scores @p predictor over the classes of the rows and those that the model knows.
/// @throw base::Error UnsuitableData when the model gives a probability that is no number; Cancelled
ModelScores scoreModel(train::Predictor& predictor, const TestRows& rows,
                       const base::Cancellation& cancellation, base::Progress& progress);

} // namespace lepton::registry

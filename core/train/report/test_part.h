// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
}
namespace lepton::data {
class Table;
}

namespace lepton::train {

/// The test part of a run with what its model said, one entry a row: neither the texts nor the probabilities
/// of all classes, which are read from the table where they are shown.
struct TestPart
{
    std::vector<std::string> classes;        ///< of the model, in the order of its report
    std::vector<std::int64_t> rows;          ///< from 1 in the version of the data set
    std::vector<eval::LabelIndex> truth;     ///< position in classes
    std::vector<eval::LabelIndex> predicted; ///< position in classes
    std::vector<double> confidence; ///< probability of the predicted class; NaN where it is no number

    std::size_t size() const noexcept { return rows.size(); }
    bool isRight(std::size_t row) const { return truth[row] == predicted[row]; }
};

/// Reads the table that writePredictions() writes, page by page.
/// @throw base::Error Damaged when a column is missing, or a row has a class that is none of @p classes; or
/// on cancellation
TestPart readTestPart(data::Table& predictions, std::vector<std::string> classes,
                      const base::Cancellation& cancellation);

/// Whether the table has the probabilities of each class: it has for at most 1,000 classes.
bool hasClassProbabilities(const data::Table& predictions, const std::string& name);

/// The probabilities of the class @p name in the rows @p positions of the table (from 0, none of them twice);
/// NaN where one is no number. @throw base::Error Damaged when the table has none; or on cancellation
std::vector<double> readClassProbabilities(data::Table& predictions, const std::string& name,
                                           std::span<const std::uint32_t> positions,
                                           const base::Cancellation& cancellation);

/// The texts of the rows @p positions. @throw as readClassProbabilities()
std::vector<std::string> readTexts(data::Table& predictions, std::span<const std::uint32_t> positions,
                                   const base::Cancellation& cancellation);

} // namespace lepton::train

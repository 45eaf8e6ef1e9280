// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"
#include "train/training_data.h"

#include <filesystem>
#include <span>
#include <string>

namespace lepton::train {

/// The columns of the table that writePredictions() writes.
namespace predictionColumns {
inline constexpr const char* row = "row"; ///< from 1 in the version of the data set
inline constexpr const char* text = "text";
inline constexpr const char* truth = "true";
inline constexpr const char* predicted = "predicted";
inline constexpr const char* probability = "probability"; ///< of the predicted class
/// The probability of one class: "p(class)".
std::string ofClass(const std::string& name);
} // namespace predictionColumns

/// Writes predictions as a table for data::Table::open(): row, text, true, predicted, probability, and for at
/// most 1,000 classes one column "p(class)" each.
/// @p positions of the rows in @p data, in the order of @p predictions.
/// @throw base::Error as data::writeTable()
void writePredictions(const std::filesystem::path& target, const TrainingData& data,
                      std::span<const std::int64_t> positions, const Predictions& predictions,
                      const base::Cancellation& cancellation);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"
#include "train/training_data.h"

#include <filesystem>
#include <span>

namespace lepton::train {

/// Writes predictions as a table for data::Table::open(): row (from 1 in the version), text, true, predicted,
/// probability (of the predicted class), and for at most 1,000 classes one column "p(class)" each.
/// @p positions of the rows in @p data, in the order of @p predictions.
/// @throw base::Error as data::writeTable()
void writePredictions(const std::filesystem::path& target, const TrainingData& data,
                      std::span<const std::int64_t> positions, const Predictions& predictions,
                      const base::Cancellation& cancellation);

} // namespace lepton::train

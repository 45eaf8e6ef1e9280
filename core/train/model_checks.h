// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/checks.h"

#include <vector>

namespace lepton::train {

// The checks of runChecks() that look at tokeniser, model and machine.

/// Adds the checks of unknown tokens and of lengths; @p model may be null.
void addTokenChecks(const TrainingData& data, const text::Tokenizer& tokenizer, const Recipe& recipe,
                    const ModelFacts* model, std::vector<Check>& checks,
                    const base::Cancellation& cancellation, base::Progress& progress);
Check positionsCheck(const ModelFacts& model, const Recipe& recipe);
Check layersCheck(const ModelFacts& model, const Recipe& recipe);
Check memoryCheck(std::int64_t needed, std::int64_t free, const Recipe& recipe);

} // namespace lepton::train

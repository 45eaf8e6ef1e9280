// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/checks.h"
#include "train/split.h"

#include <optional>

namespace lepton::train {

// The checks of runChecks() that look at recipe and rows.

Check recipeCheck(const Recipe& recipe, const TrainingData* data);
Check rowsCheck(const TrainingData& data);
Check classesCheck(const TrainingData& data, const Recipe& recipe);
Check similarLabelsCheck(const TrainingData& data);
/// Parts the rows; @p split stays empty where that is refused.
Check partsCheck(const TrainingData& data, const Recipe& recipe, std::optional<Split>& split);
Check classRowsCheck(const TrainingData& data, const Split& split);
Check duplicatesCheck(const Split& split, const Recipe& recipe);
Check conflictsCheck(const Split& split);
Check batchSizeCheck(const Split& split, const Recipe& recipe);
Check stepsCheck(const Split& split, const Recipe& recipe);

} // namespace lepton::train

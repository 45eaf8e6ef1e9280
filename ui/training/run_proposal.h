// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"

#include <optional>
#include <vector>

namespace lepton::ui {

// What a new run begins with where a person named nothing.

/// The newest: it was most likely imported for this run. Null where there is none.
train::BaseModelId proposedBaseModel(const std::vector<train::BaseModel>& models);

/// The data set that a person most likely means, in its newest version. Of two, it is the one
///  1. that can be classified: guessColumns() finds a text column and a label column in it;
///  2. whose texts @p baseModel knows: of a sample, at most train::manyUnknown of the tokens are unknown to
///  it;
///  3. that holds texts more than figures (DatasetKind::Text);
///  4. that was changed last.
/// Where the model knows none of them well enough, it is the one it knows best. At most proposalsLookedAt
/// data sets are read, those with texts and the newest of them first. Nothing where there is no version at
/// all. For workers. @throw base::Error where the workspace cannot be read
std::optional<TrainingSource> proposedData(TrainingBackend& backend,
                                           const std::vector<data::Dataset>& datasets,
                                           const train::BaseModelId& baseModel);

inline constexpr std::size_t proposalsLookedAt = 12;

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace lepton::train {

struct TrainingData;

/// What a part of the data holds, as SHA-256 in lower-case hex: of the rows at @p positions, texts and
/// labels, whatever their order and their place in the table. Two parts of equal hash are the same rows, so
/// that scores on them can be compared, whatever data set version, split or seed they come from.
std::string partHash(const TrainingData& data, std::span<const std::int64_t> positions);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/checks.h"

#include <span>
#include <string_view>
#include <vector>

namespace lepton::train {

// The checks of runChecks() that look at tokeniser, model and machine.

/// With a larger share of unknown tokens than this a person should look.
inline constexpr double manyUnknown = 0.05;

/// The share of the tokens of @p texts that @p tokenizer has no word for, special ones left out; 0 for texts
/// without tokens. @throw base::Error of a text that is not UTF-8, and on cancellation
double unknownShare(std::span<const std::string_view> texts, const text::Tokenizer& tokenizer,
                    const base::Cancellation& cancellation);

/// Adds the checks of unknown tokens and of lengths; @p model may be null.
void addTokenChecks(const TrainingData& data, const text::Tokenizer& tokenizer, const Recipe& recipe,
                    const ModelFacts* model, std::vector<Check>& checks,
                    const base::Cancellation& cancellation, base::Progress& progress);
Check positionsCheck(const ModelFacts& model, const Recipe& recipe);
Check layersCheck(const ModelFacts& model, const Recipe& recipe);
Check memoryCheck(std::int64_t needed, std::int64_t free, const Recipe& recipe);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/notice.h"
#include "train/training_data.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lepton::train {

struct Recipe;

enum class Part : std::uint8_t
{
    Train,
    Validation,
    Test
};
inline constexpr std::size_t partCount = 3;
std::string_view partName(Part part) noexcept; ///< "train", "validation", "test"

/// Which row goes where. Positions are those in TrainingData.
struct Split
{
    std::vector<Part> parts;                                      ///< one a row
    std::array<std::vector<std::int64_t>, partCount> positions;   ///< of the rows of each part, ascending
    std::vector<std::array<std::int64_t, partCount>> classCounts; ///< rows of each class in each part
    std::int64_t duplicates = 0;                                  ///< rows beyond the first of their text
    std::int64_t leaks = 0;     ///< rows of validation and test whose text is in train too, or in the other
    std::int64_t conflicts = 0; ///< texts that stand with more than one label
    std::vector<Notice> notices;

    const std::vector<std::int64_t>& of(Part part) const { return positions[static_cast<std::size_t>(part)]; }
    /// Rows of each class in @p part.
    std::vector<std::int64_t> countsOf(Part part) const;
};

/// Parts the rows by the recipe's shares and seed, or by its split column.
///
/// By shares: each class is parted by itself, so that its rows in validation and test are within one of its
/// share, and at least one; equal texts stay together, and count for the label that most of their rows have
/// (the first by code point of equally many). A class with fewer than three texts goes to train, with a
/// notice. By column: its values are train, validation, test or their usual other spellings.
/// A pure function of its arguments.
/// @throw base::Error UnsuitableData: fewer than two classes (in all, or in train), an empty part; a value of
/// the split column that names no part, with its row
Split splitRows(const TrainingData& data, const Recipe& recipe);

} // namespace lepton::train

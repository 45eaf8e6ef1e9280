// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/split.h"

#include <array>
#include <cstdint>
#include <vector>

namespace lepton::train {

/// Rows with equal texts as one.
struct TextGroups
{
    std::vector<std::size_t> groupOf;   ///< of each row; groups are numbered as their first rows come
    std::vector<std::int64_t> sizes;    ///< rows of each group
    std::vector<std::int32_t> majority; ///< the class of most of its rows, the first of equally many
    std::size_t classes = 0;            ///< that there are
    std::int64_t conflicts = 0;         ///< groups with more than one class

    std::size_t count() const noexcept { return sizes.size(); }
};

TextGroups groupTexts(const TrainingData& data);

struct SharedParts
{
    std::vector<Part> parts;      ///< one a row
    std::vector<bool> isTooSmall; ///< one a class: fewer than three groups, all in train
};

/// Parts the groups by shares, class by class: see splitRows().
SharedParts partByShares(const TextGroups& groups, const std::array<double, partCount>& shares,
                         std::uint64_t seed);

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::eval {

/// The index of a label in a list of labels.
using LabelIndex = std::int32_t;

/// Two columns of labels, as text and as numbers.
struct LabelledRows
{
    std::vector<std::string> labels;   ///< all that occur, sorted by code point ("10" before "2")
    std::vector<LabelIndex> truth;     ///< row by row, indices in labels
    std::vector<LabelIndex> predicted; ///< as many
};

/// Numbers the labels of two columns. Texts are taken as they are: blanks and case count, and the empty text
/// is a label like any other.
/// @throw base::Error InvalidArgument when the columns differ in length or hold no rows.
LabelledRows labelRows(std::span<const std::string_view> truth, std::span<const std::string_view> predicted);

/// @throw base::Error InvalidArgument, with a sentence, when there are no rows or @p other are not as many.
void requireRows(std::size_t rows, std::size_t other);

} // namespace lepton::eval

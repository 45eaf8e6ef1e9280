// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <string>
#include <vector>

namespace lepton::ui {

/// Which columns a training would most likely read; empty where none fits.
struct ColumnGuess
{
    std::string text;
    std::string label;
};

/// The text column is the one whose values are long and seldom repeat, or one that is named as such, never a
/// category; the
/// label column one that is named as such, else the one with the fewest different values, two at least.
ColumnGuess guessColumns(const data::Schema& schema, const data::TableProfile& profile);

/// Columns that can hold texts or labels, or name the part of each row, in the order of the table.
std::vector<std::string> textColumns(const data::Schema& schema);
std::vector<std::string> labelColumns(const data::Schema& schema);

} // namespace lepton::ui

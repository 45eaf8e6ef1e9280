// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::cli {

/// Which column is wanted.
struct WantedColumn
{
    std::string name;               ///< as stated; empty: one of the usual names, else by position
    std::vector<std::string> usual; ///< taken in this order where nothing is stated
};

/// Columns of a table in a file, every cell as its text, nothing taken as missing: an empty cell is the empty
/// text. One vector for each of @p wanted.
/// @throw base::Error UnknownColumn, naming what there is, and what an import throws
std::vector<std::vector<std::string>> readTextColumns(const std::filesystem::path& file,
                                                      const std::vector<WantedColumn>& wanted,
                                                      const base::Cancellation& cancellation,
                                                      base::Progress& progress);

} // namespace lepton::cli

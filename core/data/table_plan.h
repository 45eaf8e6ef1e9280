// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: which columns a table gets, from what a file holds and what the person states.

#include "data/column_plan.h"

#include <string>
#include <vector>

namespace lepton::data {

/// What the columns of a file become.
struct TablePlan
{
    std::vector<ColumnPlan> columns; ///< one a column of the file
    std::vector<Notice> notices;

    /// The columns that are part of the table.
    Schema schema() const;
    bool hasStated() const;
};

/// Different names for all columns, those of the file where it gives any: a nameless one becomes "column_2",
/// a second "x" becomes "x_2". Notices say so.
std::vector<std::string> distinctNames(const std::vector<std::string>& names, bool hasHeader,
                                       std::vector<Notice>& notices);

/// @p names as they stand in the file, @p evidence parallel to them.
/// @throw Error with ErrorCode::UnknownColumn when a type is stated for a column that is not there.
TablePlan planTable(const std::vector<std::string>& names, const std::vector<ColumnEvidence>& evidence,
                    const ReadOptions& options);

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"

#include <vector>

namespace lepton::data {

/// Rows that cannot be read for the same kind of reason.
struct RowsOfKind
{
    base::ErrorCode kind;
    std::vector<const BadRow*> rows; ///< of the list that was given
};

/// @p rows by what is wrong with them, in the order in which the kinds come first.
std::vector<RowsOfKind> rowsByKind(const std::vector<BadRow>& rows);

} // namespace lepton::data

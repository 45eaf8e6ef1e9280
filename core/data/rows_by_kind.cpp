// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/rows_by_kind.h"

#include <algorithm>

namespace lepton::data {

std::vector<RowsOfKind> rowsByKind(const std::vector<BadRow>& rows)
{
    std::vector<RowsOfKind> kinds;
    for (const BadRow& row : rows) {
        auto of = std::ranges::find(kinds, row.kind, &RowsOfKind::kind);
        if (of == kinds.end())
            of = kinds.insert(of, {row.kind, {}});
        of->rows.push_back(&row);
    }
    return kinds;
}

} // namespace lepton::data

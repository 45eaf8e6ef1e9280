// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/word_table.h"
#include "data/dataset_store.h"

namespace lepton::data {
namespace {

/// Texts of so many code points on average are something to read, not a category or a code.
constexpr double longText = 20;

constexpr base::WordTable<Sensitivity, 4> sensitivityNames{{
    {Sensitivity::Public, "public"},
    {Sensitivity::Internal, "internal"},
    {Sensitivity::Confidential, "confidential"},
    {Sensitivity::Restricted, "restricted"},
}};

} // namespace

std::string_view sensitivityName(Sensitivity sensitivity) noexcept
{
    return base::wordOf(sensitivityNames, sensitivity, "restricted");
}

std::optional<Sensitivity> sensitivityFromName(std::string_view name) noexcept
{
    return base::valueOf(sensitivityNames, name);
}

DatasetKind kindOf(const Schema& schema, const TableProfile& profile) noexcept
{
    for (std::size_t i = 0; i < schema.size() && i < profile.columns.size(); ++i) {
        const ColumnProfile& column = profile.columns[i];
        const std::int64_t present = column.rows - column.missing;
        if (schema.columns[i].type == ColumnType::Text && column.mean.value_or(0) >= longText &&
            column.distinct * 2 > present)
            return DatasetKind::Text;
    }
    return DatasetKind::Table;
}

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dataset_store.h"

#include <array>
#include <utility>

namespace lepton::data {
namespace {

/// Texts of so many code points on average are something to read, not a category or a code.
constexpr double longText = 20;

constexpr std::array<std::pair<Sensitivity, std::string_view>, 4> sensitivityNames{{
    {Sensitivity::Public, "public"},
    {Sensitivity::Internal, "internal"},
    {Sensitivity::Confidential, "confidential"},
    {Sensitivity::Restricted, "restricted"},
}};

} // namespace

std::string_view sensitivityName(Sensitivity sensitivity) noexcept
{
    for (const auto& [candidate, name] : sensitivityNames) {
        if (candidate == sensitivity)
            return name;
    }
    return "restricted";
}

std::optional<Sensitivity> sensitivityFromName(std::string_view name) noexcept
{
    for (const auto& [sensitivity, candidate] : sensitivityNames) {
        if (candidate == name)
            return sensitivity;
    }
    return std::nullopt;
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

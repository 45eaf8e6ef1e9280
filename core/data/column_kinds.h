// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

namespace lepton::data {

/// Int64, Float64 or Decimal.
constexpr bool isNumber(ColumnType type) noexcept
{
    return type == ColumnType::Int64 || type == ColumnType::Float64 || type == ColumnType::Decimal;
}

} // namespace lepton::data

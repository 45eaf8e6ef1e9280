// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <cstdint>
#include <string>

namespace lepton::data {

/// The time or timestamp @p microseconds of @p column as @p spelling has it. Nothing is cut off: where the
/// spelling leaves out seconds or decimals that are not zero, they are written all the same.
std::string spelledTime(const Column& column, std::int64_t microseconds, const CellSpelling& spelling);

} // namespace lepton::data

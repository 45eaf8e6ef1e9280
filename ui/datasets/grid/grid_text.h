// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <QString>

#include <cstdint>

namespace lepton::ui {

/// Counts in words of the grid, in the language and digits of the moment. @{
QString countText(std::int64_t count);
QString rowsText(std::int64_t count);
QString valuesText(std::int64_t count);
QString cellsText(std::int64_t count);
/// @}

/// "Integer", "Date and time, UTC".
QString typeText(const data::Column& column);

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
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

/// Text of few values that come again and again. @p profile is that of all rows.
bool isCategory(const data::Column& column, const data::ColumnProfile& profile);

/// "Integer", "Category", "Date and time, UTC", as the list of columns has it in its line.
QString typeText(const data::Column& column, const data::ColumnProfile* profile);

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the catalog's columns hold besides texts and numbers. For *_store.cpp files.

#include "base/clock.h"

#include <SQLiteCpp/Column.h>
#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace SQLite {
class Statement;
}

namespace lepton::store {

/// Nothing where the column is empty.
std::optional<base::UtcTime> timeColumn(const SQLite::Column& column);

/// The id of nothing where the column holds none.
template <class Id>
Id idColumn(const SQLite::Column& column)
{
    return Id::parse(column.getString()).value_or(Id());
}

/// Binds null where there is no time.
void bindTime(SQLite::Statement& statement, const char* name, const std::optional<base::UtcTime>& time);

/// Binds null for null, else base::jsonText().
void bindJson(SQLite::Statement& statement, const char* name, const nlohmann::json& json);

} // namespace lepton::store

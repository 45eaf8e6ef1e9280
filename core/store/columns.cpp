// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columns.h"

#include "base/json_text.h"

#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

namespace lepton::store {

std::optional<base::UtcTime> timeColumn(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(base::UtcTime{column.getInt64()});
}

void bindTime(SQLite::Statement& statement, const char* name, const std::optional<base::UtcTime>& time)
{
    if (time)
        statement.bind(name, time->milliseconds);
    else
        statement.bind(name);
}

void bindJson(SQLite::Statement& statement, const char* name, const nlohmann::json& json)
{
    if (json.is_null())
        statement.bind(name);
    else
        statement.bind(name, base::jsonText(json));
}

} // namespace lepton::store

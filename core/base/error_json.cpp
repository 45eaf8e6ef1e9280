// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"

#include <nlohmann/json.hpp>

namespace lepton::base {
namespace {

template <class T>
void put(nlohmann::json& json, const char* key, const std::optional<T>& value)
{
    if (value)
        json[key] = *value;
}

template <class T>
void take(const nlohmann::json& json, const char* key, std::optional<T>& value)
{
    if (const auto found = json.find(key); found != json.end() && !found->is_null())
        value = found->get<T>();
}

} // namespace

void to_json(nlohmann::json& json, const ErrorPlace& place)
{
    json = nlohmann::json::object();
    put(json, "row", place.row);
    put(json, "line", place.line);
    put(json, "byte", place.byte);
    put(json, "column", place.column);
    put(json, "fields", place.fields);
    put(json, "expected_fields", place.expected);
}

void from_json(const nlohmann::json& json, ErrorPlace& place)
{
    place = {};
    if (!json.is_object())
        return;
    take(json, "row", place.row);
    take(json, "line", place.line);
    take(json, "byte", place.byte);
    take(json, "column", place.column);
    take(json, "fields", place.fields);
    take(json, "expected_fields", place.expected);
}

void to_json(nlohmann::json& json, const Error& error)
{
    to_json(json, error.place());
    json["kind"] = error.kind();
    json["message"] = error.message();
    json["detail"] = error.detail();
}

ErrorCode codeFromKind(std::string_view kind) noexcept
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::OutOfMemory); ++code) {
        if (kindName(static_cast<ErrorCode>(code)) == kind)
            return static_cast<ErrorCode>(code);
    }
    return ErrorCode::Internal;
}

} // namespace lepton::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::data {

/// What stands behind a key.
enum class JsonValue
{
    Null,
    Literal,
    Number,
    Text,
    Nested
};

/// Reads one JSON object (RFC 8259, UTF-8) and calls @p member for each of its keys in order: the key and a
/// text without their escapes, a number and a literal as they stand, an object or array as its JSON text;
/// {"float":"nan"} and the like, as cellToJson() writes them, are the number "nan", "inf" or "-inf". The
/// views hold during the call. Returns the offset of the first character that is wrong, or nothing.
std::optional<std::size_t> parseJsonObject(
    std::string_view line,
    const std::function<bool(std::string_view key, JsonValue kind, std::string_view value)>& member);

/// @p line is one JSON object.
bool isJsonObject(std::string_view line);

} // namespace lepton::data

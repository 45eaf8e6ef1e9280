// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/json_file.h"

#include "base/error.h"
#include "base/file.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>

namespace lepton::text {

using base::Error;
using base::ErrorCode;

JsonFile::JsonFile(const std::filesystem::path& path)
    : m_name(path.string())
{
    const std::string content = base::readTextFile(path);
    try {
        m_root = Json::parse(content);
    } catch (const Json::parse_error& error) {
        const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0; // counted from 1 there
        throw Error(ErrorCode::BadJson,
                    m_name + " is not valid JSON: it breaks at byte " + std::to_string(byte) + ".",
                    placeAtByte(byte), error.what());
    } catch (const Json::exception& error) { // a number that no double holds
        throw Error(ErrorCode::BadJson, m_name + " is not usable JSON.", error.what());
    }
    if (!m_root.is_object())
        throw Error(ErrorCode::BadJson, m_name + " holds no JSON object.");
}

void JsonFile::refuse(const char* key, const char* expected) const
{
    throw Error(ErrorCode::Damaged, m_name + ": \"" + key + "\" is missing or not " + expected +
                                        ". The file is damaged, or was made by another program.");
}

const Json& JsonFile::member(const Json& parent, const char* key, const char* expected) const
{
    if (!parent.is_object())
        refuse(key, expected);
    const auto found = parent.find(key);
    if (found == parent.end())
        refuse(key, expected);
    return *found;
}

const Json& JsonFile::object(const Json& parent, const char* key) const
{
    const Json& value = member(parent, key, "an object");
    if (!value.is_object())
        refuse(key, "an object");
    return value;
}

const Json& JsonFile::array(const Json& parent, const char* key) const
{
    const Json& value = member(parent, key, "a list");
    if (!value.is_array())
        refuse(key, "a list");
    return value;
}

std::string JsonFile::text(const Json& parent, const char* key) const
{
    const Json& value = member(parent, key, "text");
    if (!value.is_string())
        refuse(key, "text");
    return value.get<std::string>();
}

std::int64_t JsonFile::integer(const Json& parent, const char* key) const
{
    return asInteger(member(parent, key, "a whole number"), key);
}

std::int64_t JsonFile::asInteger(const Json& value, const char* key) const
{
    const bool fits = value.is_number_integer() &&
                      !(value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX});
    if (!fits)
        refuse(key, "a whole number");
    return value.get<std::int64_t>();
}

std::int64_t JsonFile::integerFromText(const std::string& text) const
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc{} || rest != end)
        refuse(text.c_str(), "a whole number");
    return value;
}

bool JsonFile::flag(const Json& parent, const char* key, bool absent) const
{
    if (!parent.is_object())
        refuse(key, "true or false");
    const auto found = parent.find(key);
    if (found == parent.end() || found->is_null())
        return absent;
    if (!found->is_boolean())
        refuse(key, "true or false");
    return found->get<bool>();
}

std::optional<std::size_t> JsonFile::length(const Json& parent, const char* key) const
{
    constexpr double endless = 1e9; // transformers writes 1e30 for "no limit"
    const auto found = parent.find(key);
    if (found == parent.end() || found->is_null())
        return std::nullopt;
    if (!found->is_number())
        refuse(key, "a number");
    const auto value = found->get<double>();
    if (!(value >= 1))
        refuse(key, "a positive number");
    return value < endless ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
}

const Json& JsonFile::typed(const Json& parent, const char* key,
                            std::initializer_list<std::string_view> types) const
{
    const Json& value = member(parent, key, "an object");
    const std::string type = value.is_object() ? text(value, "type") : "none";
    if (std::ranges::find(types, type) == types.end())
        throw Error(ErrorCode::Unsupported,
                    m_name + " is a tokeniser of another kind: its " + key + " is " + type + ", and only " +
                        std::string(*types.begin()) +
                        " can be read. Choose a model with a BERT (WordPiece) tokeniser.");
    return value;
}

} // namespace lepton::text

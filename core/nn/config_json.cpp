// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/config_json.h"

#include "base/error.h"

#include <utility>

namespace lepton::nn {

using base::Error;
using base::ErrorCode;
using Json = nlohmann::json;

namespace {

constexpr int deepest = 32; ///< writing a value again recurses as deep as it nests

std::string numberText(double value)
{
    return Json(value).dump();
}

} // namespace

ConfigJson::ConfigJson(const std::string& json, std::string file)
    : m_file(std::move(file))
{
    try {
        m_root = Json::parse(json, [this](int depth, Json::parse_event_t, Json&) {
            if (depth > deepest)
                throw Error(ErrorCode::BadJson, m_file + " nests more than " + std::to_string(deepest) +
                                                    " levels deep, and so is no model's configuration.");
            return true;
        });
    } catch (const Json::parse_error& error) {
        base::ErrorPlace place;
        place.byte = static_cast<std::int64_t>(error.byte > 0 ? error.byte - 1 : 0); // counted from 1 there
        throw Error(ErrorCode::BadJson,
                    m_file + " is not valid JSON: it breaks at byte " + std::to_string(*place.byte) + ".",
                    place, error.what());
    } catch (const Json::exception& error) { // a number that no double holds
        throw Error(ErrorCode::BadJson, m_file + " is not usable JSON.", error.what());
    }
    if (!m_root.is_object())
        throw Error(ErrorCode::BadJson, m_file + " holds no JSON object.");
}

const Json* ConfigJson::find(const char* key) const
{
    const auto found = m_root.find(key);
    return found == m_root.end() || found->is_null() ? nullptr : &*found;
}

void ConfigJson::refuse(const char* key, const Json& value, const std::string& expected) const
{
    constexpr std::size_t longest = 60; // bytes of the value that are shown
    const bool isShort =
        value.is_number() || (value.is_string() && value.get_ref<const std::string&>().size() <= longest);
    const std::string shown = isShort || value.is_boolean() ? value.dump() : std::string(value.type_name());
    throw Error(ErrorCode::BadModel,
                m_file + ": \"" + key + "\" is " + shown + " and must be " + expected + ".");
}

bool ConfigJson::has(const char* key) const
{
    return find(key) != nullptr;
}

bool ConfigJson::isNull(const char* key) const
{
    return m_root.contains(key) && !find(key);
}

std::string ConfigJson::text(const char* key, const std::string& absent) const
{
    const Json* const value = find(key);
    if (!value)
        return absent;
    if (!value->is_string())
        refuse(key, *value, "text");
    return value->get<std::string>();
}

bool ConfigJson::flag(const char* key) const
{
    const Json* const value = find(key);
    if (!value)
        return false;
    if (!value->is_boolean())
        refuse(key, *value, "true or false");
    return value->get<bool>();
}

std::int64_t ConfigJson::integer(const char* key, std::int64_t absent, std::int64_t smallest,
                                 std::int64_t largest) const
{
    const Json* const value = find(key);
    if (!value)
        return absent;
    const bool fits = value->is_number_integer() && !(value->is_number_unsigned() &&
                                                      value->get<std::uint64_t>() > std::uint64_t{INT64_MAX});
    const std::int64_t number = fits ? value->get<std::int64_t>() : 0;
    if (!fits || number < smallest || number > largest)
        refuse(key, *value,
               "a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest));
    return number;
}

double ConfigJson::real(const char* key, double absent, double smallest, double largest) const
{
    const Json* const value = find(key);
    if (!value)
        return absent;
    const double number = value->is_number() ? value->get<double>() : smallest - 1;
    if (!(number >= smallest && number <= largest))
        refuse(key, *value, "a number from " + numberText(smallest) + " to " + numberText(largest));
    return number;
}

double ConfigJson::dropout(const char* key, double absent) const
{
    const double p = real(key, absent, 0, 1);
    if (p >= 1)
        refuse(key, *find(key), "a probability below 1");
    return p;
}

const Json* ConfigJson::object(const char* key) const
{
    const Json* const value = find(key);
    if (value && !value->is_object())
        refuse(key, *value, "an object");
    return value;
}

} // namespace lepton::nn

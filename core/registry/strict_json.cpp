// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/strict_json.h"

#include "base/error.h"
#include "base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

/// Where a parser is in a document, as the messages write it: "production.gates[2]".
class Place
{
public:
    /// @return whether the key stands for the first time in its object
    bool enterKey(const std::string& key)
    {
        m_levels.back().at = (m_levels.size() > 1 ? "." : "") + key;
        return m_levels.back().seen.insert(key).second;
    }
    void open(bool isList)
    {
        nextItem();
        m_levels.push_back({isList, 0, {}, {}});
    }
    void close() { m_levels.pop_back(); }
    /// A value in a list begins.
    void nextItem()
    {
        if (!m_levels.empty() && m_levels.back().isList)
            m_levels.back().at = fmt::format("[{}]", m_levels.back().items++);
    }
    std::string toString() const
    {
        std::string text;
        for (const Level& level : m_levels)
            text += level.at;
        return text;
    }

private:
    struct Level
    {
        bool isList;
        std::size_t items;
        std::string at;
        std::set<std::string> seen;
    };
    std::vector<Level> m_levels;
};

} // namespace

json parseStrictly(std::string_view text, const char* what)
{
    const std::string name = std::string("The ") + what;
    if (base::firstInvalidUtf8(text))
        throw Error(ErrorCode::BadJson, name + " is no JSON: it is not UTF-8.");
    Place place;
    const json::parser_callback_t watch = [&](int, json::parse_event_t event, json& value) {
        switch (event) {
        case json::parse_event_t::object_start:
        case json::parse_event_t::array_start:
            place.open(event == json::parse_event_t::array_start);
            break;
        case json::parse_event_t::object_end:
        case json::parse_event_t::array_end:
            place.close();
            break;
        case json::parse_event_t::key:
            if (!place.enterKey(value.get<std::string>()))
                throw Error(ErrorCode::InvalidArgument,
                            name + " is not right at " + place.toString() + ": this key stands twice.");
            break;
        case json::parse_event_t::value:
            place.nextItem();
            break;
        }
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::parse_error& error) {
        base::ErrorPlace at;
        const std::size_t byte = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
        at.byte = static_cast<std::int64_t>(byte);
        at.line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
        throw Error(ErrorCode::BadJson,
                    name + " is no JSON: line " + std::to_string(*at.line) + " cannot be read.", at,
                    error.what());
    } catch (const json::out_of_range& error) {
        throw Error(ErrorCode::BadJson, name + " holds a number that is too large.", error.what());
    }
}

} // namespace lepton::registry

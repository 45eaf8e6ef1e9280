// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_text.h"

#include <nlohmann/json.hpp>

namespace lepton::base {
namespace {

std::string dump(const nlohmann::json& json, int indent)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::string jsonText(const nlohmann::json& json)
{
    constexpr int oneLine = -1;
    return dump(json, oneLine);
}

std::string indentedJsonText(const nlohmann::json& json)
{
    return dump(json, 2);
}

} // namespace lepton::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace lepton::base {

/// @p json in one line of UTF-8. Paths and messages of libraries may hold any bytes: those that are no
/// UTF-8 are replaced, where dump() would throw.
std::string jsonText(const nlohmann::json& json);

/// The same for people: members in lines of their own.
std::string indentedJsonText(const nlohmann::json& json);

} // namespace lepton::base

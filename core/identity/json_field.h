// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity.

#include <nlohmann/json.hpp>

#include <string>

namespace lepton::identity {

/// The text that @p object has under @p name; empty where there is none.
inline std::string textField(const nlohmann::json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace lepton::identity

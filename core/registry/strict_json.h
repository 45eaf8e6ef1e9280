// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/registry.

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace lepton::registry {

/// Parses a @p what that people write ("standard"), in which a key that stands twice is refused; a parser
/// would take the last of them. @throw base::Error BadJson with line and byte, InvalidArgument with the place
/// of the key
nlohmann::json parseStrictly(std::string_view text, const char* what);

} // namespace lepton::registry

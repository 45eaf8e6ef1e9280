// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

namespace lepton::base {

/// {"row","line","byte","column","fields","expected_fields"}, each only where it is set.
void to_json(nlohmann::json& json, const ErrorPlace& place);
void from_json(const nlohmann::json& json, ErrorPlace& place);

/// {"kind","message","detail", and the members of the place}: what `--json` prints below "error".
void to_json(nlohmann::json& json, const Error& error);

/// The code whose kindName() is @p kind; ErrorCode::Internal for an unknown one.
ErrorCode codeFromKind(std::string_view kind) noexcept;

} // namespace lepton::base

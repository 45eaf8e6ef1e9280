// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_service.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

namespace lepton::app {
class Session;
}

namespace lepton::cli {

/// Names of members by id; the id itself where it is nobody's.
std::function<std::string(const std::string&)> memberNames(app::Session& session);

nlohmann::json gatesJson(const std::vector<registry::GateResult>& gates);
/// {"promotion","number","model","version","target","state","gates","reason","requester","reviews",...}
nlohmann::json promotionJson(app::Session& session, const registry::PromotionRecord& promotion);
/// {"version","id","stage","hash","source","run",...}
nlohmann::json versionJson(app::Session& session, const registry::VersionRecord& version);

} // namespace lepton::cli

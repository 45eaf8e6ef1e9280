// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_service.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

namespace lepton::cli {

/// Names of members by id; the id itself where it is nobody's.
using NameOf = std::function<std::string(const std::string&)>;
/// As the proven log has them, not the tables. @throw base::Error as RegistryService::ledger()
NameOf memberNames(registry::RegistryService& registry);

nlohmann::json gatesJson(const std::vector<registry::GateResult>& gates);
/// {"promotion","number","model","version","target","state","gates","reason","requester","reviews",...}
nlohmann::json promotionJson(const registry::RegistryState& state, const registry::PromotionRecord& promotion,
                             const NameOf& nameOf);
/// {"version","id","stage","hash","source","run",...}
nlohmann::json versionJson(const registry::VersionRecord& version, const NameOf& nameOf);

} // namespace lepton::cli

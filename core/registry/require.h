// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/registry.

#include "registry/registry_state.h"

#include <string_view>

namespace lepton::registry {

// What is asked for by name or id. @throw base::Error NotFound, with what there is

const ModelRecord& requireModel(const RegistryState& state, std::string_view name);
const VersionRecord& requireVersion(const RegistryState& state, const ModelVersionId& id);
const PromotionRecord& requirePromotion(const RegistryState& state, const PromotionId& id);

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_state.h"

#include <functional>
#include <string>

namespace lepton::registry {

/// The model card of @p version in Markdown: what the events say of its data, figures, decisions and limits,
/// and the intended use that people typed. @p memberName gives the name for a member's id.
std::string modelCard(const RegistryState& state, const VersionRecord& version,
                      const std::function<std::string(const std::string&)>& memberName);

} // namespace lepton::registry

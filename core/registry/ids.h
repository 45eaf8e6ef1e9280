// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <cstdint>
#include <string_view>

namespace lepton::registry {

using ModelId = base::Id<struct ModelTag>;
using ModelVersionId = base::Id<struct ModelVersionTag>;
using PromotionId = base::Id<struct PromotionTag>;

/// Where a model version stands.
enum class Stage : std::uint8_t
{
    None,
    Staging,
    Production, ///< at most one version of a model
    Archived    ///< was in staging or production
};
std::string_view stageName(Stage stage) noexcept; ///< "none", "staging", "production", "archived"
/// @throw base::Error InvalidArgument with a sentence that lists the stages
Stage parseStage(std::string_view name);

} // namespace lepton::registry

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace lepton::data {

/// The one of @p names that a person who wrote @p name most likely meant: by case folding and the fewest code
/// points to insert, remove, change or swap; nothing when a third of it would have to change.
std::optional<std::string_view> nearestName(std::string_view name, std::span<const std::string_view> names);

} // namespace lepton::data

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::base {

/// The one of @p names that a person who wrote @p name most likely meant: by case folding and the fewest code
/// points to insert, remove, change or swap; nothing when a third of it would have to change.
std::optional<std::string_view> nearestName(std::string_view name, std::span<const std::string_view> names);
/// `Did you mean "tweets"?`, or nothing where none of @p names is near.
std::optional<std::string> didYouMean(std::string_view name, const std::vector<std::string>& names);

} // namespace lepton::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lepton::identity {

/// Checks the hash of @p event as stored and its signature. @return what is wrong with it
std::optional<Problem> checkGenuine(const base::WorkspaceId& workspace, const store::RawEvent& event);

/// What is wrong with each of @p events by itself, found on all processors. Of those up to the place
/// @p verified in the chain the hashes alone are checked.
std::vector<std::optional<Problem>> checkEach(const base::WorkspaceId& workspace,
                                              std::span<const store::RawEvent> events, std::int64_t verified);

} // namespace lepton::identity

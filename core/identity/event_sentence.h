// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity: how sentences about the audit log call its events.

#include "identity/membership.h"

#include <cstdint>
#include <optional>
#include <string>

namespace lepton::identity {

/// "Event 7".
std::string eventName(std::int64_t seq);

/// Of an event that was known and is not @p now what it was: "Event 7 is another one than" or "Event 7 is not
/// there any more, and was", to which the sentence adds when.
std::string replacedEvent(std::int64_t seq, const std::optional<store::RawEvent>& now);

/// "Event 7 (role.given) " and then @p what, the rest of the sentence.
Problem problemOf(const store::RawEvent& event, std::string kind, const std::string& what);

} // namespace lepton::identity

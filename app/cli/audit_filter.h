// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <set>
#include <string>
#include <vector>

namespace lepton::app {
class Session;
}

namespace lepton::cli {

/// Refuses a beginning of kinds that no event has, be it one of this release or of another that wrote into
/// the log. @throw UsageError
void requireKind(const std::string& beginning, const std::set<std::string>& kindsInLog);

/// The ids that @p text means: an id itself, "R-3", "P-1", or the name of a data set, model, base model or
/// member (one name may be that of several). @throw base::Error with NotFound
std::set<std::string> objectsCalled(app::Session& session, const std::string& text);

} // namespace lepton::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace lepton::store {
class Workspace;
}

namespace lepton::ui {

/// What to show for the ids in events: "Mei" for a member, "tone" for a model, "tone@3" for a version of one.
using EventNames = std::map<std::string, std::string>;

/// The names of all members, models and versions. Worker. @throw base::Error
EventNames readEventNames(store::Workspace& workspace);

} // namespace lepton::ui

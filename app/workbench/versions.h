// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_sources.h"

#include <vector>

namespace lepton::app {

/// The program, and the libraries that it runs with. Worker thread.
std::vector<ui::VersionFact> versions();

} // namespace lepton::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/evidence.h"

#include <string>

namespace lepton::cli {

/// The figures that a reviewer decides by, as tables: metrics and classes beside those of the version in
/// production on the same rows, and where they come from.
std::string evidenceText(const registry::Evidence& evidence);

} // namespace lepton::cli

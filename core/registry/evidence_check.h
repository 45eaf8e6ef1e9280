// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/evidence.h"

#include <optional>
#include <string>

namespace lepton::registry {

/// The first thing that @p told, which people are shown, says otherwise than @p computed, which was made of
/// the objects themselves; a sentence, or nothing where they say the same. Figures may differ by a
/// thousandth, since processors do not round alike, counts by nothing. Why something could not be computed is
/// not compared: another machine says it in other words.
std::optional<std::string> whatDiffers(const Evidence& told, const Evidence& computed);

} // namespace lepton::registry

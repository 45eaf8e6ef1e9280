// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lepton::ui {

/// The line, from 1, on which a place such as "production.gates[2].at_least" stands in the JSON @p text; that
/// of what surrounds it where it is not there itself, and 0 where nothing of it is.
int lineOfPlace(const QString& text, const QString& place);

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace lepton::ui {

/// For the word that stands in the place of a missing value: slanted, but for Chinese, which has no such
/// tradition and looks struck through; there its grey alone tells it.
QFont missingFont(theme::Step step);

} // namespace lepton::ui

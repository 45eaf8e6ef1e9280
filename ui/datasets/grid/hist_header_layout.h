// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

/// Where things stand in a section of HistHeader, in pixels from its top left.
namespace lepton::ui::header_layout {

inline constexpr int pad = theme::gap8;
inline constexpr int nameTop = 8;
inline constexpr int chartTop = 28;
inline constexpr int chartHeight = 26;
inline constexpr int captionTop = 57;
inline constexpr int lineHeight = 16;

} // namespace lepton::ui::header_layout

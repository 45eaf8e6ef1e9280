// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRect>

class QPainter;

namespace lepton::ui {

/// Wide enough for a line with its mark.
inline constexpr int runMarkWidth = 20;

/// The colour of series @p series (from 0) of runs that are compared.
theme::Role runSeriesRole(int series);
/// Its line with its mark, centred in @p area: what a legend shows. Circle, square, triangle, diamond, then
/// with dashes; from the seventh on in other pairs.
void paintRunMark(QPainter& painter, const QRect& area, int series);

} // namespace lepton::ui

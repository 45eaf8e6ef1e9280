// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRect>

#include <span>
#include <utility>

class QPainter;
class QString;

namespace lepton::ui {

/// One line of text in the painter's font and pen, cut at the sides of @p area. Its base line is the same
/// for every script, so that a name in Latin letters stands level with the Chinese word beside it.
void paintText(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QString& text);

/// Small pictures of numbers, for widgets and delegates alike. They fill @p area and leave the painter as it
/// was.

/// A bar 4 high, centred in the height: @p share (0 to 1) of it filled.
void paintBar(QPainter& painter, const QRect& area, double share, theme::Role fill = theme::Role::Progress);
/// A line of 1.5 with a dot at its end. NaN leaves a gap.
void paintSpark(QPainter& painter, const QRect& area, std::span<const double> values,
                theme::Role line = theme::Role::Series1);
/// Bars with a gap of 1; the tallest fills the height, and one that holds anything is at least 2 high. Bins
/// are joined until each has three pixels. Those from @p highlight.first to .second (both included) are in
/// the colour of a selection; {-1, -1} for none.
void paintHistogram(QPainter& painter, const QRect& area, std::span<const double> counts,
                    std::pair<int, int> highlight = {-1, -1});
/// @p area divided by the shares, the first darkest. What is missing to 1 stays in the colour of the track.
/// @p opacity: of the darkest.
void paintShares(QPainter& painter, const QRect& area, std::span<const double> shares, double opacity = 1);
/// A circle with the initial of @p name, its tint chosen by @p id.
void paintAvatar(QPainter& painter, const QRect& area, const QString& name, const QString& id);

} // namespace lepton::ui

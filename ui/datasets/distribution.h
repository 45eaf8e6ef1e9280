// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

class QPainter;

namespace lepton::ui {

/// Paints bars of @p heights over the whole of @p area, 1 px apart, in the histogram's colour.
void paintHistogram(QPainter& painter, const QRectF& area, const QList<double>& heights);

/// Paints the shares of a category (0 to 1, most frequent first) as one stacked bar; what is left of the
/// whole shows as track. The parts differ in strength, never in hue, and stand 1 px apart.
void paintParts(QPainter& painter, const QRectF& area, const QList<double>& shares);

} // namespace lepton::ui

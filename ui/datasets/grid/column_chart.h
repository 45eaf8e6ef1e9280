// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace lepton::ui {

/// What says most about a column at a glance.
enum class ColumnShape
{
    None,
    Histogram,
    Shares
};

/// Shares for few distinct values, a histogram otherwise (of text: of its lengths).
ColumnShape columnShape(const data::Column& column, const data::ColumnProfile& profile);

/// A stretch of values.
struct ValueRange
{
    double low = 0;
    double high = 0;
};

/// What stands at the ends of a histogram: the smallest and the largest value in it. Its own edges are those
/// of bars, which lie beyond them.
ValueRange histogramEnds(const data::ColumnProfile& profile);

/// How much of the eye a picture of a column wants.
enum class Emphasis
{
    Rest,
    Strong
};

/// The bars of @p histogram; those that touch @p marked, or all when Strong, in the colour of a selection.
void paintColumnHistogram(QPainter& painter, const QRect& area, const data::Histogram& histogram,
                          Emphasis emphasis, const std::optional<ValueRange>& marked = std::nullopt);

/// The five most frequent values as stretches of one bar, the rest and what is missing in the colour of a
/// track.
void paintColumnShares(QPainter& painter, const QRect& area, const data::ColumnProfile& profile,
                       Emphasis emphasis);

/// "12 to 72", "4 values", "3 to 140 characters": what the header says below the picture.
QString columnCaption(const data::Column& column, const data::ColumnProfile& profile);

} // namespace lepton::ui

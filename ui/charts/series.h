// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

#include <limits>
#include <optional>

namespace lepton::charts {

/// What the x axis counts. A point carries its place on all of them, so that a person may switch.
enum class XAxis
{
    Step,  ///< Point::x as a count
    Epoch, ///< Point::epoch
    Time,  ///< Point::time
    Value  ///< Point::x as a number: curves such as ROC
};

/// One point of a line. @p y may be anything, NaN and infinities included.
struct Point
{
    double x = 0;
    double y = 0;
    double epoch = std::numeric_limits<double>::quiet_NaN();
    /// Seconds since the start of what is shown. A time before that of the point before it is placed beside
    /// that point; SteadyClock makes such times good for several lines at once.
    double time = std::numeric_limits<double>::quiet_NaN();
};

/// How the points of a series are joined.
enum class Form
{
    Line,  ///< by x
    Steps, ///< by x; the value holds until the next point
    Curve  ///< in the order given, whatever their x: ROC, precision and recall, calibration
};

/// One line of a chart, without its points.
struct Series
{
    QString name;   ///< in legend, card and table; may be empty where the chart has one line
    int number = 1; ///< from 1: colour, mark and dash; a run keeps its number wherever it appears
    std::optional<ui::theme::Role> role{}; ///< another colour than that of the number
    Form form = Form::Line;
    bool hasMarks = false;   ///< its mark on the points, or now and then where they stand close
    bool isSmoothed = false; ///< the points pale, and over them their moving average
};

/// What a legend tells of a series.
struct LegendEntry
{
    QString name;
    QString last; ///< its last value, smoothed where the line is; empty without points
    int number = 1;
    ui::theme::Role role = ui::theme::Role::Series1;
    bool hasMarks = false;
    bool isOdd = false; ///< the last value is NaN or infinite
};

/// A range of an axis, lower < upper.
struct Range
{
    double lower = 0;
    double upper = 1;
    friend bool operator==(const Range&, const Range&) = default;
};

} // namespace lepton::charts

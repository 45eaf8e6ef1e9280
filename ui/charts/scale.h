// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"

#include <QCoreApplication>

#include <vector>

namespace lepton::charts {

/// From values to coordinates that an axis can hold: the plot knows no ranges beyond 1e250 or below 1e-280,
/// values do. Linear: in units of a power of ten; log: the decimal logarithm.
struct ValueScale
{
    bool isLog = false;
    int exponent = 0; ///< linear: of the unit

    /// What suits values from @p low to @p high; both positive for a log scale.
    static ValueScale fitting(double low, double high, bool isLog);

    double toAxis(double value) const;
    double fromAxis(double coordinate) const;
};

struct Tick
{
    double coordinate = 0;
    QString label;
};

/// Coordinates from a tick to a tick that hold @p low to @p high, values.
Range valueRange(const ValueScale& scale, double low, double high, int wantedTicks);
std::vector<Tick> valueTicks(const ValueScale& scale, Range coordinates, int wantedTicks);
std::vector<Tick> placeTicks(XAxis axis, Range range, int wantedTicks);

/// Figures as charts write them, by the default locale of the moment.
class ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)

public:
    /// "1,308", "1.90", "7:17", as the place on @p axis.
    static QString place(XAxis axis, double place);
    /// As ui::figureText(), with as many decimals as steps of @p step need.
    static QString tick(double value, double step);
};

} // namespace lepton::charts

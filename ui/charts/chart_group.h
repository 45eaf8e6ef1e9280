// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"

#include <QObject>

#include <vector>

namespace lepton::charts {

class LineChart;

/// Charts with one x axis: zoom, crosshair and the choice of the axis go to all of them. A chart that is
/// deleted leaves by itself.
class ChartGroup final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(LineChart* chart);

private:
    std::vector<LineChart*> m_charts;
};

} // namespace lepton::charts

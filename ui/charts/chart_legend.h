// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace lepton::charts {

/// The lines of a chart with their last values, in one row. Long names are cut with an ellipsis, and the
/// tooltip has them whole.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);
    /// The last values alone.
    void setCompact(bool isOn);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Paints @p entries into @p area; returns how wide they are.
    static int paint(QPainter& painter, const std::vector<LegendEntry>& entries, const QRect& area,
                     bool isCompact);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<LegendEntry> m_entries;
    bool m_isCompact = false;
};

} // namespace lepton::charts

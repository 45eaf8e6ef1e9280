// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_chart.h"
#include "ui/widgets/card.h"

namespace lepton::ui {
class IconButton;
class InlineBanner;
class Segment;
} // namespace lepton::ui

namespace lepton::charts {

class ChartLegend;

/// A card with a LineChart, and in its header the legend with the last values, the choice of the x axis (if
/// asked for) and "more". A failed export is told above the chart.
class ChartCard final : public ui::Card
{
    Q_OBJECT

public:
    /// @p name is the stem of the object names: "run.loss" gives run.loss.chart, run.loss.more,
    /// run.loss.axis.
    explicit ChartCard(const QString& name, QWidget* parent = nullptr);

    LineChart& chart() const noexcept { return *m_chart; }
    /// Title of the card and of the chart.
    void setTitle(const QString& title);
    /// Offers Step, Epoch and Time. Once.
    void offerAxes();
    /// The legend without names and swatches: the last value alone, for small charts of one line.
    void setCompact(bool isOn);
    void retranslate();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showFailure(const base::Error& error);

    QString m_name;
    LineChart* m_chart;
    ChartLegend* m_legend;
    ui::Segment* m_axis = nullptr;
    ui::IconButton* m_more;
    ui::InlineBanner* m_failed = nullptr; ///< made when an export first fails
};

} // namespace lepton::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_curves.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace lepton::charts {
class ChartCard;
class ChartGroup;
} // namespace lepton::charts

namespace lepton::ui {

class FirstBatchCard;
class LogCard;
class RunSide;
class RunViewModel;
class SideSheet;

/// A run as it goes: loss and deciding score large; learning rate, throughput and gradient norm small, all on
/// one x axis with one crosshair; the log; at the right how it stands and what it is made of, in a narrow
/// window as a sheet.
class ChartsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPanel(RunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();
    /// False while points are made ready for the charts.
    bool isSettled() const { return !m_curves.isFilling(); }
    /// What the deciding score has to reach, as a line in its chart.
    void setGate(std::optional<double> gate);
    void focusFilter();
    bool clearFilter();
    /// Whether what stands at the right is in a sheet.
    bool hasSheet() const { return m_isNarrow; }
    bool isSheetOpen() const;
    /// False where there is no sheet.
    bool toggleSheet();

Q_SIGNALS:
    /// hasSheet() or isSheetOpen() is another now.
    void sheetChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void update();
    void updateSeries();
    /// Rings the point that the run is chosen by.
    void updateBest();
    void updateEnds();
    void updateLog();
    void placeSide();

    RunViewModel& m_viewModel;
    std::optional<double> m_gate;
    charts::ChartCard* m_loss;
    charts::ChartCard* m_score;
    charts::ChartCard* m_rate;
    charts::ChartCard* m_throughput;
    charts::ChartCard* m_norm;
    charts::ChartGroup* m_group;
    RunCurves m_curves;
    std::string m_scoreKey; ///< the metric that the score chart shows
    FirstBatchCard* m_batch;
    LogCard* m_log;
    RunSide* m_side;
    SideSheet* m_sheet;
    QHBoxLayout* m_columns;
    bool m_isNarrow = false;
};

} // namespace lepton::ui

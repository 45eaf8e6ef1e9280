// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <vector>

namespace lepton::charts {
class LineChart;
}

namespace lepton::ui {

class ReportViewModel;

/// How often the model is right where it is so sure. A point chooses the wrong rows of its bin.
class CalibrationCard final : public Card
{
    Q_OBJECT

public:
    explicit CalibrationCard(ReportViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void showPick();

    ReportViewModel& m_viewModel;
    charts::LineChart* m_chart;
    std::vector<std::size_t> m_bins; ///< of the points: empty bins have none
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/report/confusion_model.h"
#include "ui/widgets/card.h"

namespace lepton::ui {

class ConfusionView;
class HeatLegend;
class ReportViewModel;
class Segment;

/// The confusion matrix with its legend; a cell is part of the report's one selection.
class ConfusionCard final : public Card
{
    Q_OBJECT

public:
    explicit ConfusionCard(ReportViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void showSelection();

    ReportViewModel& m_viewModel;
    ConfusionModel m_model;
    Segment* m_figure;
    ConfusionView* m_view;
    HeatLegend* m_legend;
};

} // namespace lepton::ui

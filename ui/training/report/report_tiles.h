// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"
#include "ui/widgets/card.h"

#include <array>

namespace lepton::ui {

class Button;
class ReportViewModel;
class StatTile;
class TextLabel;

/// The figures that sum a report up, with their changes against an earlier run, and which run that is.
class ReportTiles final : public Card
{
    Q_OBJECT

public:
    explicit ReportTiles(ReportViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void choose();

    ReportViewModel& m_viewModel;
    std::array<StatTile*, train::reportScores.size()> m_tiles;
    TextLabel* m_sentence;
    Button* m_choose;
};

} // namespace lepton::ui

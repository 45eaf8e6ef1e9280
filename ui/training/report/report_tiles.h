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
    void updateSpeed(bool isReady);
    void choose();

    ReportViewModel& m_viewModel;
    /// Those that have a tile; the HTML page has all.
    static constexpr std::array tileScores{train::ReportScore::Accuracy, train::ReportScore::MacroF1,
                                           train::ReportScore::WeightedF1, train::ReportScore::LogLoss,
                                           train::ReportScore::CalibrationError};

    std::array<StatTile*, tileScores.size()> m_tiles;
    StatTile* m_speed; ///< test rows a second through the model
    TextLabel* m_sentence;
    Button* m_choose;
};

} // namespace lepton::ui

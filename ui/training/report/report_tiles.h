// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"
#include "ui/widgets/card.h"

#include <array>
#include <vector>

class QGridLayout;

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
    /// So many pixels are there across: what does not fit beside goes below.
    void setRoom(int width);

private:
    void update();
    void layOut();
    void updateSpeed(bool isReady);
    void choose();

    ReportViewModel& m_viewModel;
    /// Those that have a tile; the HTML page has all.
    static constexpr std::array tileScores{train::ReportScore::Accuracy, train::ReportScore::MacroF1,
                                           train::ReportScore::WeightedF1, train::ReportScore::LogLoss,
                                           train::ReportScore::CalibrationError};

    std::array<StatTile*, tileScores.size()> m_tiles;
    StatTile* m_speed; ///< test rows a second through the model
    QWidget* m_beside; ///< sentence and choice
    QGridLayout* m_grid;
    std::vector<QWidget*> m_rules;
    int m_room = 0;
    int m_columns = 0; ///< of tiles, as they are laid out
    bool m_isBeside = true;
    TextLabel* m_sentence;
    Button* m_choose;
};

} // namespace lepton::ui

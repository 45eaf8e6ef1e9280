// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/labels.h"
#include "train/report/curve_places.h"
#include "ui/widgets/card.h"

#include <vector>

namespace lepton::charts {
class LineChart;
}

namespace lepton::ui {

class ReportViewModel;
class Segment;
class TextLabel;

/// How each class ranks against all others: precision over recall, or the ROC curve. The class that is looked
/// at, or the one that ranks worst, stands out; a point of it chooses the rows that would be wrong there.
class CurveCard final : public Card
{
    Q_OBJECT

public:
    explicit CurveCard(ReportViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();
    void showCurves();
    void showPick();
    void pick(std::size_t series, std::size_t point);
    train::CurveKind kind() const;
    eval::LabelIndex shownClass() const;

    ReportViewModel& m_viewModel;
    Segment* m_kind;
    TextLabel* m_what; ///< which curve stands out
    charts::LineChart* m_chart;
    std::vector<eval::LabelIndex> m_labels; ///< of the series; the one that stands out is the last
};

} // namespace lepton::ui

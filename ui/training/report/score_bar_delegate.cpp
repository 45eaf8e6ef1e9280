// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/score_bar_delegate.h"

#include "train/report/score_scale.h"
#include "ui/training/report/report_model.h"
#include "ui/widgets/paint.h"

namespace lepton::ui {

namespace {

theme::Role roleOf(train::ScoreBand band)
{
    switch (band) {
    case train::ScoreBand::Good:
        return theme::Role::GoodBar;
    case train::ScoreBand::Fair:
        return theme::Role::WarnBar;
    case train::ScoreBand::Poor:
        break;
    }
    return theme::Role::BadBar;
}

} // namespace

void ScoreBarDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const QVariant score = index.data(ReportModel::ScoreRole);
    if (!score.isValid())
        return;
    const double value = score.toDouble();
    paintBar(painter, area, value, roleOf(train::bandOf(value)));
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/score_bar_delegate.h"

#include "ui/training/report/report_model.h"
#include "ui/widgets/paint.h"

namespace lepton::ui {

namespace {

constexpr double goodFrom = 0.85;
constexpr double fairFrom = 0.75;

} // namespace

void ScoreBarDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const QVariant score = index.data(ReportModel::ScoreRole);
    if (!score.isValid())
        return;
    const double value = score.toDouble();
    paintBar(painter, area, value,
             value >= goodFrom   ? theme::Role::GoodBar
             : value >= fairFrom ? theme::Role::WarnBar
                                 : theme::Role::BadBar);
}

} // namespace lepton::ui

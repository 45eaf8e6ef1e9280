// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_delegates.h"

#include "ui/training/run_list_model.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

namespace {

constexpr int barWidth = 48;

ChipContent chipOf(const QModelIndex& index)
{
    return {.text = index.data().toString(),
            .kind = index.data(ChipDelegate::KindRole).value<ChipKind>(),
            .icon = index.data(ChipDelegate::IconRole).toString()};
}

} // namespace

void RunStateDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const int used = paintChip(painter, area, chipOf(index));
    const QVariant share = index.data(RunListModel::ShareRole);
    const QRect bar(area.left() + used + theme::gap8, area.top(), barWidth, area.height());
    if (share.isValid() && bar.right() <= area.right())
        paintBar(painter, bar, share.toDouble());
}

int RunStateDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return chipSize(chipOf(index)).width() + theme::gap8 + barWidth;
}

} // namespace lepton::ui

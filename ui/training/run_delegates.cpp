// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_delegates.h"

#include "ui/training/run_list_model.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int barWidth = 48;
constexpr int avatarSide = 20;

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

void RunMemberDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    paintAvatar(painter,
                QRect(area.left(), area.top() + (area.height() - avatarSide) / 2, avatarSide, avatarSide),
                index.data().toString(), index.data(RunListModel::MemberIdRole).toString());
    TableDelegate::paintContent(painter, area.adjusted(avatarSide + theme::gap8, 0, 0, 0), option, index);
}

int RunMemberDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return avatarSide + theme::gap8 + TableDelegate::contentWidth(option, index);
}

} // namespace lepton::ui

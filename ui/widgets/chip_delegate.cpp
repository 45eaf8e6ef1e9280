// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip_delegate.h"

#include <algorithm>

namespace lepton::ui {

ChipContent ChipDelegate::chipOf(const QModelIndex& index)
{
    return {.text = index.data().toString(),
            .kind = index.data(KindRole).value<ChipKind>(),
            .icon = index.data(IconRole).toString()};
}

void ChipDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    if (!index.data(KindRole).isValid()) {
        TableDelegate::paintContent(painter, area, option, index);
        return;
    }
    const ChipContent chip = chipOf(index);
    if (chip.text.isEmpty())
        return;
    QRect place = area;
    const bool isRight = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    if (isRight)
        place.setLeft(std::max(area.left(), area.right() + 1 - chipSize(chip).width()));
    paintChip(painter, place, chip);
}

int ChipDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!index.data(KindRole).isValid())
        return TableDelegate::contentWidth(option, index);
    const ChipContent chip = chipOf(index);
    return chip.text.isEmpty() ? 0 : chipSize(chip).width();
}

} // namespace lepton::ui

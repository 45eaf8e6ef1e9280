// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chip.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

/// A chip in a row of a DataTable: text, ChipDelegate::KindRole and ChipDelegate::IconRole.
class ChipCellDelegate final : public TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                      const QModelIndex& index) const override
    {
        paintChip(painter, area, chipOf(index));
    }
    int contentWidth(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return chipSize(chipOf(index)).width();
    }

private:
    static ChipContent chipOf(const QModelIndex& index)
    {
        return {.text = index.data().toString(),
                .kind = index.data(ChipDelegate::KindRole).value<ChipKind>(),
                .icon = index.data(ChipDelegate::IconRole).toString()};
    }
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chip.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

/// A chip in a cell, by the alignment of the cell: its text, and kind and icon by the roles below. A cell
/// without a kind is plain.
class ChipDelegate : public TableDelegate
{
    Q_OBJECT

public:
    enum ChipRoles
    {
        KindRole = Qt::UserRole + 200,
        IconRole
    };

    using TableDelegate::TableDelegate;

    static ChipContent chipOf(const QModelIndex& index);

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

/// A member: avatar and name. The model gives the name as its text and the id in MemberIdRole.
class MemberDelegate : public TableDelegate
{
    Q_OBJECT

public:
    enum Roles
    {
        MemberIdRole = Qt::UserRole + 120 ///< QString, by which the avatar has its tint
    };

    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/member_delegate.h"

#include "ui/widgets/paint.h"

namespace lepton::ui {

namespace {

constexpr int avatarSide = 20;

} // namespace

void MemberDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    paintAvatar(painter,
                QRect(area.left(), area.top() + (area.height() - avatarSide) / 2, avatarSide, avatarSide),
                index.data().toString(), index.data(MemberIdRole).toString());
    TableDelegate::paintContent(painter, area.adjusted(avatarSide + theme::gap8, 0, 0, 0), option, index);
}

int MemberDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return avatarSide + theme::gap8 + TableDelegate::contentWidth(option, index);
}

} // namespace lepton::ui

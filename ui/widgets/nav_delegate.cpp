// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/nav_delegate.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace lepton::ui {
namespace {

constexpr int iconSize = 16;
constexpr int iconLeft = 8;
constexpr int textGap = 10;
constexpr int itemGap = 2;

} // namespace

void NavDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool on = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRectF item = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5 - itemGap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (on) {
        painter->setPen(theme::color(theme::Role::Line));
        painter->setBrush(theme::color(theme::isDark() ? theme::Role::Sunken : theme::Role::Surface));
        painter->drawRoundedRect(item, theme::radiusControl, theme::radiusControl);
    } else if (hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::color(theme::Role::Hover));
        painter->drawRoundedRect(item, theme::radiusControl, theme::radiusControl);
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->hasFocus() && (option.state & QStyle::State_HasFocus) &&
        (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(item.adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                                 theme::radiusControl);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);

    const QRect area = option.rect.adjusted(0, 0, 0, -itemGap);
    const int left = m_narrow ? area.x() + (area.width() - iconSize) / 2 : area.x() + iconLeft;
    painter->drawPixmap(left, area.y() + (area.height() - iconSize) / 2,
                        theme::pixmap(index.data(IconNameRole).toString(),
                                      on ? theme::Role::Accent : theme::Role::Text2, iconSize,
                                      painter->device()->devicePixelRatioF()));
    if (!m_narrow) {
        painter->setFont(theme::font(theme::Step::Body, on ? QFont::Medium : QFont::Normal));
        painter->setPen(theme::color(on || hovered ? theme::Role::Text : theme::Role::Text2));
        const QRect text = area.adjusted(iconLeft + iconSize + textGap, 0, -iconLeft, 0);
        painter->drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
    painter->restore();
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, theme::navHeight + itemGap};
}

} // namespace lepton::ui

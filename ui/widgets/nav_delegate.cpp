// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/nav_delegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QPainter>

namespace lepton::ui {
namespace {

constexpr int iconLeft = 8;
constexpr int textGap = 10;
constexpr int itemGap = 2;
constexpr int dotSize = 6;

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
    const int left = m_narrow ? area.x() + (area.width() - theme::iconSide) / 2 : area.x() + iconLeft;
    painter->drawPixmap(left, area.y() + (area.height() - theme::iconSide) / 2,
                        theme::pixmap(index.data(IconNameRole).toString(),
                                      on ? theme::Role::Accent : theme::Role::Text2, theme::iconSide,
                                      painter->device()->devicePixelRatioF()));
    if (!m_narrow) {
        painter->setFont(theme::font(theme::Step::Body, on ? QFont::Medium : QFont::Normal));
        painter->setPen(theme::color(on || hovered ? theme::Role::Text : theme::Role::Text2));
        QRect text = area.adjusted(iconLeft + theme::iconSide + textGap, 0, -iconLeft, 0);
        if (const int count = index.data(CountRole).toInt(); count > 0) {
            const ChipContent pill{QLocale().toString(count), ChipKind::Neutral, {}};
            const int width = chipSize(pill).width();
            const QFont font = painter->font();
            const QPen pen = painter->pen();
            paintChip(*painter, QRect(text.right() + 1 - width, text.y(), width, text.height()), pill);
            painter->setFont(font);
            painter->setPen(pen);
            text.setRight(text.right() - width - textGap);
        }
        paintText(*painter, text, Qt::AlignVCenter | Qt::AlignLeft,
                  painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    } else if (index.data(CountRole).toInt() > 0) {
        // where there is no room for the number: a dot at the icon, as on an inbox
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::color(theme::Role::Accent));
        painter->drawEllipse(
            QRectF(left + theme::iconSide - dotSize / 2.0, area.y() + dotSize, dotSize, dotSize));
    }
    painter->restore();
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, theme::navHeight + itemGap};
}

} // namespace lepton::ui

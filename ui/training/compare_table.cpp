// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compare_table.h"

#include "ui/training/compare_table_model.h"
#include "ui/training/run_mark.h"

#include <QPainter>

namespace lepton::ui {

void CompareHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    TableHeader::paintSection(painter, rect, logicalIndex);
    const QVariant series = model()->headerData(logicalIndex, Qt::Horizontal, CompareTableModel::SeriesRole);
    if (!series.isValid())
        return;
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const bool isLast = logicalIndex == count() - 1;
    const int width = QFontMetrics(theme::font(theme::Step::Small, QFont::Medium)).horizontalAdvance(text);
    const int right = rect.right() + 1 - (isLast ? theme::gap16 : theme::gap8) - width - theme::gap8;
    const QRect mark(right - runMarkWidth, rect.top(), runMarkWidth, rect.height());
    if (mark.left() > rect.left())
        paintRunMark(*painter, mark, series.toInt());
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const bool isBest = index.data(CompareTableModel::BestRole).toBool();
    const bool isUnlike = index.data(CompareTableModel::UnlikeRole).toBool();
    const bool isLast = table && table->isLastColumn(table->visualColumn(index.column()));
    painter->save();
    theme::Role ground = theme::Role::Surface;
    if (isUnlike)
        ground = theme::Role::WarnBg;
    else if (table && table->hoveredRow() == index.row())
        ground = theme::Role::Hover;
    painter->fillRect(option.rect, theme::color(ground));
    painter->fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1,
                      theme::color(theme::Role::Line));
    if (table && table->showsKeyboardFocus() && table->currentIndex().row() == index.row()) {
        painter->fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 2,
                          theme::color(theme::Role::Accent));
        painter->fillRect(option.rect.x(), option.rect.bottom() - 1, option.rect.width(), 2,
                          theme::color(theme::Role::Accent));
    }
    QRect area = option.rect.adjusted(index.column() == 0 ? theme::gap16 : theme::gap8, 0,
                                      isLast ? -theme::gap16 : -theme::gap8, 0);
    if (const QString change = index.data(CompareTableModel::ChangeRole).toString(); !change.isEmpty()) {
        const bool isGain = index.data(CompareTableModel::BetterRole).toInt() > 0;
        painter->setFont(theme::font(theme::Step::Small));
        painter->setPen(theme::color(isGain ? theme::Role::Good : theme::Role::BadText));
        const int width = painter->fontMetrics().horizontalAdvance(change);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, change);
        area.setRight(area.right() - width - theme::gap8);
    }
    painter->setFont(isBest ? theme::font(theme::Step::Strong) : theme::font(theme::Step::Body));
    painter->setPen(theme::color(isBest               ? theme::Role::Good
                                 : isUnlike           ? theme::Role::WarnText
                                 : index.column() > 0 ? theme::Role::Text
                                                      : theme::Role::Text2));
    const QString text = painter->fontMetrics().elidedText(
        index.data().toString(), index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight, area.width());
    const int align = index.data(Qt::TextAlignmentRole).toInt();
    painter->drawText(area, align | Qt::TextSingleLine, text);
    if (isBest) {
        const int left = area.right() + 1 - painter->fontMetrics().horizontalAdvance(text) - theme::gap4 -
                         theme::smallIconSide;
        painter->drawPixmap(left, area.center().y() - theme::smallIconSide / 2 + 1,
                            theme::pixmap(QStringLiteral("check"), theme::Role::Good, theme::smallIconSide,
                                          painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

} // namespace lepton::ui

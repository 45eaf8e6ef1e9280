// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_delegate.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

QRect contentArea(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const int visual = table ? table->visualColumn(index.column()) : index.column();
    const bool first = table ? table->isFirstColumn(visual) : visual == 0;
    const bool last = table && table->isLastColumn(visual);
    return option.rect.adjusted(first ? theme::gap16 : theme::gap8, 0, last ? -theme::gap16 : -theme::gap8,
                                -1);
}

Qt::Alignment alignmentOf(const QModelIndex& index)
{
    const QVariant value = index.data(Qt::TextAlignmentRole);
    return value.isValid() ? Qt::Alignment(value.toInt()) : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const QVariant own = index.data(TableDelegate::GroundRole);
    theme::Role ground = own.isValid() ? static_cast<theme::Role>(own.toInt()) : theme::Role::Surface;
    if (option.state & QStyle::State_Selected)
        ground = theme::Role::Sel;
    else if (table && table->hoveredRow() == index.row())
        ground = theme::Role::Hover;
    painter.fillRect(option.rect, theme::color(ground));
    // A card that ends with a table has its own border below the last row.
    const bool isEnd =
        index.row() + 1 == index.model()->rowCount() && table && table->property("noEndLine").toBool();
    if (!isEnd)
        painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1,
                         theme::color(theme::Role::Line));

    if (table && table->showsKeyboardFocus() && table->currentIndex().row() == index.row()) {
        // the ring goes round the whole row, inside it
        const QColor ring = theme::color(theme::Role::Accent);
        const int visual = table->visualColumn(index.column());
        painter.fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 2, ring);
        painter.fillRect(option.rect.x(), option.rect.bottom() - 1, option.rect.width(), 2, ring);
        if (table->isFirstColumn(visual))
            painter.fillRect(option.rect.x(), option.rect.y(), 2, option.rect.height(), ring);
        if (table->isLastColumn(visual))
            painter.fillRect(option.rect.right() - 1, option.rect.y(), 2, option.rect.height(), ring);
    }
}

} // namespace

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    paintGround(*painter, cell, index);
    paintContent(*painter, contentArea(cell, index), cell, index);
    painter->restore();
}

void TableDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    QRect text = area;
    if (const QString icon = index.data(IconNameRole).toString(); !icon.isEmpty()) {
        const QVariant tone = index.data(ToneRole);
        const auto role = tone.isValid() ? static_cast<theme::Role>(tone.toInt()) : theme::Role::Text2;
        painter.drawPixmap(text.x(), text.y() + (text.height() - theme::iconSide) / 2,
                           theme::pixmap(icon, role, theme::iconSide, painter.device()->devicePixelRatioF()));
        text.setLeft(text.left() + iconRoom);
    }
    const QVariant tone = index.data(ToneRole);
    const QColor color =
        theme::color(tone.isValid() ? static_cast<theme::Role>(tone.toInt()) : theme::Role::Text);
    const QString second = index.data(SecondLineRole).toString();
    const QString suffix = index.data(SuffixRole).toString();
    const Qt::Alignment across = alignmentOf(index) & Qt::AlignHorizontal_Mask;

    QRect line = text;
    if (!second.isEmpty())
        line = QRect(text.x(), text.y() + 4, text.width(), 19);
    painter.setFont(theme::font(theme::Step::Body, second.isEmpty() ? QFont::Normal : QFont::Medium));
    if (const QVariant own = index.data(Qt::FontRole); own.isValid())
        painter.setFont(own.value<QFont>());
    painter.setPen(color);
    const int suffixWidth =
        suffix.isEmpty()
            ? 0
            : theme::gap4 + QFontMetrics(theme::font(theme::Step::Small)).horizontalAdvance(suffix);
    const QString shown = painter.fontMetrics().elidedText(option.text, Qt::ElideRight,
                                                           std::max(0, line.width() - suffixWidth));
    paintText(painter, line, across | Qt::AlignVCenter, shown);
    if (!suffix.isEmpty()) {
        const int left = painter.fontMetrics().horizontalAdvance(shown) + theme::gap4;
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text3));
        paintText(painter, line.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, suffix);
    }
    if (!second.isEmpty()) {
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text2));
        const QRect below(text.x(), line.bottom(), text.width(), 18);
        paintText(painter, below, across | Qt::AlignVCenter,
                  painter.fontMetrics().elidedText(second, Qt::ElideRight, below.width()));
    }
}

int TableDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    int width = QFontMetrics(theme::font(theme::Step::Body)).horizontalAdvance(option.text) + 1;
    const QFontMetrics small(theme::font(theme::Step::Small));
    if (const QString suffix = index.data(SuffixRole).toString(); !suffix.isEmpty())
        width += theme::gap8 + small.horizontalAdvance(suffix);
    width = std::max(width, small.horizontalAdvance(index.data(SecondLineRole).toString()));
    if (!index.data(IconNameRole).toString().isEmpty())
        width += iconRoom;
    return width;
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int height =
        index.data(SecondLineRole).toString().isEmpty() ? theme::rowNormal : theme::rowTwoLines;
    return {contentWidth(cell, index) + 2 * theme::gap16, height};
}

} // namespace lepton::ui

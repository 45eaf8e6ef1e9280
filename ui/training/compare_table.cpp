// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compare_table.h"

#include "ui/training/compare_table_model.h"
#include "ui/training/run_mark.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <vector>

namespace lepton::ui {

namespace {

/// Of the titles of lines: at most so much, and so large a share of the table.
constexpr int mostTitleWidth = 200;
constexpr double mostTitleShare = 0.4;

} // namespace

int CompareHeader::wantedWidth(int column) const
{
    const QString text = model()->headerData(column, Qt::Horizontal).toString();
    const bool isMarked =
        model()->headerData(column, Qt::Horizontal, CompareTableModel::SeriesRole).isValid();
    return QFontMetrics(theme::font(theme::Step::Small, QFont::Medium)).horizontalAdvance(text) +
           (isMarked ? runMarkWidth + theme::gap8 : 0) + 2 * theme::gap8 +
           (column == count() - 1 ? theme::gap8 : 0) + 2;
}

int CompareDelegate::wantedWidth(const QModelIndex& index)
{
    const bool isBest = index.data(CompareTableModel::BestRole).toBool();
    const QFontMetrics metrics(theme::font(isBest ? theme::Step::Strong : theme::Step::Body));
    int width = metrics.horizontalAdvance(index.data().toString());
    if (isBest)
        width += theme::gap4 + theme::smallIconSide;
    if (const QString change = index.data(CompareTableModel::ChangeRole).toString(); !change.isEmpty())
        width += QFontMetrics(theme::font(theme::Step::Small)).horizontalAdvance(change) + theme::gap8;
    const bool isLast = index.column() == index.model()->columnCount() - 1;
    return width + 2 * theme::gap8 + (isLast ? theme::gap8 : 0) + 2;
}

CompareTable::CompareTable(QWidget* parent)
    : DataTable(parent)
    , m_header(new CompareHeader(this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(new CompareDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void CompareTable::setModel(QAbstractItemModel* model)
{
    DataTable::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &CompareTable::fitColumns);
    fitColumns();
}

void CompareTable::resizeEvent(QResizeEvent* event)
{
    DataTable::resizeEvent(event);
    fitColumns();
}

void CompareTable::fitColumns()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns == 0)
        return;
    const QFontMetrics body(theme::font(theme::Step::Body));
    std::vector<int> wanted(std::size_t(columns), 0);
    for (int column = 1; column < columns; ++column)
        wanted[std::size_t(column)] = m_header->wantedWidth(column);
    for (int row = 0; row < model()->rowCount(); ++row) {
        wanted[0] = std::max(wanted[0], body.horizontalAdvance(model()->index(row, 0).data().toString()));
        for (int column = 1; column < columns; ++column)
            wanted[std::size_t(column)] = std::max(wanted[std::size_t(column)],
                                                   CompareDelegate::wantedWidth(model()->index(row, column)));
    }
    wanted[0] =
        std::min({wanted[0] + theme::gap16 + theme::gap8 + 2, mostTitleWidth, int(width() * mostTitleShare)});
    const bool isRoom = std::accumulate(wanted.begin(), wanted.end(), 0) <= viewport()->width();
    for (int column = 0; column < columns; ++column) {
        m_header->setSectionResizeMode(column,
                                       isRoom && column > 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!isRoom || column == 0)
            m_header->resizeSection(column, wanted[std::size_t(column)]);
    }
}

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
        paintText(*painter, area, Qt::AlignRight | Qt::AlignVCenter, change);
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
    paintText(*painter, area, Qt::Alignment(align), text);
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

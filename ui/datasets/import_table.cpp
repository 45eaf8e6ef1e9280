// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_table.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/missing_font.h"
#include "ui/widgets/paint.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int headerHeight = 52;
constexpr int narrowestColumn = 96;
constexpr int widestColumn = 360;
/// Columns measured for their width; a table of thousands keeps the default.
constexpr int measuredColumns = 40;

} // namespace

ImportHeader::ImportHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(narrowestColumn);
    setMouseTracking(true);
}

QSize ImportHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headerHeight};
}

void ImportHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const auto* preview = qobject_cast<const ImportPreviewModel*>(model());
    if (!preview || !rect.isValid() || std::size_t(logicalIndex) >= preview->schema().size())
        return;
    const auto& column = preview->schema().columns[std::size_t(logicalIndex)];
    const auto ratio = painter->device()->devicePixelRatioF();
    painter->save();
    painter->fillRect(rect, theme::color(theme::Role::Surface));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::color(theme::Role::Line));
    const int inset = visualIndex(logicalIndex) == 0 ? theme::gap16 : theme::gap8;
    const int end = visualIndex(logicalIndex) == count() - 1 ? theme::gap16 : theme::gap8; // as the cells
    const QRect area = rect.adjusted(inset, theme::gap8, -end, -theme::gap8);
    const bool right =
        model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).toInt() & Qt::AlignRight;

    painter->setFont(theme::font(theme::Step::Small, QFont::DemiBold));
    painter->setPen(theme::color(theme::Role::Text));
    const QRect nameArea(area.left(), area.top(), area.width(), area.height() / 2);
    paintText(
        *painter, nameArea, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(DatasetText::from(column.name), Qt::ElideRight, area.width()));

    painter->setFont(theme::font(theme::Step::Caption, QFont::Medium));
    painter->setPen(theme::color(theme::Role::Accent));
    const auto type = DatasetText::type(column);
    const int textWidth = painter->fontMetrics().horizontalAdvance(type);
    const int width = theme::smallIconSide + theme::gap4 + textWidth + theme::gap4 + theme::smallIconSide;
    const int top = area.top() + area.height() / 2;
    int left = right ? area.right() + 1 - width : area.left();
    const int iconTop = top + (area.height() / 2 - theme::smallIconSide) / 2;
    painter->drawPixmap(
        left, iconTop,
        theme::pixmap(DatasetText::typeIcon(column), theme::Role::Accent, theme::smallIconSide, ratio));
    left += theme::smallIconSide + theme::gap4;
    paintText(*painter, QRect(left, top, textWidth + 2, area.height() / 2), Qt::AlignLeft | Qt::AlignVCenter,
              type);
    left += textWidth + theme::gap4;
    painter->drawPixmap(
        left, iconTop,
        theme::pixmap(QStringLiteral("chevron-down"), theme::Role::Accent, theme::smallIconSide, ratio));
    painter->restore();
}

QSize ImportHeader::sectionSizeFromContents(int logicalIndex) const
{
    const auto* preview = qobject_cast<const ImportPreviewModel*>(model());
    if (!preview || std::size_t(logicalIndex) >= preview->schema().size())
        return {narrowestColumn, headerHeight};
    const auto& column = preview->schema().columns[std::size_t(logicalIndex)];
    const QFontMetrics name(theme::font(theme::Step::Small, QFont::DemiBold));
    const QFontMetrics type(theme::font(theme::Step::Caption, QFont::Medium));
    return {std::max(name.horizontalAdvance(DatasetText::from(column.name)),
                     type.horizontalAdvance(DatasetText::type(column)) +
                         2 * (theme::smallIconSide + theme::gap4)) +
                theme::gap16 + theme::gap16 + 2,
            headerHeight};
}

void ImportHeader::mouseReleaseEvent(QMouseEvent* event)
{
    QHeaderView::mouseReleaseEvent(event);
    const int column = logicalIndexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && column >= 0 && cursor().shape() != Qt::SplitHCursor)
        Q_EMIT typeMenuRequested(column, mapToGlobal(QPoint(sectionViewportPosition(column), height())));
}

ImportGutter::ImportGutter(QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize ImportGutter::sizeHint() const
{
    int width = 0;
    const QFontMetrics metrics(theme::font(theme::Step::Caption));
    const int last = model() ? model()->rowCount() - 1 : -1;
    if (last >= 0)
        width = metrics.horizontalAdvance(model()->headerData(last, Qt::Vertical).toString());
    return {std::max(32, width) + theme::gap16 + theme::gap12, 0};
}

void ImportGutter::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const bool bad = model()->headerData(logicalIndex, Qt::Vertical, ImportPreviewModel::BadRole).toBool();
    painter->save();
    painter->fillRect(rect, theme::color(bad ? theme::Role::BadBg : theme::Role::Surface));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::color(theme::Role::Line));
    painter->setFont(theme::font(theme::Step::Caption, bad ? QFont::Medium : QFont::Normal));
    painter->setPen(theme::color(bad ? theme::Role::BadText : theme::Role::Text3));
    paintText(*painter, rect.adjusted(0, 0, -theme::gap12, 0), Qt::AlignRight | Qt::AlignVCenter,
              model()->headerData(logicalIndex, Qt::Vertical).toString());
    painter->restore();
}

void ImportCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    if (!index.data(ImportPreviewModel::BadRole).toBool()) {
        TableDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    painter->fillRect(option.rect, theme::color(theme::Role::BadBg));
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      theme::color(theme::Role::Line));
    auto area = option.rect.adjusted(index.column() == 0 ? theme::gap16 : theme::gap8, 0, -theme::gap8, -1);
    painter->setFont(theme::font(theme::Step::Body));
    const bool surplus = index.data(ImportPreviewModel::SurplusRole).toBool();
    painter->setPen(theme::color(surplus ? theme::Role::BadText : theme::Role::Text));
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    if (table && table->isLastColumn(table->visualColumn(index.column()))) {
        const ChipContent chip{.text = index.data(ImportPreviewModel::ProblemRole).toString(),
                               .kind = ChipKind::Outline,
                               .icon = QStringLiteral("error")};
        const int width = chipSize(chip).width();
        const auto place =
            QRect(std::max(area.left(), area.right() - width + 1), area.top(), width, area.height());
        paintChip(*painter, place, chip);
        area.setRight(place.left() - theme::gap8);
    }
    paintText(*painter, area, Qt::AlignLeft | Qt::AlignVCenter,
              painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

void ImportCellDelegate::paintContent(QPainter& painter, const QRect& area,
                                      const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!index.data(ImportPreviewModel::MissingRole).toBool()) {
        TableDelegate::paintContent(painter, area, option, index);
        return;
    }
    painter.setFont(missingFont(theme::Step::Small));
    painter.setPen(theme::color(theme::Role::Text3));
    paintText(painter, area, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
              index.data().toString());
}

ImportTable::ImportTable(ImportPreviewModel& model, QWidget* parent)
    : DataTable(parent)
{
    auto* header = new ImportHeader(this);
    setHorizontalHeader(header);
    setVerticalHeader(new ImportGutter(this));
    setItemDelegate(new ImportCellDelegate(this));
    setModel(&model);
    setRowHeight(theme::rowNormal);
    header->show();
    verticalHeader()->show();
    header->setStretchLastSection(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(header, &ImportHeader::typeMenuRequested, this, &ImportTable::typeMenuRequested);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        auto column = columnAt(place.x());
        if (column < 0)
            column = std::max(0, currentIndex().column());
        Q_EMIT typeMenuRequested(column, viewport()->mapToGlobal(place));
    });
}

void ImportTable::fitColumns()
{
    const int columns = model()->columnCount();
    for (int column = 0; column < std::min(columns, measuredColumns); ++column) {
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        setColumnWidth(column, std::clamp(wanted, narrowestColumn, widestColumn));
    }
}

} // namespace lepton::ui

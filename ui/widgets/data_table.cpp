// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int arrowSize = 12;

/// Text that may stand in one cell of tab-separated text.
QString oneCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(40);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), theme::tableHeaderHeight};
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    const auto* table = qobject_cast<const DataTable*>(parentWidget());
    const int visual = visualIndex(logicalIndex);
    const bool first = table ? table->isFirstColumn(visual) : visual == 0;
    const bool last = table && table->isLastColumn(visual);
    const bool hovered = sectionsClickable() && rect.contains(viewport()->mapFromGlobal(QCursor::pos())) &&
                         viewport()->underMouse();

    painter->save();
    painter->fillRect(rect, theme::color(hovered ? theme::Role::Hover : theme::Role::Surface));
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme::color(theme::Role::Line));
    const QVariant aligned = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool right = aligned.isValid() && (aligned.toInt() & Qt::AlignRight);
    QRect area =
        rect.adjusted(first ? theme::gap16 : theme::gap8, 0, last ? -theme::gap16 : -theme::gap8, -1);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const int arrow = sorted ? arrowSize + theme::gap4 : 0;

    painter->setFont(theme::font(theme::Step::Small, QFont::Medium));
    painter->setPen(theme::color(theme::Role::Text2));
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QString shown =
        painter->fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, area.width() - arrow));
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    const int left = right ? area.right() + 1 - width - arrow : area.left();
    paintText(*painter, QRect(left, area.y(), width + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
              shown);
    if (sorted) {
        const char* name = sortIndicatorOrder() == Qt::AscendingOrder ? "chevron-up" : "chevron-down";
        painter->drawPixmap(left + width + theme::gap4, area.y() + (area.height() - arrowSize) / 2,
                            theme::pixmap(QLatin1String(name), theme::Role::Text2, arrowSize,
                                          painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QFontMetrics metrics(theme::font(theme::Step::Small, QFont::Medium));
    const QString text = model() ? model()->headerData(logicalIndex, Qt::Horizontal).toString() : QString();
    return {metrics.horizontalAdvance(text) + arrowSize + theme::gap4 + 2 * theme::gap16,
            theme::tableHeaderHeight};
}

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
{
    setHorizontalHeader(new TableHeader(this));
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(false);
    setMouseTracking(true);
    setRowHeight(theme::rowNormal);
}

void DataTable::setRowHeight(int pixels)
{
    verticalHeader()->setMinimumSectionSize(pixels);
    verticalHeader()->setDefaultSectionSize(pixels);
}

bool DataTable::showsKeyboardFocus() const
{
    return m_byKeyboard && hasFocus();
}

void DataTable::fitColumn(int column, int least, int most)
{
    constexpr int rowsLookedAt = 200;
    const QFontMetrics small(theme::font(theme::Step::Small, QFont::Medium));
    int width = horizontalHeader()->isHidden()
                    ? 0
                    : small.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < std::min(model()->rowCount(), rowsLookedAt); ++row) {
        const QModelIndex index = model()->index(row, column);
        const QVariant font = index.data(Qt::FontRole);
        const QFontMetrics metrics(font.isValid() ? font.value<QFont>() : theme::font(theme::Step::Body));
        const bool hasIcon = !index.data(TableDelegate::IconNameRole).toString().isEmpty();
        width = std::max(width, metrics.horizontalAdvance(index.data().toString()) +
                                    (hasIcon ? TableDelegate::iconRoom : 0));
    }
    const int visual = visualColumn(column);
    const bool isEdge = isFirstColumn(visual) || isLastColumn(visual);
    const int room = isEdge ? theme::gap16 + theme::gap8 : 2 * theme::gap8;
    horizontalHeader()->resizeSection(column, std::clamp(width + room + 1, least, most));
}

int DataTable::visualColumn(int column) const
{
    return horizontalHeader()->visualIndex(column);
}

bool DataTable::isFirstColumn(int visual) const
{
    for (int i = 0; i < visual; ++i) {
        if (!isColumnHidden(horizontalHeader()->logicalIndex(i)))
            return false;
    }
    return true;
}

bool DataTable::isLastColumn(int visual) const
{
    for (int i = visual + 1; i < horizontalHeader()->count(); ++i) {
        if (!isColumnHidden(horizontalHeader()->logicalIndex(i)))
            return false;
    }
    return true;
}

QString DataTable::selectedText(bool withHeader) const
{
    if (!model() || !selectionModel())
        return {};
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    QStringList lines;
    if (withHeader) {
        QStringList cells;
        for (const int column : columns)
            cells << oneCell(model()->headerData(column, Qt::Horizontal).toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << oneCell(row.siblingAtColumn(column).data(Qt::DisplayRole).toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    setHoveredRow(-1);
}

bool DataTable::selectCurrent()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || selectionModel()->hasSelection())
        return false;
    selectionModel()->clearCurrentIndex(); // so that it is news to those who follow the current row
    setCurrentIndex(index);
    return true;
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (!m_byKeyboard) {
        m_byKeyboard = true;
        viewport()->update();
    }
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_C && control) {
        const QString text = selectedText(event->modifiers() & Qt::ShiftModifier);
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    const bool steps = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool acts =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if ((steps || acts) && event->modifiers() == Qt::NoModifier && selectCurrent() && steps)
        return;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !control &&
        currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Space && !control && currentIndex().isValid()) {
        Q_EMIT previewRequested(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mousePressEvent(QMouseEvent* event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
}

void DataTable::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
        event->reason() == Qt::ShortcutFocusReason) {
        m_byKeyboard = true;
        if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
            selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    }
    QTableView::focusInEvent(event);
    viewport()->update();
}

void DataTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

bool DataTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        setHoveredRow(rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave || event->type() == QEvent::Wheel)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void DataTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    for (const int changed : {m_hoveredRow, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
    m_hoveredRow = row;
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/confusion_view.h"

#include "ui/theme/theme.h"
#include "ui/training/report/confusion_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int cellGap = 2;
constexpr int leastWidth = 36;
constexpr int mostWidth = 144;
constexpr int leastHeight = 24;
constexpr int usualHeight = 32;
constexpr int mostHeight = 44; ///< of few classes, which have room
constexpr int mostLabelWidth = 120;
constexpr int headerHeight = 24;
constexpr int mostUprightHeight = 96; ///< of column names that stand upright, since they do not fit across
constexpr qsizetype measuredCharacters = 64;

/// Paints the figure on its ground; a ring round the cell that is chosen, or where the keyboard is.
class HeatDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRectF cell = QRectF(option.rect).adjusted(1, 1, -1, -1);
        const auto* view = qobject_cast<const ConfusionView*>(option.widget);
        const bool isChosen = view && QModelIndex(view->chosen()) == index;
        const bool isCurrent = view && view->hasFocus() && view->currentIndex() == index;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(index.data(ConfusionModel::GroundRole).value<QColor>());
        painter->drawRoundedRect(cell, theme::radiusTag, theme::radiusTag);
        if (isChosen || isCurrent || (option.state & QStyle::State_MouseOver)) {
            const auto role = isChosen || isCurrent ? theme::Role::Accent : theme::Role::Ctrl;
            painter->setPen(QPen(theme::color(role), isChosen || isCurrent ? 2 : 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell.adjusted(1, 1, -1, -1), theme::radiusTag, theme::radiusTag);
        }
        const bool isRight = index.row() == index.column();
        painter->setFont(theme::font(theme::Step::Small, isRight ? QFont::DemiBold : QFont::Normal));
        painter->setPen(index.data(ConfusionModel::FigureRole).value<QColor>());
        painter->drawText(cell, int(Qt::AlignCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            int(cell.width()) - cellGap));
        painter->restore();
    }
};

/// Names of the classes, without a frame; the class of the current cell, and one that is chosen, stands out.
class LabelHeader final : public QHeaderView
{
public:
    using QHeaderView::QHeaderView;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const auto* view = qobject_cast<const ConfusionView*>(parentWidget());
        const bool isHorizontal = orientation() == Qt::Horizontal;
        const auto sectionOf = [isHorizontal](const QModelIndex& cell) {
            return isHorizontal ? cell.column() : cell.row();
        };
        const bool isCurrent =
            view && (view->chosenClass() == section || sectionOf(view->chosen()) == section ||
                     (view->hasFocus() && sectionOf(view->currentIndex()) == section));
        painter->save();
        painter->setFont(theme::font(theme::Step::Caption, isCurrent ? QFont::DemiBold : QFont::Normal));
        painter->setPen(theme::color(isCurrent ? theme::Role::Text : theme::Role::Text2));
        if (isHorizontal && height() > headerHeight) {
            painter->translate(rect.left(), rect.bottom());
            painter->rotate(-90);
            painter->drawText(
                QRect(0, 0, rect.height() - theme::gap4, rect.width()),
                int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(model()->headerData(section, orientation()).toString(),
                                                  Qt::ElideRight, rect.height() - theme::gap4));
            painter->restore();
            return;
        }
        const QRect area = isHorizontal ? rect.adjusted(1, 0, -1, 0) : rect.adjusted(0, 0, -theme::gap8, 0);
        painter->drawText(
            area,
            int((isHorizontal ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(model()->headerData(section, orientation()).toString(),
                                              Qt::ElideRight, area.width()));
        painter->restore();
    }
};

LabelHeader* makeHeader(Qt::Orientation orientation, QWidget* parent)
{
    auto* header = new LabelHeader(orientation, parent);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(1);
    header->setHighlightSections(false);
    return header;
}

} // namespace

ConfusionView::ConfusionView(QWidget* parent)
    : QTableView(parent)
{
    setHorizontalHeader(makeHeader(Qt::Horizontal, this));
    setVerticalHeader(makeHeader(Qt::Vertical, this));
    horizontalHeader()->setFixedHeight(headerHeight);
    setItemDelegate(new HeatDelegate(this));
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection); // the chosen cell is the view-model's
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void ConfusionView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ConfusionView::layOut);
    layOut();
}

void ConfusionView::setChosen(const QModelIndex& index)
{
    m_chosen = index;
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
    viewport()->update();
}

void ConfusionView::setChosenClass(int section)
{
    m_class = section;
    if (section >= 0 && section < model()->rowCount())
        scrollTo(model()->index(section, section));
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
}

QSize ConfusionView::sizeHint() const
{
    const int rows = model() ? std::clamp(model()->rowCount(), 2, 10) : 2;
    return {360, headerHeight + rows * usualHeight + cellGap};
}

int ConfusionView::widestLabel() const
{
    const QFontMetrics metrics(theme::font(theme::Step::Caption, QFont::DemiBold));
    int widest = 0;
    for (int i = 0; i < model()->rowCount(); ++i) {
        const QString name = model()->headerData(i, Qt::Vertical).toString().left(measuredCharacters);
        widest = std::max(widest, metrics.horizontalAdvance(name));
    }
    return widest;
}

void ConfusionView::layOut()
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const int widest = widestLabel();
    const int labels =
        std::min({widest + theme::gap8 + 2, mostLabelWidth, std::max(leastWidth, width() / 3)});
    verticalHeader()->setFixedWidth(labels);
    const int across = std::clamp((width() - labels - cellGap) / count, leastWidth, mostWidth);
    const bool isUpright = across == leastWidth && widest > across;
    const int head =
        isUpright ? std::clamp(widest + theme::gap8, headerHeight, mostUprightHeight) : headerHeight;
    horizontalHeader()->setFixedHeight(head);
    const int down = std::clamp((height() - head - cellGap) / count, leastHeight, mostHeight);
    horizontalHeader()->setDefaultSectionSize(across);
    verticalHeader()->setDefaultSectionSize(down);
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((isEnter || event->key() == Qt::Key_Space) && !(event->modifiers() & Qt::ControlModifier) &&
        currentIndex().isValid()) {
        Q_EMIT cellChosen(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page clears the selection
        return;
    }
    QTableView::keyPressEvent(event);
    viewport()->update();
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
}

void ConfusionView::mousePressEvent(QMouseEvent* event)
{
    QTableView::mousePressEvent(event);
    viewport()->update();
}

void ConfusionView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT cellChosen(index);
}

void ConfusionView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    viewport()->update();
}

void ConfusionView::resizeEvent(QResizeEvent* event)
{
    layOut();
    QTableView::resizeEvent(event);
}

void ConfusionView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        layOut();
}

} // namespace lepton::ui

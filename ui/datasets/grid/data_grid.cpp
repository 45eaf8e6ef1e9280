// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/data_grid.h"

#include "ui/datasets/grid/data_grid_accessible.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/page_feed.h"
#include "ui/datasets/grid/row_gutter.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace lepton::ui {
namespace {

/// A wait shorter than this shows nothing; a longer one shows bars where cells will be.
constexpr int barsDelay = 200;

} // namespace

DataGrid::DataGrid(TableViewModel& table, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_table(table)
    , m_feed(new PageFeed(table.table(), table.profile(), this))
    , m_header(new HistHeader(table, this))
    , m_gutter(new RowGutter(*this))
{
    installGridAccessibility();
    setObjectName(QStringLiteral("table.grid"));
    setAccessibleName(tr("Cells"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    m_header->setObjectName(QStringLiteral("table.header"));
    setCornerWidget(new QWidget(this));

    m_barsDelay.setSingleShot(true);
    m_barsDelay.setInterval(barsDelay);
    connect(&m_barsDelay, &QTimer::timeout, this, [this] {
        m_showBars = true;
        viewport()->update();
    });
    m_staleDelay.setSingleShot(true);
    m_staleDelay.setInterval(barsDelay);
    connect(&m_staleDelay, &QTimer::timeout, this, [this] {
        m_stale = true;
        viewport()->update();
    });
    connect(&m_table, &TableViewModel::stateChanged, this, &DataGrid::followState);
    m_autoScroll.setInterval(30);
    connect(&m_autoScroll, &QTimer::timeout, this, &DataGrid::autoScroll);

    connect(m_feed, &PageFeed::arrived, this, [this](double milliseconds) {
        updateWindow();
        viewport()->update();
        m_gutter->update();
        Q_EMIT pageRead(milliseconds);
    });
    connect(&m_table, &TableViewModel::orderChanged, this, &DataGrid::resetRows);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        syncBars();
        updateWindow();
        viewport()->update();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        updateWindow();
        viewport()->update();
        Q_EMIT columnsChanged();
    });
    connect(m_header, &HistHeader::resizedByHand, this, [this] {
        m_widthsByHand = true;
        Q_EMIT columnsChanged();
    });
    connect(m_header, &HistHeader::hideRequested, this,
            [this](int logical) { setColumnHidden(logical, true); });

    m_scroll.setRows(m_table.order().size());
    if (m_scroll.rows() > 0 && m_header->count() > 0)
        m_cursor = m_anchor = {0, 0};
    m_header->setCurrentColumn(m_cursor.column);
}

DataGrid::~DataGrid() = default;

void DataGrid::resetRows()
{
    m_feed->setOrder(m_table.order());
    m_scroll.setRows(m_table.order().size());
    m_scroll.setTop(0);
    const std::int64_t position = m_scroll.rows() > 0 ? 0 : -1;
    m_cursor.position = position;
    if (m_cursor.column < 0 && m_header->count() > 0)
        m_cursor.column = visibleNeighbour(-1, 1);
    m_anchor = m_cursor;
    m_showBars = false;
    syncBars();
    updateWindow();
    viewport()->update();
    m_gutter->update();
    Q_EMIT cursorMoved();
    Q_EMIT selectionChanged();
    QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void DataGrid::followState()
{
    if (m_table.isBusy()) {
        if (!m_stale && !m_staleDelay.isActive())
            m_staleDelay.start();
        return;
    }
    m_staleDelay.stop();
    m_stale = false;
    viewport()->update();
}

void DataGrid::layoutParts()
{
    const int gutter = m_gutter->fittingWidth();
    setViewportMargins(gutter, HistHeader::fixedHeight(), 0, 0);
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.left(), area.top() - HistHeader::fixedHeight(), area.width(),
                          HistHeader::fixedHeight());
    m_gutter->setGeometry(area.left() - gutter, area.top() - HistHeader::fixedHeight(), gutter,
                          area.height() + HistHeader::fixedHeight());
}

void DataGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutParts();
    shareWidth();
    m_scroll.setWholeRows(viewport()->height() / rowHeight());
    syncBars();
    updateWindow();
}

void DataGrid::shareWidth()
{
    if (m_widthsByHand || !isVisible())
        return;
    // The place of the bar is kept free while a filter leaves few rows: columns do not jump with every
    // letter.
    QScrollBar* bar = verticalScrollBar();
    const bool overflows = m_table.table()->rowCount() * rowHeight() > viewport()->height();
    const int taken = bar->isVisible() ? bar->width() : 0;
    const QSignalBlocker quiet(m_header);
    m_header->shareWidth(viewport()->width() + taken - (overflows ? bar->sizeHint().width() : 0));
    m_header->viewport()->update();
}

void DataGrid::syncBars()
{
    m_settingBar = true;
    QScrollBar* vertical = verticalScrollBar();
    vertical->setRange(0, m_scroll.barMaximum());
    vertical->setPageStep(m_scroll.wholeRows());
    vertical->setSingleStep(1);
    vertical->setValue(m_scroll.barValue());
    m_settingBar = false;
    QScrollBar* horizontal = horizontalScrollBar();
    horizontal->setRange(0, std::max(0, m_header->length() - viewport()->width()));
    horizontal->setPageStep(viewport()->width());
    horizontal->setSingleStep(theme::gap32);
}

void DataGrid::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        m_header->setOffset(horizontalScrollBar()->value());
    bool moved = false;
    if (dy != 0 && !m_settingBar) {
        const std::int64_t before = m_scroll.top();
        moved = m_scroll.setTop(m_scroll.topForBar(verticalScrollBar()->value()));
        if (moved)
            m_direction = m_scroll.top() < before ? -1 : 1;
    }
    if (dx != 0 || moved) {
        updateWindow();
        viewport()->update();
        m_gutter->update();
    }
}

void DataGrid::applyTop(bool moved)
{
    if (!moved)
        return;
    syncBars();
    updateWindow();
    viewport()->update();
    m_gutter->update();
}

void DataGrid::updateWindow()
{
    GridWindow window;
    window.first = m_scroll.top();
    window.count = static_cast<int>(std::min<std::int64_t>(rowsInView(), m_scroll.rows() - m_scroll.top()));
    window.direction = m_direction;
    const int width = viewport()->width();
    for (int visual = std::max(0, m_header->visualIndexAt(0)); visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(logical))
            continue;
        if (m_header->sectionViewportPosition(logical) >= width)
            break;
        window.columns.push_back(static_cast<std::size_t>(logical));
    }
    m_feed->want(std::move(window));
    if (m_feed->isComplete()) {
        m_barsDelay.stop();
        m_showBars = false;
    } else if (!m_barsDelay.isActive() && !m_showBars) {
        m_barsDelay.start();
    }
    Q_EMIT viewChanged();
}

int DataGrid::rowsInView() const
{
    return (viewport()->height() + rowHeight() - 1) / rowHeight();
}

int DataGrid::rowTop(std::int64_t position) const
{
    return static_cast<int>(position - m_scroll.top()) * rowHeight();
}

void DataGrid::scrollToRow(std::int64_t position)
{
    applyTop(m_scroll.setTop(position));
}

void DataGrid::setColumnHidden(int logical, bool hidden)
{
    if (m_header->isSectionHidden(logical) == hidden)
        return;
    // One column stays: without any there would be no way to reach the header's menu.
    if (hidden && shownColumns().size() == 1)
        return;
    m_header->setSectionHidden(logical, hidden);
    if (hidden && (m_cursor.column == logical || m_anchor.column == logical)) {
        const int right = visibleNeighbour(logical, 1);
        const int next = right >= 0 ? right : visibleNeighbour(logical, -1);
        m_cursor.column = m_anchor.column = next;
        m_header->setCurrentColumn(next);
        Q_EMIT cursorMoved();
    }
    shareWidth();
    syncBars();
    updateWindow();
    viewport()->update();
    Q_EMIT columnsChanged();
}

void DataGrid::setShownColumns(const std::vector<int>& logical)
{
    std::vector<bool> shown(static_cast<std::size_t>(m_header->count()), false);
    for (const int column : logical)
        shown[static_cast<std::size_t>(column)] = true;
    if (std::find(shown.begin(), shown.end(), true) == shown.end())
        return;
    {
        const QSignalBlocker quiet(m_header);
        for (int column = 0; column < m_header->count(); ++column)
            m_header->setSectionHidden(column, !shown[static_cast<std::size_t>(column)]);
    }
    if (m_cursor.column >= 0 && m_header->isSectionHidden(m_cursor.column)) {
        m_cursor.column = m_anchor.column = visibleNeighbour(-1, 1);
        m_header->setCurrentColumn(m_cursor.column);
        Q_EMIT cursorMoved();
    }
    shareWidth();
    syncBars();
    m_header->setOffset(horizontalScrollBar()->value());
    updateWindow();
    viewport()->update();
    m_header->viewport()->update();
    Q_EMIT columnsChanged();
}

std::vector<int> DataGrid::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual)
        if (const int logical = m_header->logicalIndex(visual); !m_header->isSectionHidden(logical))
            columns.push_back(logical);
    return columns;
}

bool DataGrid::isComplete() const
{
    return m_feed->isComplete();
}

std::optional<QString> DataGrid::cellText(std::int64_t position, int logical) const
{
    const GridCell* cell = m_feed->cell(position, static_cast<std::size_t>(logical));
    if (cell == nullptr)
        return std::nullopt;
    return cell->value.missing ? tr("missing") : cell->value.text;
}

QRect DataGrid::cellRect(std::int64_t position, int logical) const
{
    return {m_header->sectionViewportPosition(logical), rowTop(position), m_header->sectionSize(logical),
            rowHeight()};
}

GridCursor DataGrid::cellAt(const QPoint& position) const
{
    const int logical = m_header->logicalIndexAt(position.x());
    const std::int64_t row = m_scroll.top() + position.y() / rowHeight();
    if (position.y() < 0 || logical < 0 || row >= m_scroll.rows())
        return {};
    return {row, logical};
}

std::int64_t DataGrid::rowNumber(std::int64_t position) const
{
    return m_feed->rowNumber(position);
}

void DataGrid::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        setAccessibleName(tr("Cells"));
        m_feed->setLocale(QLocale());
        m_header->viewport()->update();
        m_header->forgetWidths();
        layoutParts();
        shareWidth();
        break;
    case QEvent::FontChange:
        m_feed->forgetWidths();
        m_header->forgetWidths();
        layoutParts();
        shareWidth();
        break;
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
        viewport()->update();
        m_gutter->update();
        m_header->viewport()->update();
        break;
    default:
        break;
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/table_panel.h"

#include "ui/datasets/grid/cell_sheet.h"
#include "ui/datasets/grid/columns_button.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/expression_bar.h"
#include "ui/datasets/grid/find_bar.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/page_feed.h"
#include "ui/datasets/grid/row_finder.h"
#include "ui/datasets/grid/sort_button.h"
#include "ui/datasets/grid/statistics_sheet.h"
#include "ui/datasets/grid/statistics_view_model.h"
#include "ui/datasets/grid/table_foot.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

Button* barButton(const QString& icon, const char* name, QWidget* parent)
{
    auto* button = new Button(ButtonKind::Secondary, parent);
    button->setIconName(icon);
    button->setObjectName(QLatin1String(name));
    setStyleProperty(button, "filter", true);
    return button;
}

} // namespace

TablePanel::TablePanel(std::shared_ptr<data::Table> table, data::TableProfile profile, const QString& dataset,
                       const QString& version, QWidget* parent)
    : QWidget(parent)
    , m_dataset(dataset)
    , m_version(version)
    , m_table(new TableViewModel(std::move(table), std::move(profile), this))
    , m_statistics(new StatisticsViewModel(*m_table, this))
    , m_reader(new SelectionReader(m_table->table(), this))
    , m_finder(new RowFinder(m_table->table(), this))
    , m_expression(new ExpressionBar(*m_table, this))
    , m_sort(new SortButton(*m_table, this))
    , m_find(barButton(QStringLiteral("search"), "table.find.button", this))
    , m_exportButton(barButton(QStringLiteral("download"), "table.export.button", this))
    , m_failure(new InlineBanner(BannerKind::Error, this))
    , m_grid(new DataGrid(*m_table, this))
    , m_empty(new EmptyState(QStringLiteral("table"), m_grid->viewport()))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("table.panel"));
    m_columns = new ColumnsButton(*m_grid, this);
    m_findBar = new FindBar(*m_grid, this);
    m_foot = new TableFoot(*m_grid, this);
    m_statisticsSheet = new StatisticsSheet(*m_table, *m_statistics, this);
    m_cellSheet = new CellSheet(*m_grid, *m_reader, this);
    build();
    orderTabs();
    connectGrid();
    connectButtons();
    if (m_grid->cursorCell().isValid())
        m_statistics->setColumn(static_cast<std::size_t>(m_grid->cursorCell().column));
    m_statistics->setWatched(true);
    retranslate();
}

TablePanel::~TablePanel() = default;

QWidget* TablePanel::buildBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme::gap24, theme::gap8, theme::gap16, theme::gap8);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_expression, 1);
    for (Button* button : std::initializer_list<Button*>{m_sort, m_columns, m_find, m_exportButton})
        layout->addWidget(button);
    m_exportButton->hide();
    return bar;
}

void TablePanel::build()
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_expression->messageLine());
    layout->addWidget(m_findBar);
    auto* failureRow = new QHBoxLayout;
    failureRow->setContentsMargins(theme::gap24, 0, theme::gap16, 0);
    failureRow->addWidget(m_failure);
    layout->addLayout(failureRow);
    layout->addWidget(makeRule(Qt::Horizontal, this));
    m_failure->hide();

    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(m_statisticsSheet);
    m_splitter->addWidget(m_cellSheet);
    m_splitter->setStretchFactor(0, 1);
    m_cellSheet->hide();
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeRule(Qt::Horizontal, this));
    layout->addWidget(m_foot);

    auto* centre = new QVBoxLayout(m_grid->viewport());
    centre->addWidget(m_empty, 0, Qt::AlignCenter);
    m_empty->hide();
}

/// The find bar stands above the cells, and needs them to be made.
void TablePanel::orderTabs()
{
    setTabOrder(m_sort, m_columns);
    setTabOrder(m_columns, m_find);
    setTabOrder(m_find, m_exportButton);
    QWidget* before = m_exportButton;
    for (QWidget* widget : m_findBar->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, widget);
        before = widget;
    }
    setTabOrder(before, m_grid);
}

void TablePanel::connectGrid()
{
    connect(m_table, &TableViewModel::filterTextChanged, this, &TablePanel::filterTextChanged);
    connect(m_table, &TableViewModel::orderChanged, this, &TablePanel::showEmpty);
    connect(m_table, &TableViewModel::stateChanged, this, &TablePanel::seekRow);
    connect(m_finder, &RowFinder::rowAt, this, [this](qint64 position) {
        m_wantedRow = 0;
        m_grid->setCursorCell({position, std::max(0, m_grid->cursorCell().column)});
        m_grid->setFocus(Qt::TabFocusReason); // shows the cell as the current one
    });
    connect(m_finder, &RowFinder::rowNotShown, this, [this] { m_table->clearFilter(); });
    connect(m_finder, &RowFinder::failed, this, [this](const QString& message) {
        m_wantedRow = 0;
        m_foot->say(message, true);
    });
    connect(m_expression, &ExpressionBar::leaveRequested, this,
            [this] { m_grid->setFocus(Qt::TabFocusReason); });
    connect(m_grid, &DataGrid::cursorMoved, this, [this] {
        if (m_grid->cursorCell().column >= 0)
            m_statistics->setColumn(static_cast<std::size_t>(m_grid->cursorCell().column));
    });
    connect(m_grid, &DataGrid::inspectRequested, this, &TablePanel::openCell);
    connect(m_grid, &DataGrid::copyRequested, this, [this](bool withHeader) {
        const CellRange range = m_grid->selection();
        if (range.cells() == 0)
            return;
        m_foot->say(tr("Copying"));
        m_reader->copy(m_table->order(), range, withHeader);
    });
    connect(m_grid, &DataGrid::pageRead, m_failure, &QWidget::hide);
    connect(&m_grid->feed(), &PageFeed::failed, this, [this](const QString& message) {
        m_failure->setText(tr("Some rows cannot be read."), message);
        m_failure->show();
    });
    connect(m_reader, &SelectionReader::copied, this,
            [this](const QString& text, qint64 rows, qint64 columns) {
                QGuiApplication::clipboard()->setText(text);
                m_foot->say(tr("Copied: %1").arg(cellsText(rows * columns)));
            });
    connect(m_reader, &SelectionReader::refused, this,
            [this](const QString& message) { m_foot->say(message, true); });

    HistHeader& header = m_grid->header();
    connect(&header, &HistHeader::rangeDragged, this, [this](int logical, double low, double high) {
        m_table->setRange(static_cast<std::size_t>(logical), low, high);
    });
    connect(&header, &HistHeader::filterRequested, this, [this](int logical) {
        m_expression->beginCondition(
            QString::fromStdString(m_table->column(static_cast<std::size_t>(logical)).name));
    });
    connect(&header, &HistHeader::statisticsRequested, this, [this](int logical) {
        m_grid->setCursorCell({std::max<std::int64_t>(0, m_grid->cursorCell().position), logical});
        m_statistics->setColumn(static_cast<std::size_t>(logical));
        showStatistics();
    });
    for (SideSheet* sheet : std::initializer_list<SideSheet*>{m_statisticsSheet, m_cellSheet})
        connect(sheet, &SideSheet::closeRequested, this, &TablePanel::closeSheets);
}

void TablePanel::connectButtons()
{
    connect(m_find, &QPushButton::clicked, this, [this] { m_findBar->open(FindBar::Purpose::Text); });
    connect(m_exportButton, &QPushButton::clicked, this,
            [this] { m_export(m_table->order(), m_table->appliedFilter()); });
}

void TablePanel::setExportHook(ExportHook hook)
{
    m_export = std::move(hook);
    m_exportButton->setVisible(static_cast<bool>(m_export));
}

void TablePanel::focusFilter()
{
    m_expression->focusField();
}

void TablePanel::typeFilter(const QString& text)
{
    m_expression->typeText(text);
}

bool TablePanel::clearFilter()
{
    if (m_findBar->isVisible()) {
        m_findBar->close();
        return true;
    }
    if (m_cellSheet->isVisible()) {
        closeSheets();
        return true;
    }
    if (m_table->filterText().isEmpty())
        return false;
    m_table->clearFilter();
    return true;
}

bool TablePanel::toggleSideSheet()
{
    if (m_statisticsSheet->isVisible() || m_cellSheet->isVisible()) {
        closeSheets();
        return true;
    }
    showStatistics();
    return true;
}

void TablePanel::showStatistics()
{
    m_cellSheet->hide();
    m_statisticsSheet->show();
    m_statistics->setWatched(true);
}

QString TablePanel::filterText() const
{
    return m_table->filterText();
}

void TablePanel::setFilterText(const QString& text)
{
    m_table->setFilterText(text);
    m_table->applyFilter();
}

void TablePanel::showRow(std::int64_t row)
{
    if (row < 1 || row > m_table->rowCount()) {
        m_foot->say(tr("There is no row %1.").arg(row), true);
        return;
    }
    m_wantedRow = row;
    seekRow();
}

void TablePanel::seekRow()
{
    if (m_wantedRow > 0 && !m_table->isBusy())
        m_finder->goTo(m_table->order(), m_wantedRow);
}

bool TablePanel::isSettled() const
{
    return m_wantedRow == 0 && !m_table->isBusy() && m_grid->isComplete() && m_findBar->isSettled() &&
           (!m_statisticsSheet->isVisible() || m_statistics->state() != StatisticsViewModel::State::Reading);
}

void TablePanel::openCell()
{
    m_statisticsSheet->hide();
    m_statistics->setWatched(false);
    m_cellSheet->show();
    m_cellSheet->refresh();
    m_cellSheet->focusText();
}

void TablePanel::closeSheets()
{
    const bool cell = m_cellSheet->isVisible();
    m_statisticsSheet->hide();
    m_cellSheet->hide();
    m_reader->cancelCell();
    m_statistics->setWatched(false);
    // Whoever closes a cell that was opened by key goes on moving by key.
    m_grid->setFocus(cell ? Qt::TabFocusReason : Qt::OtherFocusReason);
}

void TablePanel::showEmpty()
{
    const bool empty = m_grid->rows() == 0;
    const bool filtered = m_table->isFiltered();
    m_empty->setVisible(empty);
    if (!empty)
        return;
    m_empty->setText(
        filtered ? tr("No row matches the filter") : tr("This version has no rows"),
        filtered ? tr("Of %1 none is left. Take a condition away or clear the filter.")
                       .arg(rowsText(m_table->rowCount()))
                 : tr("It has columns alone: the file that was imported held nothing below its header."));
    m_empty->setOther(filtered ? tr("Clear the filter") : QString());
    m_empty->otherButton()->disconnect(this);
    connect(m_empty->otherButton(), &QPushButton::clicked, this, [this] { m_table->clearFilter(); });
}

void TablePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool TablePanel::takeKey(const QKeyEvent& event)
{
    if (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_G)
        m_findBar->open(FindBar::Purpose::Row);
    else if (event.key() == Qt::Key_F3)
        m_findBar->open(FindBar::Purpose::Text);
    else
        return false;
    return true;
}

void TablePanel::keyPressEvent(QKeyEvent* event)
{
    if (takeKey(*event))
        return;
    if (event->modifiers() & Qt::ControlModifier && event->key() == Qt::Key_Period)
        toggleSideSheet();
    else if (event->key() == Qt::Key_Escape && clearFilter())
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void TablePanel::retranslate()
{
    setAccessibleName(tr("Table of %1 %2").arg(m_dataset, m_version));
    m_find->setText(tr("Find"));
    m_find->setToolTip(tr("Find a text in the cells (F3). Ctrl+G goes to a row."));
    m_exportButton->setText(tr("Export…"));
    m_failure->clearActions();
    m_failure->addAction(tr("Try again"), [this] { m_grid->feed().retry(); });
    showEmpty();
}

} // namespace lepton::ui

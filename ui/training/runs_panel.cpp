// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_panel.h"

#include "ui/training/compare_pane.h"
#include "ui/training/run_columns.h"
#include "ui/training/run_delegates.h"
#include "ui/training/run_filter_bar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/view_memory.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

const QString splitterName = QStringLiteral("training.compare.splitter");

Qt::SortOrder orderOf(train::SortDirection direction)
{
    return direction == train::SortDirection::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

} // namespace

RunsPanel::RunsPanel(RunsViewModel& viewModel, std::shared_ptr<TrainingBackend> backend, ViewMemory& memory,
                     QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_memory(memory)
    , m_views(memory)
    , m_filter(new RunFilterBar(viewModel))
    , m_viewsButton(new FilterButton)
    , m_columnsButton(new Button)
    , m_more(new IconButton(QStringLiteral("more")))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("training")))
    , m_nothing(new EmptyState(QStringLiteral("search")))
    , m_skeleton(new Skeleton)
    , m_backend(std::move(backend))
{
    m_viewsButton->setObjectName(QStringLiteral("training.views.button"));
    m_viewsButton->setMenu(new QMenu(m_viewsButton));
    m_columnsButton->setObjectName(QStringLiteral("training.columns.button"));
    setStyleProperty(m_columnsButton, "filter", true);
    m_columnsButton->setIconName(QStringLiteral("columns"));
    m_more->setObjectName(QStringLiteral("training.more.button"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    for (QWidget* button : {static_cast<QWidget*>(m_viewsButton), static_cast<QWidget*>(m_columnsButton),
                            static_cast<QWidget*>(m_more)})
        m_filter->addButton(button);
    m_empty->setObjectName(QStringLiteral("training.empty"));
    m_empty->primaryButton()->setObjectName(QStringLiteral("training.empty.newRun"));
    m_nothing->setObjectName(QStringLiteral("training.nothing"));
    m_skeleton->setRowHeight(theme::rowNormal);
    makeTable();
    for (QWidget* state : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_empty),
                           static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_skeleton)})
        m_stack->addWidget(state);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    m_stack->setProperty("surface", "surface");

    m_splitter->setObjectName(splitterName);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_splitter, 1);
    connectParts();
    retranslate();
}

RunsPanel::~RunsPanel() = default;

void RunsPanel::connectParts()
{
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &RunsPanel::newRunRequested);
    connect(m_nothing->primaryButton(), &QPushButton::clicked, this, [this] {
        auto request = m_viewModel.request();
        request.filter.clear();
        request.chosen.clear();
        request.shelf = train::RunShelf::Listed;
        m_viewModel.setRequest(std::move(request));
    });
    connect(m_filter, &RunFilterBar::leaveRequested, m_table,
            [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_viewsButton->menu(), &QMenu::aboutToShow, this, &RunsPanel::fillViews);
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        fillActions(*m_more->menu(), chosen());
    });
    connect(m_columnsButton, &QPushButton::clicked, this,
            [this] { m_columns->pick(m_columnsButton, m_viewModel.choices().metricKeys); });
    connect(m_columns.get(), &RunColumns::changed, this, &RunsPanel::update);
    connect(&m_views, &RunViews::changed, this, &RunsPanel::update);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_memory.setState(splitterName, m_splitter->saveState()); });
    connect(&m_viewModel.ticks(), &RunTicks::changed, this, [this] {
        const std::size_t ticked = m_viewModel.ticks().runs().size();
        if (ticked > m_tickedBefore)
            m_compareClosed = false;
        m_tickedBefore = ticked;
        showCompare();
    });
    connect(&m_viewModel, &RunsViewModel::changed, this, &RunsPanel::update);
    connect(&m_viewModel, &RunsViewModel::requestChanged, this, &RunsPanel::filterChanged);
    connect(&m_viewModel, &RunsViewModel::editReady, this, &RunsPanel::showEditor);
}

void RunsPanel::makeTable()
{
    m_table->setObjectName(QStringLiteral("training.runs.table"));
    m_table->setModel(&m_viewModel.runs());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new RunTextDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::TickColumn, new RunTickDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::RunColumn, new RunNumberDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::StateColumn, new RunStateDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::CurveColumn, new RunCurveDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::TagsColumn, new RunTagsDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::MemberColumn, new RunMemberDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSortIndicator(RunListModel::RunColumn, Qt::DescendingOrder);
    header->setSectionResizeMode(RunListModel::DatasetColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {RunListModel::TickColumn, 44},   {RunListModel::RunColumn, 128},
        {RunListModel::NameColumn, 160},  {RunListModel::BaseModelColumn, 124},
        {RunListModel::StateColumn, 148}, {RunListModel::BestColumn, 132},
        {RunListModel::CurveColumn, 68},  {RunListModel::TagsColumn, 96},
        {RunListModel::TimeColumn, 64},   {RunListModel::MemberColumn, 84},
        {RunListModel::StartedColumn, 96}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    m_columns = std::make_unique<RunColumns>(*m_table, m_viewModel.runs(), m_memory);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        const std::string field = m_viewModel.runs().fieldOf(column);
        auto request = m_viewModel.request();
        if (field.empty()) {
            update(); // a tick or a curve is no order: the mark goes back
            return;
        }
        request.sort = field;
        request.direction =
            order == Qt::AscendingOrder ? train::SortDirection::Ascending : train::SortDirection::Descending;
        m_viewModel.setRequest(std::move(request));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (const auto run = m_viewModel.runs().numberAt(current))
                    m_current = run;
            });
    connect(&m_viewModel.runs(), &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_viewModel.runs().rowOf(m_current);
        if (row >= 0)
            m_table->setCurrentIndex(m_viewModel.runs().index(row, RunListModel::RunColumn));
    });
    connect(m_table, &DataTable::activated, this, [this](const QModelIndex&) { openCurrent(); });
    connect(m_table, &DataTable::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != RunListModel::TickColumn)
            openCurrent();
    });
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == RunListModel::TickColumn)
            m_viewModel.ticks().toggle(m_viewModel.runs().numberAt(index));
    });
    connect(m_table, &DataTable::previewRequested, this, [this](const QModelIndex& index) {
        m_viewModel.ticks().toggle(m_viewModel.runs().numberAt(index));
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(QStringLiteral("training.run.menu"));
        fillActions(*menu, chosenAt(m_table->currentIndex())); // which a press of any button makes current
        menu->popup(m_table->viewport()->mapToGlobal(place));
    });
    addShortcut(Qt::ALT | Qt::Key_Up, [this] {
        m_table->horizontalHeader()->setSortIndicator(m_table->currentIndex().column(), Qt::AscendingOrder);
    });
    addShortcut(Qt::ALT | Qt::Key_Down, [this] {
        m_table->horizontalHeader()->setSortIndicator(m_table->currentIndex().column(), Qt::DescendingOrder);
    });
    addShortcut(Qt::Key_F2, [this] { edit(chosenAt(m_table->currentIndex())); });
    addShortcut(QKeySequence::Delete, [this] { moveToTrash(chosenAt(m_table->currentIndex())); });
}

void RunsPanel::addShortcut(const QKeySequence& keys, const std::function<void()>& action)
{
    auto* shortcut = new QAction(m_table);
    shortcut->setShortcut(keys);
    shortcut->setShortcutContext(Qt::WidgetShortcut);
    connect(shortcut, &QAction::triggered, this, action);
    m_table->addAction(shortcut);
}

ComparePane& RunsPanel::compare()
{
    if (m_compare)
        return *m_compare;
    m_compare = new ComparePane(m_backend, m_viewModel.ticks());
    m_compare->hide();
    m_splitter->addWidget(m_compare);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->restoreState(m_memory.state(splitterName));
    connect(m_compare, &ComparePane::closeRequested, this, [this] {
        m_compareClosed = true;
        showCompare();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_compare, &ComparePane::openRequested, this, &RunsPanel::openRequested);
    connect(m_compare, &ComparePane::told, this, &RunsPanel::told);
    connect(m_compare, &ComparePane::aloneChanged, this, &RunsPanel::showCompare);
    return *m_compare;
}

void RunsPanel::showCompare()
{
    const bool isShown = m_viewModel.ticks().runs().size() > 1 && !m_compareClosed;
    if (!isShown && !m_compare)
        return;
    const bool isNew = isShown && compare().isHidden();
    m_compare->setVisible(isShown);
    m_stack->setVisible(!isShown || !m_compare->isAlone());
    if (isNew && m_memory.state(splitterName).isEmpty())
        m_splitter->setSizes({m_splitter->height() * 9 / 20, m_splitter->height() * 11 / 20});
}

void RunsPanel::focusFilter()
{
    m_filter->focusField();
}

bool RunsPanel::isSettled() const
{
    return !m_compare || !m_compare->isBusy();
}

void RunsPanel::retranslate()
{
    m_filter->retranslate();
    m_viewsButton->setLabel(tr("Views"));
    m_columnsButton->setText(tr("Columns"));
    m_more->setLabel(tr("More on runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_empty->setText(
        tr("No run yet"),
        tr("A run fine-tunes a base model on a data set of this workspace, on this computer. Every "
           "setting has a working default."));
    m_empty->setPrimary(tr("New run"), QStringLiteral("plus"));
    m_skeleton->setSentence(tr("The runs are being read"));
    if (m_compare)
        m_compare->retranslate();
    m_viewModel.runs().retranslate();
    update();
}

void RunsPanel::update()
{
    const RunListRequest& request = m_viewModel.request();
    const bool isTrash = request.shelf == train::RunShelf::Trashed;
    QWidget* content = m_table;
    if (m_viewModel.state() == RunsViewModel::State::Loading)
        content = m_skeleton;
    else if (m_viewModel.shown() == 0 && (request.isFiltered() || isTrash))
        content = m_nothing;
    else if (m_viewModel.total() == 0 && m_viewModel.state() == RunsViewModel::State::Ready)
        content = m_empty;
    if (content == m_skeleton)
        m_skeleton->start();
    else
        m_skeleton->stop();
    if (isTrash && !request.isFiltered()) {
        m_nothing->setText(tr("The trash is empty"),
                           tr("Runs that are moved to the trash can be restored here."));
        m_nothing->setPrimary(tr("Leave the trash"));
    } else {
        m_nothing->setText(tr("No run fits the filter"), tr("Remove the filter to see all runs."));
        m_nothing->setPrimary(tr("Remove the filter"));
    }
    m_filter->setEnabled(content == m_table || content == m_nothing);
    const RunView* view = m_views.matching(request, m_columns->shown());
    m_viewsButton->setActiveText(
        isTrash ? tr("In the trash")
        : view  ? tr("View: %1").arg(fontMetrics().elidedText(view->name, Qt::ElideRight, 120))
                : QString());
    // The header shows what is asked for, wherever that came from.
    auto* header = m_table->horizontalHeader();
    for (int column = 0; column < m_viewModel.runs().columnCount(); ++column) {
        if (m_viewModel.runs().fieldOf(column) == request.sort) {
            const QSignalBlocker blocked(header);
            header->setSortIndicator(column, orderOf(request.direction));
        }
    }
    m_stack->setCurrentWidget(content);
    m_empty->primaryButton()->setDisabledReason(m_viewModel.whyNot(train::TrainAction::Train));
}

} // namespace lepton::ui

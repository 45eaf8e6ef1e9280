// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/run_delegates.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int filterWidth = 320;
/// Narrower than this, the metric's name is told by the tooltip of the score alone.
constexpr int widthForMetric = 1160;

} // namespace

RunsPanel::RunsPanel(RunsViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_filter(new FilterField)
    , m_count(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_stack(new QStackedWidget)
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("training")))
    , m_nothing(new EmptyState(QStringLiteral("search")))
    , m_skeleton(new Skeleton)
{
    m_filter->setObjectName(QStringLiteral("training.filter.edit"));
    m_filter->setFixedWidth(filterWidth);
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

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, theme::gap12);
    filters->setSpacing(theme::gap12);
    filters->addWidget(m_filter);
    filters->addWidget(m_count);
    filters->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_viewModel.rows().setText(text);
        update();
        Q_EMIT filterChanged();
    });
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &RunsPanel::newRunRequested);
    connect(m_nothing->primaryButton(), &QPushButton::clicked, m_filter, &QLineEdit::clear);
    connect(&m_viewModel, &RunsViewModel::changed, this, &RunsPanel::update);
    retranslate();
    update();
}

void RunsPanel::makeTable()
{
    m_table->setObjectName(QStringLiteral("training.runs.table"));
    m_table->setModel(&m_viewModel.rows());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(RunListModel::StateColumn, new RunStateDelegate(m_table));
    m_table->setItemDelegateForColumn(RunListModel::MemberColumn, new MemberDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunListModel::NameColumn, Qt::DescendingOrder);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(RunListModel::DatasetColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {RunListModel::NameColumn, 80},    {RunListModel::BaseModelColumn, 152},
        {RunListModel::StateColumn, 168},  {RunListModel::MetricColumn, 136},
        {RunListModel::BestColumn, 80},    {RunListModel::TimeColumn, 80},
        {RunListModel::MemberColumn, 124}, {RunListModel::StartedColumn, 120}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    const auto add = [this](const QKeySequence& keys, Qt::SortOrder order) {
        auto* action = new QAction(m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, order] {
            m_table->sortByColumn(std::max(0, m_table->currentIndex().column()), order);
        });
        m_table->addAction(action);
    };
    add(Qt::ALT | Qt::Key_Up, Qt::AscendingOrder);
    add(Qt::ALT | Qt::Key_Down, Qt::DescendingOrder);
    connect(m_table, &DataTable::activated, this, [this](const QModelIndex& index) {
        const auto source = m_viewModel.rows().mapToSource(index);
        if (const auto* run = m_viewModel.runs().at(source))
            Q_EMIT openRequested(TrainingText::runName(run->run));
    });
}

QString RunsPanel::filterText() const
{
    return m_filter->text();
}

void RunsPanel::setFilterText(const QString& text)
{
    m_filter->setText(text);
}

void RunsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RunsPanel::retranslate()
{
    m_filter->setLabel(tr("Filter by run, data set, model or person"));
    m_table->setAccessibleName(tr("Runs"));
    m_empty->setText(
        tr("No run yet"),
        tr("A run fine-tunes a base model on a data set of this workspace, on this computer. Every "
           "setting has a working default."));
    m_empty->setPrimary(tr("New run"), QStringLiteral("plus"));
    m_nothing->setText(tr("No run fits the filter"), tr("Remove the filter to see all runs."));
    m_nothing->setPrimary(tr("Remove the filter"));
    m_skeleton->setSentence(tr("The runs are being read"));
    m_viewModel.runs().retranslate();
    update();
}

void RunsPanel::update()
{
    QWidget* content = m_table;
    if (m_viewModel.state() == RunsViewModel::State::Loading)
        content = m_skeleton;
    else if (m_viewModel.total() == 0 && m_viewModel.state() == RunsViewModel::State::Ready)
        content = m_empty;
    else if (m_viewModel.shown() == 0 && !m_filter->text().isEmpty())
        content = m_nothing;
    if (content == m_skeleton)
        m_skeleton->start();
    else
        m_skeleton->stop();
    m_filter->setEnabled(content == m_table || content == m_nothing);
    m_count->setText(m_filter->text().isEmpty() ? QString()
                                                : tr("%1 of %2 shown", "runs")
                                                      .arg(DatasetText::count(m_viewModel.shown()),
                                                           DatasetText::count(m_viewModel.total())));
    m_stack->setCurrentWidget(content);
}

void RunsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnHidden(RunListModel::MetricColumn, width() < widthForMetric);
}

} // namespace lepton::ui

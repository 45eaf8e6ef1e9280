// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/models_side.h"
#include "ui/models/register_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QDialog>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int filterWidth = 220;

TableCell versionCell(const std::optional<int>& number)
{
    return number ? TableCell{.text = ModelText::number(*number), .tone = theme::Role::Text2, .key = *number}
                  : TableCell{.text = QStringLiteral("–"), .tone = theme::Role::Text3, .key = 0};
}

} // namespace

ModelsPage::ModelsPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_viewModel(m_backend)
    , m_side(new ModelsSide(QStringLiteral("models.side")))
    , m_header(new PageHeader)
    , m_filter(new FilterField)
    , m_register(new Button(ButtonKind::Primary))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_stack(new QStackedWidget)
    , m_skeleton(new Skeleton)
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("models")))
{
    setObjectName(QStringLiteral("models"));
    m_filter->setObjectName(QStringLiteral("models.filter.edit"));
    m_filter->setFixedWidth(filterWidth);
    m_register->setObjectName(QStringLiteral("models.register.button"));
    m_register->setIconName(QStringLiteral("plus"));
    m_banner->setObjectName(QStringLiteral("models.banner"));
    m_banner->setGapBelow();
    m_banner->hide();
    m_table->setObjectName(QStringLiteral("models.table"));
    m_empty->setObjectName(QStringLiteral("models.empty"));
    m_empty->primaryButton()->setObjectName(QStringLiteral("models.empty.register.button"));
    m_header->addAction(m_filter);
    m_header->addAction(m_register);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(CellTableModel::KeyRole);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(NameColumn);
    fill(); // the columns, before their widths
    m_table->setModel(&m_sorted);
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(WaitingColumn, new ChipDelegate(m_table));
    m_table->sortByColumn(NameColumn, Qt::AscendingOrder);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {DepartmentColumn, 128}, {VersionsColumn, 84}, {ProductionColumn, 96}, {StagingColumn, 84},
        {ScoreColumn, 128},      {WaitingColumn, 104}, {ChangedColumn, 112}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    m_skeleton->setNews(ModelText::proofOf(m_backend));
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banner->addWidget(m_banner);
    auto* main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_header);
    main->addLayout(banner);
    main->addWidget(makeRule(Qt::Horizontal));
    main->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addWidget(makeRule(Qt::Vertical));
    layout->addLayout(main, 1);
    connectParts();
    retranslate();
    refresh();
}

void ModelsPage::connectParts()
{
    connect(&m_viewModel, &ModelsViewModel::changed, this, &ModelsPage::update);
    connect(m_register, &QPushButton::clicked, this, &ModelsPage::primaryAction);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &ModelsPage::primaryAction);
    connect(m_table, &QAbstractItemView::activated, this, &ModelsPage::openModel);
    connect(m_filter, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &ModelsPage::routeChanged);
    connect(m_side, &ModelsSide::reviewChosen, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
}

void ModelsPage::openModel(const QModelIndex& index)
{
    const QString name = index.siblingAtColumn(NameColumn).data().toString();
    if (!name.isEmpty())
        navigator().go(modelRoute(name));
}

void ModelsPage::fill()
{
    const auto& overview = m_viewModel.overview();
    std::vector<std::vector<TableCell>> rows;
    for (const ModelSummary& model : overview.models) {
        TableCell waiting;
        if (model.waiting > 0)
            waiting = {.text = tr("%Ln request(s)", nullptr, model.waiting), .chip = ChipKind::Accent};
        waiting.key = model.waiting;
        rows.push_back(
            {{.text = DatasetText::from(model.name), .isStrong = true},
             {.text = DatasetText::from(model.department), .tone = theme::Role::Text2},
             {.text = DatasetText::count(model.versions), .tone = theme::Role::Text2, .key = model.versions},
             versionCell(model.production),
             versionCell(model.staging),
             {.text = ModelText::score(model.score), .key = model.score.value_or(-1)},
             waiting,
             {.text = DatasetText::when(model.changed),
              .tone = theme::Role::Text3,
              .toolTip = DatasetText::fullTime(model.changed),
              .key = DatasetText::local(model.changed)}});
    }
    m_model.setTable({{tr("Model")},
                      {tr("Department")},
                      {tr("Versions"), true},
                      {tr("Production"), true},
                      {tr("Staging"), true},
                      {ModelText::testScore(), true},
                      {tr("Waiting")},
                      {tr("Changed")}},
                     std::move(rows));
}

void ModelsPage::update()
{
    using State = ModelsViewModel::State;
    const auto& overview = m_viewModel.overview();
    if (m_viewModel.state() == State::Ready)
        m_side->setOverview(overview);
    fill();
    m_header->setFacts(m_viewModel.state() == State::Ready && !overview.models.empty()
                           ? tr("%Ln model(s)", nullptr, int(overview.models.size()))
                           : QString());
    const QString reason = overview.whyNotRegister ? CoreText::error(*overview.whyNotRegister) : QString();
    m_register->setDisabledReason(reason);
    m_empty->primaryButton()->setDisabledReason(reason);
    m_empty->setText(
        tr("No models yet"),
        reason.isEmpty()
            ? tr("A model is registered from a completed run. Its versions then go to staging and "
                 "production, each move asked for and signed.")
            : reason);
    if (m_viewModel.state() == State::Loading) {
        m_stack->setCurrentWidget(m_skeleton);
        m_skeleton->start();
    } else {
        m_skeleton->stop();
        m_stack->setCurrentWidget(
            overview.models.empty() && !m_viewModel.error() ? static_cast<QWidget*>(m_empty) : m_table);
    }
    const bool isEmpty = m_stack->currentWidget() == m_empty;
    m_register->setVisible(!isEmpty); // one primary button
    m_filter->setVisible(!isEmpty);
    m_banner->setVisible(m_viewModel.error().has_value());
    if (m_viewModel.error()) {
        m_banner->clearActions();
        m_banner->setError(tr("The models cannot be read."), *m_viewModel.error());
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
    }
}

QString ModelsPage::title() const
{
    return tr("Models");
}

Route ModelsPage::route() const
{
    Route route = modelsRoute();
    if (!m_filter->text().isEmpty())
        route.query[QStringLiteral("filter")] = m_filter->text();
    return route;
}

void ModelsPage::open(const Route& route)
{
    m_filter->setText(route.query.value(QStringLiteral("filter")));
}

void ModelsPage::refresh()
{
    m_viewModel.refresh();
}

bool ModelsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

bool ModelsPage::clearFilter()
{
    const bool had = !m_filter->text().isEmpty();
    m_filter->clear();
    return had;
}

bool ModelsPage::primaryAction()
{
    if (!m_register->isEnabled())
        return false;
    registerModel(this, m_backend, navigator());
    return true;
}

QString ModelsPage::helpText() const
{
    return tr(
        "The models of this workspace. A model has versions, each made by a run or imported from a folder; "
        "one of them is in production. At the left are the requests for a promotion that wait for a "
        "decision. Enter opens a model.");
}

void ModelsPage::retranslate()
{
    m_header->setTitle(tr("Models"));
    m_register->setText(tr("Register model"));
    m_empty->setPrimary(tr("Register model"), QStringLiteral("plus"));
    m_filter->setLabel(tr("Filter models"));
    m_table->setAccessibleName(tr("Models"));
    m_skeleton->setSentence(tr("The models are being read."));
    m_side->retranslate();
    update();
}

bool ModelsPage::isSettled() const
{
    return !m_viewModel.isBusy();
}

std::vector<Scene> ModelsPage::scenes()
{
    return {
        {QStringLiteral("models"), [] {}, {}},
        {QStringLiteral("register-dialog"), [this] { primaryAction(); }, [this] { closeDialogs(*this); }}};
}

} // namespace lepton::ui

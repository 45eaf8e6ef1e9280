// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/detail_page.h"

#include "ui/datasets/activity_panel.h"
#include "ui/datasets/columns_panel.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/edit_dialog.h"
#include "ui/datasets/overview_panel.h"
#include "ui/datasets/sensitivity_chip.h"
#include "ui/datasets/table_tab.h"
#include "ui/datasets/versions_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/failure_banner.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/rights.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

/// As they stand in routes.
const QString tabNames[] = {QString(), QStringLiteral("table"), QStringLiteral("columns"),
                            QStringLiteral("versions"), QStringLiteral("activity")};

/// Something that a run could be trained on.
bool hasTextColumn(const data::Schema& schema)
{
    return std::ranges::find(schema.columns, data::ColumnType::Text, &data::Column::type) !=
           schema.columns.end();
}

} // namespace

DetailPage::DetailPage(DatasetContext context, Navigator& navigator, ViewMemory& memory, QWidget* parent)
    : Page(navigator, parent)
    , m_context(context)
    , m_viewModel(context)
    , m_header(new PageHeader)
    , m_version(new QPushButton)
    , m_sensitivity(new Chip)
    , m_newRun(new Button(ButtonKind::Primary))
    , m_export(new Button(ButtonKind::Secondary))
    , m_more(new IconButton(QStringLiteral("more"), 30))
    , m_tabs(new TabBar)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_stack(new QStackedWidget)
    , m_skeleton(new Skeleton)
    , m_failed(new QWidget)
    , m_overview(new OverviewPanel(m_viewModel))
    , m_table(new TableTab(m_viewModel, memory))
    , m_columns(new ColumnsPanel(m_viewModel))
    , m_versions(new VersionsPanel(m_viewModel))
    , m_activity(new DatasetActivityPanel(m_viewModel))
{
    m_version->setObjectName(QStringLiteral("dataset.version.button"));
    m_version->setProperty("filter", true);
    m_version->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the number
    m_version->setIcon(theme::icon(QStringLiteral("chevron-down")));
    m_version->setIconSize({12, 12});
    m_version->setMenu(new QMenu(m_version));
    m_sensitivity->setObjectName(QStringLiteral("dataset.sensitivity"));
    m_newRun->setObjectName(QStringLiteral("dataset.newRun.button"));
    m_newRun->setIconName(QStringLiteral("training"));
    m_export->setObjectName(QStringLiteral("dataset.export.button"));
    m_export->setIconName(QStringLiteral("download"));
    m_more->setObjectName(QStringLiteral("dataset.more.button"));
    m_more->setFramed(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_header->addBesideTitle(m_version);
    m_header->addBesideTitle(m_sensitivity);
    m_header->addAction(m_export);
    m_header->addAction(m_newRun);
    m_header->addAction(m_more);
    m_tabs->setObjectName(QStringLiteral("dataset.tabs"));
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab(QStringLiteral(" "));

    auto* failed = new QVBoxLayout(m_failed);
    failed->addStretch();
    for (QWidget* panel : {static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_table),
                           static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_versions),
                           static_cast<QWidget*>(m_activity), static_cast<QWidget*>(m_skeleton), m_failed})
        m_stack->addWidget(panel);
    m_banner->setObjectName(QStringLiteral("dataset.banner"));
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    m_bannerPlace = new QVBoxLayout;
    m_bannerPlace->addWidget(m_banner);
    showBanner(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(tabs);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addLayout(m_bannerPlace);
    layout->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

void DetailPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPage::showTab);
    connect(m_version->menu(), &QMenu::aboutToShow, this, &DetailPage::fillVersionMenu);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &DetailPage::fillMoreMenu);
    connect(m_newRun, &QPushButton::clicked, this, [this] {
        const auto* version = m_viewModel.version();
        const bool isLatest = !version || version->number == m_viewModel.dataset().latestVersion;
        this->navigator().go(newRunRoute(m_viewModel.name(), isLatest ? 0 : version->number));
    });
    connect(m_export, &QPushButton::clicked, this, [this] { exportShown(); });
    connect(m_overview, &OverviewPanel::columnRequested, this, [this](int column) {
        m_tabs->setCurrentIndex(ColumnsTab);
        if (column >= 0)
            m_columns->select(column);
    });
    connect(m_overview, &OverviewPanel::tableRequested, this,
            [this] { m_tabs->setCurrentIndex(TableTabIndex); });
    connect(m_overview, &OverviewPanel::versionsRequested, this,
            [this] { m_tabs->setCurrentIndex(VersionsTab); });
    connect(m_overview, &OverviewPanel::versionRequested, this, &DetailPage::showVersion);
    connect(m_versions, &VersionsPanel::versionRequested, this, &DetailPage::showVersion);
    connect(m_table, &TableTab::exportRequested, this,
            [this](const data::RowOrder& rows, const QString& filter) {
                exportShown(filter.isEmpty() && rows.isAll() ? std::optional<data::RowOrder>() : rows);
            });
    connect(m_table, &TableTab::filterTextChanged, this, &DetailPage::routeChanged);
    connect(&m_viewModel, &DetailViewModel::changed, this, &DetailPage::update);
    connect(&m_viewModel, &DetailViewModel::trashed, this,
            [this](const QString& name, const base::DatasetId& id) {
                // Pages live as long as the workspace is open, so the undo has where to run.
                this->navigator().toast(tr("%1 is in the trash").arg(name),
                                        [page = QPointer<DetailPage>(this), id] {
                                            if (page)
                                                page->m_viewModel.restore(id);
                                        });
                this->navigator().go(browseRoute());
            });
    connect(&m_viewModel, &DetailViewModel::restored, this,
            [this](const QString& name) { this->navigator().go(datasetRoute(name)); });
    connect(&m_viewModel, &DetailViewModel::commandFailed, this,
            [this](const QString& what, const base::Error& error) {
                showFailure(*m_banner, this->navigator(), what, error, [this] { update(); });
                showBanner(true);
            });
    connect(&m_viewModel, &DetailViewModel::nameTaken, this,
            [this](const QString& title, const base::Error& error, const base::DatasetId& id) {
                Q_EMIT m_viewModel.commandFailed(title, error);
                auto* beside = m_banner->addAction(tr("Restore under another name"), [this, id] {
                    m_viewModel.restore(id, WhenTaken::NextFree);
                });
                beside->setObjectName(QStringLiteral("dataset.restoreBeside.button"));
            });
}

void DetailPage::showBanner(bool isShown)
{
    // The margins of an empty layout take their room, too.
    m_bannerPlace->setContentsMargins(theme::gap24, isShown ? theme::gap12 : 0, theme::gap24, 0);
    m_banner->setVisible(isShown);
}

void DetailPage::update()
{
    updateHeader();
    updateTabs();
    const auto state = m_viewModel.state();
    m_banner->setKind(m_viewModel.isTrashed() ? BannerKind::Caution : BannerKind::Error);
    if (m_viewModel.isTrashed()) {
        showTrashed();
    } else if (state == DetailViewModel::State::Failed && m_viewModel.error()) {
        m_banner->setError(tr("The data set cannot be shown."), *m_viewModel.error());
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
        showBanner(true);
    } else {
        showBanner(false);
    }
    if (state == DetailViewModel::State::Loading) {
        m_stack->setCurrentWidget(m_skeleton);
        m_skeleton->start();
    } else {
        m_skeleton->stop();
        m_stack->setCurrentIndex(state == DetailViewModel::State::Failed ? m_stack->indexOf(m_failed)
                                                                         : m_tabs->currentIndex());
    }
    Q_EMIT titleChanged();
    Q_EMIT routeChanged();
}

void DetailPage::updateHeader()
{
    const bool ready = m_viewModel.state() == DetailViewModel::State::Ready;
    const auto* version = m_viewModel.version();
    m_header->setTitle(title());
    for (QWidget* part : {static_cast<QWidget*>(m_sensitivity), static_cast<QWidget*>(m_export),
                          static_cast<QWidget*>(m_more)})
        part->setVisible(ready);
    m_version->setVisible(ready && version);
    m_newRun->setVisible(ready && version && hasTextColumn(version->schema));
    m_newRun->setDisabledReason(m_viewModel.whyNot(DatasetUse::Train));
    if (!ready) {
        m_header->setFacts({});
        return;
    }
    const auto& dataset = m_viewModel.dataset();
    m_sensitivity->setContent(sensitivityChip(dataset.sensitivity));
    m_sensitivity->setAccessibleName(
        tr("Sensitivity: %1").arg(DatasetText::sensitivity(dataset.sensitivity)));
    m_header->setFacts(
        dataset.description.empty()
            ? tr("%1 · owner %2", "department, owner")
                  .arg(DatasetText::from(dataset.department), DatasetText::from(dataset.ownerName))
            : tr("%1 · owner %2 · %3", "department, owner, description")
                  .arg(DatasetText::from(dataset.department), DatasetText::from(dataset.ownerName),
                       DatasetText::from(dataset.description)));
    m_export->setDisabledReason(version ? QString() : tr("There is no version to export yet."));
    if (version) {
        m_version->setText(version->number == dataset.latestVersion ? tr("v%1, latest").arg(version->number)
                                                                    : tr("v%1").arg(version->number));
        m_version->setAccessibleName(tr("Version: %1").arg(m_version->text()));
    }
}

void DetailPage::updateTabs()
{
    const bool ready = m_viewModel.state() == DetailViewModel::State::Ready;
    m_tabs->setCount(ColumnsTab,
                     ready && m_viewModel.version() ? qint64(m_viewModel.version()->schema.size()) : -1);
    m_tabs->setCount(VersionsTab, ready ? qint64(m_viewModel.versions().size()) : -1);
    m_tabs->setCount(ActivityTab, ready ? qint64(m_viewModel.details().activity.size()) : -1);
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->setTabText(tab, m_tabs->tabText(tab)); // lays the tabs out with their counts
}

void DetailPage::showTab(int tab)
{
    if (m_viewModel.state() == DetailViewModel::State::Ready)
        m_stack->setCurrentIndex(tab);
    Q_EMIT routeChanged();
}

void DetailPage::showVersion(int number)
{
    const bool latest = number == m_viewModel.dataset().latestVersion;
    navigator().go(datasetRoute(m_viewModel.name(), latest ? 0 : number, tabNames[m_tabs->currentIndex()]));
}

QString DetailPage::title() const
{
    return m_viewModel.name();
}

std::vector<Crumb> DetailPage::path() const
{
    return {{tr("Datasets"), browseRoute()}, {title(), {}}};
}

Route DetailPage::route() const
{
    auto route =
        datasetRoute(m_viewModel.name(), m_viewModel.requestedVersion(), tabNames[m_tabs->currentIndex()]);
    if (const auto filter = m_table->filterText(); !filter.isEmpty())
        route.query[QStringLiteral("filter")] = filter;
    return route;
}

void DetailPage::open(const Route& route)
{
    int tab = OverviewTab;
    for (int i = 0; i < TabCount; ++i) {
        if (!route.part.isEmpty() && tabNames[i] == route.part)
            tab = i;
    }
    m_tabs->setCurrentIndex(tab);
    if (route.object != m_viewModel.name() || route.query.contains(QStringLiteral("filter")))
        m_table->setFilterText(route.query.value(QStringLiteral("filter")));
    m_viewModel.open(route.object, route.version);
    if (const auto row = route.query.value(QStringLiteral("row")).toLongLong(); row > 0)
        m_table->showRow(row);
}

void DetailPage::refresh()
{
    m_viewModel.refresh();
}

void DetailPage::keyPressEvent(QKeyEvent* event)
{
    if (!m_table->takeKey(*event))
        Page::keyPressEvent(event);
}

bool DetailPage::focusFilter()
{
    if (m_tabs->currentIndex() != TableTabIndex)
        m_tabs->setCurrentIndex(TableTabIndex);
    m_table->focusFilter();
    return true;
}

bool DetailPage::clearFilter()
{
    return m_tabs->currentIndex() == TableTabIndex && m_table->clearFilter();
}

bool DetailPage::primaryAction()
{
    if (!m_viewModel.version())
        return false;
    if (m_newRun->isVisibleTo(this) && m_newRun->isEnabled())
        m_newRun->click();
    else
        exportShown();
    return true;
}

bool DetailPage::changeTab(int step)
{
    m_tabs->step(step);
    return true;
}

bool DetailPage::toggleSideSheet()
{
    return m_tabs->currentIndex() == TableTabIndex && m_table->toggleSideSheet();
}

QString DetailPage::helpText() const
{
    return tr(
        "One data set. The overview shows what it holds and where it came from; Table shows and filters its "
        "rows; "
        "Columns has the statistics of each column; Versions compares any two versions. Ctrl+Tab goes to the "
        "next tab.");
}

void DetailPage::retranslate()
{
    const QString texts[] = {tr("Overview"), tr("Table"), tr("Columns"), tr("Versions"), tr("Activity")};
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->setTabText(tab, texts[tab]);
    m_tabs->setAccessibleName(tr("Parts of the data set"));
    m_newRun->setText(tr("New run"));
    m_export->setText(tr("Export…"));
    m_more->setLabel(tr("More"));
    m_skeleton->setSentence(tr("The data set is being read"));
    update();
}

bool DetailPage::isSettled() const
{
    return !m_viewModel.isBusy() && m_table->isSettled();
}

std::vector<Scene> DetailPage::scenes()
{
    std::vector<Scene> scenes;
    const QString names[] = {QStringLiteral("dataset-overview"), QStringLiteral("dataset-table"),
                             QStringLiteral("dataset-columns"), QStringLiteral("dataset-versions"),
                             QStringLiteral("dataset-activity")};
    for (int tab = 0; tab < TabCount; ++tab)
        scenes.push_back({names[tab], [this, tab] { m_tabs->setCurrentIndex(tab); }, {}});
    return scenes;
}

} // namespace lepton::ui

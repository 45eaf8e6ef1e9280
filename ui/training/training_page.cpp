// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include "ui/training/base_models_panel.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/runs_panel.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/text_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

const QString modelsPart = QStringLiteral("models");

} // namespace

TrainingPage::TrainingPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_runs(m_backend)
    , m_models(m_backend)
    , m_header(new PageHeader)
    , m_newRun(new Button(ButtonKind::Primary))
    , m_import(new Button(ButtonKind::Primary))
    , m_tabs(new TabBar)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_stack(new QStackedWidget)
    , m_runsPanel(new RunsPanel(m_runs))
    , m_modelsPanel(new BaseModelsPanel(m_models))
{
    setObjectName(QStringLiteral("training"));
    m_newRun->setObjectName(QStringLiteral("training.newRun.button"));
    m_newRun->setIconName(QStringLiteral("plus"));
    m_import->setObjectName(QStringLiteral("training.importModel.button"));
    m_import->setIconName(QStringLiteral("upload"));
    m_header->addAction(m_import);
    m_header->addAction(m_newRun);
    m_tabs->setObjectName(QStringLiteral("training.tabs"));
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab(QStringLiteral(" "));
    m_banner->setObjectName(QStringLiteral("training.banner"));
    m_banner->hide();
    m_stack->addWidget(m_runsPanel);
    m_stack->addWidget(m_modelsPanel);

    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banner->addWidget(m_banner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(tabs);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addLayout(banner);
    layout->addWidget(m_stack, 1);
    connectParts();
    retranslate();
    refresh();
}

void TrainingPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        update();
        Q_EMIT routeChanged();
    });
    connect(m_newRun, &QPushButton::clicked, this, [this] { this->navigator().go(newRunRoute()); });
    connect(m_runsPanel, &RunsPanel::newRunRequested, this, [this] { this->navigator().go(newRunRoute()); });
    connect(m_runsPanel, &RunsPanel::openRequested, this,
            [this](const QString& run) { this->navigator().go(runRoute(run)); });
    connect(m_runsPanel, &RunsPanel::filterChanged, this, &TrainingPage::routeChanged);
    connect(m_import, &QPushButton::clicked, this, [this] { importModel(); });
    connect(m_modelsPanel, &BaseModelsPanel::importRequested, this, [this] { importModel(); });
    connect(&m_runs, &RunsViewModel::changed, this, &TrainingPage::update);
    connect(&m_models, &BaseModelsViewModel::changed, this, &TrainingPage::update);
    connect(&m_models, &BaseModelsViewModel::trashed, this,
            [this](const QString& name, const train::BaseModelId& id) {
                m_undo = [this, id, name] { m_models.restore(id, name); };
                this->navigator().toast(tr("%1 is in the trash").arg(name), m_undo);
            });
    connect(&m_models, &BaseModelsViewModel::restored, this, [this](const QString& name) {
        m_undo = {};
        this->navigator().toast(tr("%1 is back").arg(name));
    });
    connect(&m_models, &BaseModelsViewModel::commandFailed, this,
            [this](const QString& title, const base::Error& error) {
                showBanner(title, error, {});
                m_bannerIsOfRead = false;
            });
}

void TrainingPage::update()
{
    const bool isRuns = m_tabs->currentIndex() == RunsTab;
    m_newRun->setVisible(isRuns);
    m_import->setVisible(!isRuns);
    const bool runsReady = m_runs.state() != RunsViewModel::State::Loading;
    m_tabs->setCount(RunsTab, runsReady ? m_runs.total() : -1);
    m_tabs->setCount(ModelsTab,
                     m_models.state() == BaseModelsViewModel::State::Ready ? m_models.total() : -1);
    m_header->setFacts(m_runs.active() > 0 ? tr("%Ln not ended", "runs", m_runs.active()) : QString());
    const auto& error = isRuns ? m_runs.error() : m_models.error();
    if (error) {
        showBanner(isRuns ? tr("The runs cannot be read.") : tr("The base models cannot be read."), *error,
                   [this] { refresh(); });
        m_bannerIsOfRead = true;
    } else if (m_bannerIsOfRead) {
        m_banner->hide();
        m_bannerIsOfRead = false;
    }
}

void TrainingPage::showBanner(const QString& title, const base::Error& error, std::function<void()> again)
{
    m_banner->setError(title, error);
    m_banner->clearActions();
    if (again)
        m_banner->addAction(tr("Try again"), std::move(again));
    else
        m_banner->addAction(tr("Dismiss"), [this] { m_banner->hide(); });
    m_banner->show();
}

QString TrainingPage::title() const
{
    return tr("Training");
}

Route TrainingPage::route() const
{
    Route route = trainingRoute(m_tabs->currentIndex() == ModelsTab ? modelsPart : QString());
    if (!m_runsPanel->filterText().isEmpty())
        route.query[QStringLiteral("filter")] = m_runsPanel->filterText();
    return route;
}

void TrainingPage::open(const Route& route)
{
    m_tabs->setCurrentIndex(route.part == modelsPart ? ModelsTab : RunsTab);
    m_runsPanel->setFilterText(route.query.value(QStringLiteral("filter")));
    refresh();
}

void TrainingPage::refresh()
{
    m_runs.refresh();
    m_models.refresh();
}

bool TrainingPage::focusFilter()
{
    if (m_tabs->currentIndex() != RunsTab)
        return false;
    m_runsPanel->focusFilter();
    return true;
}

bool TrainingPage::clearFilter()
{
    if (m_tabs->currentIndex() != RunsTab || m_runsPanel->filterText().isEmpty())
        return false;
    m_runsPanel->setFilterText({});
    return true;
}

bool TrainingPage::primaryAction()
{
    if (m_tabs->currentIndex() == RunsTab)
        navigator().go(newRunRoute());
    else
        importModel();
    return true;
}

bool TrainingPage::changeTab(int step)
{
    m_tabs->step(step);
    return true;
}

bool TrainingPage::undo()
{
    if (!m_undo)
        return false;
    std::exchange(m_undo, {})();
    return true;
}

void TrainingPage::importModel(const QString& folder)
{
    auto* dialog = new ImportModelDialog(this, m_backend, folder);
    connect(dialog, &ImportModelDialog::imported, this, [this](const QString& name, const QString& notice) {
        m_models.refresh();
        this->navigator().toast(tr("%1 is imported", "name of a base model").arg(name));
        m_bannerIsOfRead = false;
        m_banner->setVisible(!notice.isEmpty());
        if (notice.isEmpty())
            return;
        m_banner->setKind(BannerKind::Caution);
        m_banner->setText({}, notice);
        m_banner->clearActions();
        m_banner->addAction(tr("Dismiss"), [this] {
            m_banner->hide();
            m_banner->setKind(BannerKind::Error);
        });
    });
    dialog->open();
}

QString TrainingPage::helpText() const
{
    return tr(
        "Runs are trainings of this workspace, newest first: what they were trained on, how far they are, "
        "and the best score on the validation part. Enter opens a run. Base models are the pre-trained "
        "models that a run starts from.");
}

void TrainingPage::retranslate()
{
    m_header->setTitle(tr("Training"));
    m_newRun->setText(tr("New run"));
    m_import->setText(tr("Import base model"));
    m_tabs->setTabText(RunsTab, tr("Runs"));
    m_tabs->setTabText(ModelsTab, tr("Base models"));
    m_tabs->setAccessibleName(tr("Parts of training"));
    m_runsPanel->retranslate();
    m_modelsPanel->retranslate();
    update();
}

bool TrainingPage::isSettled() const
{
    return !m_runs.isBusy() && !m_models.isBusy();
}

std::vector<Scene> TrainingPage::scenes()
{
    const auto closeDialogs = [this] {
        for (auto* dialog : window()->findChildren<QDialog*>()) {
            if (dialog->isVisible())
                dialog->close();
        }
    };
    return {{QStringLiteral("training-runs"), [this] { open(trainingRoute()); }, {}},
            {QStringLiteral("training-models"), [this] { open(trainingRoute(modelsPart)); }, {}},
            {QStringLiteral("import-model-dialog"), [this] { importModel(); }, closeDialogs}};
}

} // namespace lepton::ui

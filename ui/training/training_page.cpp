// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/base_models_panel.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/runs_panel.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/failure_banner.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

const QString modelsPart = QStringLiteral("models");

} // namespace

TrainingPage::TrainingPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, ViewMemory& memory,
                           QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_runs(m_backend)
    , m_models(m_backend)
    , m_header(new PageHeader)
    , m_newRun(new Button(ButtonKind::Primary))
    , m_import(new Button(ButtonKind::Primary))
    , m_tabs(new Segment)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_stack(new QStackedWidget)
    , m_runsPanel(new RunsPanel(m_runs, m_backend, memory))
{
    setObjectName(QStringLiteral("training"));
    m_newRun->setObjectName(QStringLiteral("training.newRun.button"));
    m_newRun->setIconName(QStringLiteral("plus"));
    m_import->setObjectName(QStringLiteral("training.importModel.button"));
    m_import->setIconName(QStringLiteral("upload"));
    m_tabs->setObjectName(QStringLiteral("training.tabs"));
    m_tabs->add(RunsTab, QStringLiteral(" "))->setObjectName(QStringLiteral("training.tabs.runs"));
    m_tabs->add(ModelsTab, QStringLiteral(" "))->setObjectName(QStringLiteral("training.tabs.models"));
    m_tabs->setCurrent(RunsTab);
    m_header->addAction(m_tabs);
    m_header->addAction(m_import);
    m_header->addAction(m_newRun);
    m_banner->setObjectName(QStringLiteral("training.banner"));
    m_banner->setGapBelow();
    m_banner->hide();
    m_stack->addWidget(m_runsPanel);

    auto* banner = new QVBoxLayout;
    banner->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banner->addWidget(m_banner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(banner);
    layout->addWidget(m_stack, 1);
    connectParts();
    connectRuns();
    retranslate();
    refresh();
}

TrainingPage::Tab TrainingPage::tab() const
{
    return Tab(m_stack->currentIndex());
}

void TrainingPage::showTab(Tab tab)
{
    m_tabs->setCurrent(tab);
    if (tab == this->tab())
        return;
    if (tab == ModelsTab && !m_modelsPanel)
        makeModels();
    m_stack->setCurrentIndex(tab);
    update();
    Q_EMIT routeChanged();
}

void TrainingPage::makeModels()
{
    m_modelsPanel = new BaseModelsPanel(m_models);
    m_stack->addWidget(m_modelsPanel);
    connect(m_modelsPanel, &BaseModelsPanel::importRequested, this, [this] { importModel(); });
}

void TrainingPage::connectParts()
{
    connect(m_tabs, &Segment::chosen, this, [this](int tab) { showTab(Tab(tab)); });
    connect(m_newRun, &QPushButton::clicked, this, [this] { this->navigator().go(newRunRoute()); });
    connect(m_runsPanel, &RunsPanel::newRunRequested, this, [this] { this->navigator().go(newRunRoute()); });
    connect(m_runsPanel, &RunsPanel::newRunFromRequested, this,
            [this](const QString& run) { this->navigator().go(newRunFromRoute(run)); });
    connect(m_runsPanel, &RunsPanel::openRequested, this,
            [this](const QString& run) { this->navigator().go(runRoute(run)); });
    connect(m_runsPanel, &RunsPanel::filterChanged, this, &TrainingPage::routeChanged);
    connect(m_runsPanel, &RunsPanel::told, this,
            [this](const QString& sentence) { this->navigator().toast(sentence); });
    connect(m_runsPanel, &RunsPanel::viewForgotten, this, [this](const RunView& view) {
        m_undo = [this, view] { m_runsPanel->restoreView(view); };
        this->navigator().toast(tr("The view %1 is forgotten").arg(view.name), m_undo);
    });
    connect(m_import, &QPushButton::clicked, this, [this] { importModel(); });
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
    connect(&m_models, &BaseModelsViewModel::commandFailed, this, &TrainingPage::showFailure);
}

void TrainingPage::connectRuns()
{
    connect(&m_runs, &RunsViewModel::trashed, this, [this](const std::vector<std::int64_t>& runs) {
        m_undo = [this, runs] { m_runs.restore(runs); };
        this->navigator().toast(tr("%Ln run(s) moved to the trash", nullptr, int(runs.size())), m_undo);
    });
    connect(&m_runs, &RunsViewModel::restored, this, [this](const std::vector<std::int64_t>& runs) {
        m_undo = {};
        this->navigator().toast(tr("%Ln run(s) restored", nullptr, int(runs.size())));
    });
    connect(&m_runs, &RunsViewModel::commandFailed, this, &TrainingPage::showFailure);
}

void TrainingPage::showFailure(const QString& title, const base::Error& error)
{
    ui::showFailure(*m_banner, navigator(), title, error, [this] { m_banner->hide(); });
    m_bannerIsOfRead = false;
}

void TrainingPage::update()
{
    const bool isRuns = tab() == RunsTab;
    m_newRun->setVisible(isRuns);
    m_newRun->setDisabledReason(m_runs.whyNot(train::TrainAction::Train));
    m_import->setVisible(!isRuns);
    m_import->setDisabledReason(m_models.whyNotImport());
    const bool runsReady = isRuns && m_runs.state() != RunsViewModel::State::Loading;
    m_tabs->setText(RunsTab, tr("Runs"));
    m_tabs->setText(ModelsTab,
                    m_models.state() == BaseModelsViewModel::State::Ready
                        ? tr("Base models %1", "and how many").arg(DatasetText::count(m_models.total()))
                        : tr("Base models"));
    const bool isTrash = m_runs.request().shelf == train::RunShelf::Trashed;
    QString facts;
    if (runsReady && isTrash)
        facts = tr("%Ln run(s) in the trash", nullptr, m_runs.total());
    else if (runsReady && m_runs.active() > 0)
        facts = tr("%1, %2 not ended", "runs, and how many of them")
                    .arg(tr("%Ln run(s)", nullptr, m_runs.total()), DatasetText::count(m_runs.active()));
    else if (runsReady && m_runs.total() > 0)
        facts = tr("%Ln run(s)", nullptr, m_runs.total());
    m_header->setFacts(facts);
    const auto& error = isRuns ? m_runs.error() : m_models.error();
    if (error) {
        m_banner->setError(isRuns ? tr("The runs cannot be read.") : tr("The base models cannot be read."),
                           *error);
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
        m_banner->show();
        m_bannerIsOfRead = true;
    } else if (m_bannerIsOfRead) {
        m_banner->hide();
        m_bannerIsOfRead = false;
    }
}

QString TrainingPage::title() const
{
    return tr("Training");
}

Route TrainingPage::route() const
{
    Route route = trainingRoute(tab() == ModelsTab ? modelsPart : QString());
    if (!m_runs.request().filter.empty())
        route.query[QStringLiteral("filter")] = QString::fromStdString(m_runs.request().filter);
    return route;
}

void TrainingPage::open(const Route& route)
{
    showTab(route.part == modelsPart ? ModelsTab : RunsTab);
    auto request = m_runs.request();
    request.filter = route.query.value(QStringLiteral("filter")).toStdString();
    m_runs.setRequest(std::move(request));
    refresh();
}

void TrainingPage::refresh()
{
    m_runs.refresh();
    m_runs.readChoices();
    m_models.refresh();
}

bool TrainingPage::focusFilter()
{
    if (tab() != RunsTab)
        return false;
    m_runsPanel->focusFilter();
    return true;
}

bool TrainingPage::clearFilter()
{
    auto request = m_runs.request();
    if (tab() != RunsTab || !request.isFiltered())
        return false;
    request.filter.clear();
    request.chosen.clear();
    m_runs.setRequest(std::move(request));
    return true;
}

bool TrainingPage::primaryAction()
{
    if (!(tab() == RunsTab ? m_newRun : m_import)->isEnabled())
        return false;
    if (tab() == RunsTab)
        navigator().go(newRunRoute());
    else
        importModel();
    return true;
}

bool TrainingPage::changeTab(int step)
{
    showTab(Tab((tab() + step + TabCount) % TabCount));
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
    return tr("Runs are trainings of this workspace: what they were trained on, how far they are, and the "
              "best score "
              "on the validation part, of equal ones the earliest. The filter takes words, or conditions "
              "such as macro_f1 > 0.9 and tag "
              "= 'baseline'. "
              "Space ticks a run; two or more are compared below. Enter opens a run, F2 names and tags it, "
              "Delete moves it "
              "to the trash. Base models are the pre-trained models that a run starts from.");
}

void TrainingPage::retranslate()
{
    m_header->setTitle(tr("Training"));
    m_newRun->setText(tr("New run"));
    m_import->setText(tr("Import base model"));
    m_tabs->setAccessibleName(tr("Parts of training"));
    m_runsPanel->retranslate();
    if (m_modelsPanel)
        m_modelsPanel->retranslate();
    update();
}

bool TrainingPage::isSettled() const
{
    return !m_runs.isBusy() && !m_models.isBusy() && m_runsPanel->isSettled();
}

std::vector<Scene> TrainingPage::scenes()
{
    return {
        {QStringLiteral("training-runs"), [this] { open(trainingRoute()); }, {}},
        {QStringLiteral("training-compare"),
         [this] {
             open(trainingRoute());
             auto runs = m_runs.runs().order();
             runs.resize(std::min<std::size_t>(runs.size(), 3));
             m_runs.ticks().add(runs);
         },
         [this] { m_runs.ticks().clear(); }},
        {QStringLiteral("training-models"), [this] { open(trainingRoute(modelsPart)); }, {}},
        {QStringLiteral("import-model-dialog"), [this] { importModel(); }, [this] { closeDialogs(*this); }}};
}

} // namespace lepton::ui

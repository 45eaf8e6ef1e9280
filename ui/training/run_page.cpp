// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_page.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/charts_panel.h"
#include "ui/training/report/report_panel.h"
#include "ui/training/run_actions.h"
#include "ui/training/run_notices.h"
#include "ui/training/run_stages.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/training/try_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/durations.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {

namespace {

const QString reportPart = QStringLiteral("report");
const QString tryPart = QStringLiteral("try");

} // namespace

RunPage::RunPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent,
                 RunRegistry registry)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_viewModel(m_backend)
    , m_gateOf(registry.gateOf)
    , m_header(new PageHeader)
    , m_actions(new RunActions(m_viewModel, *m_header, navigator, std::move(registry), this))
    , m_state(new Chip)
    , m_more(new IconButton(QStringLiteral("more"), 30))
    , m_tabs(new TabBar)
    , m_sheet(new Button(ButtonKind::Quiet))
    , m_stages(new StageBar)
    , m_stageCard(nullptr)
    , m_stageBox(new QWidget)
    , m_notices(new RunNotices(m_viewModel, navigator))
    , m_stack(new QStackedWidget)
    , m_skeleton(new Skeleton)
    , m_failed(new QWidget)
    , m_entrance(*m_stack)
{
    setObjectName(QStringLiteral("run"));
    m_more->setObjectName(QStringLiteral("run.more.button"));
    m_more->setFramed(true);
    m_header->addAction(m_more);
    m_state->setObjectName(QStringLiteral("run.state"));
    m_header->addBesideTitle(m_state);
    m_tabs->setObjectName(QStringLiteral("run.tabs"));
    for (int tab = 0; tab < TabCount; ++tab)
        m_tabs->addTab(QStringLiteral(" "));
    m_sheet->setObjectName(QStringLiteral("run.sheet.button"));
    m_sheet->setIconName(QStringLiteral("panel"));
    m_sheet->setSmall(true);
    m_sheet->setCheckable(true);
    m_stages->setObjectName(QStringLiteral("run.stages"));
    auto* stageCard = new Card;
    m_stageCard = stageCard;
    stageCard->body()->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap8);
    stageCard->body()->addWidget(m_stages);
    auto* stages = new QVBoxLayout(m_stageBox);
    stages->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, 0);
    stages->setSpacing(theme::gap8);
    stages->addWidget(stageCard);
    stages->addWidget(m_notices);
    for (QWidget* content : {static_cast<QWidget*>(m_skeleton), m_failed})
        m_stack->addWidget(content);

    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    tabs->addWidget(m_sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(tabs);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_stageBox);
    layout->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

void RunPage::connectParts()
{
    m_making.setSingleShot(true);
    m_making.setInterval(0); // what was read is shown first
    connect(&m_making, &QTimer::timeout, this, &RunPage::makePart);
    connect(m_stack, &QStackedWidget::currentChanged, this, [this] {
        if (m_stack->currentWidget() != m_skeleton)
            m_skeleton->stop();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        updateTabs();
        Q_EMIT routeChanged();
    });
    connect(m_actions, &RunActions::stopAsked, m_notices, &RunNotices::askToStop);
    connect(m_sheet, &QPushButton::clicked, this, &RunPage::toggleSideSheet);
    connect(m_notices, &RunNotices::changed, this, &RunPage::updateTabs);
    connect(m_notices, &RunNotices::readAgainWanted, this, &RunPage::refresh);
    connect(m_notices, &RunNotices::stopRefused, m_actions, &RunActions::focusStop);
    connect(m_notices, &RunNotices::stopChosen, m_tabs, [this] { m_tabs->setFocus(Qt::OtherFocusReason); });
    m_more->setMenu(new QMenu(m_more));
    m_more->menu()->setObjectName(QStringLiteral("run.more.menu"));
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        report().fillMenu(*m_more->menu());
    });
    connect(m_more->menu(), &QMenu::triggered, this, [this] { m_tabs->setCurrentIndex(ReportTab); });
    connect(&m_viewModel, &RunViewModel::changed, this, &RunPage::update);
    connect(&m_viewModel, &RunViewModel::commandFailed, m_notices, &RunNotices::showFailure);
    connect(&m_viewModel, &RunViewModel::exported, this, [this](const QString& folder) {
        this->navigator().toast(tr("Exported to %1", "name of a folder").arg(QDir(folder).dirName()));
    });
}

void RunPage::update()
{
    if (!m_wantedPart.isEmpty() && m_viewModel.state() == RunViewModel::State::Ready) {
        const QString part = std::exchange(m_wantedPart, {});
        if (part == reportPart && m_viewModel.run().report.is_object())
            m_tabs->setCurrentIndex(ReportTab);
        else if (part == tryPart && m_viewModel.hasModel())
            m_tabs->setCurrentIndex(TryTab);
    }
    updateHeader();
    readGate();
    m_actions->update();
    m_notices->update();
    updateTabs();
    if (const QString now = route().toString() + QLatin1Char(' ') + title(); now != m_told) {
        m_told = now; // not with each step that is read
        Q_EMIT titleChanged();
        Q_EMIT routeChanged();
    }
}

void RunPage::readGate()
{
    if (!m_gateOf || m_viewModel.state() != RunViewModel::State::Ready)
        return;
    const std::string metric(train::metricName(m_viewModel.run().recipe.metric));
    if (std::exchange(m_gateMetric, metric) != metric) {
        setGate(std::nullopt);
        m_isGateStale = true;
    }
    if (!std::exchange(m_isGateStale, false))
        return;
    m_readGate.run([gateOf = m_gateOf, metric] { return gateOf(metric); },
                   [this](const std::optional<double>& gate) { setGate(gate); },
                   [](const base::Error&) {}); // without a log that is whole there is no rule to show
}

void RunPage::setGate(std::optional<double> gate)
{
    m_gate = gate;
    if (m_charts)
        m_charts->setGate(gate);
}

void RunPage::updateHeader()
{
    m_header->setTitle(title());
    const bool isReady = m_viewModel.state() == RunViewModel::State::Ready;
    m_state->setVisible(isReady);
    if (!isReady) {
        m_header->setFacts({});
        return;
    }
    const auto& run = m_viewModel.run();
    ChipContent state = TrainingText::state(run.state);
    if (m_viewModel.isAsked())
        state = {m_viewModel.details().job->stop == jobs::StopRequest::Pause ? tr("Pausing") : tr("Stopping"),
                 ChipKind::Neutral, QStringLiteral("clock")};
    m_state->setContent(state);
    m_state->setAccessibleName(tr("State: %1").arg(state.text));
    const QString model = DatasetText::from(run.baseModelName);
    const QString person = DatasetText::from(run.memberName);
    const auto time = run.finished ? TrainingText::elapsed(run) : std::nullopt;
    m_header->setFacts(time ? tr("%1, %2, %3, by %4 %5", "data set, base model, duration, person, when")
                                  .arg(TrainingText::dataset(run), model, durationText(*time), person,
                                       DatasetText::whenInside(run.created))
                            : tr("%1, %2, by %3", "data set, base model, person")
                                  .arg(TrainingText::dataset(run), model, person));
    m_stages->setStages(stagesOf(m_viewModel));
}

void RunPage::updateTabs()
{
    const auto state = m_viewModel.state();
    const bool hasReport = state == RunViewModel::State::Ready && m_viewModel.run().report.is_object();
    if ((!hasReport && m_tabs->currentIndex() == ReportTab) ||
        (!m_viewModel.hasModel() && m_tabs->currentIndex() == TryTab))
        m_tabs->setCurrentIndex(ChartsTab);
    m_tabs->setWaiting(ReportTab, hasReport ? QString() : tr("after evaluation", "when the report is there"));
    m_tabs->setWaiting(TryTab,
                       m_viewModel.hasModel() ? QString() : tr("after training", "when the model is there"));
    const bool showsStages = state == RunViewModel::State::Ready && m_tabs->currentIndex() == ChartsTab;
    m_stageCard->setVisible(showsStages);
    m_more->setVisible(hasReport); // in each part, so that the other actions keep their places
    m_notices->setVisible(!m_notices->isEmpty());
    m_stageBox->setVisible(showsStages || !m_notices->isEmpty());
    if (state == RunViewModel::State::Loading) {
        m_entrance.show(m_skeleton);
        m_skeleton->start();
        return;
    }
    if (state == RunViewModel::State::Failed)
        m_entrance.show(m_failed);
    else
        showPart();
    updateSheetButton();
}

void RunPage::updateSheetButton()
{
    const bool isShown = m_charts && m_charts->hasSheet() && m_tabs->currentIndex() == ChartsTab &&
                         m_viewModel.state() == RunViewModel::State::Ready;
    m_sheet->setVisible(isShown);
    m_sheet->setChecked(isShown && m_charts->isSheetOpen());
}

QString RunPage::title() const
{
    return m_viewModel.state() == RunViewModel::State::Ready ? m_viewModel.name() : tr("Run");
}

std::vector<Crumb> RunPage::path() const
{
    return {{tr("Training"), trainingRoute()}, {title(), {}}};
}

Route RunPage::route() const
{
    return runRoute(m_viewModel.name(), !m_wantedPart.isEmpty()               ? m_wantedPart
                                        : m_tabs->currentIndex() == ReportTab ? reportPart
                                        : m_tabs->currentIndex() == TryTab    ? tryPart
                                                                              : QString());
}

void RunPage::open(const Route& route)
{
    m_wantedPart = route.part == reportPart || route.part == tryPart ? route.part : QString();
    if (m_wantedPart.isEmpty())
        m_tabs->setCurrentIndex(ChartsTab);
    m_notices->forgetQuestion();
    m_viewModel.open(route.object);
}

void RunPage::refresh()
{
    m_viewModel.refresh();
    m_actions->refresh();
    m_isGateStale = true; // a standard may have been published
    if (m_report)
        m_report->refresh();
}

bool RunPage::focusFilter()
{
    if (!m_charts || m_stack->currentWidget() != m_charts)
        return false;
    m_charts->focusFilter();
    return true;
}

bool RunPage::clearFilter()
{
    if (m_notices->forgetQuestion()) {
        m_actions->focusStop(); // who asked
        updateTabs();
        return true;
    }
    if (m_charts && m_stack->currentWidget() == m_charts)
        return m_charts->clearFilter();
    return m_tabs->currentIndex() == ReportTab && report().clearSelection();
}

bool RunPage::toggleSideSheet()
{
    return m_charts && m_stack->currentWidget() == m_charts && m_charts->toggleSheet();
}

bool RunPage::primaryAction()
{
    if (m_viewModel.canResume() && m_viewModel.whyNot(train::TrainAction::Train).isEmpty())
        m_viewModel.resume();
    else if (m_viewModel.canGoOn())
        m_viewModel.goOn();
    else
        return false;
    return true;
}

bool RunPage::changeTab(int step)
{
    m_tabs->step(step);
    return true;
}

QString RunPage::helpText() const
{
    return tr(
        "One run. While it trains, the curves, the facts and the log follow it; Pause saves a checkpoint and "
        "frees the computer, Stop saves one and ends. The weights of the best score on the validation part "
        "are "
        "kept; of equal scores the earliest stays, though the loss may still fall. When it is done, Report "
        "has the scores on the test "
        "part and the rows behind each of them, and Try it takes a text of your own. In the report, a class, "
        "a "
        "cell of the matrix, a point of a curve and a bar of the calibration choose the rows that are "
        "listed; "
        "Enter shows a text whole, Esc lists all wrong rows again.");
}

void RunPage::retranslate()
{
    m_actions->retranslate();
    m_more->setLabel(tr("More"));
    m_sheet->setText(tr("Facts"));
    m_sheet->setToolTip(tr("Facts of this run (Ctrl+.)"));
    m_tabs->setTabText(ChartsTab, tr("Training"));
    m_tabs->setTabText(ReportTab, tr("Report"));
    m_tabs->setTabText(TryTab, tr("Try it"));
    m_tabs->setAccessibleName(tr("Parts of the run"));
    m_skeleton->setSentence(tr("The run is being read"));
    m_notices->retranslate();
    if (m_charts)
        m_charts->retranslate();
    if (m_report)
        m_report->retranslate();
    if (m_try)
        m_try->retranslate();
    update();
}

bool RunPage::isSettled() const
{
    return m_viewModel.isSettled() && !m_making.isActive() && !m_entrance.isRunning() &&
           m_actions->isSettled() && !m_readGate.isRunning() && (!m_charts || m_charts->isSettled()) &&
           (!m_report || m_report->isSettled());
}

std::vector<Scene> RunPage::scenes()
{
    const auto charts = [this] { m_tabs->setCurrentIndex(ChartsTab); };
    if (!m_tabs->isTabEnabled(ReportTab)) // it never came to that
        return {{QStringLiteral("run-unfinished"), charts, {}}};
    return {{QStringLiteral("run"), charts, {}},
            {QStringLiteral("run-report"), [this] { m_tabs->setCurrentIndex(ReportTab); }, charts},
            {QStringLiteral("run-try"),
             [this] {
                 if (!m_tabs->isTabEnabled(TryTab))
                     return;
                 m_tabs->setCurrentIndex(TryTab);
                 tryPage();
                 m_try->classify(QStringLiteral("What a wonderful morning!"));
             },
             [this] { m_tabs->setCurrentIndex(ChartsTab); }}};
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_actions.h"

#include "ui/training/run_export_menu.h"
#include "ui/training/run_view_model.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page_header.h"

#include <tuple>
#include <utility>

namespace lepton::ui {

RunActions::RunActions(RunViewModel& viewModel, PageHeader& header, Navigator& navigator,
                       RunRegistry registry, QWidget* page)
    : QObject(page)
    , m_viewModel(viewModel)
    , m_registry(std::move(registry))
    , m_again(new Button(ButtonKind::Secondary))
    , m_export(new Button(ButtonKind::Secondary))
    , m_exportMenu(new RunExportMenu(page))
    , m_pause(new Button(ButtonKind::Secondary))
    , m_goOn(new Button(ButtonKind::Primary))
    , m_stop(new Button(ButtonKind::Danger))
    , m_resume(new Button(ButtonKind::Primary))
    , m_register(new Button(ButtonKind::Primary))
{
    const std::tuple<Button*, const char*, const char*> actions[] = {
        {m_again, "run.newRun.button", "copy"},       {m_export, "run.export.button", "download"},
        {m_pause, "run.pause.button", "pause"},       {m_goOn, "run.goOn.button", "play"},
        {m_stop, "run.stop.button", "stop"},          {m_resume, "run.resume.button", "play"},
        {m_register, "run.register.button", "models"}};
    for (const auto& [button, name, icon] : actions) {
        button->setObjectName(QLatin1String(name));
        button->setIconName(QLatin1String(icon));
        header.addAction(button);
    }
    m_export->setMenu(m_exportMenu);
    connectParts(navigator, page);
}

void RunActions::connectParts(Navigator& navigator, QWidget* page)
{
    connect(m_again, &QPushButton::clicked, this,
            [this, &navigator] { navigator.go(newRunFromRoute(TrainingText::runName(m_viewModel.run()))); });
    connect(
        m_exportMenu, &RunExportMenu::chosen, this,
        [this](train::RunFormat format, const QString& folder) { m_viewModel.exportRun(format, folder); });
    connect(m_register, &QPushButton::clicked, this,
            [this, &navigator, page] { openOrRegister(navigator, page); });
    connect(m_pause, &QPushButton::clicked, this, [this] { m_viewModel.pause(); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { m_viewModel.goOn(); });
    connect(m_stop, &QPushButton::clicked, this, &RunActions::stopAsked);
    connect(m_resume, &QPushButton::clicked, this, [this] { m_viewModel.resume(); });
}

void RunActions::update()
{
    const bool isReady = m_viewModel.state() == RunViewModel::State::Ready;
    m_again->setVisible(isReady);
    m_export->setVisible(isReady);
    m_exportMenu->setRun(isReady ? m_viewModel.name() : QString(), m_viewModel.hasModel());
    if (canBeVersion() && m_askedRun != m_viewModel.run().id)
        refresh();
    updateRegister();
    // of the two the one takes the place of the other, and its focus: the next one to get it would be Stop
    const bool hadFocus = m_pause->hasFocus() || m_goOn->hasFocus();
    Button* now = m_viewModel.canGoOn() ? m_goOn : m_pause;
    now->setVisible(m_viewModel.canPause() || m_viewModel.canGoOn());
    if (hadFocus && now->isVisible())
        now->setFocus(Qt::OtherFocusReason);
    m_pause->setVisible(m_viewModel.canPause());
    m_goOn->setVisible(m_viewModel.canGoOn());
    m_stop->setVisible(m_viewModel.canStop());
    m_resume->setVisible(m_viewModel.canResume());
    m_resume->setText(m_viewModel.details().hasCheckpoint() ? tr("Resume") : tr("Start again"));
    // what the recipe or the data are to blame for would fail again
    const auto& job = m_viewModel.details().job;
    const bool wouldFailAgain =
        job && job->state == jobs::JobState::Failed && jobs::faultSide(*job) == jobs::FaultSide::Job;
    m_resume->setKind(wouldFailAgain ? ButtonKind::Secondary : ButtonKind::Primary);
    const QString whyNotTrain = m_viewModel.whyNot(train::TrainAction::Train);
    for (Button* button : {m_again, m_resume})
        button->setDisabledReason(whyNotTrain);
}

bool RunActions::canBeVersion() const
{
    return m_registry.registerRun && m_viewModel.hasModel() &&
           m_viewModel.run().state == jobs::JobState::Completed;
}

void RunActions::refresh()
{
    if (!canBeVersion() || !m_registry.versionOf)
        return;
    const train::RunId run = m_viewModel.run().id;
    if (std::exchange(m_askedRun, run) != run) {
        m_version.reset();
        m_isVersionKnown = false;
    }
    const auto take = [this](std::optional<RunVersion> version) {
        m_version = std::move(version);
        m_isVersionKnown = true;
        updateRegister();
    };
    // what a log that is not whole says of models, their pages tell
    m_readVersion.run([versionOf = m_registry.versionOf, run] { return versionOf(run); }, take,
                      [take](const base::Error&) { take({}); });
}

void RunActions::updateRegister()
{
    m_register->setVisible(canBeVersion() && (m_isVersionKnown || !m_registry.versionOf));
    m_register->setText(m_version ? tr("Open %1", "a version of a model").arg(m_version->name)
                                  : tr("Register model"));
}

void RunActions::openOrRegister(Navigator& navigator, QWidget* page)
{
    if (m_version)
        navigator.go(m_version->route);
    else
        m_registry.registerRun(page, TrainingText::runName(m_viewModel.run()));
}

void RunActions::retranslate()
{
    m_again->setText(tr("New run from this one"));
    m_export->setText(tr("Export"));
    m_exportMenu->retranslate();
    m_pause->setText(tr("Pause"));
    m_goOn->setText(tr("Continue"));
    m_stop->setText(tr("Stop"));
    update();
}

void RunActions::focusStop()
{
    if (!m_stop->isHidden())
        m_stop->setFocus();
}

} // namespace lepton::ui

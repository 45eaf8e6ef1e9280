// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/new_run_page.h"

#include "ui/training/checks_panel.h"
#include "ui/training/estimate_panel.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/more_settings.h"
#include "ui/training/new_run_data_card.h"
#include "ui/training/new_run_model_card.h"
#include "ui/training/recipe_actions.h"
#include "ui/training/recipe_form.h"
#include "ui/training/run_words.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int checksWidth = 356;

} // namespace

NewRunPage::NewRunPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_viewModel(m_backend)
    , m_previewModel(m_backend, m_viewModel)
    , m_header(new PageHeader)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_originBanner(new InlineBanner(BannerKind::Caution))
    , m_data(new NewRunDataCard(m_viewModel, m_previewModel))
    , m_modelCard(new NewRunModelCard(m_backend, m_viewModel, m_previewModel))
    , m_recipe(new RecipeActions(m_backend, m_viewModel, navigator, this))
{
    setObjectName(QStringLiteral("newRun"));
    m_banner->setObjectName(QStringLiteral("newRun.banner"));
    m_banner->hide();
    m_originBanner->setObjectName(QStringLiteral("newRun.origin.banner"));
    m_originBanner->hide();
    m_header->addAction(m_recipe->fromRun());
    m_header->addAction(m_recipe->load());
    // from the outside to the inside, so that each card is styled once
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto* banner = new QVBoxLayout;
    layout->addLayout(banner);
    banner->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banner->setSpacing(0);
    for (InlineBanner* one : {m_banner, m_originBanner}) {
        one->setGapBelow();
        banner->addWidget(one);
    }
    auto* across = new QHBoxLayout;
    layout->addLayout(across, 1);
    across->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap12);
    across->setSpacing(theme::gap12);
    across->addWidget(makeLeft(), 1);
    auto* checks = new Card({}, this);
    across->addWidget(checks);
    checks->body()->setContentsMargins(0, 0, 0, 0);
    m_checks = new ChecksPanel(m_viewModel);
    m_estimate = new EstimatePanel(m_previewModel);
    m_checks->addAboveCommand(m_estimate);
    checks->body()->addWidget(m_checks);
    checks->setFixedWidth(checksWidth);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(makeFoot());
    connectParts();
    retranslate();
}

QWidget* NewRunPage::makeLeft()
{
    auto* content = new QWidget;
    content->setProperty("plain", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::gap12);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content); // while it is empty, as in PageScroll
    column->addWidget(m_data);
    column->addWidget(m_modelCard);
    column->addWidget(makeTraining());
    column->addWidget(makeRun());
    column->addStretch();
    return m_scroll;
}

QWidget* NewRunPage::makeTraining()
{
    m_trainingCard = new Card(QStringLiteral(" "));
    m_trainingCard->setIcon(QStringLiteral("settings"));
    m_main = new RecipeForm(m_viewModel, mainRecipeFields());
    m_more = new MoreSettings(m_viewModel);
    m_trainingCard->body()->setSpacing(theme::gap12);
    m_trainingCard->body()->addWidget(m_main);
    m_trainingCard->body()->addWidget(m_more);
    return m_trainingCard;
}

QWidget* NewRunPage::makeRun()
{
    m_runCard = new Card(QStringLiteral(" "));
    m_runCard->setIcon(QStringLiteral("training"));
    m_run = new RecipeForm(m_viewModel, runRecipeFields());
    m_device = new TextLabel(theme::Step::Small);
    m_device->setObjectName(QStringLiteral("newRun.device"));
    m_deviceReason = new TextLabel(theme::Step::Small, theme::Role::Text2);
    m_deviceReason->setElided(true);
    auto* device = new QHBoxLayout;
    device->setSpacing(theme::gap8);
    device->addWidget(new IconLabel(QStringLiteral("cpu"), theme::Role::Text2, 14));
    device->addWidget(m_device);
    device->addWidget(m_deviceReason);
    device->addStretch();
    m_runCard->body()->setSpacing(theme::gap12);
    m_runCard->body()->addWidget(m_run);
    m_runCard->body()->addLayout(device);
    return m_runCard;
}

QWidget* NewRunPage::makeFoot()
{
    auto* foot = new QWidget;
    foot->setAttribute(Qt::WA_StyledBackground);
    foot->setProperty("surface", "surface");
    foot->setProperty("pageFoot", true);
    foot->setFixedHeight(theme::pageHeaderHeight);
    m_footIcon = new IconLabel(QStringLiteral("info"), theme::Role::Text2);
    m_foot = new TextLabel(theme::Step::Small, theme::Role::Text2);
    m_foot->setObjectName(QStringLiteral("newRun.obstacle"));
    m_foot->setElided(true);
    m_start = new Button(ButtonKind::Primary);
    m_start->setObjectName(QStringLiteral("newRun.start.button"));
    m_start->setIconName(QStringLiteral("play"));
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    line->setSpacing(theme::gap8);
    line->addWidget(m_footIcon);
    line->addWidget(m_foot, 1);
    line->addStretch();
    line->addWidget(m_recipe->save());
    line->addWidget(m_start);
    return foot;
}

void NewRunPage::connectParts()
{
    connect(m_modelCard, &NewRunModelCard::importRequested, this, &NewRunPage::importModel);
    // once they have their place, what was asked for comes into view
    connect(
        m_more, &MoreSettings::opened, this,
        [this] { m_scroll->ensureWidgetVisible(m_more, 0, theme::gap16); }, Qt::QueuedConnection);
    connect(m_start, &QPushButton::clicked, this, [this] { m_viewModel.start(); });
    connect(m_checks, &ChecksPanel::copied, this,
            [this] { this->navigator().toast(tr("The command is copied")); });
    connect(&m_viewModel, &NewRunViewModel::changed, this, &NewRunPage::update);
    connect(&m_viewModel, &NewRunViewModel::checksChanged, this, &NewRunPage::updateFoot);
    connect(&m_viewModel, &NewRunViewModel::started, this,
            [this](const QString& run) { this->navigator().go(runRoute(run)); });
    connect(&m_viewModel, &NewRunViewModel::startFailed, this,
            [this](const base::Error& error) { tellFailure(tr("The run was not started."), error); });
    connect(m_recipe, &RecipeActions::loadFailed, this,
            [this](const base::Error& error) { tellFailure(tr("The recipe was not taken."), error); });
    connect(m_recipe, &RecipeActions::saveFailed, this,
            [this](const base::Error& error) { tellFailure(tr("The recipe was not saved."), error); });
}

void NewRunPage::tellFailure(const QString& title, const base::Error& error)
{
    m_banner->setError(title, error);
    m_banner->clearActions();
    m_banner->addAction(tr("Dismiss"), [this] { m_banner->hide(); });
    m_banner->show();
}

void NewRunPage::update()
{
    if (m_viewModel.state() == NewRunViewModel::State::Failed && m_viewModel.error()) {
        m_banner->setError(tr("There is nothing to choose from."), *m_viewModel.error());
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
        m_banner->show();
        m_banner->setProperty("ofRead", true);
    } else if (m_banner->property("ofRead").toBool()) {
        m_banner->hide();
        m_banner->setProperty("ofRead", false);
    }
    updateOrigin();
    m_modelCard->update();
    updateDevice();
    updateFoot();
    if (const Route now = route(); now != m_told) {
        m_told = now;
        Q_EMIT routeChanged();
    }
}

QString NewRunPage::facts() const
{
    if (m_viewModel.origin().isEmpty())
        return tr("classify texts");
    QStringList changes;
    for (const auto& [key, value] : m_viewModel.changesToOrigin().toStdMap())
        changes << tr("%1 %2", "a setting and its value").arg(settingTitle(key.toStdString()), value);
    if (changes.isEmpty())
        return tr("classify texts, with the recipe of %1", "a run or a file").arg(m_viewModel.origin());
    return tr("classify texts, with the recipe of %1, but %2", "a run, settings")
        .arg(m_viewModel.origin(), QLocale().createSeparatedList(changes));
}

void NewRunPage::updateOrigin()
{
    m_header->setFacts(facts());
    const QString& problem = m_viewModel.originProblem();
    m_originBanner->setVisible(!problem.isEmpty());
    if (problem.isEmpty() || problem == m_originBanner->sentence())
        return;
    m_originBanner->setText(tr("Not all of the run could be taken over."), problem);
}

void NewRunPage::updateDevice()
{
    if (const auto& device = m_viewModel.device()) {
        m_device->setText(TrainingText::device(*device));
        m_deviceReason->setText(TrainingText::deviceReason(*device));
    } else if (const auto& error = m_viewModel.deviceError()) {
        m_device->setText(tr("Device not known"));
        m_deviceReason->setText(CoreText::error(*error));
    } else {
        m_device->setText(tr("Looking for the device"));
        m_deviceReason->setText({});
    }
}

void NewRunPage::updateFoot()
{
    const QString obstacle = m_viewModel.obstacle();
    const bool isFailed = !obstacle.isEmpty() && m_viewModel.state() != NewRunViewModel::State::Loading;
    m_start->setDisabledReason(obstacle);
    QString text = obstacle;
    if (text.isEmpty())
        text = m_viewModel.isStarting()
                   ? tr("It starts as soon as the checks have answered.")
                   : tr("It runs on this computer; you can go on working, and pause or stop it at any step.");
    m_foot->setText(text);
    m_foot->setTone(isFailed ? theme::Role::BadText : theme::Role::Text2);
    m_footIcon->setIcon(isFailed ? QStringLiteral("error") : QStringLiteral("info"),
                        isFailed ? theme::Role::Bad : theme::Role::Text2);
}

void NewRunPage::importModel()
{
    auto* dialog = new ImportModelDialog(this, m_backend);
    connect(dialog, &ImportModelDialog::imported, this, [this](const QString& name) {
        this->navigator().toast(tr("%1 is imported", "name of a base model").arg(name));
        refresh();
    });
    dialog->open();
}

QString NewRunPage::title() const
{
    return tr("New run");
}

std::vector<Crumb> NewRunPage::path() const
{
    return {{tr("Training"), trainingRoute()}, {title(), {}}};
}

Route NewRunPage::route() const
{
    const auto* source = m_viewModel.source();
    return source ? newRunRoute(QString::fromStdString(source->dataset.name),
                                source->version && source->version->number != source->dataset.latestVersion
                                    ? source->version->number
                                    : 0)
                  : newRunRoute();
}

void NewRunPage::open(const Route& route)
{
    m_banner->hide();
    m_recipe->refresh();
    QMap<QString, QString> changes = route.query;
    const QString from = changes.take(QStringLiteral("from"));
    if (from.isEmpty())
        m_viewModel.open(route.object, route.version);
    else
        m_viewModel.openFrom(from, changes);
}

void NewRunPage::refresh()
{
    m_viewModel.refresh();
    m_recipe->refresh();
}

bool NewRunPage::primaryAction()
{
    if (!m_start->isEnabled())
        return false;
    m_viewModel.start();
    return true;
}

QString NewRunPage::helpText() const
{
    return tr(
        "Choose data, a base model and settings; everything has a working default. The checks at the right "
        "look at data and settings while you change them, and offer what helps. The time is told by a few "
        "steps that are really made. Ctrl+Enter starts the run. The command at the foot does the same in a "
        "shell. The settings can come from an earlier run or a recipe file, and be saved as one.");
}

void NewRunPage::retranslate()
{
    m_header->setTitle(tr("New run"));
    m_data->retranslate();
    m_modelCard->retranslate();
    m_trainingCard->setTitle(tr("Training"));
    m_runCard->setTitle(tr("Run"));
    m_start->setText(tr("Start run"));
    m_start->setToolTip(tr("Start run (Ctrl+Enter)"));
    m_main->retranslate();
    m_more->retranslate();
    m_run->retranslate();
    m_estimate->retranslate();
    m_checks->retranslate();
    m_recipe->retranslate();
    update();
}

bool NewRunPage::isSettled() const
{
    return m_viewModel.isSettled() && m_previewModel.isSettled() && m_modelCard->isSettled() &&
           m_recipe->isSettled();
}

std::vector<Scene> NewRunPage::scenes()
{
    return {{QStringLiteral("new-run"),
             [this] {
                 m_more->setOpen(false);
                 m_scroll->verticalScrollBar()->setValue(0);
             },
             {}},
            {QStringLiteral("new-run-more"), [this] { m_more->setOpen(true); },
             [this] { m_more->setOpen(false); }}};
}

} // namespace lepton::ui

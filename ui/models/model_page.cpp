// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_page.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_card_view.h"
#include "ui/models/model_cards.h"
#include "ui/models/model_frame.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/models_side.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/failure_banner.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {
ModelPage::ModelPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_viewModel(m_backend)
    , m_frame(new ModelFrame(QStringLiteral("model"), this))
    , m_stage(new Chip)
    , m_try(new Button(ButtonKind::Secondary))
    , m_rollBack(new Button(ButtonKind::Secondary))
    , m_promote(new Button(ButtonKind::Primary))
    , m_more(new IconButton(QStringLiteral("more"), 30))
    , m_banner(new InlineBanner(BannerKind::Error, m_frame->evidence()))
    , m_version(new VersionCard(m_frame->facts()))
    , m_performance(new PerformanceCard(m_frame->evidence()))
    , m_history(new HistoryCard(m_frame->evidence()))
    , m_card(new ModelCardView(QStringLiteral("model.card"), m_frame->evidence()))
{
    setObjectName(QStringLiteral("model"));
    m_stage->setObjectName(QStringLiteral("model.stage"));
    m_try->setObjectName(QStringLiteral("model.try.button"));
    m_try->setIconName(QStringLiteral("play"));
    m_rollBack->setObjectName(QStringLiteral("model.rollBack.button"));
    m_rollBack->setIconName(QStringLiteral("undo"));
    m_promote->setObjectName(QStringLiteral("model.promote.button"));
    m_promote->setIconName(QStringLiteral("arrow-up"));
    m_more->setObjectName(QStringLiteral("model.more.button"));
    m_more->setFramed(true);
    m_banner->setObjectName(QStringLiteral("model.banner"));
    m_banner->hide();
    m_frame->setLoadingNews(ModelText::proofOf(m_backend));
    m_frame->header().addBesideTitle(m_stage);
    for (QWidget* action : std::initializer_list<QWidget*>{m_try, m_rollBack, m_promote, m_more})
        m_frame->header().addAction(action);
    m_frame->addBanner(m_banner);
    for (QWidget* card : std::initializer_list<QWidget*>{m_history, m_performance, m_card})
        m_frame->addEvidence(card);
    m_frame->addFacts(m_version);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connectParts();
    connectViewModel();
    retranslate();
}

void ModelPage::connectParts()
{
    connect(&m_frame->side(), &ModelsSide::reviewChosen, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    connect(&m_frame->side(), &ModelsSide::versionChosen, this, [this](const QString&, int number) {
        m_viewModel.select(number);
        Q_EMIT routeChanged();
    });
    connect(m_frame, &ModelFrame::allModelsWanted, this, [this] { this->navigator().go(modelsRoute()); });
    connect(m_frame, &ModelFrame::readAgainWanted, this, [this] { refresh(); });
    const auto openRun = [this](const QString& part) {
        if (const VersionSummary* version = m_viewModel.version())
            this->navigator().go(runRoute(DatasetText::from(version->run), part));
    };
    connect(m_try, &QPushButton::clicked, this, [openRun] { openRun(QStringLiteral("try")); });
    connect(m_version, &VersionCard::runRequested, this, [openRun] { openRun({}); });
    connect(m_version, &VersionCard::reviewRequested, this, [this] {
        if (const VersionSummary* version = m_viewModel.version())
            this->navigator().go(reviewRoute(DatasetText::from(version->pending)));
    });
    connect(m_promote, &QPushButton::clicked, this, &ModelPage::promote);
    connect(m_rollBack, &QPushButton::clicked, this, &ModelPage::rollBack);
    connect(m_more, &QToolButton::clicked, this, &ModelPage::openMenu);
    connect(m_performance, &PerformanceCard::scoreRequested, this, &ModelPage::score);
    connect(m_history, &HistoryCard::dayAsked, &m_viewModel, &ModelViewModel::findProduction);
    connect(m_history, &HistoryCard::promotionRequested, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    connect(m_card, &ModelCardView::editRequested, this, &ModelPage::editCard);
    connect(m_card, &ModelCardView::exportRequested, &m_viewModel, &ModelViewModel::saveCard);
}

void ModelPage::connectViewModel()
{
    connect(&m_viewModel, &ModelViewModel::changed, this, &ModelPage::update);
    connect(&m_viewModel, &ModelViewModel::productionFound, m_history, &HistoryCard::setProduction);
    connect(&m_viewModel, &ModelViewModel::commandFailed, this, &ModelPage::showFailure);
    connect(&m_viewModel, &ModelViewModel::trashed, this, [this](int number) {
        m_banner->hide();
        m_undo = [this, number] { m_viewModel.setTrashed(number, false); };
        this->navigator().toast(tr("%1 is in the trash").arg(ModelText::version(m_viewModel.name(), number)),
                                m_undo);
    });
    connect(&m_viewModel, &ModelViewModel::restored, this, [this](int number) {
        m_banner->hide();
        m_undo = {};
        this->navigator().toast(tr("%1 is back").arg(ModelText::version(m_viewModel.name(), number)));
    });
    connect(&m_viewModel, &ModelViewModel::cardSaved, this, [this](const QString& file) {
        this->navigator().toast(tr("The card is in %1", "name of a file").arg(QFileInfo(file).fileName()));
    });
}

void ModelPage::update()
{
    updateHeader();
    switch (m_viewModel.state()) {
    case ModelViewModel::State::Loading:
        m_frame->showLoading();
        return;
    case ModelViewModel::State::Failed:
        m_frame->showFailure(tr("The model cannot be shown."), *m_viewModel.error());
        return;
    case ModelViewModel::State::Ready:
        break;
    }
    const ModelDetails& details = m_viewModel.details();
    const VersionSummary* version = m_viewModel.version();
    m_frame->side().setOverview(m_viewModel.overview());
    m_frame->side().setModel(&details);
    m_frame->side().setCurrentVersion(version ? version->number : 0);
    m_version->setVersion(version);
    m_performance->setModel(details);
    QString scoreReason = ModelText::reason(details.whyNotEdit);
    if (version && version->run.empty() && scoreReason.isEmpty())
        scoreReason = tr("An imported version does not say which columns it reads.");
    m_performance->setScoreReason(scoreReason);
    m_history->setModel(details);
    m_card->setVisible(version != nullptr);
    m_card->setCard(m_viewModel.card());
    m_card->setEditReason(ModelText::reason(details.whyNotEdit));
    m_frame->showContent();
    if (const QString now = route().toString() + QLatin1Char(' ') + title(); now != m_told) {
        m_told = now;
        Q_EMIT titleChanged();
        Q_EMIT routeChanged();
    }
}

void ModelPage::updateHeader()
{
    const bool isReady = m_viewModel.state() == ModelViewModel::State::Ready;
    const VersionSummary* version = isReady ? m_viewModel.version() : nullptr;
    m_frame->header().setTitle(title());
    m_stage->setVisible(version);
    m_try->setVisible(version && !version->run.empty());
    m_promote->setVisible(version);
    m_more->setVisible(version);
    const ModelDetails& details = m_viewModel.details();
    m_rollBack->setVisible(isReady && details.rollBackTo.has_value());
    if (!isReady) {
        m_frame->header().setFacts({});
        return;
    }
    m_frame->header().setFacts(tr("%1, %2, of %3", "department, task, owner")
                                   .arg(DatasetText::from(details.model.department),
                                        ModelText::task(details.model.task),
                                        DatasetText::from(details.model.owner.name)));
    m_rollBack->setDisabledReason(ModelText::reason(details.whyNotAsk));
    if (!version)
        return;
    m_stage->setContent(version->isTrashed ? ChipContent{tr("In the trash"), ChipKind::Outline, {}}
                                           : ModelText::stage(version->stage));
    m_stage->setAccessibleName(m_stage->content().text);
    QString reason = ModelText::reason(details.whyNotAsk);
    if (reason.isEmpty() && !version->pending.empty())
        reason = tr("%1 waits for a decision already.").arg(DatasetText::from(version->pending));
    else if (reason.isEmpty() && version->isTrashed)
        reason = tr("It is in the trash. Restore it first.");
    else if (reason.isEmpty() && version->stage == registry::Stage::Production)
        reason = tr("It is in production already.");
    m_promote->setDisabledReason(reason);
}

void ModelPage::showFailure(const QString& title, const base::Error& error)
{
    ui::showFailure(*m_banner, navigator(), title, error, [this] { m_banner->hide(); });
}

QString ModelPage::title() const
{
    const VersionSummary* version =
        m_viewModel.state() == ModelViewModel::State::Ready ? m_viewModel.version() : nullptr;
    return version                        ? ModelText::version(m_viewModel.name(), version->number)
           : m_viewModel.name().isEmpty() ? tr("Model")
                                          : m_viewModel.name();
}

std::vector<Crumb> ModelPage::path() const
{
    return {{tr("Models"), modelsRoute()}, {title(), {}}};
}

Route ModelPage::route() const
{
    const VersionSummary* version = m_viewModel.version();
    return modelRoute(m_viewModel.name(), version ? version->number : 0);
}

void ModelPage::open(const Route& route)
{
    m_banner->hide();
    m_viewModel.open(route.object, route.version);
}

void ModelPage::refresh()
{
    m_viewModel.refresh();
}

bool ModelPage::primaryAction()
{
    if (!m_promote->isVisible() || !m_promote->isEnabled())
        return false;
    promote();
    return true;
}

bool ModelPage::undo()
{
    if (!m_undo)
        return false;
    std::exchange(m_undo, {})();
    return true;
}

QString ModelPage::helpText() const
{
    return tr(
        "A model of this workspace. Its versions are at the left: each was made by a run or imported. "
        "Promote asks for a stage with a reason; the standard of the department says which gates hold and "
        "who must approve. Roll back asks for the version that was in production before. The history says "
        "what was in production on any day.");
}

void ModelPage::retranslate()
{
    m_try->setText(tr("Try it"));
    m_rollBack->setText(tr("Roll back…"));
    m_promote->setText(tr("Promote"));
    m_more->setLabel(tr("More"));
    m_frame->setLoadingSentence(tr("The model is being read."));
    m_frame->side().retranslate();
    m_card->retranslate();
    update();
}

bool ModelPage::isSettled() const
{
    return !m_viewModel.isBusy() && m_card->isSettled();
}

std::vector<Scene> ModelPage::scenes()
{
    const auto close = [this] { closeDialogs(*this); };
    std::vector<Scene> scenes{{QStringLiteral("model"), [] {}, {}},
                              {QStringLiteral("model-foot"), [this] { m_frame->showFrom(m_card); },
                               [this] { m_frame->showFrom(nullptr); }}};
    if (m_promote->isEnabled()) {
        scenes.push_back({QStringLiteral("promote-dialog"), [this] { promote(); }, close});
        return scenes;
    }
    scenes.push_back({QStringLiteral("alias-dialog"), [this] { setAlias(); }, close});
    scenes.push_back({QStringLiteral("describe-dialog"), [this] { editCard(); }, close});
    scenes.push_back({QStringLiteral("score-dialog"), [this] { score(); }, close});
    return scenes;
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/review_page.h"

#include "base/file.h"
#include "ui/datasets/dataset_text.h"
#include "ui/models/ask_dialog.h"
#include "ui/models/decision_card.h"
#include "ui/models/describe_dialog.h"
#include "ui/models/evidence_cards.h"
#include "ui/models/lineage_card.h"
#include "ui/models/metrics_card.h"
#include "ui/models/model_card_view.h"
#include "ui/models/model_frame.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/models_side.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace lepton::ui {

ReviewPage::ReviewPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_viewModel(m_backend)
    , m_frame(new ModelFrame(QStringLiteral("review"), this))
    , m_from(new Chip)
    , m_arrow(new IconLabel(QStringLiteral("arrow-right"), theme::Role::Text2))
    , m_to(new Chip)
    , m_try(new Button(ButtonKind::Secondary))
    , m_rollBack(new Button(ButtonKind::Secondary))
    , m_banner(new InlineBanner(BannerKind::Fact, m_frame->evidence()))
    , m_cautions(new InlineBanner(BannerKind::Caution, m_frame->evidence()))
    , m_request(new RequestCard(m_frame->evidence()))
    , m_metrics(new MetricsCard(m_frame->evidence()))
    , m_classes(new ClassesCard(m_frame->evidence()))
    , m_gates(new GatesCard(m_frame->evidence()))
    , m_lineage(new LineageCard(m_frame->evidence()))
    , m_recipe(new RecipeCard(m_frame->evidence()))
    , m_card(new ModelCardView(QStringLiteral("review.card"), m_frame->evidence()))
    , m_decision(new DecisionCard(m_viewModel, m_frame->facts()))
    , m_timeline(new TimelineCard(m_frame->facts()))
{
    setObjectName(QStringLiteral("review"));
    m_from->setObjectName(QStringLiteral("review.from"));
    m_to->setObjectName(QStringLiteral("review.to"));
    m_try->setObjectName(QStringLiteral("review.try.button"));
    m_try->setIconName(QStringLiteral("play"));
    m_rollBack->setObjectName(QStringLiteral("review.rollBack.button"));
    m_rollBack->setIconName(QStringLiteral("undo"));
    m_banner->setObjectName(QStringLiteral("review.banner"));
    m_cautions->setObjectName(QStringLiteral("review.cautions"));
    m_frame->setLoadingNews(ModelText::proofOf(m_backend));
    m_frame->header().addBesideTitle(m_from);
    m_frame->header().addBesideTitle(m_arrow);
    m_frame->header().addBesideTitle(m_to);
    m_frame->header().addAction(m_try);
    m_frame->header().addAction(m_rollBack);
    m_frame->addBanner(m_banner);
    for (QWidget* card : std::initializer_list<QWidget*>{m_request, m_metrics, m_cautions, m_classes, m_gates,
                                                         m_lineage, m_recipe, m_card})
        m_frame->addEvidence(card);
    for (QWidget* card : std::initializer_list<QWidget*>{m_decision, m_timeline})
        m_frame->addFacts(card);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connectParts();
    retranslate();
}

void ReviewPage::connectParts()
{
    connect(&m_viewModel, &ReviewViewModel::changed, this, &ReviewPage::update);
    connect(&m_viewModel, &ReviewViewModel::decided, this, [this](ReviewViewModel::Verdict verdict) {
        const QString text = verdict == ReviewViewModel::Verdict::Approve
                                 ? tr("Approved and signed: %1", "a request")
                             : verdict == ReviewViewModel::Verdict::Reject ? tr("Rejected: %1", "a request")
                                                                           : tr("Withdrawn: %1", "a request");
        this->navigator().toast(text.arg(m_viewModel.name()));
    });
    connect(&m_frame->side(), &ModelsSide::reviewChosen, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    connect(&m_frame->side(), &ModelsSide::versionChosen, this,
            [this](const QString& model, int number) { this->navigator().go(modelRoute(model, number)); });
    connect(m_frame, &ModelFrame::allModelsWanted, this, [this] { this->navigator().go(modelsRoute()); });
    connect(m_frame, &ModelFrame::readAgainWanted, this, [this] { refresh(); });
    connect(m_lineage, &LineageCard::opened, this,
            [this](const Route& route) { this->navigator().go(route); });
    connect(m_metrics, &MetricsCard::reportRequested, this, [this] {
        this->navigator().go(
            runRoute(DatasetText::from(m_viewModel.details().run), QStringLiteral("report")));
    });
    connect(m_try, &QPushButton::clicked, this, [this] {
        this->navigator().go(runRoute(DatasetText::from(m_viewModel.details().run), QStringLiteral("try")));
    });
    connect(m_rollBack, &QPushButton::clicked, this, &ReviewPage::rollBack);
    connect(m_card, &ModelCardView::editRequested, this, &ReviewPage::editCard);
    connect(m_card, &ModelCardView::exportRequested, this, &ReviewPage::saveCard);
}

void ReviewPage::update()
{
    updateHeader();
    switch (m_viewModel.state()) {
    case ReviewViewModel::State::Loading:
        m_frame->showLoading();
        return;
    case ReviewViewModel::State::Failed:
        m_frame->showFailure(tr("The request cannot be shown."), *m_viewModel.error());
        return;
    case ReviewViewModel::State::Ready:
        break;
    }
    const ReviewDetails& review = m_viewModel.details();
    m_frame->side().setOverview(m_viewModel.overview());
    m_frame->side().setModel(&m_viewModel.model());
    m_frame->side().setCurrentReview(m_viewModel.name());
    m_frame->side().setCurrentVersion(review.request.version);
    m_request->setReview(review);
    m_metrics->setReview(review);
    m_classes->setReview(review);
    m_gates->setReview(review);
    m_lineage->setReview(review);
    m_recipe->setReview(review);
    m_timeline->setReview(review);
    m_card->setCard(review.card);
    const auto& whyNotEdit = m_viewModel.model().whyNotEdit;
    m_card->setEditReason(whyNotEdit ? CoreText::error(*whyNotEdit) : QString());
    QStringList cautions;
    for (const std::string& caution : review.cautions)
        cautions << ModelText::sentence(caution);
    m_cautions->setVisible(!cautions.isEmpty());
    m_cautions->setText({}, cautions.join(QLatin1Char('\n')));
    updateBanner();
    m_frame->showContent();
    if (const QString now = route().toString() + QLatin1Char(' ') + title(); now != m_told) {
        m_told = now;
        Q_EMIT titleChanged();
        Q_EMIT routeChanged();
    }
}

void ReviewPage::updateHeader()
{
    const bool isReady = m_viewModel.state() == ReviewViewModel::State::Ready;
    m_frame->header().setTitle(title());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_from, m_arrow, m_to})
        widget->setVisible(isReady);
    const ReviewDetails& review = m_viewModel.details();
    m_try->setVisible(isReady && !review.run.empty());
    m_rollBack->setVisible(isReady && review.rollBackTo.has_value());
    if (!isReady) {
        m_frame->header().setFacts({});
        return;
    }
    const bool isWaiting = review.state == registry::PromotionState::Waiting;
    m_from->setContent(isWaiting ? ModelText::stage(review.request.from) : ModelText::state(review.state));
    m_from->setAccessibleName(m_from->content().text);
    m_to->setContent(ModelText::stage(review.request.target));
    m_to->setAccessibleName(m_to->content().text);
    m_arrow->setVisible(isWaiting);
    m_frame->header().setFacts(m_viewModel.name());
    const auto& whyNotAsk = m_viewModel.model().whyNotAsk;
    m_rollBack->setDisabledReason(whyNotAsk ? CoreText::error(*whyNotAsk) : QString());
}

void ReviewPage::updateBanner()
{
    const ReviewDetails& review = m_viewModel.details();
    m_banner->clearActions();
    if (m_viewModel.isDecidedElsewhere()) {
        m_banner->setKind(BannerKind::Fact);
        m_banner->setText(tr("%1 was decided meanwhile.").arg(m_viewModel.name()),
                          tr("It is: %1. What stands here is how it was decided.", "state of a request")
                              .arg(ModelText::state(review.state).text));
        m_banner->show();
        return;
    }
    if (review.isTrashed && review.state == registry::PromotionState::Waiting) {
        m_banner->setKind(BannerKind::Caution);
        m_banner->setText(tr("v%1 is in the trash.").arg(review.request.version),
                          tr("It cannot be approved until somebody restores it. It can be rejected."));
        m_banner->addAction(tr("Show the version"), [this] {
            const PendingReview& request = m_viewModel.details().request;
            this->navigator().go(modelRoute(DatasetText::from(request.model), request.version));
        });
        m_banner->show();
        return;
    }
    m_banner->hide();
}

void ReviewPage::rollBack()
{
    const ReviewDetails& review = m_viewModel.details();
    const auto& production = m_viewModel.model().model.production;
    if (!review.rollBackTo || !production)
        return;
    auto* dialog = new AskDialog(this, m_backend, DatasetText::from(review.request.model), review.modelId,
                                 *production, *review.rollBackTo);
    connect(dialog, &AskDialog::asked, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    dialog->open();
}

void ReviewPage::editCard()
{
    const ReviewDetails& review = m_viewModel.details();
    auto* dialog =
        new DescribeDialog(this, m_backend, review.modelId, DatasetText::from(review.request.model),
                           DatasetText::from(review.intendedUse), DatasetText::from(review.limits));
    connect(dialog, &DescribeDialog::saved, this, &ReviewPage::refresh);
    dialog->open();
}

void ReviewPage::saveCard(const QString& file, const QString& markdown)
{
    m_write.start([path = std::filesystem::path(file.toStdString()), text = markdown.toStdString()](
                      const base::Cancellation&, base::Progress&) { base::writeFileAtomically(path, text); },
                  [this, file] {
                      this->navigator().toast(
                          tr("The card is in %1", "name of a file").arg(QFileInfo(file).fileName()));
                  },
                  [this](const base::Error& error) {
                      m_banner->setKind(BannerKind::Error);
                      m_banner->setError(tr("The card was not saved."), error);
                      m_banner->clearActions();
                      m_banner->addAction(tr("Dismiss"), [this] { updateBanner(); });
                      m_banner->show();
                  });
}

QString ReviewPage::title() const
{
    if (m_viewModel.state() != ReviewViewModel::State::Ready)
        return tr("Review");
    const PendingReview& request = m_viewModel.details().request;
    return ModelText::version(DatasetText::from(request.model), request.version);
}

std::vector<Crumb> ReviewPage::path() const
{
    return {{tr("Models"), modelsRoute()}, {tr("Reviews"), modelsRoute()}, {title(), {}}};
}

Route ReviewPage::route() const
{
    return reviewRoute(m_viewModel.name());
}

void ReviewPage::open(const Route& route)
{
    m_viewModel.open(route.object);
}

void ReviewPage::refresh()
{
    m_viewModel.refresh();
}

bool ReviewPage::primaryAction()
{
    return m_decision->approve();
}

QString ReviewPage::helpText() const
{
    return tr(
        "A request to move a version of a model to a stage, with what it takes to decide it: the "
        "requester's words, the figures against the version in production, what the program found, the "
        "gates of the standard, and where the version comes from. Approve and sign signs with your key: the "
        "signature names the version, the standard and the figures shown, and fits nothing else. A "
        "rejection takes a comment and ends the request. Nobody decides on an own request.");
}

void ReviewPage::retranslate()
{
    m_try->setText(tr("Try it"));
    m_rollBack->setText(tr("Roll back…"));
    m_frame->setLoadingSentence(tr("The request is being read."));
    m_frame->side().retranslate();
    m_card->retranslate();
    m_decision->retranslate();
    update();
}

bool ReviewPage::isSettled() const
{
    return !m_viewModel.isBusy() && !m_write.isRunning() && m_card->isSettled();
}

std::vector<Scene> ReviewPage::scenes()
{
    return {{QStringLiteral("review"), [this] { m_frame->showFrom(nullptr); }, {}},
            {QStringLiteral("review-foot"), [this] { m_frame->showFrom(m_gates); },
             [this] { m_frame->showFrom(nullptr); }}};
}

} // namespace lepton::ui

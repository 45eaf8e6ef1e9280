// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decision_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/review_view_model.h"
#include "ui/models/signature_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int commentHeight = 72;

} // namespace

DecisionCard::DecisionCard(ReviewViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_count(new Chip)
    , m_people(new SignatureList)
    , m_lock(new QWidget)
    , m_lockIcon(new IconLabel(QStringLiteral("lock"), theme::Role::Text2))
    , m_lockText(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_comment(new QPlainTextEdit)
    , m_error(new InlineBanner(BannerKind::Error))
    , m_approve(new Button(ButtonKind::Primary))
    , m_reject(new Button(ButtonKind::Danger))
    , m_withdraw(new Button(ButtonKind::Secondary))
    , m_work(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_cancel(new Button(ButtonKind::Secondary))
    , m_outcome(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    setObjectName(QStringLiteral("review.decision"));
    m_count->setObjectName(QStringLiteral("review.decision.count"));
    m_lock->setObjectName(QStringLiteral("review.lock"));
    m_lockText->setObjectName(QStringLiteral("review.lock.text"));
    m_comment->setObjectName(QStringLiteral("review.comment.edit"));
    m_approve->setObjectName(QStringLiteral("review.approve.button"));
    m_reject->setObjectName(QStringLiteral("review.reject.button"));
    m_withdraw->setObjectName(QStringLiteral("review.withdraw.button"));
    m_cancel->setObjectName(QStringLiteral("review.cancel.button"));
    m_error->setObjectName(QStringLiteral("review.error"));
    m_outcome->setObjectName(QStringLiteral("review.outcome"));
    m_work->setObjectName(QStringLiteral("review.work"));
    addToHeader(m_count);
    m_approve->setIconName(QStringLiteral("edit"));
    m_reject->setIconName(QStringLiteral("close"));
    m_withdraw->setIconName(QStringLiteral("undo"));
    layOut();
    connectParts();
    retranslate();
}

void DecisionCard::layOut()
{
    m_lock->setProperty("surface", QStringLiteral("sunken"));
    m_lock->setAttribute(Qt::WA_StyledBackground);
    auto* lock = new QHBoxLayout(m_lock);
    lock->setContentsMargins(theme::gap12, theme::gap8, theme::gap12, theme::gap8);
    lock->setSpacing(theme::gap8);
    m_lockIcon->setBesideLine(theme::Step::Body);
    lock->addWidget(m_lockIcon, 0, Qt::AlignTop);
    lock->addWidget(m_lockText, 1);
    m_lockText->setWordWrap(true);
    m_comment->setFixedHeight(commentHeight);
    m_comment->setTabChangesFocus(true);
    m_comment->installEventFilter(this);
    m_field = new FormField(QStringLiteral(" "), m_comment);
    m_cancel->setSmall(true);
    m_work->setWordWrap(true);
    m_outcome->setWordWrap(true);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap8);
    buttons->addWidget(m_approve, 1);
    buttons->addWidget(m_reject);
    auto* work = new QHBoxLayout;
    work->setSpacing(theme::gap8);
    work->addWidget(m_work, 1);
    work->addWidget(m_cancel);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_people);
    body()->addWidget(m_lock);
    body()->addWidget(m_field);
    body()->addWidget(m_error);
    body()->addLayout(buttons);
    body()->addLayout(work);
    body()->addWidget(m_withdraw, 0, Qt::AlignLeft);
    body()->addWidget(m_outcome);
}

void DecisionCard::connectParts()
{
    connect(m_approve, &QPushButton::clicked, this, &DecisionCard::approve);
    connect(m_reject, &QPushButton::clicked, this, &DecisionCard::reject);
    connect(m_withdraw, &QPushButton::clicked, this, [this] { m_viewModel.withdraw(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_viewModel.cancelWork(); });
    connect(m_comment, &QPlainTextEdit::textChanged, this, [this] { m_field->setError({}); });
    connect(&m_viewModel, &ReviewViewModel::changed, this, &DecisionCard::update);
    connect(&m_viewModel, &ReviewViewModel::workChanged, this, &DecisionCard::updateWork);
    connect(&m_viewModel, &ReviewViewModel::decided, this, [this] { m_comment->clear(); });
}

void DecisionCard::retranslate()
{
    setTitle(tr("Decision"));
    m_field->setLabel(tr("Comment"));
    m_field->setNote(tr("needed to reject"));
    m_approve->setText(tr("Approve and sign"));
    m_reject->setText(tr("Reject"));
    m_withdraw->setText(tr("Withdraw the request"));
    m_cancel->setText(tr("Cancel"));
    m_people->retranslate();
    update();
}

bool DecisionCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_comment && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier) && approve())
            return true;
    }
    return Card::eventFilter(watched, event);
}

bool DecisionCard::approve()
{
    if (!m_viewModel.canApprove())
        return false;
    m_viewModel.approve(m_comment->toPlainText());
    return true;
}

void DecisionCard::reject()
{
    if (!m_viewModel.canReject())
        return;
    if (m_comment->toPlainText().trimmed().isEmpty()) {
        m_field->setError(tr("Say what is missing: a rejection takes a comment."));
        m_comment->setFocus();
        return;
    }
    m_viewModel.reject(m_comment->toPlainText());
}

void DecisionCard::update()
{
    if (m_viewModel.state() != ReviewViewModel::State::Ready)
        return;
    if (m_forReview != m_viewModel.name()) {
        m_drafts[m_forReview] = m_comment->toPlainText();
        m_forReview = m_viewModel.name();
        m_comment->setPlainText(m_drafts[m_forReview]); // what was begun before one looked elsewhere
        m_field->setError({});
    }
    updateCount();
    m_people->setReview(m_viewModel.details());
    updateLock();
    updateActions();
    updateWork();
}

void DecisionCard::updateCount()
{
    const ReviewDetails& review = m_viewModel.details();
    if (review.state == registry::PromotionState::Waiting)
        m_count->setContent({tr("%1 of %2 signed").arg(review.request.approvals).arg(review.request.needed),
                             ChipKind::Accent,
                             {}});
    else
        m_count->setContent(ModelText::state(review.state));
    m_count->setAccessibleName(m_count->content().text);
}

QString DecisionCard::rule() const
{
    const ReviewDetails& review = m_viewModel.details();
    return tr("Nobody approves their own request, so %1 cannot sign this one.")
        .arg(DatasetText::from(review.request.requester.name));
}

QString DecisionCard::whyNotApprove() const
{
    const ReviewDetails& review = m_viewModel.details();
    if (review.request.turn == Turn::Own)
        return tr("You asked, so another must review");
    std::vector<GateOutcome> gates = review.otherGates;
    for (const MetricComparison& metric : review.metrics)
        gates.insert(gates.end(), metric.gates.begin(), metric.gates.end());
    const auto failed = std::ranges::find(gates, false, &GateOutcome::passed);
    if (review.whyNotApprove->code() == base::ErrorCode::GateFailed && failed != gates.end())
        return tr("It cannot be approved: the gate “%1” failed. %2", "a gate, and why it failed")
            .arg(ModelText::gate(failed->gate), ModelText::sentence(failed->why));
    return CoreText::error(*review.whyNotApprove);
}

void DecisionCard::updateLock()
{
    const ReviewDetails& review = m_viewModel.details();
    const bool isWaiting = review.state == registry::PromotionState::Waiting;
    m_lock->setVisible(isWaiting);
    if (!isWaiting)
        return;
    if (!review.whyNotApprove) {
        m_lockIcon->setIcon(QStringLiteral("info"), theme::Role::Text2);
        m_lockText->setTone(theme::Role::Text2);
        m_lockText->setText(rule());
        return;
    }
    m_lockIcon->setIcon(QStringLiteral("lock"), theme::Role::Text2);
    m_lockText->setTone(theme::Role::Text);
    m_lockText->setText(whyNotApprove());
}

void DecisionCard::updateActions()
{
    const ReviewDetails& review = m_viewModel.details();
    const bool isWaiting = review.state == registry::PromotionState::Waiting;
    const bool mayApprove = isWaiting && !review.whyNotApprove;
    const bool mayReject = isWaiting && !review.whyNotReject;
    m_approve->setVisible(mayApprove);
    m_reject->setVisible(mayReject);
    m_field->setVisible(mayReject);
    m_withdraw->setVisible(isWaiting && review.canWithdraw && review.request.requester.isMe);
    m_outcome->setText(outcome());
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    const auto& error = m_viewModel.commandError();
    m_error->setVisible(error.has_value());
    if (error)
        m_error->setError(tr("Nothing was signed."), *error);
}

void DecisionCard::updateWork()
{
    const bool isWorking = m_viewModel.work().isRunning();
    const QString reason = isWorking ? tr("A decision is being signed.") : QString();
    m_approve->setDisabledReason(reason);
    m_reject->setDisabledReason(reason);
    m_withdraw->setDisabledReason(reason);
    m_comment->setReadOnly(isWorking);
    m_work->setVisible(isWorking);
    m_cancel->setVisible(isWorking);
    if (isWorking)
        m_work->setText(ModelText::progress(m_viewModel.work().progress()));
}

QString DecisionCard::outcome() const
{
    const ReviewDetails& review = m_viewModel.details();
    const int version = review.request.version;
    if (review.state != registry::PromotionState::Waiting)
        return review.decided == base::UtcTime{}
                   ? QString()
                   : tr("%1, %2", "state of a request, when")
                         .arg(ModelText::state(review.state).text, DatasetText::fullTime(review.decided));
    if (review.whyNotApprove)
        return {};
    const int missing = review.request.needed - review.request.approvals;
    if (missing > 1)
        return tr("Your signature counts; %Ln more must follow before v%1 moves.", nullptr, missing - 1)
            .arg(version);
    const auto& incumbent = m_viewModel.model().model.production;
    if (review.request.target == registry::Stage::Production && incumbent)
        return tr("Your signature moves v%1 to production and keeps v%2 ready for roll back.")
            .arg(version)
            .arg(*incumbent);
    return review.request.target == registry::Stage::Production
               ? tr("Your signature moves v%1 to production.").arg(version)
               : tr("Your signature moves v%1 to staging.").arg(version);
}

} // namespace lepton::ui

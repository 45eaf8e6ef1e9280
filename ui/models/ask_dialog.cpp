// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ask_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int reasonHeight = 96;

} // namespace

AskDialog::AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_target(new Segment)
    , m_reason(new QPlainTextEdit)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_note(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_ask(new Button(ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("ask"));
    m_reason->setObjectName(QStringLiteral("ask.reason.edit"));
    m_target->setObjectName(QStringLiteral("ask.target"));
    m_ask->setObjectName(QStringLiteral("ask.ask.button"));
    m_banner->setObjectName(QStringLiteral("ask.banner"));
    m_progress->setObjectName(QStringLiteral("ask.progress"));
    m_reason->setFixedHeight(reasonHeight);
    m_reason->setTabChangesFocus(true);
    m_reasonField = new FormField(tr("Reason"), m_reason);
    m_reasonField->setHint(tr("Who reviews reads it first: what is better, and what it costs."));
    m_note->setWordWrap(true);
    m_progress->setWordWrap(true);
    m_progress->hide();
    m_banner->hide();
}

AskDialog::AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& model,
                     const VersionSummary& version)
    : AskDialog(over, std::move(backend))
{
    m_version = version.id;
    setHeader(QStringLiteral("models"), tr("Promote %1").arg(ModelText::version(model, version.number)));
    using registry::Stage;
    for (const Stage stage : {Stage::Staging, Stage::Production}) {
        auto* choice = m_target->add(int(stage), ModelText::stage(stage).text);
        choice->setObjectName(stage == Stage::Staging ? QStringLiteral("ask.target.staging")
                                                      : QStringLiteral("ask.target.production"));
    }
    m_target->setAccessibleName(tr("Stage"));
    m_target->setCurrent(int(version.stage == Stage::Staging ? Stage::Production : Stage::Staging));
    m_note->setText(
        tr("The gates of the standard are computed now, and stand in the request with your reason. "
           "Where the standard takes approvals, it then waits for them."));
    m_ask->setText(tr("Ask for promotion"));
    build();
}

AskDialog::AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& model,
                     const registry::ModelId& id, int from, int to)
    : AskDialog(over, std::move(backend))
{
    m_model = id;
    setHeader(QStringLiteral("undo"), tr("Roll %1 back to v%2").arg(model).arg(to));
    m_target->hide();
    m_note->setText(
        tr("v%1, which was in production before v%2, is asked for again. The same standard holds: "
           "gates are computed now, and others approve.")
            .arg(to)
            .arg(from));
    m_ask->setText(tr("Roll back to v%1").arg(to));
    build();
}

void AskDialog::build()
{
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_banner);
    if (m_version)
        body()->addWidget(m_target, 0, Qt::AlignLeft);
    else
        m_target->setParent(this);
    body()->addWidget(m_reasonField);
    body()->addWidget(m_note);
    body()->addWidget(m_progress);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("ask.cancel.button"));
    addButton(cancel);
    addButton(m_ask);
    setWantedSize({560, 390});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_work.cancel(); });
    connect(m_ask, &QPushButton::clicked, this, &AskDialog::ask);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &AskDialog::validate);
    connect(&m_work, &ModelWork::changed, this, &AskDialog::updateWork);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_ask,
            &QPushButton::click);
    m_reason->setFocus();
    validate();
}

void AskDialog::validate()
{
    QString problem;
    if (m_work.isRunning())
        problem = tr("The gates are being computed.");
    else if (m_reason->toPlainText().trimmed().isEmpty())
        problem = tr("A promotion takes a reason.");
    m_ask->setDisabledReason(problem);
    setFooterText(problem);
}

void AskDialog::updateWork()
{
    const bool isWorking = m_work.isRunning();
    m_reason->setReadOnly(isWorking);
    m_target->setEnabled(!isWorking);
    m_progress->setVisible(isWorking);
    if (isWorking)
        m_progress->setText(ModelText::progress(m_work.progress()));
    validate();
}

void AskDialog::ask()
{
    if (!m_ask->isEnabled())
        return;
    m_banner->hide();
    const auto target = registry::Stage(m_target->current());
    m_work.start(
        [backend = m_backend, version = m_version, model = m_model, target,
         reason = m_reason->toPlainText().trimmed().toStdString()](const base::Cancellation& cancellation,
                                                                   base::Progress& progress) {
            return version ? backend->promote(*version, target, reason, cancellation, progress)
                           : backend->rollBack(*model, reason, cancellation, progress);
        },
        [this](const std::string& promotion) {
            Q_EMIT asked(DatasetText::from(promotion));
            accept();
        },
        [this](const base::Error& error) {
            m_banner->setError(tr("Nothing was asked for."), error);
            m_banner->show();
        });
}

} // namespace lepton::ui

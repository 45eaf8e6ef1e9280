// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/describe_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"

#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

DescribeDialog::DescribeDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend,
                               const registry::ModelId& model, const QString& name,
                               const QString& intendedUse, const QString& limits)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_model(model)
    , m_use(new QPlainTextEdit(intendedUse))
    , m_limits(new QPlainTextEdit(limits))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("describe"));
    setHeader(QStringLiteral("edit"), tr("Use and limits of %1").arg(name));
    m_use->setObjectName(QStringLiteral("describe.use.edit"));
    m_limits->setObjectName(QStringLiteral("describe.limits.edit"));
    m_save->setObjectName(QStringLiteral("describe.save.button"));
    m_banner->hide();
    m_use->setTabChangesFocus(true);
    m_limits->setTabChangesFocus(true);
    auto* useField = new FormField(tr("Intended use"), m_use);
    useField->setHint(tr("What it is for, and for whom. Markdown."));
    auto* limitsField = new FormField(tr("Limits"), m_limits);
    limitsField->setHint(tr("What it is not for, and where it fails. Markdown."));
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_banner);
    body()->addWidget(useField, 1);
    body()->addWidget(limitsField, 1);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("describe.cancel.button"));
    addButton(cancel);
    addButton(m_save);
    setFooterText(tr("It stands in the card of every version."));
    setWantedSize({600, 480});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DescribeDialog::save);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &DescribeDialog::save);
    connect(&m_work, &ModelWork::changed, this,
            [this] { m_save->setDisabledReason(m_work.isRunning() ? tr("It is being saved.") : QString()); });
    m_use->setFocus();
}

void DescribeDialog::save()
{
    if (m_work.isRunning())
        return;
    m_work.start([backend = m_backend, model = m_model, use = m_use->toPlainText().trimmed().toStdString(),
                  limits = m_limits->toPlainText().trimmed().toStdString()](
                     const base::Cancellation&, base::Progress&) { backend->describe(model, use, limits); },
                 [this] {
                     Q_EMIT saved();
                     accept();
                 },
                 [this](const base::Error& error) {
                     m_banner->setError(tr("The card was not changed."), error);
                     m_banner->show();
                 });
}

} // namespace lepton::ui

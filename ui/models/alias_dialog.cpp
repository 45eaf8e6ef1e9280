// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alias_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/name_rule.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace lepton::ui {

AliasDialog::AliasDialog(QWidget* over, const QString& version)
    : Dialog(over)
    , m_alias(new QLineEdit)
    , m_save(new Button(tr("Set alias"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("alias"));
    setHeader(QStringLiteral("tag"), tr("Alias of %1").arg(version));
    m_alias->setObjectName(QStringLiteral("alias.name.edit"));
    m_save->setObjectName(QStringLiteral("alias.save.button"));
    m_save->setDefault(true);
    m_field = new FormField(tr("Alias"), m_alias);
    m_field->setHint(tr("Another name for the version; it moves when it is set on another one."));
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->addWidget(m_field);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("alias.cancel.button"));
    addButton(cancel);
    addButton(m_save);
    setWantedSize({460, 230});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_alias, &QLineEdit::textChanged, this, &AliasDialog::validate);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_alias->text());
        accept();
    });
    m_alias->setFocus();
    validate();
}

void AliasDialog::validate()
{
    const QString wrong = NameRule::whyNot(m_alias->text());
    m_field->setError(m_alias->text().isEmpty() ? QString() : wrong);
    m_save->setDisabledReason(wrong);
    setFooterText(m_alias->text().isEmpty() ? tr("The alias needs a name.") : QString());
}

} // namespace lepton::ui

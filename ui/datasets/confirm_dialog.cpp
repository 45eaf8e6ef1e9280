// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/confirm_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {

ConfirmDialog::ConfirmDialog(QWidget* over, const QString& title, const QString& sentence,
                             const QString& action)
    : Dialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("confirm"));
    setHeader(QStringLiteral("warning"), title);
    auto* text = new TextLabel(sentence, theme::Step::Body);
    text->setWordWrap(true);
    body()->setContentsMargins(theme::gap20, theme::gap20, theme::gap20, theme::gap20);
    body()->addWidget(text);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("confirm.cancel.button"));
    auto* act = new Button(action, ButtonKind::DangerFill);
    act->setObjectName(QStringLiteral("confirm.act.button"));
    addButton(cancel);
    addButton(act);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
    setWantedSize({460, 220});
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a version: dialogs and the menu.
#include "ui/datasets/dataset_text.h"
#include "ui/models/alias_dialog.h"
#include "ui/models/ask_dialog.h"
#include "ui/models/describe_dialog.h"
#include "ui/models/model_page.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/score_dialog.h"
#include "ui/widgets/button.h"

#include <QMenu>

#include <utility>

namespace lepton::ui {

void ModelPage::promote()
{
    const VersionSummary* version = m_viewModel.version();
    if (!version || !m_promote->isEnabled())
        return;
    auto* dialog = new AskDialog(this, m_backend, m_viewModel.name(), *version);
    connect(dialog, &AskDialog::asked, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    dialog->open();
}

void ModelPage::rollBack()
{
    const ModelDetails& details = m_viewModel.details();
    if (!details.rollBackTo || !details.model.production)
        return;
    auto* dialog = new AskDialog(this, m_backend, m_viewModel.name(), details.model.id,
                                 *details.model.production, *details.rollBackTo);
    connect(dialog, &AskDialog::asked, this,
            [this](const QString& name) { this->navigator().go(reviewRoute(name)); });
    dialog->open();
}

void ModelPage::score()
{
    const VersionSummary* version = m_viewModel.version();
    if (!version)
        return;
    auto* dialog = new ScoreDialog(this, m_backend, ModelText::version(m_viewModel.name(), version->number),
                                   version->id);
    connect(dialog, &ScoreDialog::scored, this, &ModelPage::refresh);
    dialog->open();
}

void ModelPage::openMenu()
{
    const VersionSummary* version = m_viewModel.version();
    if (!version)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("model.more.menu"));
    const QString reason = ModelText::reason(m_viewModel.details().whyNotEdit);
    const auto add = [&](const QString& text, auto&& action) {
        QAction* added = menu->addAction(text);
        added->setEnabled(reason.isEmpty());
        connect(added, &QAction::triggered, this, std::forward<decltype(action)>(action));
        return added;
    };
    add(tr("Set an alias…"), [this] { setAlias(); });
    for (const std::string& alias : version->aliases) {
        const QString name = DatasetText::from(alias);
        add(tr("Remove the alias %1").arg(name), [this, name] { m_viewModel.removeAlias(name); });
    }
    menu->addSeparator();
    const int number = version->number;
    const bool isTrashed = version->isTrashed;
    add(isTrashed ? tr("Restore %1").arg(ModelText::number(number))
                  : tr("Move %1 to the trash").arg(ModelText::number(number)),
        [this, number, isTrashed] { m_viewModel.setTrashed(number, !isTrashed); });
    if (!reason.isEmpty())
        menu->addAction(reason)->setEnabled(false);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void ModelPage::setAlias()
{
    const VersionSummary* version = m_viewModel.version();
    if (!version)
        return;
    auto* dialog = new AliasDialog(this, ModelText::version(m_viewModel.name(), version->number));
    connect(dialog, &AliasDialog::named, this,
            [this, number = version->number](const QString& alias) { m_viewModel.setAlias(alias, number); });
    dialog->open();
}

void ModelPage::editCard()
{
    const ModelDetails& details = m_viewModel.details();
    auto* dialog =
        new DescribeDialog(this, m_backend, details.model.id, m_viewModel.name(),
                           DatasetText::from(details.intendedUse), DatasetText::from(details.limits));
    connect(dialog, &DescribeDialog::saved, this, &ModelPage::refresh);
    dialog->open();
}

} // namespace lepton::ui

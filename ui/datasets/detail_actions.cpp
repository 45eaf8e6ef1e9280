// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPage: what can be done with the data set.
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/detail_page.h"
#include "ui/datasets/edit_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/rights.h"
#include "ui/widgets/tab_bar.h"

#include <QMenu>
#include <QPushButton>

namespace lepton::ui {

/// Someone moved it there while it is shown.
void DetailPage::showTrashed()
{
    const auto& dataset = m_viewModel.dataset();
    m_banner->setText(tr("%1 is in the trash.").arg(m_viewModel.name()),
                      tr("Moved there: %1. Until it is restored it can only be read and exported.",
                         "time, such as \"5 min ago\"; the name of the data set stands before")
                          .arg(DatasetText::whenInside(*dataset.trashed)));
    m_banner->clearActions();
    auto* restore = m_banner->addAction(tr("Restore"), [this, id = dataset.id] { m_viewModel.restore(id); });
    restore->setObjectName(QStringLiteral("dataset.restore.button"));
    restore->setDisabledReason(m_viewModel.whyNotRestore());
    showBanner(true);
}

void DetailPage::fillVersionMenu()
{
    auto* menu = m_version->menu();
    menu->clear();
    for (const auto& version : m_viewModel.versions()) {
        auto* action = menu->addAction(tr("v%1, %2: %3 rows", "number, time, rows")
                                           .arg(QString::number(version.number),
                                                DatasetText::whenInside(version.created),
                                                DatasetText::count(version.rows)));
        action->setCheckable(true);
        action->setChecked(m_viewModel.version() && version.number == m_viewModel.version()->number);
        connect(action, &QAction::triggered, this, [this, number = version.number] { showVersion(number); });
    }
}

void DetailPage::fillMoreMenu()
{
    auto* menu = m_more->menu();
    menu->clear();
    const QString whyNoEdit = m_viewModel.whyNot(data::DatasetAction::Edit);
    const QString whyNoImport = m_viewModel.whyNot(data::DatasetAction::Import);
    const auto add = [&](const QString& text, const QString& whyNot, auto&& act) {
        QAction* action = menu->addAction(text);
        action->setEnabled(whyNot.isEmpty());
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Edit name and description…"), whyNoEdit, [this] { edit(); });
    add(tr("Import a new version…"), whyNoImport, [this] { importVersion(); });
    menu->addSeparator();
    add(tr("Move to trash"), whyNoEdit, [this] { m_viewModel.trash(); });
    addReason(*menu, whyNoEdit.isEmpty() ? whyNoImport : whyNoEdit);
}

void DetailPage::exportShown(std::optional<data::RowOrder> filtered)
{
    if (const auto* version = m_viewModel.version())
        exportDataset(this, m_context, navigator(), m_viewModel.dataset(), version->number,
                      std::move(filtered));
}

void DetailPage::edit()
{
    auto* dialog = new EditDialog(this, m_context, m_viewModel.dataset());
    connect(dialog, &EditDialog::saved, this, &DetailPage::refresh);
    dialog->open();
}

void DetailPage::importVersion()
{
    chooseFilesToImport(this, m_context, navigator(), m_viewModel.name());
}

} // namespace lepton::ui

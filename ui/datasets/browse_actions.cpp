// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_page.h"
#include "ui/datasets/browse_table.h"
#include "ui/datasets/confirm_dialog.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/edit_dialog.h"
#include "ui/widgets/rights.h"

#include <QAction>
#include <QMenu>

namespace lepton::ui {

void BrowsePage::openCurrent()
{
    const auto* dataset = m_table->current();
    if (!dataset || isTrash())
        return;
    navigator().go(datasetRoute(DatasetText::from(dataset->name)));
}

void BrowsePage::exportCurrent()
{
    if (const auto* dataset = m_table->current())
        exportDataset(this, m_context, navigator(), *dataset, 0);
}

void BrowsePage::editCurrent()
{
    const auto* dataset = m_table->current();
    if (!dataset)
        return;
    auto* dialog = new EditDialog(this, m_context, *dataset);
    connect(dialog, &EditDialog::saved, this, &BrowsePage::refresh);
    dialog->open();
}

void BrowsePage::trashCurrent()
{
    if (const auto* dataset = m_table->current())
        m_viewModel.trash(dataset->id);
}

void BrowsePage::restoreCurrent()
{
    if (const auto* dataset = m_table->current())
        m_viewModel.restore(dataset->id);
}

void BrowsePage::confirmEmptyTrash()
{
    auto* dialog = new ConfirmDialog(
        this, tr("Empty the trash"),
        tr("%Ln data set(s) and all their versions are removed for good. This cannot be undone.", nullptr,
           m_viewModel.trashedCount()),
        tr("Remove %Ln data set(s)", nullptr, m_viewModel.trashedCount()));
    connect(dialog, &QDialog::accepted, this, [this] { m_viewModel.emptyTrash(); });
    dialog->open();
}

void BrowsePage::importData()
{
    chooseFilesToImport(this, m_context, navigator());
}

void BrowsePage::fillMenu(QMenu& menu)
{
    const auto add = [&](const QString& text, const QKeySequence& keys, auto&& act) {
        auto* action = menu.addAction(text);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown here, served by the table
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const QString whyNoImport = m_viewModel.whyNot(data::DatasetAction::Import);
    const QString whyNoEdit = m_viewModel.whyNot(data::DatasetAction::Edit);
    if (isTrash()) {
        add(tr("Restore"), {}, [this] { restoreCurrent(); })->setEnabled(whyNoEdit.isEmpty());
        addReason(menu, whyNoEdit);
        return;
    }
    add(tr("Open"), Qt::Key_Return, [this] { openCurrent(); });
    add(tr("Edit name and description…"), {}, [this] { editCurrent(); })->setEnabled(whyNoEdit.isEmpty());
    add(tr("Import a new version…"), {}, [this] {
        if (const auto* dataset = m_table->current())
            chooseFilesToImport(this, m_context, this->navigator(), DatasetText::from(dataset->name));
    })->setEnabled(whyNoImport.isEmpty());
    add(tr("Export…"), {}, [this] { exportCurrent(); });
    menu.addSeparator();
    add(tr("Move to trash"), Qt::Key_Delete, [this] { trashCurrent(); })->setEnabled(whyNoEdit.isEmpty());
    addReason(menu, whyNoEdit.isEmpty() ? whyNoImport : whyNoEdit);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_columns.h"
#include "ui/training/run_edit_dialog.h"
#include "ui/training/runs_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/rights.h"

#include <QMenu>

// What a person can do with runs of the list: menus, dialogs, views.

namespace lepton::ui {

std::vector<std::int64_t> RunsPanel::chosenAt(const QModelIndex& row) const
{
    const std::int64_t run = m_viewModel.runs().numberAt(row);
    if (m_viewModel.ticks().contains(run))
        return m_viewModel.ticks().runs();
    return run ? std::vector{run} : std::vector<std::int64_t>();
}

std::vector<std::int64_t> RunsPanel::chosen() const
{
    const auto ticked = m_viewModel.ticks().runs();
    return ticked.empty() ? chosenAt(m_table->currentIndex()) : ticked;
}

void RunsPanel::openCurrent()
{
    if (const auto run = m_viewModel.runs().numberAt(m_table->currentIndex()))
        Q_EMIT openRequested(QStringLiteral("R-%1").arg(run));
}

void RunsPanel::edit(const std::vector<std::int64_t>& runs)
{
    if (!runs.empty())
        m_viewModel.askToEdit(runs);
}

void RunsPanel::showEditor(const std::vector<train::RunRow>& runs)
{
    auto* dialog = new RunEditDialog(this, runs);
    connect(dialog, &RunEditDialog::renamed, &m_viewModel, &RunsViewModel::rename);
    connect(dialog, &RunEditDialog::tagged, &m_viewModel, &RunsViewModel::tag);
    dialog->open();
}

void RunsPanel::moveToTrash(const std::vector<std::int64_t>& runs)
{
    if (m_viewModel.request().shelf == train::RunShelf::Listed && !runs.empty())
        m_viewModel.trash(runs);
}

void RunsPanel::showShelf(train::RunShelf shelf)
{
    auto request = m_viewModel.request();
    request.shelf = shelf;
    m_viewModel.setRequest(std::move(request));
}

void RunsPanel::fillActions(QMenu& menu, const std::vector<std::int64_t>& runs)
{
    const int count = int(runs.size());
    const bool isTrash = m_viewModel.request().shelf == train::RunShelf::Trashed;
    const QString whyNotEdit = m_viewModel.whyNot(train::TrainAction::EditRuns);
    const bool mayEdit = whyNotEdit.isEmpty();
    const auto add = [&](const char* name, const QString& text, auto action, bool isOn = true) {
        QAction* entry = menu.addAction(text);
        entry->setObjectName(QLatin1String(name));
        entry->setEnabled(isOn);
        connect(entry, &QAction::triggered, this, action);
    };
    if (runs.empty()) {
        menu.addAction(tr("Choose or tick a run first"))->setEnabled(false);
    } else {
        const QString name = QStringLiteral("R-%1").arg(runs.front()); // where it is one
        if (count == 1)
            add("training.run.open", tr("Open %1", "a run").arg(name),
                [this, name] { Q_EMIT openRequested(name); });
        const QString whyNotTrain = m_viewModel.whyNot(train::TrainAction::Train);
        if (count == 1)
            add(
                "training.run.newRun", tr("New run from this one"),
                [this, name] { Q_EMIT newRunFromRequested(name); }, whyNotTrain.isEmpty());
        if (isTrash) {
            add(
                "training.run.restore",
                count == 1 ? tr("Restore %1", "a run").arg(name) : tr("Restore %Ln run(s)", nullptr, count),
                [this, runs] { m_viewModel.restore(runs); }, mayEdit);
        } else {
            add(
                "training.run.edit",
                count == 1 ? tr("Name and tags…") : tr("Tags of %Ln run(s)…", nullptr, count),
                [this, runs] { edit(runs); }, mayEdit);
            add(
                "training.run.trash",
                count == 1 ? tr("Move %1 to the trash", "a run").arg(name)
                           : tr("Move %Ln run(s) to the trash", nullptr, count),
                [this, runs] { moveToTrash(runs); }, mayEdit);
        }
        addReason(menu, whyNotEdit);
    }
    menu.addSeparator();
    if (!m_viewModel.ticks().runs().empty())
        add("training.untick", tr("Untick all"), [this] { m_viewModel.ticks().clear(); });
    if (m_viewModel.ticks().runs().size() > 1 && m_compareClosed)
        add("training.compare", tr("Compare what is ticked"), [this] {
            m_compareClosed = false;
            showCompare();
        });
    if (m_viewModel.shown() > int(m_viewModel.ticks().runs().size()))
        add("training.tickAll", tr("Tick all %Ln run(s) shown", nullptr, m_viewModel.shown()),
            [this] { m_viewModel.ticks().add(m_viewModel.runs().order()); });
    if (isTrash)
        add("training.leaveTrash", tr("Leave the trash"), [this] { showShelf(train::RunShelf::Listed); });
    else
        add("training.trash", tr("Show the trash"), [this] { showShelf(train::RunShelf::Trashed); });
}

void RunsPanel::fillViews()
{
    QMenu* menu = m_viewsButton->menu();
    menu->clear();
    const RunView* current = m_views.matching(m_viewModel.request(), m_columns->shown());
    for (const RunView& view : m_views.views()) {
        auto* action = menu->addAction(QString(view.name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(current && current->name == view.name);
        connect(action, &QAction::triggered, this, [this, view] { showView(view); });
    }
    if (!m_views.views().empty())
        menu->addSeparator();
    auto* save = menu->addAction(tr("Save as a view…"));
    save->setObjectName(QStringLiteral("training.views.save"));
    connect(save, &QAction::triggered, this, [this] {
        askForViewName({}, [this](const QString& name) {
            auto request = m_viewModel.request();
            request.shelf = train::RunShelf::Listed;
            m_views.save({name, request, m_columns->shown()});
        });
    });
    if (!current)
        return;
    const QString shown = QString(current->name).replace(QLatin1Char('&'), QStringLiteral("&&"));
    auto* rename = menu->addAction(tr("Rename the view %1…").arg(shown));
    rename->setObjectName(QStringLiteral("training.views.rename"));
    connect(rename, &QAction::triggered, this, [this, old = current->name] {
        askForViewName(old, [this, old](const QString& name) { m_views.rename(old, name); });
    });
    auto* remove = menu->addAction(tr("Forget the view %1").arg(shown));
    remove->setObjectName(QStringLiteral("training.views.forget"));
    connect(remove, &QAction::triggered, this, [this, view = *current] {
        m_views.remove(view.name);
        Q_EMIT viewForgotten(view);
    });
}

void RunsPanel::askForViewName(const QString& current, const std::function<void(const QString&)>& take)
{
    QStringList taken;
    for (const RunView& view : m_views.views()) {
        if (view.name != current)
            taken << view.name;
    }
    auto* dialog = new ViewNameDialog(this, taken, current);
    connect(dialog, &ViewNameDialog::named, this, take);
    dialog->open();
}

void RunsPanel::restoreView(const RunView& view)
{
    m_views.save(view);
}

void RunsPanel::showView(const RunView& view)
{
    m_columns->setShown(view.columns);
    m_viewModel.setRequest(view.request);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_actions.h"

#include "base/file.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/navigator.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <nlohmann/json.hpp>

namespace lepton::ui {

namespace {

constexpr std::size_t offeredRuns = 10;

} // namespace

RecipeActions::RecipeActions(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& viewModel,
                             Navigator& navigator, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_viewModel(viewModel)
    , m_navigator(navigator)
    , m_fromRun(new Button(ButtonKind::Secondary))
    , m_load(new Button(ButtonKind::Secondary))
    , m_save(new Button(ButtonKind::Quiet))
    , m_menu(new QMenu(m_fromRun))
{
    m_fromRun->setObjectName(QStringLiteral("newRun.from.button"));
    m_fromRun->setIconName(QStringLiteral("copy"));
    m_fromRun->setMenu(m_menu);
    m_load->setObjectName(QStringLiteral("newRun.load.button"));
    m_load->setIconName(QStringLiteral("file"));
    m_save->setObjectName(QStringLiteral("newRun.save.button"));
    m_menu->setObjectName(QStringLiteral("newRun.from.menu"));
    connect(m_menu, &QMenu::aboutToShow, this, &RecipeActions::fillMenu);
    connect(m_load, &QPushButton::clicked, this, &RecipeActions::chooseFileToLoad);
    connect(m_save, &QPushButton::clicked, this, &RecipeActions::chooseFileToSave);
    retranslate();
}

void RecipeActions::refresh()
{
    m_readRuns.run(
        [backend = m_backend] {
            auto numbers = backend->runOrder({.filter = "state = 'completed'"}).numbers;
            numbers.resize(std::min(numbers.size(), offeredRuns));
            return backend->runItems(numbers, {});
        },
        [this](std::vector<RunListItem> runs) {
            m_runs = std::move(runs);
            retranslate();
        },
        [this](const base::Error&) { // the page says what cannot be read of the catalog
            m_runs.clear();
            retranslate();
        });
}

void RecipeActions::retranslate()
{
    m_fromRun->setText(tr("From a run"));
    m_fromRun->setDisabledReason(m_runs.empty() ? tr("No run is complete yet.") : QString());
    m_load->setText(tr("Load a recipe…"));
    m_load->setToolTip(tr("Takes the settings of a recipe file; data and base model stay as chosen"));
    m_save->setText(tr("Save recipe…"));
    m_save->setToolTip(tr("Writes the settings as a file for this page and for lepton train --recipe"));
}

bool RecipeActions::isSettled() const
{
    return !m_readRuns.isRunning() && !m_file.isRunning();
}

void RecipeActions::fillMenu()
{
    m_menu->clear();
    for (const RunListItem& item : m_runs) {
        const QString run = QString::fromStdString(item.row.name());
        const QString title =
            QString::fromStdString(item.row.title.empty() ? item.row.datasetName : item.row.title);
        auto* action =
            m_menu->addAction(item.row.best ? tr("%1  %2, %3", "run, its name or data set, best metric")
                                                  .arg(run, title, figureText(*item.row.best))
                                            : tr("%1  %2", "run, its name or data set").arg(run, title));
        action->setObjectName(QStringLiteral("newRun.from.") + run);
        connect(action, &QAction::triggered, this, [this, run] { m_navigator.go(newRunFromRoute(run)); });
    }
}

void RecipeActions::chooseFileToLoad()
{
    auto* dialog = new QFileDialog(m_load->window(), tr("Choose a recipe file"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("newRun.load.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recipes (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecipeActions::read);
    dialog->open();
}

void RecipeActions::chooseFileToSave()
{
    auto* dialog = new QFileDialog(m_save->window(), tr("Save the recipe as"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("newRun.save.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Recipes (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecipeActions::write);
    dialog->open();
}

void RecipeActions::read(const QString& file)
{
    m_file.run([path = std::filesystem::path(
                    file.toStdString())] { return train::recipeFromText(base::readTextFile(path)); },
               [this, file](const train::Recipe& recipe) {
                   m_viewModel.takeSettings(recipe, QFileInfo(file).fileName());
               },
               [this](const base::Error& error) { Q_EMIT loadFailed(error); });
}

void RecipeActions::write(const QString& file)
{
    train::Recipe settings = m_viewModel.recipe();
    settings.datasetVersion = {};
    settings.textColumn.clear();
    settings.labelColumn.clear();
    settings.baseModel = {};
    m_file.run([path = std::filesystem::path(file.toStdString()),
                settings] { base::writeFileAtomically(path, nlohmann::json(settings).dump(2) + "\n"); },
               [this, file] {
                   m_navigator.toast(tr("The settings are in %1", "a file").arg(QFileInfo(file).fileName()));
               },
               [this](const base::Error& error) { Q_EMIT saveFailed(error); });
}

} // namespace lepton::ui

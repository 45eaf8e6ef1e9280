// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the run that is put together can start, and its start.
#include "ui/training/check_text.h"
#include "ui/training/column_guess.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/train_command.h"
#include "ui/training/training_text.h"

#include <utility>

namespace lepton::ui {

bool NewRunViewModel::hasColumns() const
{
    return m_source && m_source->version && !m_recipe.textColumn.empty() && !m_recipe.labelColumn.empty();
}

bool NewRunViewModel::isComplete() const
{
    return hasColumns() && baseModel();
}

void NewRunViewModel::scheduleChecks()
{
    m_check.cancel();
    m_startWhenChecked = false; // what was to be started is another run now
    if (!isComplete() || !m_problems.isEmpty()) {
        m_debounce.stop();
        m_checksState = Checks::None;
        m_checks.clear();
        Q_EMIT checksChanged();
        return;
    }
    m_checksState = Checks::Running;
    m_debounce.start();
    Q_EMIT checksChanged();
}

void NewRunViewModel::runChecks()
{
    m_debounce.stop();
    m_checksState = Checks::Running;
    m_check.run([backend = m_backend, recipe = m_recipe](
                    const base::Cancellation& cancellation) { return backend->check(recipe, cancellation); },
                [this](std::vector<train::Check> checks) {
                    m_checks = std::move(checks);
                    m_checksState = Checks::Ready;
                    m_checksError.reset();
                    const bool start = std::exchange(m_startWhenChecked, false) && obstacle().isEmpty();
                    Q_EMIT checksChanged();
                    if (start)
                        startNow();
                },
                [this](const base::Error& error) {
                    m_checks.clear();
                    m_checksState = Checks::Failed;
                    m_checksError = error;
                    m_startWhenChecked = false;
                    Q_EMIT checksChanged();
                });
}

QString NewRunViewModel::obstacle() const
{
    if (const QString why = m_rights.whyNot(train::TrainAction::Train); !why.isEmpty())
        return why;
    if (m_state == State::Loading)
        return tr("The data sets are being read.");
    if (m_starting)
        return tr("The run is being queued.");
    if (!m_source)
        return tr("Import a data set first: there is none to train on.");
    if (!m_source->version)
        return tr("This data set has no version yet. Choose another one.");
    if (m_recipe.textColumn.empty())
        return textColumns(m_source->version->schema).empty()
                   ? tr("%1 has no column of texts to learn from. Choose another data set.")
                         .arg(QString::fromStdString(m_source->dataset.name))
                   : tr("No column of %1 looks like texts to learn from: their values repeat. Choose another "
                        "data set, or a column all the same.")
                         .arg(QString::fromStdString(m_source->dataset.name));
    if (m_recipe.labelColumn.empty())
        return tr("Choose the column that holds the labels.");
    if (!baseModel())
        return tr("Import a base model first: there is none to start from.");
    if (!m_problems.isEmpty())
        return m_problems.first();
    if (m_checksState == Checks::Ready) {
        for (const auto& check : m_checks) {
            if (check.state == train::CheckState::Failed)
                return tr("%1: %2", "name of a failed check, its sentence")
                    .arg(TrainingText::check(check.id), CheckText::sentence(check));
        }
    }
    return {};
}

void NewRunViewModel::start()
{
    if (!obstacle().isEmpty() || m_startWhenChecked)
        return;
    if (m_checksState == Checks::Ready) {
        startNow();
        return;
    }
    m_startWhenChecked = true;
    if (m_checksState != Checks::Running || m_debounce.isActive())
        runChecks();
    Q_EMIT checksChanged();
}

void NewRunViewModel::startNow()
{
    m_starting = true;
    Q_EMIT checksChanged();
    m_commands.run([backend = m_backend, recipe = m_recipe] { return backend->start(recipe); },
                   [this](const train::Run& run) {
                       m_starting = false;
                       Q_EMIT checksChanged();
                       Q_EMIT started(TrainingText::runName(run));
                   },
                   [this](const base::Error& error) {
                       m_starting = false;
                       Q_EMIT checksChanged();
                       Q_EMIT startFailed(error);
                   });
}

QString NewRunViewModel::command() const
{
    if (!isComplete())
        return {};
    return trainCommand(m_recipe, QString::fromStdString(m_source->dataset.name), m_source->version->number,
                        QString::fromStdString(baseModel()->name));
}

} // namespace lepton::ui

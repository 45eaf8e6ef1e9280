// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/new_run_view_model.h"

#include "ui/training/column_guess.h"
#include "ui/training/run_proposal.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::chrono::milliseconds checkDelay{500};

bool contains(const std::vector<std::string>& names, const std::string& name)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

NewRunViewModel::NewRunViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_rights(m_backend)
    , m_preferences(m_backend->preferences())
{
    m_recipe.threads = m_preferences.threads;
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(checkDelay);
    connect(&m_debounce, &QTimer::timeout, this, &NewRunViewModel::runChecks);
    connect(&m_rights, &Rights::changed, this, &NewRunViewModel::checksChanged);
}

bool NewRunViewModel::isSettled() const
{
    return !m_debounce.isActive() && !m_read.isRunning() && !m_check.isRunning() &&
           !m_readDevice.isRunning() && !m_commands.isRunning() && !m_rights.isAsking();
}

void NewRunViewModel::open(const QString& dataset, int version)
{
    if (dataset.isEmpty()) {
        refresh();
        return;
    }
    read({.run = {}, .name = dataset.toStdString(), .dataset = {}, .version = version});
}

void NewRunViewModel::openFrom(const QString& run, const QMap<QString, QString>& changes)
{
    read({.run = run.toStdString(), .name = {}, .dataset = {}, .version = 0, .changes = changes});
}

void NewRunViewModel::refresh()
{
    // what is still being read for a route is wanted more than what is shown
    if (m_read.isRunning())
        read(Wanted(m_asked));
    else
        read({.run = {},
              .name = {},
              .dataset = m_source ? m_source->dataset.id : base::DatasetId(),
              .version = m_wantedVersion});
}

void NewRunViewModel::chooseDataset(const base::DatasetId& id, int version)
{
    read({.run = {}, .name = {}, .dataset = id, .version = version});
}

NewRunViewModel::Lists NewRunViewModel::readLists(TrainingBackend& backend, Wanted wanted)
{
    Lists lists{.datasets = backend.datasets(),
                .baseModels = backend.baseModels(),
                .source = {},
                .origin = {},
                .originError = {}};
    if (!wanted.run.empty()) {
        try {
            lists.origin = backend.run(wanted.run).run;
            wanted.dataset = lists.origin->dataset;
            wanted.version = lists.origin->datasetNumber;
        } catch (const base::Error& error) {
            lists.originError = error;
        }
    }
    const data::Dataset* chosen = nullptr;
    for (const auto& dataset : lists.datasets) {
        if (wanted.name.empty() ? dataset.id == wanted.dataset : dataset.name == wanted.name)
            chosen = &dataset;
    }
    if (chosen) {
        lists.source = backend.source(chosen->id, wanted.version);
        return lists;
    }
    const train::BaseModelId model = lists.origin ? lists.origin->recipe.baseModel : wanted.baseModel;
    const bool isThere =
        std::ranges::find(lists.baseModels, model, &train::BaseModel::id) != lists.baseModels.end();
    lists.source =
        proposedData(backend, lists.datasets, isThere ? model : proposedBaseModel(lists.baseModels));
    return lists;
}

void NewRunViewModel::read(Wanted wanted)
{
    m_rights.refresh();
    m_wantedVersion = wanted.version;
    wanted.baseModel = m_recipe.baseModel;
    m_asked = wanted;
    m_read.run([backend = m_backend, wanted] { return readLists(*backend, wanted); },
               [this, wanted](Lists lists) {
                   m_lists.datasets = std::move(lists.datasets);
                   m_lists.baseModels = std::move(lists.baseModels);
                   m_state = State::Ready;
                   m_error.reset();
                   const auto before = m_recipe;
                   takeOrigin(lists, wanted);
                   takeSource(std::move(lists.source));
                   proposeBaseModel();
                   followPreferences();
                   if (!m_device && !m_readDevice.isRunning())
                       readDevice();
                   // the catalog changes often while something runs: what was checked already stays checked
                   if (m_recipe != before || m_checksState == Checks::None || m_checksState == Checks::Failed)
                       scheduleChecks();
                   Q_EMIT changed();
               },
               [this](const base::Error& error) {
                   m_state = State::Failed;
                   m_error = error;
                   Q_EMIT changed();
               });
}

void NewRunViewModel::followPreferences()
{
    const RunPreferences now = m_backend->preferences();
    if (now == m_preferences)
        return;
    if (m_recipe.threads == m_preferences.threads) // not chosen for this run
        m_recipe.threads = now.threads;
    m_preferences = now;
    m_device.reset();
}

void NewRunViewModel::takeOrigin(const Lists& lists, const Wanted& wanted)
{
    if (wanted.run.empty())
        return;
    m_originProblem = lists.originError ? CoreText::error(*lists.originError) : QString();
    m_origin.clear();
    m_changes.clear();
    if (!lists.origin)
        return;
    const train::Run& run = *lists.origin;
    m_origin = TrainingText::runName(run);
    m_wantedVersion = run.datasetNumber;
    m_recipe = run.recipe;
    m_problems.clear();
    m_changes = wanted.changes;
    for (const auto& [key, value] : wanted.changes.toStdMap())
        setKey(key, value);
    if (!lists.source || lists.source->dataset.id != run.dataset)
        m_originProblem = tr("Its data set %1 is no longer in the workspace: another one is proposed.")
                              .arg(QString::fromStdString(run.datasetName));
    else if (!baseModel())
        m_originProblem = tr("Its base model %1 is no longer in the workspace: another one is proposed.")
                              .arg(QString::fromStdString(run.baseModelName));
}

void NewRunViewModel::takeSource(std::optional<TrainingSource> source)
{
    m_source = std::move(source);
    if (!m_source || !m_source->version) {
        m_recipe.datasetVersion = {};
        return;
    }
    const auto& version = *m_source->version;
    if (m_recipe.datasetVersion == version.id)
        return;
    m_recipe.datasetVersion = version.id;
    const auto guess = guessColumns(version.schema, m_source->profile);
    if (!contains(textColumns(version.schema), m_recipe.textColumn))
        m_recipe.textColumn = guess.text;
    if (!contains(labelColumns(version.schema), m_recipe.labelColumn) ||
        m_recipe.labelColumn == m_recipe.textColumn)
        m_recipe.labelColumn = guess.label;
    if (!contains(labelColumns(version.schema), m_recipe.splitColumn))
        m_recipe.splitColumn.clear();
}

void NewRunViewModel::proposeBaseModel()
{
    if (baseModel())
        return;
    m_recipe.baseModel = proposedBaseModel(m_lists.baseModels);
}

const train::BaseModel* NewRunViewModel::baseModel() const
{
    const auto found = std::ranges::find(m_lists.baseModels, m_recipe.baseModel, &train::BaseModel::id);
    return found == m_lists.baseModels.end() ? nullptr : &*found;
}

void NewRunViewModel::readDevice()
{
    m_readDevice.run([backend = m_backend, precision = m_recipe.precision,
                      threads = int(m_recipe.threads)] { return backend->device(precision, threads); },
                     [this](const train::DeviceFacts& facts) {
                         m_device = facts;
                         m_deviceError.reset();
                         Q_EMIT changed();
                     },
                     [this](const base::Error& error) {
                         m_device.reset();
                         m_deviceError = error;
                         Q_EMIT changed();
                     });
}

void NewRunViewModel::setTextColumn(const QString& column)
{
    m_recipe.textColumn = column.toStdString();
    scheduleChecks();
    Q_EMIT changed();
}

void NewRunViewModel::setLabelColumn(const QString& column)
{
    m_recipe.labelColumn = column.toStdString();
    scheduleChecks();
    Q_EMIT changed();
}

void NewRunViewModel::setBaseModel(const train::BaseModelId& id)
{
    m_recipe.baseModel = id;
    scheduleChecks();
    Q_EMIT changed();
}

void NewRunViewModel::setKey(const QString& key, const QString& value)
{
    const auto before = m_recipe;
    try {
        train::set(m_recipe, (key + QLatin1Char('=') + value).toStdString());
        m_problems.remove(key);
    } catch (const base::Error& error) {
        m_recipe = before;
        m_problems[key] = CoreText::error(error);
    }
}

void NewRunViewModel::assign(const QString& key, const QString& value)
{
    const auto before = m_recipe;
    setKey(key, value);
    if (m_recipe.precision != before.precision || m_recipe.threads != before.threads)
        readDevice();
    scheduleChecks();
    Q_EMIT changed();
}

void NewRunViewModel::apply(const train::Fix& fix)
{
    for (const std::string& assignment : fix.assignments) {
        const QString text = QString::fromStdString(assignment);
        const auto equals = text.indexOf(QLatin1Char('='));
        assign(text.left(equals), text.mid(equals + 1));
    }
}

void NewRunViewModel::takeSettings(const train::Recipe& recipe, const QString& origin)
{
    const train::Recipe before = std::exchange(m_recipe, recipe);
    m_recipe.datasetVersion = before.datasetVersion;
    m_recipe.textColumn = before.textColumn;
    m_recipe.labelColumn = before.labelColumn;
    m_recipe.baseModel = before.baseModel;
    m_origin = origin;
    m_changes.clear();
    m_originProblem.clear();
    m_problems.clear();
    const bool hasSplit = m_source && m_source->version &&
                          contains(labelColumns(m_source->version->schema), recipe.splitColumn);
    if (!recipe.splitColumn.empty() && !hasSplit) {
        m_recipe.splitColumn.clear();
        m_originProblem = tr("The data set has no column %1 that splits it: it is split by shares.")
                              .arg(QString::fromStdString(recipe.splitColumn));
    }
    if (m_recipe.precision != before.precision || m_recipe.threads != before.threads)
        readDevice();
    scheduleChecks();
    Q_EMIT changed();
}

} // namespace lepton::ui

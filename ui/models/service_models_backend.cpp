// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_models_backend.h"

#include "base/text.h"
#include "data/dataset_service.h"
#include "data/table.h"
#include "registry/registry_service.h"
#include "store/workspace.h"
#include "train/training_data.h"
#include "train/training_service.h"
#include "ui/models/registry_reading.h"
#include "ui/widgets/pool_break.h"

namespace lepton::ui {
namespace {

/// So many of the newest runs are offered.
constexpr std::int64_t mostRuns = 500;

bool hasColumn(const data::DatasetVersion& version, const std::string& name)
{
    return version.schema.find(name).has_value();
}

} // namespace

ServiceModelsBackend::ServiceModelsBackend(ModelsServices services)
    : m_services(std::move(services))
{}

std::shared_ptr<const registry::RegistryState> ServiceModelsBackend::state()
{
    const PoolBreak pause;
    return m_services.registry.state();
}

RegistryReading ServiceModelsBackend::read()
{
    const PoolBreak pause;
    return {m_services.registry.ledger(), m_services.me, m_services.workspace.info().whyNotWrite()};
}

std::optional<base::ProgressState> ServiceModelsBackend::proof()
{
    return m_services.registry.proof();
}

ModelsOverview ServiceModelsBackend::overview()
{
    return read().overview();
}

ModelDetails ServiceModelsBackend::model(const std::string& name)
{
    return read().model(name);
}

ReviewDetails ServiceModelsBackend::review(const std::string& name)
{
    return read().review(name);
}

registry::CardFacts ServiceModelsBackend::card(const std::string& model, int version)
{
    return read().card(model, version);
}

std::optional<int> ServiceModelsBackend::productionAt(const std::string& model, base::UtcTime time)
{
    const auto state = this->state();
    const registry::ModelRecord* record = state->findModel(model);
    const registry::VersionRecord* version = record ? state->inProductionAt(*record, time) : nullptr;
    return version ? std::optional(version->number) : std::nullopt;
}

std::vector<RegistrableRun> ServiceModelsBackend::runs()
{
    const auto state = this->state();
    std::map<std::string, std::string> registered;
    for (const auto& [id, version] : state->versions()) {
        if (!version.isImported())
            registered[version.run] =
                state->model(version.model).name + " v" + std::to_string(version.number);
    }
    train::RunQuery query;
    query.states = {jobs::JobState::Completed};
    query.limit = mostRuns;
    std::vector<RegistrableRun> runs;
    for (const train::Run& run : m_services.training.runs().list(query)) {
        RegistrableRun one{.name = run.name(),
                           .dataset = run.datasetName + " v" + std::to_string(run.datasetNumber),
                           .baseModel = run.baseModelName,
                           .macroF1 = {},
                           .version = {}};
        if (const auto metric = run.metrics.find("test/macro_f1"); metric != run.metrics.end())
            one.macroF1 = metric->second;
        if (const auto found = registered.find(run.id.toString()); found != registered.end())
            one.version = found->second;
        runs.push_back(std::move(one));
    }
    return runs;
}

VersionName ServiceModelsBackend::registerRun(const std::string& run, const std::string& model)
{
    const train::Run found = m_services.training.runs().resolve(run);
    const auto made = m_services.registry.registerRun(found, model, {});
    return {made.model.name, made.version.number};
}

VersionName ServiceModelsBackend::registerFolder(const std::filesystem::path& folder,
                                                 const std::string& model,
                                                 const base::Cancellation& cancellation,
                                                 base::Progress& progress)
{
    const auto made = m_services.registry.registerFolder(folder, model, {}, cancellation, progress);
    return {made.model.name, made.version.number};
}

void ServiceModelsBackend::describe(const registry::ModelId& model, const std::string& intendedUse,
                                    const std::string& limits)
{
    m_services.registry.describe(model, intendedUse, limits);
}

void ServiceModelsBackend::setAlias(const registry::ModelId& model, const std::string& alias, int version)
{
    m_services.registry.setAlias(model, alias, version);
}

void ServiceModelsBackend::removeAlias(const registry::ModelId& model, const std::string& alias)
{
    m_services.registry.removeAlias(model, alias);
}

void ServiceModelsBackend::setTrashed(const registry::ModelVersionId& version, bool trashed)
{
    m_services.registry.setTrashed(version, trashed);
}

std::string ServiceModelsBackend::promote(const registry::ModelVersionId& version, registry::Stage target,
                                          const std::string& reason, const base::Cancellation& cancellation,
                                          base::Progress& progress)
{
    return m_services.registry.promote(version, target, reason, cancellation, progress).name();
}

std::string ServiceModelsBackend::rollBack(const registry::ModelId& model, const std::string& reason,
                                           const base::Cancellation& cancellation, base::Progress& progress)
{
    return m_services.registry.rollBack(model, reason, cancellation, progress).name();
}

void ServiceModelsBackend::approve(const registry::PromotionId& promotion, const std::string& comment,
                                   const base::Cancellation& cancellation, base::Progress& progress)
{
    m_services.registry.approve(promotion, comment, cancellation, progress);
}

void ServiceModelsBackend::reject(const registry::PromotionId& promotion, const std::string& comment)
{
    m_services.registry.reject(promotion, comment);
}

void ServiceModelsBackend::withdraw(const registry::PromotionId& promotion)
{
    m_services.registry.withdraw(promotion);
}

std::vector<ScoreSource> ServiceModelsBackend::scoreSources(const registry::ModelVersionId& id)
{
    const auto state = this->state();
    const auto version = state->versions().find(id);
    const registry::RunFacts* run =
        version == state->versions().end() ? nullptr : state->run(version->second.run);
    std::vector<ScoreSource> sources;
    if (!run)
        return sources;
    const auto text = run->recipe.value("text_column", std::string());
    const auto label = run->recipe.value("label_column", std::string());
    for (const data::Dataset& dataset : m_services.datasets.store().list()) {
        if (dataset.latestVersion == 0)
            continue;
        const data::VersionRef newest = m_services.datasets.resolve(dataset.name);
        if (hasColumn(newest.version, text) && hasColumn(newest.version, label))
            sources.push_back({dataset.name, newest.version.number, text, label, newest.version.rows});
    }
    return sources;
}

void ServiceModelsBackend::score(const registry::ModelVersionId& version,
                                 const std::vector<ScoreSource>& sources,
                                 const base::Cancellation& cancellation, base::Progress& progress)
{
    std::vector<registry::TestRows> rows;
    for (const ScoreSource& source : sources) {
        const data::VersionRef found =
            m_services.datasets.resolve(source.dataset + "@" + std::to_string(source.number));
        const auto table = m_services.datasets.open(found.version);
        auto data = train::readTrainingData(*table, {source.textColumn, source.labelColumn, {}}, cancellation,
                                            progress);
        rows.push_back({.dataset = found.dataset.name,
                        .number = found.version.number,
                        .hash = found.version.contentHash,
                        .classes = std::move(data.classes),
                        .texts = std::move(data.texts),
                        .labels = std::move(data.labels),
                        .leaks = 0});
    }
    m_services.registry.score(version, rows, cancellation, progress);
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/service_backend.h"

#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "train/api/engine.h"
#include "train/training_service.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

/// Unfinished runs whose best score is looked up for the list: the newest ones.
constexpr std::size_t bestScoresAtMost = 100;

/// The best score so far of a run that has no final ones yet, under the key that final ones have.
void takeBestScore(train::Run& run, train::MetricStore& metrics)
{
    const std::string key = "validation/" + std::string(train::metricName(run.recipe.metric));
    for (const auto& point : metrics.series(run.number, key)) {
        const auto [best, isFirst] = run.metrics.try_emplace(key, point.value);
        if (!isFirst && train::isBetter(run.recipe.metric, point.value, best->second))
            best->second = point.value;
    }
}

/// What the queue knows of its own jobs is newer than what it has saved.
void takeLiveState(train::Run& run, const jobs::JobInfo& job)
{
    run.state = job.state;
    run.started = job.started;
    run.finished = job.finished;
}

} // namespace

ServiceBackend::ServiceBackend(TrainingServices services)
    : m_services(std::move(services))
{}

std::vector<ListedRun> ServiceBackend::runs()
{
    std::vector<ListedRun> listed;
    std::size_t asked = 0;
    for (auto& run : m_services.training.runs().list()) {
        if (run.metrics.empty() && asked++ < bestScoresAtMost)
            takeBestScore(run, m_services.training.metrics());
        listed.push_back({std::move(run), {}});
    }
    for (const auto& job : m_services.jobs.active()) {
        const auto found = std::ranges::find(
            listed, job.id, [](const ListedRun& one) -> const base::JobId& { return one.run.job; });
        if (found == listed.end())
            continue;
        found->progress = job.progress;
        if (job.own)
            takeLiveState(found->run, job);
    }
    return listed;
}

RunDetails ServiceBackend::run(const std::string& name)
{
    RunDetails details;
    details.run = m_services.training.runs().resolve(name);
    details.artifacts = m_services.training.runs().artifacts(details.run.id);
    if (!details.run.job.isNull())
        details.job = m_services.jobs.find(details.run.job);
    if (details.job && details.job->own && !jobs::isFinal(details.job->state))
        takeLiveState(details.run, *details.job);
    return details;
}

train::MetricPage ServiceBackend::metrics(std::int64_t number, std::int64_t cursor)
{
    return m_services.training.metrics().after(number, cursor);
}

std::vector<train::BaseModel> ServiceBackend::baseModels()
{
    return m_services.baseModels.store().list();
}

train::BaseModelOutcome ServiceBackend::importBaseModel(const std::filesystem::path& folder,
                                                        const std::string& name,
                                                        const base::Cancellation& cancellation,
                                                        base::Progress& progress)
{
    return m_services.baseModels.import(folder, name, cancellation, progress);
}

void ServiceBackend::trashBaseModel(const train::BaseModelId& id)
{
    m_services.baseModels.trash(id);
}

void ServiceBackend::restoreBaseModel(const train::BaseModelId& id)
{
    m_services.baseModels.restore(id);
}

std::vector<data::Dataset> ServiceBackend::datasets()
{
    return m_services.datasets.store().list();
}

TrainingSource ServiceBackend::source(const base::DatasetId& id, int number)
{
    auto& store = m_services.datasets.store();
    const auto dataset = store.find(id);
    if (!dataset)
        throw base::Error(base::ErrorCode::NotFound,
                          "This data set is no longer in the workspace. Choose another one.");
    TrainingSource source{.dataset = *dataset, .version = {}, .profile = {}, .versions = {}};
    for (const auto& version : store.versions(id)) {
        source.versions.push_back(version.number);
        if (version.number == number || (number == 0 && !source.version))
            source.version = version;
    }
    if (number != 0 && !source.version)
        throw base::Error(base::ErrorCode::NotFound, "The data set \"" + dataset->name +
                                                         "\" has no version " + std::to_string(number) +
                                                         ". Choose another one.");
    if (source.version)
        source.profile = store.profile(source.version->id);
    return source;
}

train::DeviceFacts ServiceBackend::device(train::Precision precision, int threads)
{
    return m_services.engine().device(train::DeviceChoice::Auto, precision, threads);
}

std::vector<train::Check> ServiceBackend::check(const train::Recipe& recipe,
                                                const base::Cancellation& cancellation)
{
    base::Progress progress;
    return m_services.training.check(recipe, cancellation, progress);
}

train::Run ServiceBackend::start(const train::Recipe& recipe)
{
    return m_services.training.start(m_services.jobs, recipe);
}

train::Run ServiceBackend::resume(const train::RunId& id)
{
    return m_services.training.resume(m_services.jobs, id);
}

std::shared_ptr<train::Predictor> ServiceBackend::predictor(const train::Run& run)
{
    return m_services.training.predictor(run);
}

void ServiceBackend::exportModel(const train::Run& run, const std::filesystem::path& folder,
                                 const base::Cancellation& cancellation)
{
    base::Progress progress;
    m_services.training.exportModel(run, folder, cancellation, progress);
}

void ServiceBackend::pause(const base::JobId& job)
{
    m_services.jobs.pause(job);
}

void ServiceBackend::goOn(const base::JobId& job)
{
    m_services.jobs.resume(job);
}

void ServiceBackend::interrupt(const base::JobId& job)
{
    m_services.jobs.interrupt(job);
}

} // namespace lepton::ui

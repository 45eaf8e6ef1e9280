// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/service_backend.h"

#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "train/api/engine.h"
#include "train/report/earlier_report.h"
#include "train/training_service.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lepton::ui {

namespace {

/// Of so many values a small curve in a list is made.
constexpr std::size_t curvePoints = 48;

/// What the queue knows of its own jobs is newer than what it has saved.
template <class RunOrRow>
void takeLiveState(RunOrRow& run, const jobs::JobInfo& job)
{
    run.state = job.state;
    if (!run.started)
        run.started = job.started;
    run.finished = job.finished;
    run.worked = job.worked;
}

} // namespace

ServiceBackend::ServiceBackend(TrainingServices services)
    : m_services(std::move(services))
    , m_previews(m_services.datasets, m_services.baseModels, m_services.engine)
{}

train::RunOrder ServiceBackend::runOrder(const RunListRequest& request)
{
    auto& lists = m_services.training.lists();
    return lists.order(queryOf(request, lists.fieldNames()));
}

std::vector<RunListItem> ServiceBackend::runItems(const std::vector<std::int64_t>& numbers,
                                                  const train::RunRowWish& wish)
{
    auto& lists = m_services.training.lists();
    std::vector<RunListItem> items;
    for (train::RunRow& row : lists.rows(numbers, wish)) {
        RunListItem item{std::move(row), {}, {}};
        item.curve = lists.curve(item.row.number, item.row.decidedBy, curvePoints);
        items.push_back(std::move(item));
    }
    for (const auto& job : m_services.jobs.active()) {
        const auto found = std::ranges::find(
            items, job.id, [](const RunListItem& one) -> const base::JobId& { return one.row.job; });
        if (found == items.end())
            continue;
        found->progress = job.progress;
        if (job.own)
            takeLiveState(found->row, job);
    }
    return items;
}

RunListChoices ServiceBackend::runChoices()
{
    auto& lists = m_services.training.lists();
    RunListChoices choices;
    for (const train::RunFact fact : facetFacts)
        choices.facets[fact] = lists.facets(fact);
    choices.metricKeys = lists.fieldNames().metricKeys();
    return choices;
}

std::vector<train::RunId> ServiceBackend::idsOf(const std::vector<std::int64_t>& numbers)
{
    std::vector<train::RunId> ids;
    for (const train::RunRow& row : m_services.training.lists().rows(numbers))
        ids.push_back(row.id);
    return ids;
}

void ServiceBackend::renameRun(const train::RunId& id, const std::string& name)
{
    m_services.training.editor().rename(id, name);
}

void ServiceBackend::noteRun(const train::RunId& id, const std::string& note)
{
    m_services.training.editor().setNote(id, note);
}

void ServiceBackend::tagRuns(const std::vector<std::int64_t>& numbers, const train::TagChange& change)
{
    m_services.training.editor().tag(idsOf(numbers), change);
}

void ServiceBackend::trashRuns(const std::vector<std::int64_t>& numbers)
{
    m_services.training.editor().trash(idsOf(numbers));
}

void ServiceBackend::restoreRuns(const std::vector<std::int64_t>& numbers)
{
    m_services.training.editor().restore(idsOf(numbers));
}

train::RunComparison ServiceBackend::compareRuns(const std::vector<std::int64_t>& numbers)
{
    std::vector<train::ComparedRun> runs;
    for (const std::int64_t number : numbers)
        runs.push_back({m_services.training.runs().resolve(std::to_string(number)),
                        m_services.training.lists().metrics(number)});
    return train::compareRuns(runs);
}

std::vector<std::vector<train::MetricPoint>>
ServiceBackend::metricCurves(const std::vector<std::int64_t>& numbers, const std::string& key)
{
    std::vector<std::vector<train::MetricPoint>> curves;
    for (const std::int64_t number : numbers)
        curves.push_back(m_services.training.metrics().series(number, key));
    return curves;
}

std::vector<std::string> ServiceBackend::metricKeys(const std::vector<std::int64_t>& numbers)
{
    std::set<std::string> keys;
    for (const std::int64_t number : numbers) {
        for (const std::string& key : m_services.training.metrics().keys(number))
            keys.insert(key);
    }
    return {keys.begin(), keys.end()};
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
    return m_services.engine().device(preferences().device, precision, threads);
}

std::vector<train::Check> ServiceBackend::check(const train::Recipe& recipe,
                                                const base::Cancellation& cancellation)
{
    base::Progress progress;
    return m_services.training.check(recipe, cancellation, progress);
}

train::DataPreview ServiceBackend::preview(const train::Recipe& recipe,
                                           const base::Cancellation& cancellation)
{
    base::Progress progress;
    return m_previews.preview(recipe, cancellation, progress);
}

std::optional<double> ServiceBackend::unknownShare(const base::DatasetVersionId& version,
                                                   const std::string& textColumn,
                                                   const train::BaseModelId& model)
{
    return m_previews.unknownShare(version, textColumn, model, {});
}

train::StepTimes ServiceBackend::measure(const train::Recipe& recipe, const base::Cancellation& cancellation)
{
    return m_previews.measure(recipe, preferences().device, cancellation);
}

std::optional<base::Error> ServiceBackend::whyNot(train::TrainAction action)
{
    return m_services.whyNot ? m_services.whyNot(action) : std::nullopt;
}

RunPreferences ServiceBackend::preferences() const
{
    return m_services.preferences ? m_services.preferences() : RunPreferences{};
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

void ServiceBackend::exportRun(const train::Run& run, train::RunFormat format,
                               const std::filesystem::path& folder, const base::Cancellation& cancellation)
{
    base::Progress progress;
    train::exportRun(m_services.training, run, format, folder, cancellation, progress);
}

std::shared_ptr<const train::RunReport> ServiceBackend::report(const train::Run& run,
                                                               const base::Cancellation& cancellation)
{
    return m_services.training.report(run, cancellation);
}

std::vector<train::Run> ServiceBackend::earlierRuns(const train::Run& run)
{
    return train::earlierRuns(m_services.training.runs(), run);
}

bool ServiceBackend::hasRows(const train::Run& run)
{
    const auto version = m_services.datasets.findVersion(run.datasetVersion);
    return version && !version->dataset.trashed;
}

void ServiceBackend::pause(const base::JobId& job)
{
    m_services.jobs.pause(job);
}

void ServiceBackend::goOn(const base::JobId& job)
{
    m_services.jobs.resume(job);
}

void ServiceBackend::stop(const train::Run& run, train::RunStop how)
{
    m_services.training.stop(m_services.jobs, run, how);
}

} // namespace lepton::ui

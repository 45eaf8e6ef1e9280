// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_services.h"

#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "registry/registry_service.h"
#include "store/workspace.h"
#include "train/training_service.h"
#include "ui/activity/event_names.h"
#include "ui/widgets/pool_break.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lepton::ui {

namespace {

constexpr std::size_t shownDatasets = 6;
constexpr std::int64_t shownRuns = 6;
/// Many of them are told by another one (a job that ended, of a run that did).
constexpr std::int64_t readEvents = 60;
constexpr std::int64_t mostUnfinished = 100;
constexpr int readJobs = 200;

base::UtcTime endOf(const jobs::JobInfo& job)
{
    return job.finished.value_or(job.queued);
}

} // namespace

ServiceHomeBackend::ServiceHomeBackend(HomeServices services)
    : m_services(std::move(services))
{}

HomeFacts ServiceHomeBackend::facts()
{
    HomeFacts facts;
    facts.datasets = m_services.datasets.store().list();
    facts.datasetCount = std::ssize(facts.datasets);
    std::ranges::stable_sort(facts.datasets, std::ranges::greater(),
                             [](const data::Dataset& dataset) { return dataset.updated.milliseconds; });
    if (facts.datasets.size() > shownDatasets)
        facts.datasets.resize(shownDatasets);
    facts.baseModelCount = std::ssize(m_services.baseModels.store().list());
    train::RunQuery newest;
    newest.limit = shownRuns;
    facts.runs = m_services.training.runs().list(newest);
    for (train::Run& run : facts.runs)
        takeBestScore(run);
    facts.events = m_services.workspace.latestEvents(0, readEvents);
    facts.names = readEventNames(m_services.workspace);
    return facts;
}

HomePromotions ServiceHomeBackend::promotions()
{
    const PoolBreak pause;
    return homePromotions(*m_services.registry.ledger(), m_services.member);
}

void ServiceHomeBackend::takeBestScore(train::Run& run)
{
    if (!run.metrics.empty())
        return;
    const std::string key = "validation/" + std::string(train::metricName(run.recipe.metric));
    for (const auto& point : m_services.training.metrics().series(run.number, key)) {
        const auto [best, isFirst] = run.metrics.try_emplace(key, point.value);
        if (!isFirst && train::isBetter(run.recipe.metric, point.value, best->second))
            best->second = point.value;
    }
}

std::vector<RunningJob> ServiceHomeBackend::running()
{
    std::vector<RunningJob> running;
    for (jobs::JobInfo& job : m_services.jobs.active()) {
        RunningJob one{std::move(job), {}};
        if (one.job.kind == train::TrainingService::jobKind) {
            one.run = m_services.training.runs().findByJob(one.job.id);
            if (one.run)
                takeBestScore(*one.run);
        }
        running.push_back(std::move(one));
    }
    return running;
}

std::vector<UnfinishedRun> ServiceHomeBackend::unfinishedRuns(base::UtcTime since)
{
    train::RunQuery query;
    query.states = {jobs::JobState::Failed, jobs::JobState::Interrupted};
    query.limit = mostUnfinished;
    std::vector<UnfinishedRun> unfinished;
    for (train::Run& run : m_services.training.runs().list(query)) {
        if (run.member != m_services.member || run.finished.value_or(run.created) < since)
            continue;
        UnfinishedRun one{std::move(run), false, {}};
        for (const auto& artifact : m_services.training.runs().artifacts(one.run.id)) {
            if (artifact.kind == train::ArtifactKind::Checkpoint)
                one.checkpointStep = artifact.step;
        }
        if (const auto job = m_services.jobs.find(one.run.job))
            one.isMachineFault = jobs::faultSide(*job) == jobs::FaultSide::Machine;
        unfinished.push_back(std::move(one));
    }
    return unfinished;
}

std::vector<jobs::JobInfo> ServiceHomeBackend::failedJobs(base::UtcTime since)
{
    std::vector<jobs::JobInfo> failed;
    std::set<std::pair<std::string, std::string>> mended; // kind and title of what was done later
    for (jobs::JobInfo& job : m_services.jobs.recent(readJobs)) {
        if (job.state == jobs::JobState::Completed)
            mended.emplace(job.kind, job.title);
        if (mended.contains({job.kind, job.title}))
            continue;
        const bool isOver = job.state == jobs::JobState::Failed || job.state == jobs::JobState::Interrupted;
        if (isOver && job.kind != train::TrainingService::jobKind && job.member == m_services.member &&
            !(endOf(job) < since))
            failed.push_back(std::move(job));
    }
    return failed;
}

void ServiceHomeBackend::resume(const train::RunId& run)
{
    m_services.training.resume(m_services.jobs, run);
}

} // namespace lepton::ui

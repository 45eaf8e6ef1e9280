// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_service.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "data/table.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "text/tokenizer.h"
#include "train/background_thread.h"
#include "train/model_folder.h"
#include "train/object_files.h"
#include "train/report/run_report.h"
#include "train/required.h"
#include "train/staged_folder.h"
#include "train/training_data.h"
#include "train/training_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace lepton::train {
namespace {

/// "R-7 tweets, MiniLM": what is short of room shows its beginning.
std::string jobTitle(const Run& run)
{
    return fmt::format("{} {}, {}", run.name(), run.datasetName, run.baseModelName);
}

ModelFiles filesOf(const std::vector<RunArtifact>& artifacts, ArtifactKind kind)
{
    ModelFiles files;
    for (const RunArtifact& artifact : artifacts) {
        if (artifact.kind == kind)
            files[artifact.name] = {artifact.hash, artifact.bytes};
    }
    return files;
}

} // namespace

TrainingService::TrainingService(Parts parts)
    : m_parts(std::move(parts))
    , m_records(m_parts.workspace)
    , m_lists(m_parts.workspace)
    , m_editor(m_parts.workspace, m_parts.access)
    , m_metrics(m_parts.workspace)
    , m_writer(m_parts.workspace)
{}

TrainingService::~TrainingService() = default;

const store::ObjectStore& TrainingService::objects() const noexcept
{
    return m_parts.workspace.objects();
}

std::vector<Check> TrainingService::check(const Recipe& recipe, const base::Cancellation& cancellation,
                                          base::Progress& progress)
{
    m_parts.access(TrainAction::Read);
    CheckInput input{.recipe = &recipe};
    std::optional<TrainingData> data;
    std::shared_ptr<const text::Tokenizer> tokenizer;
    std::optional<BaseModel> model;
    std::vector<Check> failures;
    const auto attempt = [&failures](const auto& work) {
        try {
            work();
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled)
                throw;
            failures.push_back(checkOfError(error));
        }
    };
    attempt([&] {
        const data::VersionRef version = requireVersion(m_parts.datasets, recipe.datasetVersion);
        data = readTrainingData(*m_parts.datasets.open(version.version),
                                {recipe.textColumn, recipe.labelColumn, recipe.splitColumn}, cancellation,
                                progress);
        input.data = &*data;
    });
    attempt([&] {
        model = requireModel(m_parts.baseModels, recipe.baseModel);
        tokenizer = text::loadTokenizer(m_parts.baseModels.folder(*model));
        input.model = &model->facts.model;
        input.tokenizer = tokenizer.get();
        input.memoryNeeded = estimateMemory(
            model->facts.model, recipe, data ? static_cast<std::int64_t>(data->size()) : recipe.batchSize);
        input.memoryFree = freeMemory();
    });
    std::vector<Check> checks = runChecks(input, cancellation, progress);
    checks.insert(checks.begin(), failures.begin(), failures.end());
    return checks;
}

Run TrainingService::start(jobs::JobQueue& queue, const Recipe& recipe)
{
    m_parts.access(TrainAction::Train);
    checkRecipe(recipe);
    const data::VersionRef version = requireVersion(m_parts.datasets, recipe.datasetVersion);
    const BaseModel model = requireModel(m_parts.baseModels, recipe.baseModel);
    const RunId id = RunId::generate();
    const NewRun draft{.id = id,
                       .recipe = recipe,
                       .recipeHash = recipeHash(recipe, version.version.contentHash, model.hash),
                       .dataset = version.dataset.id,
                       .datasetName = version.dataset.name,
                       .datasetNumber = version.version.number,
                       .datasetHash = version.version.contentHash,
                       .baseModelName = model.name,
                       .baseModelHash = model.hash};
    queue.submit({.kind = jobKind,
                  .title = draft.datasetName,
                  .params = {{"run", id.toString()}},
                  .subject = id.toString()},
                 [&](store::Transaction& transaction, const base::JobId& job, std::string& title) {
                     title = jobTitle(m_records.start(transaction, draft, job));
                 });
    return *runs().find(id);
}

Run TrainingService::resume(jobs::JobQueue& queue, const RunId& id)
{
    m_parts.access(TrainAction::Train);
    const auto run = runs().find(id);
    if (!run)
        throw goneRun();
    if (run->state == jobs::JobState::Completed)
        throw base::Error(base::ErrorCode::Exists, run->name() + " is complete already.");
    queue.submit({.kind = jobKind,
                  .title = jobTitle(*run),
                  .params = {{"run", id.toString()}},
                  .subject = id.toString()},
                 [&](store::Transaction& transaction, const base::JobId& job, std::string&) {
                     m_records.resume(transaction, id, job);
                 });
    return *runs().find(id);
}

void TrainingService::stop(jobs::JobQueue& queue, const Run& run, RunStop how)
{
    if (how == RunStop::KeepCheckpoint) {
        queue.interrupt(run.job);
        return;
    }
    const auto job = queue.find(run.job);
    if (!job || !job->own || jobs::isFinal(job->state))
        return;
    {
        const std::lock_guard lock(m_workMutex);
        queue.cancel(run.job);
        if (const auto atWork = m_atWork.find(run.id); atWork != m_atWork.end()) {
            atWork->second = how;
            return;
        }
    }
    // Its job is not at work yet, and will not be: what it would do when it is stopped is done here.
    m_records.stopWithoutCheckpoint(run);
}

void TrainingService::beginWork(const RunId& run, const jobs::JobContext& job)
{
    const std::lock_guard lock(m_workMutex);
    job.cancellation().throwIfRequested();
    m_atWork.emplace(run, RunStop::KeepCheckpoint);
}

RunStop TrainingService::endWork(const RunId& run)
{
    const std::lock_guard lock(m_workMutex);
    return m_atWork.extract(run).mapped();
}

nlohmann::json TrainingService::run(jobs::JobContext& job)
{
    const auto id = RunId::parse(job.subject());
    const auto run = id ? runs().find(*id) : std::nullopt;
    if (!run)
        throw goneRun();
    // A process that dies between keeping the model and ending its job leaves nothing to do.
    if (!run->report.is_null())
        return {{"run", run->id.toString()}};
    beginWork(run->id, job);
    try {
        nlohmann::json result;
        runInBackground([&] {
            result = TrainingJob({m_parts, m_records, m_metrics, m_writer, job,
                                  [this, &run](const MetricPoint& point) { tell(run->id, point); }},
                                 *run)
                         .execute();
        });
        endWork(run->id); // whatever was wished came too late
        return result;
    } catch (...) {
        const base::Error error = base::errorFromException(std::current_exception());
        const bool isStopped = error.code() == base::ErrorCode::Cancelled;
        if (endWork(run->id) == RunStop::DropCheckpoint && isStopped)
            m_records.stopWithoutCheckpoint(*run);
        else if (!isStopped || job.stopRequest() != jobs::StopRequest::Interrupt)
            m_records.fail(*run, error);
        throw;
    }
}

void TrainingService::setListener(Listener listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = std::move(listener);
}

void TrainingService::tell(const RunId& run, const MetricPoint& point)
{
    const std::lock_guard lock(m_listenerMutex);
    if (m_listener)
        m_listener(run, point);
}

std::filesystem::path TrainingService::modelFolder(const Run& run)
{
    const ModelFiles files = filesOf(runs().artifacts(run.id), ArtifactKind::Model);
    if (files.empty())
        throw noModel(run);
    return train::modelFolder(m_parts.workspace, files);
}

void TrainingService::exportModel(const Run& run, const std::filesystem::path& folder,
                                  const base::Cancellation& cancellation, base::Progress& progress)
{
    const ModelFiles files = filesOf(runs().artifacts(run.id), ArtifactKind::Model);
    if (files.empty())
        throw noModel(run);
    const auto refuse = [&folder](const std::filesystem::path& name) {
        throw base::Error(base::ErrorCode::Exists, fmt::format("{} is there already. Choose an empty folder.",
                                                               (folder / name).string()));
    };
    std::vector<std::filesystem::path> names;
    std::int64_t total = 0;
    for (const auto& [name, object] : files) {
        names.emplace_back(name);
        total += object.bytes;
        if (std::filesystem::exists(folder / name))
            refuse(name);
    }
    progress.begin("saving", total);
    // Half a model would be taken for one, and be in the way of the next attempt.
    StagedFolder staged(folder);
    for (const auto& [name, object] : files)
        copyFile(verifiedObject(m_parts.workspace.objects(), object, cancellation), staged.path() / name,
                 cancellation, progress);
    if (const auto inTheWay = staged.moveOut(names))
        refuse(*inTheWay);
}

std::shared_ptr<data::Table> TrainingService::predictions(const Run& run)
{
    const ModelFiles files = filesOf(runs().artifacts(run.id), ArtifactKind::Predictions);
    if (files.empty())
        throw noModel(run);
    return data::Table::open(m_parts.workspace.objects().path(files.begin()->second.hash));
}

std::shared_ptr<const RunReport> TrainingService::report(const Run& run,
                                                         const base::Cancellation& cancellation)
{
    m_parts.access(TrainAction::Read);
    const auto kept = runs().find(run.id); // a listed run may come without its report
    if (!kept || !kept->report.is_object())
        throw noReport(run);
    return std::make_shared<RunReport>(predictions(*kept), kept->report, cancellation);
}

std::unique_ptr<Predictor> TrainingService::predictor(const Run& run)
{
    m_parts.access(TrainAction::Read);
    for (const auto& [name, object] : filesOf(runs().artifacts(run.id), ArtifactKind::Model))
        verifiedObject(m_parts.workspace.objects(), object, {});
    return m_parts.engine().newPredictor(modelFolder(run),
                                         {.maxLength = static_cast<std::size_t>(run.recipe.maxLength)});
}

} // namespace lepton::train

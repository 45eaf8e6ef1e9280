// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_job.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/scratch_folder.h"
#include "data/dataset_service.h"
#include "data/table.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "text/batch.h"
#include "text/tokenizer.h"
#include "train/model_card.h"
#include "train/model_folder.h"
#include "train/object_files.h"
#include "train/part_hash.h"
#include "train/part_scores.h"
#include "train/prediction_table.h"
#include "train/run_environment.h"
#include "train/watched_rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace lepton::train {
namespace {

double sum(const std::vector<MetricPoint>& points)
{
    return std::accumulate(points.begin(), points.end(), 0.0,
                           [](double total, const MetricPoint& point) { return total + point.value; });
}

} // namespace

TrainingJob::TrainingJob(Parts parts, Run run)
    : m_parts(std::move(parts))
    , m_run(std::move(run))
{}

nlohmann::json TrainingJob::execute()
{
    readData();
    tokenise();
    makeTrainer();
    const TrainingOutcome outcome = train();
    if (outcome.end == TrainingEnd::Stopped)
        throw base::Error(base::ErrorCode::Cancelled,
                          fmt::format("{} was stopped at step {}.", m_run.name(), outcome.steps));
    finish(outcome);
    return {{"run", m_run.id.toString()}};
}

void TrainingJob::readData()
{
    const auto version = m_parts.service.datasets.store().version(m_run.dataset, m_run.datasetNumber);
    if (!version)
        throw base::Error(
            base::ErrorCode::NotFound,
            fmt::format("Version {} of the data set \"{}\" is gone from the workspace, so {} cannot "
                        "be trained on it. Import the data again and start a new run.",
                        m_run.datasetNumber, m_run.datasetName, m_run.name()));
    const auto table = m_parts.service.datasets.open(*version);
    const Recipe& recipe = m_run.recipe;
    m_data = readTrainingData(*table, {recipe.textColumn, recipe.labelColumn, recipe.splitColumn},
                              m_parts.job.cancellation(), m_parts.job.progress());
    m_split = splitRows(m_data, recipe);
    m_labels = std::make_shared<const std::vector<std::int32_t>>(m_data.labels);
    for (const auto* notices : {&m_data.notices, &m_split.notices}) {
        for (const Notice& notice : *notices)
            log("notice: " + notice.message);
    }
    log(fmt::format("{} rows of {}@{}: {} to train on, {} for validation, {} for the test", m_data.size(),
                    m_run.datasetName, m_run.datasetNumber, m_split.of(Part::Train).size(),
                    m_split.of(Part::Validation).size(), m_split.of(Part::Test).size()));
}

void TrainingJob::tokenise()
{
    const auto baseModel = m_parts.service.baseModels.store().find(m_run.baseModel);
    if (!baseModel)
        throw base::Error(base::ErrorCode::NotFound,
                          fmt::format("The base model \"{}\" is gone from the workspace. Import it again and "
                                      "start a new run.",
                                      m_run.baseModelName));
    m_baseModel = *baseModel;
    for (const auto& [name, object] : m_baseModel.files)
        verifiedObject(m_parts.service.workspace.objects(), object, m_parts.job.cancellation());
    m_baseModelFolder = m_parts.service.baseModels.folder(m_baseModel);
    const Recipe& recipe = m_run.recipe;
    if (recipe.maxLength > m_baseModel.facts.model.maxPositions)
        throw base::Error(
            base::ErrorCode::BadRecipe,
            fmt::format("max_length is {}, and \"{}\" takes at most {} tokens. Set max_length to "
                        "{} or less.",
                        recipe.maxLength, m_baseModel.name, m_baseModel.facts.model.maxPositions,
                        m_baseModel.facts.model.maxPositions));
    const auto tokenizer = text::loadTokenizer(m_baseModelFolder);
    const std::vector<std::string_view> texts(m_data.texts.begin(), m_data.texts.end());
    m_tokens = std::make_shared<const text::TokenBatch>(text::encodeBatch(
        *tokenizer, texts, {.maxLength = static_cast<std::size_t>(recipe.maxLength)},
        static_cast<unsigned>(recipe.threads), m_parts.job.progress(), m_parts.job.cancellation()));
    m_batches = std::make_unique<TokenisedBatchSource>(rowsOf(Part::Train), recipe.batchSize,
                                                       recipe.gradientAccumulation,
                                                       static_cast<std::uint64_t>(recipe.seed));
    m_validation = std::make_unique<TokenisedEvaluationSource>(rowsOf(Part::Validation), evaluationBatch);
    m_test = std::make_unique<TokenisedEvaluationSource>(rowsOf(Part::Test), evaluationBatch);
    for (const Notice& notice : m_batches->plan().notices())
        log("notice: " + notice.message);
}

void TrainingJob::makeTrainer()
{
    m_parts.job.progress().begin("loading", 0);
    m_parts.job.cancellation().throwIfRequested();
    Engine& engine = m_parts.service.engine();
    TrainerSettings settings =
        toSettings(m_run.recipe, m_batches->stepsPerEpoch(), m_data.classes, m_split.countsOf(Part::Train));
    if (m_parts.service.device)
        settings.device = m_parts.service.device();
    m_totalSteps = settings.totalSteps;
    m_trainer = engine.newTrainer({m_baseModelFolder, m_data.classes, settings});
    m_sink = std::make_unique<RunSink>(
        RunSink::Parts{m_parts.service.workspace, m_parts.records, m_parts.writer, m_parts.job, m_parts.tell},
        RunSink::Subject{m_run, m_data.classes, truthOf(Part::Validation), m_batches->stepsPerEpoch()});

    m_run.environment = environment();
    m_run.data = dataFacts();
    m_run.totalSteps = m_totalSteps;
    m_parts.records.setFacts(m_run);

    goOn();
}

void TrainingJob::goOn()
{
    std::optional<RunArtifact> checkpoint;
    for (const RunArtifact& artifact : m_parts.records.store().artifacts(m_run.id)) {
        if (artifact.kind == ArtifactKind::Checkpoint)
            checkpoint = artifact;
    }
    if (checkpoint) {
        m_trainer->restore(m_parts.service.workspace.objects().path(checkpoint->hash), *m_batches);
        m_firstStep = checkpoint->step;
        log(fmt::format("going on from the checkpoint at step {}", m_firstStep));
    } else if (m_run.workedBefore.count() > 0) {
        log(fmt::format("there is no checkpoint: {} begins again at step 0", m_run.name()));
    }
    m_parts.writer.flush(); // points of a job before this one, in this process
    m_parts.records.goOnFrom(m_run, m_firstStep);
    if (checkpoint)
        m_sink->replay(m_parts.metrics, m_firstStep);
}

TrainingOutcome TrainingJob::train()
{
    m_parts.job.progress().begin("training", m_totalSteps, m_firstStep);
    try {
        WatchedRows validation(*m_validation,
                               [this](std::int64_t) { m_parts.job.cancellation().throwIfRequested(); });
        return m_trainer->train(*m_batches, validation, *m_sink);
    } catch (...) {
        // The points up to the failure are worth having; its own error is the one to tell.
        try {
            m_parts.writer.flush();
        } catch (const base::Error& error) {
            log("the last metrics could not be saved: " + error.message());
        }
        throw;
    }
}

void TrainingJob::finish(const TrainingOutcome& outcome)
{
    m_parts.job.progress().begin("evaluating", m_test->rows());
    WatchedRows rows(*m_test, [this](std::int64_t given) {
        m_parts.job.cancellation().throwIfRequested();
        m_parts.job.progress().update(given);
    });
    const auto start = std::chrono::steady_clock::now();
    const Predictions predictions = m_trainer->predict(rows);
    const std::chrono::duration<double> predicting = std::chrono::steady_clock::now() - start;
    const std::vector<std::int32_t> truth = truthOf(Part::Test);
    const PartPredictions part{m_data.classes, truth, predictions};
    RunResult result;
    result.bestStep = outcome.bestStep;
    for (const auto& [name, value] : partScores(part))
        m_sink->point("test/" + name, outcome.steps, value);
    m_parts.writer.flush();
    result.report = partReport(part);

    for (const auto& [key, point] : m_parts.metrics.last(m_run.number))
        result.metrics[key] = point.value;
    if (outcome.bestStep > 0) {
        for (auto& [key, value] : result.metrics) {
            if (!key.starts_with("validation/"))
                continue;
            for (const MetricPoint& point : m_parts.metrics.series(m_run.number, key)) {
                if (point.step == outcome.bestStep)
                    value = point.value;
            }
        }
    }
    const double seconds = sum(m_parts.metrics.series(m_run.number, "train/seconds"));
    const double tokens = sum(m_parts.metrics.series(m_run.number, "train/tokens"));
    result.metrics["training_seconds"] = seconds;
    result.metrics["tokens_per_second"] = seconds > 0 ? tokens / seconds : 0;
    if (predicting.count() > 0)
        result.metrics["test_rows_per_second"] = static_cast<double>(m_test->rows()) / predicting.count();
    result.metrics["steps"] = static_cast<double>(outcome.steps);
    result.metrics["best_step"] = static_cast<double>(outcome.bestStep);

    m_parts.job.progress().begin("saving", 0);
    result.artifacts = keepModel(result);
    result.artifacts.push_back(keepPredictions(predictions));
    m_parts.records.complete(m_run, result);
}

std::vector<RunArtifact> TrainingJob::keepModel(const RunResult& result)
{
    const base::ScratchFolder folder;
    m_trainer->save(folder.path());
    base::writeFileAtomically(folder.path() / "README.md", modelCard(m_run, m_baseModel, result));
    std::vector<RunArtifact> artifacts;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        artifacts.push_back(keepFile(entry.path(), ArtifactKind::Model, entry.path().filename().string()));
    for (const auto& [name, object] : m_baseModel.files) {
        if (belongsToTokeniser(name))
            artifacts.push_back({ArtifactKind::Model, name, object.hash, object.bytes, 0});
    }
    return artifacts;
}

RunArtifact TrainingJob::keepPredictions(const Predictions& predictions)
{
    const base::ScratchFolder folder;
    const auto file = folder.path() / "predictions.parquet";
    const auto& positions = m_split.of(Part::Test);
    writePredictions(file, m_data, positions, predictions, m_parts.job.cancellation());
    return keepFile(file, ArtifactKind::Predictions, "predictions.parquet");
}

RunArtifact TrainingJob::keepFile(const std::filesystem::path& file, ArtifactKind kind,
                                  const std::string& name)
{
    const auto object = keepCopy(m_parts.service.workspace.objects(), file, m_parts.job.cancellation(),
                                 m_parts.job.progress());
    return {kind, name, object.hash, object.bytes, 0, object.kept};
}

TokenisedRows TrainingJob::rowsOf(Part part) const
{
    return {m_tokens, m_labels, m_split.of(part)};
}

std::vector<std::int32_t> TrainingJob::truthOf(Part part) const
{
    std::vector<std::int32_t> truth;
    truth.reserve(m_split.of(part).size());
    for (const std::int64_t position : m_split.of(part))
        truth.push_back(m_data.labels[static_cast<std::size_t>(position)]);
    return truth;
}

nlohmann::json TrainingJob::environment() const
{
    return runEnvironment(m_parts.service.programVersion, m_trainer->device());
}

nlohmann::json TrainingJob::dataFacts() const
{
    nlohmann::json rows;
    nlohmann::json counts;
    nlohmann::json hashes;
    for (const Part part : {Part::Train, Part::Validation, Part::Test}) {
        rows[std::string(partName(part))] = m_split.of(part).size();
        counts[std::string(partName(part))] = m_split.countsOf(part);
        hashes[std::string(partName(part))] = partHash(m_data, m_split.of(part));
    }
    nlohmann::json notices = m_data.notices;
    for (const Notice& notice : m_split.notices)
        notices.push_back(notice);
    for (const Notice& notice : m_batches->plan().notices())
        notices.push_back(notice);
    return {{"classes", m_data.classes},
            {"rows", std::move(rows)},
            {"class_rows", std::move(counts)},
            {"part_hashes", std::move(hashes)},
            {"steps_per_epoch", m_batches->stepsPerEpoch()},
            {"notices", std::move(notices)}};
}

void TrainingJob::log(const std::string& line)
{
    m_parts.job.log(line);
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/start_bench.h"

#include "app/bench/bench_workspace.h"
#include "base/error.h"
#include "base/file.h"
#include "base/on_exit.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "jobs/job_queue.h"
#include "train/training_service.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <future>

namespace lepton::bench {
namespace {

using Clock = std::chrono::steady_clock;

void writeTable(const std::filesystem::path& file, const train::TrainingData& data, std::size_t rows)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(rows, data.texts.size()); ++i)
        text += nlohmann::json{{"text", data.texts[i]},
                               {"label", data.classes[static_cast<std::size_t>(data.labels[i])]}}
                    .dump() +
                "\n";
    base::writeFileAtomically(file, text);
}

} // namespace

double secondsToFirstStep(const Setup& setup, const TrainOptions& options, const train::TrainingData& data,
                          std::size_t rows, train::Engine& engine)
{
    const base::ScratchFolder folder;
    BenchWorkspace scratch(store::JournalMode::Local);
    store::Workspace& workspace = scratch.workspace();
    data::DatasetService datasets(workspace, "bench", [](data::DatasetAction) {});
    const auto loaded = [&engine]() -> train::Engine& { return engine; };
    train::BaseModelService models(
        workspace, [](train::TrainAction) {}, loaded);
    train::TrainingService::Parts parts{workspace, datasets, models, loaded, [](train::TrainAction) {},
                                        "bench"};
    parts.device = [&options] { return options.device; };
    train::TrainingService training(std::move(parts));
    jobs::JobQueue queue(workspace, {.slots = 1});
    queue.registerKind(train::TrainingService::jobKind,
                       [&training](jobs::JobContext& job) { return training.run(job); });

    const auto table = folder.path() / "rows.jsonl";
    writeTable(table, data, rows);
    base::Progress progress;
    data::ImportRequest request;
    request.file = table;
    request.name = "bench";
    train::Recipe recipe;
    recipe.datasetVersion = datasets.import(request, setup.cancellation, progress).version.id;
    recipe.baseModel = models.import(options.model, "bench", setup.cancellation, progress).model.id;
    recipe.textColumn = "text";
    recipe.labelColumn = "label";
    recipe.batchSize = options.batch;
    recipe.maxLength = options.maxLength;
    recipe.threads = setup.threads;
    recipe.precision = options.precision;

    std::promise<Clock::time_point> first;
    std::once_flag told;
    training.setListener([&](const train::RunId&, const train::MetricPoint&) {
        std::call_once(told, [&first] { first.set_value(Clock::now()); });
    });
    queue.setListener([&](const jobs::JobInfo& job) {
        if (jobs::isFinal(job.state))
            std::call_once(told, [&first] {
                first.set_exception(std::make_exception_ptr(base::Error(
                    base::ErrorCode::Internal, "The run whose start was to be measured ended before.")));
            });
    });
    const base::OnExit quiet([&] {
        training.setListener({});
        queue.setListener({});
    });
    const auto start = Clock::now();
    const train::Run run = training.start(queue, recipe);
    auto reached = first.get_future();
    reached.wait();
    queue.cancel(run.job);
    queue.wait(run.job);
    setup.cancellation.throwIfRequested();
    return std::chrono::duration<double>(reached.get() - start).count();
}

} // namespace lepton::bench

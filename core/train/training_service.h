// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_service.h"
#include "train/checks.h"
#include "train/metric_store.h"
#include "train/metric_writer.h"
#include "train/recipe.h"
#include "train/run_editor.h"
#include "train/run_list_store.h"
#include "train/run_records.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace lepton::data {
class DatasetService;
class Table;
} // namespace lepton::data
namespace lepton::store {
class ObjectStore;
}
namespace lepton::jobs {
class JobContext;
class JobQueue;
} // namespace lepton::jobs

namespace lepton::train {

class RunReport;

/// What becomes of a run that a person stops.
enum class RunStop
{
    KeepCheckpoint, ///< one of where it stands is saved: the run can be resumed
    DropCheckpoint  ///< what was saved goes; its curves stay
};

/// Fine-tunes base models on data sets of the workspace: the job kind "train", and what comes before and
/// after it. Thread-safe, synchronous.
class TrainingService
{
public:
    /// The kind of its jobs; their subject is the run's id.
    static constexpr const char* jobKind = "train";

    /// What it works with; everything must outlive it.
    struct Parts
    {
        store::Workspace& workspace;
        data::DatasetService& datasets;
        BaseModelService& baseModels;
        std::function<Engine&()> engine; ///< may load lepton-ml: called on workers
        TrainAccess access;
        std::string programVersion;
        /// Where jobs that begin now are to train; unset: DeviceChoice::Auto.
        std::function<DeviceChoice()> device{};
    };

    explicit TrainingService(Parts parts);
    ~TrainingService();

    RunStore& runs() noexcept { return m_records.store(); }
    MetricStore& metrics() noexcept { return m_metrics; }
    RunRecords& records() noexcept { return m_records; }
    RunListStore& lists() noexcept { return m_lists; }
    /// Names, tags and the trash.
    RunEditor& editor() noexcept { return m_editor; }
    /// Where the files of runs are.
    const store::ObjectStore& objects() const noexcept;

    /// Looks at a recipe and its data before the start; see runChecks(). What cannot be resolved, such as a
    /// data set that is gone, is a failed check as well. @throw base::Error only on cancellation
    std::vector<Check> check(const Recipe& recipe, const base::Cancellation& cancellation,
                             base::Progress& progress);

    /// Records the run and queues its job in one transaction. @throw base::Error NotFound for a data set
    /// version or base model that is gone, BadRecipe, NotAllowed
    Run start(jobs::JobQueue& queue, const Recipe& recipe);
    /// Queues another job for a run that ended without a model; it goes on from the run's checkpoint, or from
    /// the beginning where there is none. @throw base::Error Busy while it runs, Exists when it is complete
    Run resume(jobs::JobQueue& queue, const RunId& id);
    /// Ends the job of a run that is queued or worked on in this process, soon. A run that completes before
    /// it hears of it stays complete. To drop the checkpoint of one that is not at work yet is a write.
    void stop(jobs::JobQueue& queue, const Run& run, RunStop how);
    /// The handler of the job kind: trains, evaluates, keeps model, predictions and report.
    nlohmann::json run(jobs::JobContext& job);

    /// Hears each metric point of the runs of this process, on the thread that trains. Once setListener() has
    /// returned, the listener before is not called any more. It must not call the service.
    using Listener = std::function<void(const RunId&, const MetricPoint&)>;
    void setListener(Listener listener);

    /// The finished model of @p run as a Hugging Face folder; read-only. @throw base::Error NotFound for a
    /// run without a model
    std::filesystem::path modelFolder(const Run& run);
    /// Writes the finished model into @p folder, made where it does not exist: config.json,
    /// model.safetensors, tokeniser files, README.md; nothing of it is left when this throws.
    /// @throw base::Error Exists when one of these files is there already, Damaged for an object that is not
    /// what was kept
    void exportModel(const Run& run, const std::filesystem::path& folder,
                     const base::Cancellation& cancellation, base::Progress& progress);
    /// The rows of the test part with truth, prediction and probabilities. @throw base::Error NotFound
    std::shared_ptr<data::Table> predictions(const Run& run);
    /// What is said of a complete run on its test part. @throw base::Error NotFound for a run without a
    /// report; Damaged, Cancelled
    std::shared_ptr<const RunReport> report(const Run& run, const base::Cancellation& cancellation);
    /// Texts through the finished model, with the length it was trained with.
    std::unique_ptr<Predictor> predictor(const Run& run);

private:
    void tell(const RunId& run, const MetricPoint& point);
    /// Marks @p run as at work. @throw base::Error Cancelled when its job is being cancelled already
    void beginWork(const RunId& run, const jobs::JobContext& job);
    /// Takes the mark away; returns what becomes of the checkpoint.
    RunStop endWork(const RunId& run);

    Parts m_parts;
    RunRecords m_records;
    RunListStore m_lists;
    RunEditor m_editor;
    MetricStore m_metrics;
    MetricWriter m_writer;
    std::mutex m_listenerMutex;
    Listener m_listener;
    std::mutex m_workMutex;            ///< taken before the locks of a queue
    std::map<RunId, RunStop> m_atWork; ///< runs that are worked on here, and what to do when they are stopped
};

} // namespace lepton::train

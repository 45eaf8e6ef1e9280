// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "jobs/job.h"
#include "train/api/predictor.h"
#include "train/api/trainer.h"
#include "train/base_model_service.h"
#include "train/checks.h"
#include "train/data_preview.h"
#include "train/export/run_export.h"
#include "train/metric_store.h"
#include "train/report/run_report.h"
#include "train/run_comparison.h"
#include "train/run_editor.h"
#include "train/run_store.h"
#include "train/step_times.h"
#include "train/training_service.h"
#include "ui/training/run_list.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// What the page of one run shows beside its metric points.
struct RunDetails
{
    train::Run run;
    std::vector<train::RunArtifact> artifacts;
    std::optional<jobs::JobInfo> job; ///< the latest, with what it logged

    /// How far the latest job is, or was when it ended.
    base::ProgressState progress() const { return job ? job->progress : base::ProgressState(); }
    bool hasCheckpoint() const;
    bool hasModel() const;
};

/// One version of a data set as something to train on.
struct TrainingSource
{
    data::Dataset dataset;
    std::optional<data::DatasetVersion> version; ///< unset: there is none yet
    data::TableProfile profile;
    std::vector<int> versions; ///< their numbers, newest first
};

/// What a person chose for new runs on this machine.
struct RunPreferences
{
    train::DeviceChoice device = train::DeviceChoice::Auto;
    int threads = 0; ///< 0: one a core

    friend bool operator==(const RunPreferences&, const RunPreferences&) = default;
};

/// What the pages of training work with, as one interface: the pages know no more of core's services than
/// this, and tests put a small one in its place. Outlives the pages. Thread-safe; everything above the line
/// blocks and throws base::Error: it is for workers alone.
class TrainingBackend
{
public:
    virtual ~TrainingBackend() = default;

    /// @throw base::Error BadFilter or UnknownColumn with its place in the filter
    virtual train::RunOrder runOrder(const RunListRequest& request) = 0;
    /// What is shown of these runs; the state and progress of own jobs as they are at this moment. A run that
    /// is gone is left out.
    virtual std::vector<RunListItem> runItems(const std::vector<std::int64_t>& numbers,
                                              const train::RunRowWish& wish) = 0;
    virtual RunListChoices runChoices() = 0;
    virtual void renameRun(const train::RunId& id, const std::string& name) = 0;
    virtual void noteRun(const train::RunId& id, const std::string& note) = 0;
    virtual void tagRuns(const std::vector<std::int64_t>& numbers, const train::TagChange& change) = 0;
    virtual void trashRuns(const std::vector<std::int64_t>& numbers) = 0;
    virtual void restoreRuns(const std::vector<std::int64_t>& numbers) = 0;
    /// In the order of @p numbers. @throw base::Error NotFound
    virtual train::RunComparison compareRuns(const std::vector<std::int64_t>& numbers) = 0;
    /// The points of one metric of each of these runs, by step.
    virtual std::vector<std::vector<train::MetricPoint>>
    metricCurves(const std::vector<std::int64_t>& numbers, const std::string& key) = 0;
    /// The names of metrics that at least one of these runs has.
    virtual std::vector<std::string> metricKeys(const std::vector<std::int64_t>& numbers) = 0;

    /// @p name is "R-12" or an id. @throw base::Error NotFound
    virtual RunDetails run(const std::string& name) = 0;
    /// Points of run @p number saved after @p cursor.
    virtual train::MetricPage metrics(std::int64_t number, std::int64_t cursor) = 0;

    virtual std::vector<train::BaseModel> baseModels() = 0;
    virtual train::BaseModelOutcome importBaseModel(const std::filesystem::path& folder,
                                                    const std::string& name,
                                                    const base::Cancellation& cancellation,
                                                    base::Progress& progress) = 0;
    virtual void trashBaseModel(const train::BaseModelId& id) = 0;
    virtual void restoreBaseModel(const train::BaseModelId& id) = 0;

    virtual std::vector<data::Dataset> datasets() = 0;
    /// @p number 0: the newest version.
    virtual TrainingSource source(const base::DatasetId& id, int number) = 0;
    /// Where a training would run. May load the library that trains.
    virtual train::DeviceFacts device(train::Precision precision, int threads) = 0;
    virtual std::vector<train::Check> check(const train::Recipe& recipe,
                                            const base::Cancellation& cancellation) = 0;
    /// What the training would see. The base model may be missing: then lengths and batch are.
    virtual train::DataPreview preview(const train::Recipe& recipe,
                                       const base::Cancellation& cancellation) = 0;
    /// The share of tokens that a base model does not know, of the first texts of a column; nothing where
    /// there are none.
    virtual std::optional<double> unknownShare(const base::DatasetVersionId& version,
                                               const std::string& textColumn,
                                               const train::BaseModelId& model) = 0;
    /// What a few real steps take, where a training would run.
    virtual train::StepTimes measure(const train::Recipe& recipe, const base::Cancellation& cancellation) = 0;
    virtual train::Run start(const train::Recipe& recipe) = 0;
    virtual train::Run resume(const train::RunId& id) = 0;
    /// Ends the job of @p run soon.
    virtual void stop(const train::Run& run, train::RunStop how) = 0;

    /// For one thread at a time.
    virtual std::shared_ptr<train::Predictor> predictor(const train::Run& run) = 0;
    virtual void exportRun(const train::Run& run, train::RunFormat format,
                           const std::filesystem::path& folder, const base::Cancellation& cancellation) = 0;

    /// What is said of a complete run on its test part. @throw base::Error NotFound for a run without a
    /// report
    virtual std::shared_ptr<const train::RunReport> report(const train::Run& run,
                                                           const base::Cancellation& cancellation) = 0;
    /// Complete runs that were started before @p run on the same rows and columns, newest first.
    virtual std::vector<train::Run> earlierRuns(const train::Run& run) = 0;
    /// Whether the data set version that @p run was trained on can still be looked at.
    virtual bool hasRows(const train::Run& run) = 0;

    /// Why the person at this computer may not; nothing: may.
    virtual std::optional<base::Error> whyNot(train::TrainAction action) = 0;

    // ----- these return at once, from any thread

    virtual RunPreferences preferences() const = 0;

    virtual void pause(const base::JobId& job) = 0;
    virtual void goOn(const base::JobId& job) = 0; ///< takes pause() back
};

} // namespace lepton::ui

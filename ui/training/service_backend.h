// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_previews.h"
#include "ui/training/training_backend.h"

#include <functional>
#include <memory>

namespace lepton::data {
class DatasetService;
}
namespace lepton::jobs {
class JobQueue;
}
namespace lepton::train {
class Engine;
class TrainingService;
} // namespace lepton::train

namespace lepton::ui {

/// The services of an open workspace.
struct TrainingServices
{
    data::DatasetService& datasets;
    train::TrainingService& training;
    train::BaseModelService& baseModels;
    jobs::JobQueue& jobs;
    std::function<train::Engine&()>
        engine; ///< may load the library that trains; throws where it is not there
    std::function<RunPreferences()> preferences{}; ///< from any thread; unset: the defaults
    /// TrainingBackend::whyNot(); unset: nobody is held back
    std::function<std::optional<base::Error>(train::TrainAction)> whyNot{};
    std::shared_ptr<void> keepAlive{}; ///< what the services belong to: held as long as a worker needs it
};

/// The backend on the services of an open workspace.
class ServiceBackend final : public TrainingBackend
{
public:
    explicit ServiceBackend(TrainingServices services);

    train::RunOrder runOrder(const RunListRequest& request) override;
    std::vector<RunListItem> runItems(const std::vector<std::int64_t>& numbers,
                                      const train::RunRowWish& wish) override;
    RunListChoices runChoices() override;
    void renameRun(const train::RunId& id, const std::string& name) override;
    void noteRun(const train::RunId& id, const std::string& note) override;
    void tagRuns(const std::vector<std::int64_t>& numbers, const train::TagChange& change) override;
    void trashRuns(const std::vector<std::int64_t>& numbers) override;
    void restoreRuns(const std::vector<std::int64_t>& numbers) override;
    train::RunComparison compareRuns(const std::vector<std::int64_t>& numbers) override;
    std::vector<std::vector<train::MetricPoint>> metricCurves(const std::vector<std::int64_t>& numbers,
                                                              const std::string& key) override;
    std::vector<std::string> metricKeys(const std::vector<std::int64_t>& numbers) override;
    RunDetails run(const std::string& name) override;
    train::MetricPage metrics(std::int64_t number, std::int64_t cursor) override;
    std::vector<train::BaseModel> baseModels() override;
    train::BaseModelOutcome importBaseModel(const std::filesystem::path& folder, const std::string& name,
                                            const base::Cancellation& cancellation,
                                            base::Progress& progress) override;
    void trashBaseModel(const train::BaseModelId& id) override;
    void restoreBaseModel(const train::BaseModelId& id) override;
    std::vector<data::Dataset> datasets() override;
    TrainingSource source(const base::DatasetId& id, int number) override;
    train::DeviceFacts device(train::Precision precision, int threads) override;
    std::vector<train::Check> check(const train::Recipe& recipe,
                                    const base::Cancellation& cancellation) override;
    train::DataPreview preview(const train::Recipe& recipe, const base::Cancellation& cancellation) override;
    std::optional<double> unknownShare(const base::DatasetVersionId& version, const std::string& textColumn,
                                       const train::BaseModelId& model) override;
    train::StepTimes measure(const train::Recipe& recipe, const base::Cancellation& cancellation) override;
    train::Run start(const train::Recipe& recipe) override;
    train::Run resume(const train::RunId& id) override;
    std::shared_ptr<train::Predictor> predictor(const train::Run& run) override;
    void exportRun(const train::Run& run, train::RunFormat format, const std::filesystem::path& folder,
                   const base::Cancellation& cancellation) override;
    std::shared_ptr<const train::RunReport> report(const train::Run& run,
                                                   const base::Cancellation& cancellation) override;
    std::vector<train::Run> earlierRuns(const train::Run& run) override;
    bool hasRows(const train::Run& run) override;
    std::optional<base::Error> whyNot(train::TrainAction action) override;
    RunPreferences preferences() const override;
    void pause(const base::JobId& job) override;
    void goOn(const base::JobId& job) override;
    void stop(const train::Run& run, train::RunStop how) override;

private:
    std::vector<train::RunId> idsOf(const std::vector<std::int64_t>& numbers);

    TrainingServices m_services;
    train::RunPreviews m_previews;
};

} // namespace lepton::ui

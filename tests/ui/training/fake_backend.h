// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/recording_navigator.h"

#include "ui/training/training_backend.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <atomic>
#include <map>
#include <mutex>

namespace lepton::testing {

/// Runs, models and data in memory. Tests set what it answers while nothing is being read.
class FakeBackend final : public ui::TrainingBackend
{
public:
    train::RunOrder runOrder(const ui::RunListRequest& request) override;
    std::vector<ui::RunListItem> runItems(const std::vector<std::int64_t>& numbers,
                                          const train::RunRowWish& wish) override;
    ui::RunListChoices runChoices() override;
    void renameRun(const train::RunId& id, const std::string& name) override;
    void noteRun(const train::RunId& id, const std::string& note) override;
    void tagRuns(const std::vector<std::int64_t>& numbers, const train::TagChange& change) override;
    void trashRuns(const std::vector<std::int64_t>& numbers) override;
    void restoreRuns(const std::vector<std::int64_t>& numbers) override;
    train::RunComparison compareRuns(const std::vector<std::int64_t>& numbers) override;
    std::vector<std::vector<train::MetricPoint>> metricCurves(const std::vector<std::int64_t>& numbers,
                                                              const std::string& key) override;
    std::vector<std::string> metricKeys(const std::vector<std::int64_t>& numbers) override;
    ui::RunDetails run(const std::string& name) override;
    train::MetricPage metrics(std::int64_t number, std::int64_t cursor) override;
    std::vector<train::BaseModel> baseModels() override;
    train::BaseModelOutcome importBaseModel(const std::filesystem::path& folder, const std::string& name,
                                            const base::Cancellation& cancellation,
                                            base::Progress& progress) override;
    void trashBaseModel(const train::BaseModelId& id) override;
    void restoreBaseModel(const train::BaseModelId& id) override;
    std::vector<data::Dataset> datasets() override;
    ui::TrainingSource source(const base::DatasetId& id, int number) override;
    train::DeviceFacts device(train::Precision precision, int threads) override;
    std::vector<train::Check> check(const train::Recipe& recipe,
                                    const base::Cancellation& cancellation) override;
    train::DataPreview preview(const train::Recipe& recipe, const base::Cancellation& cancellation) override;
    std::optional<double> unknownShare(const base::DatasetVersionId& version, const std::string& textColumn,
                                       const train::BaseModelId& model) override;
    train::StepTimes measure(const train::Recipe& recipe, const base::Cancellation& cancellation) override;
    std::optional<base::Error> whyNot(train::TrainAction action) override;
    ui::RunPreferences preferences() const override { return chosen; }
    train::Run start(const train::Recipe& recipe) override;
    train::Run resume(const train::RunId& id) override;
    std::shared_ptr<train::Predictor> predictor(const train::Run& run) override;
    void exportRun(const train::Run& run, train::RunFormat format, const std::filesystem::path& folder,
                   const base::Cancellation& cancellation) override;
    std::shared_ptr<const train::RunReport> report(const train::Run& run,
                                                   const base::Cancellation& cancellation) override;
    std::vector<train::Run> earlierRuns(const train::Run& run) override;
    bool hasRows(const train::Run& run) override;
    void pause(const base::JobId& job) override;
    void goOn(const base::JobId& job) override;
    void stop(const train::Run& run, train::RunStop how) override;

    std::vector<ui::RunDetails> details; ///< newest first
    /// Of the runs by number; the report of a run without one here is damaged.
    std::map<std::int64_t, std::shared_ptr<const train::RunReport>> reports;
    bool areRowsThere = true; ///< the data set of every run is in the workspace
    std::vector<train::MetricPoint> points;
    std::vector<train::BaseModel> models;
    std::vector<train::BaseModel> trash;
    std::vector<ui::TrainingSource> sources;
    /// Of the texts of a data set, by its name; of those that are not here, all models know every word.
    std::map<std::string, double> unknownShares;
    /// Says what checks find in a recipe.
    std::function<std::vector<train::Check>(const train::Recipe&)> checks;
    /// What a recipe's data are like; unset: makePreview().
    std::function<train::DataPreview(const train::Recipe&)> previews;
    /// What steps take, on a worker; unset: makeTimes().
    std::function<train::StepTimes(const train::Recipe&, const base::Cancellation&)> times;
    ui::RunPreferences chosen;
    std::atomic<int> measureCount{0};
    std::map<train::TrainAction, base::Error> refusals; ///< what the person has no right to
    std::optional<base::Error> refusal;                 ///< thrown by what changes something
    std::optional<base::Error> readError;               ///< thrown where runs are read

    std::atomic<int> checkCount{0};
    std::atomic<int> rowsRead{0}; ///< by runItems()
    std::optional<train::Recipe> started;
    QStringList asked; ///< "pause", "go on", "interrupt", "resume", "export FORMAT FOLDER"

private:
    void refuse() const;
    ui::RunDetails* find(const base::JobId& job);
    ui::RunDetails& numbered(std::int64_t number);
};

/// As it stands in a list.
ui::RunListItem listed(const ui::RunDetails& details);

/// R-@p number of @p state, with a job of this process.
ui::RunDetails makeRun(int number, jobs::JobState state);
/// A complete one with model, metrics and report.
ui::RunDetails makeCompleteRun(int number);
train::BaseModel makeModel(const std::string& name);
/// Two classes, lengths up to 200, a batch of two rows, 250 steps of 400 tokens.
train::DataPreview makePreview();
/// A thousandth of a second a token.
train::StepTimes makeTimes();
/// A data set of 1,000 rows with the columns id, review, label.
ui::TrainingSource makeSource(const std::string& name);

/// The only visible widget of that object name below @p parent, or null.
template <class Widget = QWidget>
Widget* shown(const QWidget& parent, const char* name)
{
    for (auto* widget : parent.findChildren<Widget*>(QLatin1String(name))) {
        if (widget->isVisibleTo(parent.window()))
            return widget;
    }
    return nullptr;
}

} // namespace lepton::testing

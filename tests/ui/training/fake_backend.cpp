// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include <algorithm>
#include <array>

namespace lepton::testing {

namespace {

/// Says "positive" of texts with an exclamation mark.
class FakePredictor final : public train::Predictor
{
public:
    const std::vector<std::string>& labels() const override { return m_labels; }
    std::vector<float> predict(std::span<const std::string_view> texts) override
    {
        std::vector<float> values;
        for (const auto text : texts) {
            const bool isLoud = text.find('!') != std::string_view::npos;
            for (const float value : isLoud ? std::array{0.1F, 0.9F} : std::array{0.75F, 0.25F})
                values.push_back(value);
        }
        return values;
    }

private:
    std::vector<std::string> m_labels{"negative", "positive"};
};

const nlohmann::json report = nlohmann::json::parse(R"({
    "text": "              precision    recall  f1-score   support\n",
    "classes": ["negative", "positive"],
    "dict": {"negative": {"precision": 0.5, "recall": 0.25, "f1-score": 0.333333, "support": 40},
             "positive": {"precision": 0.9, "recall": 0.95, "f1-score": 0.924324, "support": 60},
             "accuracy": 0.67,
             "macro avg": {"precision": 0.7, "recall": 0.6, "f1-score": 0.628829, "support": 100},
             "weighted avg": {"precision": 0.74, "recall": 0.67, "f1-score": 0.687928, "support": 100}},
    "scores": {"log_loss": 0.55, "calibration_error": 0.031, "mcc": 0.4}
})");

} // namespace

std::vector<ui::ListedRun> FakeBackend::runs()
{
    if (readError)
        throw *readError;
    std::vector<ui::ListedRun> list;
    for (const auto& one : details)
        list.push_back({one.run, one.progress()});
    return list;
}

ui::RunDetails FakeBackend::run(const std::string& name)
{
    for (const auto& one : details) {
        if (one.run.name() == name || one.run.id.toString() == name)
            return one;
    }
    throw base::Error(base::ErrorCode::NotFound, "There is no run " + name + ".");
}

train::MetricPage FakeBackend::metrics(std::int64_t, std::int64_t cursor)
{
    train::MetricPage page;
    page.cursor = std::int64_t(points.size());
    page.points.assign(points.begin() + cursor, points.end());
    return page;
}

std::vector<train::BaseModel> FakeBackend::baseModels()
{
    return models;
}

train::BaseModelOutcome FakeBackend::importBaseModel(const std::filesystem::path& folder,
                                                     const std::string& name, const base::Cancellation&,
                                                     base::Progress&)
{
    refuse();
    auto model = makeModel(name);
    model.facts.source = folder.filename().string();
    models.push_back(model);
    return {.model = model, .unchanged = false, .notices = {}};
}

void FakeBackend::trashBaseModel(const train::BaseModelId& id)
{
    refuse();
    const auto found = std::ranges::find(models, id, &train::BaseModel::id);
    trash.push_back(*found);
    models.erase(found);
}

void FakeBackend::restoreBaseModel(const train::BaseModelId& id)
{
    refuse();
    const auto found = std::ranges::find(trash, id, &train::BaseModel::id);
    models.push_back(*found);
    trash.erase(found);
}

std::vector<data::Dataset> FakeBackend::datasets()
{
    std::vector<data::Dataset> list;
    for (const auto& one : sources)
        list.push_back(one.dataset);
    return list;
}

ui::TrainingSource FakeBackend::source(const base::DatasetId& id, int)
{
    for (const auto& one : sources) {
        if (one.dataset.id == id)
            return one;
    }
    throw base::Error(base::ErrorCode::NotFound, "The data set is gone.");
}

train::DeviceFacts FakeBackend::device(train::Precision precision, int)
{
    train::DeviceFacts facts;
    facts.precision = precision == train::Precision::Auto ? train::Precision::Float32 : precision;
    facts.threads = 8;
    facts.reason = "There is no graphics card.";
    return facts;
}

std::vector<train::Check> FakeBackend::check(const train::Recipe& recipe, const base::Cancellation&)
{
    ++checkCount;
    return checks
               ? checks(recipe)
               : std::vector<train::Check>{{train::CheckId::Recipe, train::CheckState::Ok, "All fits.", {}}};
}

train::Run FakeBackend::start(const train::Recipe& recipe)
{
    refuse();
    started = recipe;
    auto made = makeRun(int(details.size()) + 1, jobs::JobState::Queued);
    made.run.recipe = recipe;
    details.insert(details.begin(), made);
    return made.run;
}

train::Run FakeBackend::resume(const train::RunId& id)
{
    refuse();
    for (auto& one : details) {
        if (one.run.id == id) {
            asked << QStringLiteral("resume");
            one.run.state = jobs::JobState::Queued;
            one.job->state = jobs::JobState::Queued;
            return one.run;
        }
    }
    throw base::Error(base::ErrorCode::NotFound, "The run is gone.");
}

std::shared_ptr<train::Predictor> FakeBackend::predictor(const train::Run&)
{
    refuse();
    return std::make_shared<FakePredictor>();
}

void FakeBackend::exportModel(const train::Run&, const std::filesystem::path& folder,
                              const base::Cancellation&)
{
    refuse();
    asked << QStringLiteral("export ") + QString::fromStdString(folder.string());
}

void FakeBackend::pause(const base::JobId& job)
{
    asked << QStringLiteral("pause");
    find(job)->run.state = find(job)->job->state = jobs::JobState::Paused;
}

void FakeBackend::goOn(const base::JobId& job)
{
    asked << QStringLiteral("go on");
    find(job)->run.state = find(job)->job->state = jobs::JobState::Running;
}

void FakeBackend::interrupt(const base::JobId& job)
{
    asked << QStringLiteral("interrupt");
    find(job)->run.state = find(job)->job->state = jobs::JobState::Interrupted;
    find(job)->artifacts.push_back({train::ArtifactKind::Checkpoint, "checkpoint", "aa", 10, 42});
}

void FakeBackend::refuse() const
{
    if (refusal)
        throw *refusal;
}

ui::RunDetails* FakeBackend::find(const base::JobId& job)
{
    const auto found =
        std::ranges::find_if(details, [&](const ui::RunDetails& one) { return one.run.job == job; });
    return found == details.end() ? nullptr : &*found;
}

ui::RunDetails makeRun(int number, jobs::JobState state)
{
    ui::RunDetails details;
    auto& run = details.run;
    run.id = train::RunId::generate();
    run.number = number;
    run.job = base::JobId::generate();
    run.datasetName = "reviews";
    run.datasetNumber = 2;
    run.datasetHash = "0123456789abcdef";
    run.baseModelName = "MiniLM";
    run.recipeHash = "fedcba9876543210";
    run.recipe.textColumn = "review";
    run.recipe.labelColumn = "label";
    run.memberName = "Mei";
    run.created = base::UtcTime{1'790'000'000'000 + number * 1000};
    run.state = state;
    run.totalSteps = 100;
    if (state != jobs::JobState::Queued)
        run.started = run.created;
    if (jobs::isFinal(state))
        run.finished = base::UtcTime{run.created.milliseconds + 90'000};
    jobs::JobInfo job;
    job.id = run.job;
    job.kind = "train";
    job.state = state;
    job.subject = run.id.toString();
    job.own = true;
    job.pausable = !jobs::isFinal(state);
    job.queued = run.created;
    job.started = run.started;
    if (run.started)
        job.progress = {
            .phase = "training", .done = 42, .total = 100, .unitsPerSecond = 2, .secondsLeft = 29.0};
    details.job = job;
    return details;
}

ui::RunDetails makeCompleteRun(int number)
{
    auto details = makeRun(number, jobs::JobState::Completed);
    details.run.metrics = {
        {"validation/macro_f1", 0.764}, {"test/macro_f1", 0.628829}, {"test/accuracy", 0.67}};
    details.run.report = report;
    details.run.bestStep = 80;
    details.job->progress = {};
    details.artifacts = {{train::ArtifactKind::Model, "model.safetensors", "bb", 100, 0}};
    return details;
}

train::BaseModel makeModel(const std::string& name)
{
    train::BaseModel model;
    model.id = train::BaseModelId::generate();
    model.name = name;
    model.facts.model.architecture = "bert";
    model.facts.model.layers = 6;
    model.facts.model.hiddenSize = 384;
    model.facts.model.maxPositions = 512;
    model.facts.model.parameters = 22'713'216;
    model.facts.tokenizer = "WordPiece";
    model.facts.license = "apache-2.0";
    model.bytes = 90'000'000;
    return model;
}

ui::TrainingSource makeSource(const std::string& name)
{
    ui::TrainingSource source;
    source.dataset.id = base::DatasetId::generate();
    source.dataset.name = name;
    source.dataset.kind = data::DatasetKind::Text;
    source.dataset.latestVersion = 2;
    source.versions = {2, 1};
    data::DatasetVersion version;
    version.id = base::DatasetVersionId::generate();
    version.dataset = source.dataset.id;
    version.number = 2;
    version.rows = 1000;
    version.schema.columns = {{.name = "id", .type = data::ColumnType::Text},
                              {.name = "review", .type = data::ColumnType::Text},
                              {.name = "stars", .type = data::ColumnType::Int64},
                              {.name = "label", .type = data::ColumnType::Text}};
    source.version = version;
    const std::pair<std::int64_t, double> columns[] = {{1000, 6}, {990, 120}, {5, 1}, {3, 8}};
    for (const auto& [distinct, length] : columns) {
        data::ColumnProfile profile;
        profile.rows = 1000;
        profile.distinct = distinct;
        profile.mean = length;
        profile.quantiles = {length, length, length, length, length};
        source.profile.columns.push_back(profile);
    }
    return source;
}

} // namespace lepton::testing

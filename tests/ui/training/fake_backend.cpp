// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "train/run_order.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

/// What a run holds of a field that the tests filter or sort by.
train::RunCell cellOf(const train::Run& run, const train::RunField& field)
{
    const auto text = [](const std::string& value) {
        return value.empty() ? train::RunCell() : train::RunCell(value);
    };
    const auto metric = [&run](const std::string& key) {
        return run.metrics.contains(key) ? train::RunCell(run.metrics.at(key)) : train::RunCell();
    };
    switch (field.fact) {
    case train::RunFact::Number:
        return double(run.number);
    case train::RunFact::Name:
        return text(run.title);
    case train::RunFact::State:
        return std::string(jobs::stateName(run.state));
    case train::RunFact::Dataset:
        return text(run.datasetName);
    case train::RunFact::BaseModel:
        return text(run.baseModelName);
    case train::RunFact::Member:
        return text(run.memberName);
    case train::RunFact::Tag:
        return run.tags;
    case train::RunFact::Best:
        return metric("validation/" + std::string(train::metricName(run.recipe.metric)));
    case train::RunFact::Metric:
        return metric(field.key);
    default:
        return std::monostate();
    }
}

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

train::RunOrder FakeBackend::runOrder(const ui::RunListRequest& request)
{
    if (readError)
        throw *readError;
    const auto query = ui::queryOf(request, train::RunFieldNames());
    std::vector<train::RunCells> cells;
    std::int64_t open = 0;
    for (const auto& one : details) {
        if (one.run.trashed.has_value() != (request.shelf == train::RunShelf::Trashed))
            continue;
        open += !jobs::isFinal(one.run.state);
        train::RunCells run{one.run.number, one.run.state == jobs::JobState::Failed, {}};
        for (const auto& field : query.filter.fields())
            run.cells.push_back(cellOf(one.run, field));
        run.cells.push_back(cellOf(one.run, query.sort));
        cells.push_back(std::move(run));
    }
    auto order = train::orderOf(std::move(cells), query);
    order.open = open;
    return order;
}

std::vector<ui::RunListItem> FakeBackend::runItems(const std::vector<std::int64_t>& numbers,
                                                   const train::RunRowWish& wish)
{
    std::vector<ui::RunListItem> items;
    for (const auto number : numbers) {
        const auto found =
            std::ranges::find(details, number, [](const ui::RunDetails& one) { return one.run.number; });
        if (found == details.end())
            continue;
        ++rowsRead;
        items.push_back(listed(*found));
        for (const auto& point : points) {
            if (point.key == items.back().row.decidedBy)
                items.back().curve.push_back(point.value);
        }
        const nlohmann::json recipe = found->run.recipe;
        for (const auto& key : wish.recipeKeys)
            items.back().row.recipe[key] = recipe.at(key);
        for (const auto& key : wish.metrics) {
            if (found->run.metrics.contains(key))
                items.back().row.metrics[key] = found->run.metrics.at(key);
        }
    }
    return items;
}

ui::RunListChoices FakeBackend::runChoices()
{
    ui::RunListChoices choices;
    std::map<std::string, std::int64_t> datasets, tags;
    for (const auto& one : details) {
        ++datasets[one.run.datasetName];
        for (const auto& tag : one.run.tags)
            ++tags[tag];
    }
    for (const auto& [name, count] : datasets)
        choices.facets[train::RunFact::Dataset].push_back({name, count});
    for (const auto& [name, count] : tags)
        choices.facets[train::RunFact::Tag].push_back({name, count});
    choices.metricKeys = train::RunFieldNames().metricKeys();
    return choices;
}

void FakeBackend::renameRun(const train::RunId& id, const std::string& name)
{
    refuse();
    for (auto& one : details) {
        if (one.run.id == id)
            one.run.title = name;
    }
}

void FakeBackend::noteRun(const train::RunId& id, const std::string& note)
{
    refuse();
    std::ranges::find(details, id, [](const ui::RunDetails& one) { return one.run.id; })->run.note = note;
}

void FakeBackend::tagRuns(const std::vector<std::int64_t>& numbers, const train::TagChange& change)
{
    refuse();
    for (const auto number : numbers) {
        auto& tags = numbered(number).run.tags;
        for (const auto& tag : change.remove)
            std::erase(tags, tag);
        tags.insert(tags.end(), change.add.begin(), change.add.end());
    }
}

void FakeBackend::trashRuns(const std::vector<std::int64_t>& numbers)
{
    refuse();
    for (const auto number : numbers)
        numbered(number).run.trashed = base::UtcTime{1};
}

void FakeBackend::restoreRuns(const std::vector<std::int64_t>& numbers)
{
    refuse();
    for (const auto number : numbers)
        numbered(number).run.trashed.reset();
}

train::RunComparison FakeBackend::compareRuns(const std::vector<std::int64_t>& numbers)
{
    std::vector<train::ComparedRun> runs;
    for (const auto number : numbers)
        runs.push_back({numbered(number).run, numbered(number).run.metrics});
    return train::compareRuns(runs);
}

std::vector<std::vector<train::MetricPoint>>
FakeBackend::metricCurves(const std::vector<std::int64_t>& numbers, const std::string& key)
{
    std::vector<std::vector<train::MetricPoint>> curves(numbers.size());
    for (auto& curve : curves) {
        for (const auto& point : points) {
            if (point.key == key)
                curve.push_back(point);
        }
    }
    return curves;
}

std::vector<std::string> FakeBackend::metricKeys(const std::vector<std::int64_t>&)
{
    std::set<std::string> keys;
    for (const auto& point : points)
        keys.insert(point.key);
    return {keys.begin(), keys.end()};
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
    facts.why.lack = train::CudaLack::NoDriver;
    return facts;
}

std::vector<train::Check> FakeBackend::check(const train::Recipe& recipe, const base::Cancellation&)
{
    ++checkCount;
    return checks
               ? checks(recipe)
               : std::vector<train::Check>{{train::CheckId::Recipe, train::CheckState::Ok, "All fits.", {}}};
}

train::DataPreview FakeBackend::preview(const train::Recipe& recipe, const base::Cancellation&)
{
    return previews ? previews(recipe) : makePreview();
}

std::optional<double> FakeBackend::unknownShare(const base::DatasetVersionId& version, const std::string&,
                                                const train::BaseModelId&)
{
    const auto source = std::ranges::find_if(
        sources, [&](const ui::TrainingSource& one) { return one.version->id == version; });
    const auto share = unknownShares.find(source->dataset.name);
    return share == unknownShares.end() ? 0 : share->second;
}

train::StepTimes FakeBackend::measure(const train::Recipe& recipe, const base::Cancellation& cancellation)
{
    ++measureCount;
    return times ? times(recipe, cancellation) : makeTimes();
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

void FakeBackend::exportRun(const train::Run&, train::RunFormat format, const std::filesystem::path& folder,
                            const base::Cancellation&)
{
    refuse();
    constexpr const char* names[] = {"hf", "mlflow", "tensorboard"};
    asked << QStringLiteral("export %1 %2")
                 .arg(QLatin1String(names[static_cast<int>(format)]),
                      QString::fromStdString(folder.string()));
}

std::shared_ptr<const train::RunReport> FakeBackend::report(const train::Run& run, const base::Cancellation&)
{
    const auto found = reports.find(run.number);
    if (found == reports.end())
        throw base::Error(base::ErrorCode::Damaged, "The predictions of this run are damaged.");
    return found->second;
}

std::vector<train::Run> FakeBackend::earlierRuns(const train::Run& run)
{
    std::vector<train::Run> earlier;
    for (const auto& one : details) {
        if (one.run.number < run.number && one.run.state == jobs::JobState::Completed)
            earlier.push_back(one.run);
    }
    return earlier;
}

bool FakeBackend::hasRows(const train::Run&)
{
    return areRowsThere;
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

void FakeBackend::stop(const train::Run& run, train::RunStop how)
{
    ui::RunDetails* stopped = find(run.job);
    if (how == train::RunStop::DropCheckpoint) {
        asked << QStringLiteral("stop without checkpoint");
        stopped->run.state = stopped->job->state = jobs::JobState::Cancelled;
        stopped->artifacts.clear();
        return;
    }
    asked << QStringLiteral("stop");
    stopped->run.state = stopped->job->state = jobs::JobState::Interrupted;
    stopped->artifacts.push_back({train::ArtifactKind::Checkpoint, "checkpoint", "aa", 10, 42});
}

std::optional<base::Error> FakeBackend::whyNot(train::TrainAction action)
{
    const auto found = refusals.find(action);
    return found == refusals.end() ? std::nullopt : std::optional(found->second);
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

ui::RunDetails& FakeBackend::numbered(std::int64_t number)
{
    for (auto& one : details) {
        if (one.run.number == number)
            return one;
    }
    throw base::Error(base::ErrorCode::NotFound, "There is no run R-" + std::to_string(number) + ".");
}

ui::RunListItem listed(const ui::RunDetails& details)
{
    const auto& run = details.run;
    ui::RunListItem item;
    item.row.id = run.id;
    item.row.number = run.number;
    item.row.title = run.title;
    item.row.tags = run.tags;
    item.row.job = run.job;
    item.row.state = run.state;
    item.row.errorKind = run.errorKind;
    item.row.errorMessage = run.errorMessage;
    item.row.datasetName = run.datasetName;
    item.row.datasetNumber = run.datasetNumber;
    item.row.baseModelName = run.baseModelName;
    item.row.memberName = run.memberName;
    item.row.created = run.created;
    item.row.started = run.started;
    item.row.finished = run.finished;
    item.row.worked = run.worked;
    item.row.trashed = run.trashed;
    item.row.decidedBy = "validation/" + std::string(train::metricName(run.recipe.metric));
    if (run.metrics.contains(item.row.decidedBy))
        item.row.best = run.metrics.at(item.row.decidedBy);
    item.progress = details.progress();
    return item;
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
    run.worked = std::chrono::seconds(jobs::isFinal(state) ? 90 : 0);
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

train::DataPreview makePreview()
{
    using train::TokenKind;
    train::DataPreview preview;
    preview.labels = {{"positive", 750}, {"negative", 250}};
    preview.parts = train::PartCounts{800, 100, 100};
    train::LengthCounts lengths;
    lengths.binWidth = 20;
    lengths.counts = {300, 400, 200, 50, 20, 10, 8, 6, 4, 2};
    lengths.texts = 1000;
    lengths.longest = 200;
    lengths.cut = 40;
    preview.lengths = lengths;
    preview.firstBatch = {.rows = {{"positive",
                                    {{"[CLS]", TokenKind::Special},
                                     {"play", TokenKind::Word},
                                     {"##ing", TokenKind::Continuation},
                                     {"[SEP]", TokenKind::Special}}},
                                   {"negative",
                                    {{"[CLS]", TokenKind::Special},
                                     {"[UNK]", TokenKind::Unknown},
                                     {"[SEP]", TokenKind::Special}}}},
                          .rowCount = 2,
                          .length = 4,
                          .tokens = 7};
    preview.work = {.steps = 250,
                    .stepsPerEpoch = 50,
                    .stepTokens = 400,
                    .evaluations = 5,
                    .validationTokens = 1000,
                    .testTokens = 1000};
    return preview;
}

train::StepTimes makeTimes()
{
    train::StepTimes times;
    times.secondsPerToken = 0.001;
    times.steps = 3;
    times.memory = 1'200'000'000;
    times.device.threads = 8;
    return times;
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

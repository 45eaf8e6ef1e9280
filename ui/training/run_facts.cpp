// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_facts.h"

#include "train/batch_plan.h"
#include "train/run_environment.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/run_view_model.h"
#include "ui/training/train_command.h"
#include "ui/training/training_text.h"
#include "ui/widgets/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

struct RunFacts
{
    Q_DECLARE_TR_FUNCTIONS(RunFacts)
};

constexpr int shownHash = 8;
constexpr qsizetype latestSteps = 20;

QString word(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

std::optional<std::int64_t> rowsOf(const train::Run& run, const char* part)
{
    if (!run.data.is_object())
        return std::nullopt;
    const auto rows = run.data.find("rows");
    if (rows == run.data.end() || !rows->is_object() || !rows->contains(part))
        return std::nullopt;
    return rows->at(part).get<std::int64_t>();
}

void addData(QList<RunFact>& facts, const train::Run& run)
{
    facts << RunFact{RunFacts::tr("Data"), TrainingText::dataset(run)};
    facts << RunFact{RunFacts::tr("Text column"), DatasetText::from(run.recipe.textColumn)};
    facts << RunFact{RunFacts::tr("Label column"), DatasetText::from(run.recipe.labelColumn)};
    if (const auto rows = rowsOf(run, "train"))
        facts << RunFact{RunFacts::tr("Train rows"), DatasetText::count(*rows)};
    const auto validation = rowsOf(run, "validation");
    const auto test = rowsOf(run, "test");
    if (validation && test)
        facts << RunFact{RunFacts::tr("Validate, test"),
                         RunFacts::tr("%1 and %2", "rows")
                             .arg(DatasetText::count(*validation), DatasetText::count(*test))};
    if (run.data.is_object() && run.data.contains("classes"))
        facts << RunFact{RunFacts::tr("Classes"),
                         DatasetText::count(std::int64_t(run.data.at("classes").size()))};
}

void addSettings(QList<RunFact>& facts, const train::Run& run)
{
    const train::Recipe& recipe = run.recipe;
    facts << RunFact{RunFacts::tr("Base model"), DatasetText::from(run.baseModelName)};
    facts << RunFact{recipe.maxSteps > 0 ? RunFacts::tr("Steps") : RunFacts::tr("Epochs"),
                     RunFacts::tr("%1, batch %2", "epochs or steps, texts a batch")
                         .arg(DatasetText::count(recipe.maxSteps > 0 ? recipe.maxSteps : recipe.epochs),
                              DatasetText::count(recipe.batchSize))};
    facts << RunFact{RunFacts::tr("Optimiser"),
                     RunFacts::tr("AdamW, decay %1").arg(recipeValue(recipe, "weight_decay"))};
    facts << RunFact{RunFacts::tr("Rate"), RunFacts::tr("%1, %2 % warm-up", "learning rate, percent")
                                               .arg(recipeValue(recipe, "learning_rate"),
                                                    DatasetText::number(recipe.warmupRatio * 100))};
    facts << RunFact{RunFacts::tr("Schedule"), TrainingText::schedule(recipe.schedule)};
    facts << RunFact{RunFacts::tr("Longest text"),
                     RunFacts::tr("%Ln token(s)", nullptr, int(recipe.maxLength))};
    facts << RunFact{RunFacts::tr("Seed"), DatasetText::count(recipe.seed)};
}

/// Why the run was made on its device; older runs know it in one language.
QString reasonOf(const nlohmann::json& environment)
{
    const auto device = train::deviceOf(environment);
    return device ? TrainingText::deviceReason(*device) : word(environment, "reason");
}

void addMachine(QList<RunFact>& facts, const train::Run& run)
{
    if (!run.environment.is_object())
        return;
    const auto& environment = run.environment;
    const int threads = environment.value("threads", 0);
    const QString precision = word(environment, "precision");
    const QString reason = reasonOf(environment);
    const bool isCpu = word(environment, "device") == QLatin1String("cpu");
    facts << RunFact{RunFacts::tr("Device"),
                     isCpu ? RunFacts::tr("CPU, %Ln thread(s), %1", "precision", threads).arg(precision)
                           : RunFacts::tr("%1, %2", "graphics card, precision")
                                 .arg(word(environment, "device_name"), precision),
                     reason};
    facts << RunFact{RunFacts::tr("Library"), word(environment, "library")};
}

/// Over the latest steps of a run that trains. Rows of one step are not recorded: those of an epoch are.
std::optional<double> rowsASecond(const RunViewModel& viewModel)
{
    const train::Run& run = viewModel.run();
    const MetricLine& line = viewModel.line("train/loss");
    const auto rows = rowsOf(run, "train");
    const qsizetype count = std::min<qsizetype>(line.size(), latestSteps);
    if (run.state != jobs::JobState::Running || !rows || count < 2)
        return std::nullopt;
    const MetricSample& first = *(line.end() - count);
    const double seconds = double(line.back().time.milliseconds - first.time.milliseconds) / 1000;
    if (seconds <= 0)
        return std::nullopt; // a clock that was put back
    const auto steps = train::stepsPerEpoch(*rows, run.recipe.batchSize, run.recipe.gradientAccumulation);
    return double(line.back().step - first.step) / seconds * double(*rows) / double(steps);
}

void addHash(QList<RunFact>& facts, const QString& label, const std::string& hash, const char* name)
{
    if (hash.empty())
        return;
    const QString whole = QString::fromStdString(hash);
    facts << RunFact{label, whole.left(shownHash), whole, QLatin1String(name)};
}

} // namespace

const MetricSample* bestOf(const RunViewModel& viewModel)
{
    const auto metric = viewModel.run().recipe.metric;
    const MetricSample* best = nullptr;
    for (const MetricSample& point : viewModel.line("validation/" + std::string(train::metricName(metric)))) {
        if (std::isfinite(point.value) && (!best || train::isBetter(metric, point.value, best->value)))
            best = &point;
    }
    return best;
}

QString deviceReason(const RunViewModel& viewModel)
{
    if (viewModel.state() != RunViewModel::State::Ready || !viewModel.run().environment.is_object())
        return {};
    return reasonOf(viewModel.run().environment);
}

QList<RunFact> factsOf(const RunViewModel& viewModel)
{
    QList<RunFact> facts;
    if (viewModel.state() != RunViewModel::State::Ready)
        return facts;
    const train::Run& run = viewModel.run();
    addData(facts, run);
    addSettings(facts, run);
    addMachine(facts, run);
    addHash(facts, RunFacts::tr("Recipe"), run.recipeHash, "run.facts.copyRecipe");
    addHash(facts, RunFacts::tr("Data hash"), run.datasetHash, "run.facts.copyData");
    addHash(facts, RunFacts::tr("Model hash"), run.baseModelHash, "run.facts.copyModel");
    facts << RunFact{RunFacts::tr("Started by"),
                     RunFacts::tr("%1, %2", "person, when")
                         .arg(DatasetText::from(run.memberName), DatasetText::whenInside(run.created)),
                     DatasetText::fullTime(run.created)};
    return facts;
}

QList<RunFact> factsOfNow(const RunViewModel& viewModel)
{
    QList<RunFact> facts;
    if (viewModel.state() != RunViewModel::State::Ready)
        return facts;
    if (const auto& use = viewModel.use()) {
        const QString whose = RunFacts::tr("Of this program, with all that it does.");
        if (use->residentBytes > 0)
            facts << RunFact{
                RunFacts::tr("Memory"),
                RunFacts::tr("%1 of %2", "sizes")
                    .arg(DatasetText::size(use->residentBytes), DatasetText::size(use->machineBytes)),
                whose};
        facts << RunFact{RunFacts::tr("Processor"),
                         RunFacts::tr("%1 of %Ln core(s)", "busy ones", use->machineCores)
                             .arg(QLocale().toString(use->cores, 'f', 1)),
                         whose};
    }
    if (const auto& card = viewModel.graphicsUse()) {
        const QString whose = RunFacts::tr("Of the graphics card, with all programs that use it.");
        if (card->busy)
            facts << RunFact{RunFacts::tr("Graphics card"),
                             RunFacts::tr("%1 % busy").arg(QLocale().toString(*card->busy * 100, 'f', 0)),
                             whose};
        facts << RunFact{RunFacts::tr("Graphics memory"),
                         RunFacts::tr("%1 of %2", "sizes")
                             .arg(DatasetText::size(card->usedBytes), DatasetText::size(card->totalBytes)),
                         whose};
    }
    if (const auto* best = bestOf(viewModel))
        facts << RunFact{RunFacts::tr("Best so far"),
                         RunFacts::tr("%1 at step %2", "score, number")
                             .arg(figureText(best->value), DatasetText::count(best->step))};
    if (const auto rows = rowsASecond(viewModel))
        facts << RunFact{RunFacts::tr("Rows a second"), QLocale().toString(*rows, 'f', *rows < 10 ? 1 : 0),
                         RunFacts::tr("Rows that it trains on, over the latest steps.")};
    const auto& artifacts = viewModel.details().artifacts;
    const auto saved =
        std::ranges::find(artifacts, train::ArtifactKind::Checkpoint, &train::RunArtifact::kind);
    if (saved != artifacts.end())
        facts << RunFact{RunFacts::tr("Checkpoint"),
                         RunFacts::tr("step %1, %2", "number, size")
                             .arg(DatasetText::count(saved->step), DatasetText::size(saved->bytes))};
    return facts;
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "training_fixture.h"

#include "nn/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <set>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

using namespace lepton;
using namespace lepton::testing;
using train::TrainerCommand;
using train::TrainerSettings;
using train::TrainingEnd;
using train::Verdict;

namespace {

/// Numbers of the tensor @p name in the model that @p trainer saves into the new folder @p folder.
std::vector<float> savedTensor(const train::Trainer& trainer, const std::filesystem::path& folder,
                               const std::string& name)
{
    std::filesystem::create_directories(folder);
    trainer.save(folder);
    const nn::SafetensorsFile file(folder / "model.safetensors");
    const nn::TensorView* view = file.find(name);
    std::vector<float> numbers(static_cast<std::size_t>(view->elements()));
    std::memcpy(numbers.data(), view->data.data(), view->data.size());
    return numbers;
}

std::vector<float> probabilities(train::Trainer& trainer, const ToyRows& rows)
{
    ToyEvaluation evaluation(rows);
    return trainer.predict(evaluation).probabilities;
}

std::set<int> threadIds()
{
    std::set<int> ids;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task"))
        ids.insert(std::stoi(entry.path().filename().string()));
    return ids;
}

} // namespace

class TestTrainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cuda = train::engine::loadCuda(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
        m_model = m_path / "model";
        writeTinyBert(m_model);
    }

    void learnsWhatCanBeLearnt();
    void stepsAreReportedInOrder();
    void figuresReadLateAreThoseOfTheirStep();
    void nothingIsDoneWithWeightsOfUnreadSteps();
    void accumulatedBatchesTrainAsOneLargeBatch_data();
    void accumulatedBatchesTrainAsOneLargeBatch();
    void frozenLayersKeepTheirWeights();
    void modelEndsWithTheBestWeights();
    void endsEarlyWhenTheSinkSaysSo();
    void stopsWhenTold();
    void savesWhenTold();
    void whatTheSinkThrowsEndsTheTraining();
    void fullDiskAtACheckpointIsTold();
    void headForTheSameLabelsIsKept();
    void divergenceGoesBackToGoodWeights_data();
    void divergenceGoesBackToGoodWeights();
    void lackOfMemoryIsToldWithAdvice();
    void batchesThatDoNotFitTheModelAreRefused_data();
    void batchesThatDoNotFitTheModelAreRefused();
    void settingsThatContradictAreRefused_data();
    void settingsThatContradictAreRefused();
    void trainsInBFloat16WhenAsked();
    void trainsOnCudaAsOnTheCpu();
    void resumesOnCuda();
    void workersInheritThePriorityOfTheTrainingThread();

private:
    train::engine::CudaState m_cuda;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    std::filesystem::path m_model;
};

void TestTrainer::learnsWhatCanBeLearnt()
{
    TrainerSettings settings = toySettings();
    settings.totalSteps = 150;
    settings.learningRate = 3e-3;
    settings.evaluateEvery = 0;
    const auto trainer = toyTrainer(m_model, settings);
    ToyBatches batches(ToyRows::make(120, 1), 8);
    const ToyRows held = ToyRows::make(60, 2);
    ToyEvaluation validation(held);
    RecordingSink sink(m_path);
    const auto outcome = trainer->train(batches, validation, sink);

    QCOMPARE(outcome.steps, 150);
    QCOMPARE(sink.evaluations.size(), std::size_t{1});
    const auto& answers = sink.evaluations.front().second.probabilities;
    std::size_t right = 0;
    for (std::size_t row = 0; row < held.labels.size(); ++row) {
        const auto begin = answers.begin() + static_cast<long>(row * 3);
        const auto best = std::max_element(begin, begin + 3) - begin;
        right += best == held.labels[row] ? 1U : 0U;
    }
    QVERIFY2(right >= 54, qPrintable(QString("%1 of 60 are right").arg(right)));
}

void TestTrainer::stepsAreReportedInOrder()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    const auto outcome = trainer->train(batches, validation, sink);

    QCOMPARE(static_cast<int>(outcome.end), static_cast<int>(TrainingEnd::Finished));
    QCOMPARE(sink.steps.size(), std::size_t{12});
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < sink.steps.size(); ++i) {
        QCOMPARE(sink.steps[i].step, static_cast<std::int64_t>(i + 1));
        const auto step = batches.batches(static_cast<std::int64_t>(i));
        QCOMPARE(sink.steps[i].tokens, static_cast<std::int64_t>(step[0].ids.size()));
        tokens += sink.steps[i].tokens;
    }
    QCOMPARE(outcome.tokens, tokens);
    QCOMPARE(sink.steps[0].learningRate, 0.0);
    QCOMPARE(sink.evaluations.size(), std::size_t{3}); // at 5, 10 and the end
    QCOMPARE(sink.evaluations[2].first, std::int64_t{12});
    QVERIFY(std::isfinite(sink.evaluations[2].second.loss));
}

void TestTrainer::figuresReadLateAreThoseOfTheirStep()
{
    RecordingSink sinks[] = {RecordingSink(m_path), RecordingSink(m_path), RecordingSink(m_path)};
    for (const std::size_t behind : {0, 1, 3}) {
        TrainerSettings settings = toySettings();
        settings.maxGradNorm = 0.01; // below the norms of these gradients
        ToyBatches batches(ToyRows::make(40, 1), 8);
        ToyEvaluation validation(ToyRows::make(9, 2));
        RecordingSink& sink = sinks[behind == 3 ? 2 : behind];
        const auto outcome =
            toyTrainer(m_model, settings, {"a", "b", "c"}, {}, behind)->train(batches, validation, sink);
        QCOMPARE(outcome.steps, std::int64_t{12});
        QVERIFY(outcome.trainingSeconds > 0);
    }
    for (const RecordingSink& late : {std::cref(sinks[1]), std::cref(sinks[2])}) {
        QCOMPARE(late.steps.size(), std::size_t{12});
        QCOMPARE(late.evaluations.size(), std::size_t{3});
        for (std::size_t i = 0; i < 12; ++i) {
            const auto& [then, now] = std::tie(sinks[0].steps[i], late.steps[i]);
            QCOMPARE(now.step, static_cast<std::int64_t>(i + 1));
            QCOMPARE(now.tokens, then.tokens);
            QCOMPARE(now.learningRate, then.learningRate);
            QVERIFY(then.gradientNorm > 0.01);
            QVERIFY(std::abs(now.loss - then.loss) < 1e-4);
            QVERIFY(std::abs(now.gradientNorm - then.gradientNorm) < 1e-2 * then.gradientNorm);
        }
    }
}

void TestTrainer::nothingIsDoneWithWeightsOfUnreadSteps()
{
    TrainerSettings settings = toySettings();
    settings.checkpointEvery = 4;
    settings.evaluateEvery = 6;
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    struct StrictSink final : RecordingSink
    {
        using RecordingSink::RecordingSink;
        Verdict evaluated(std::int64_t step, const train::Predictions& predictions) override
        {
            unheard += step - steps.back().step;
            return RecordingSink::evaluated(step, predictions);
        }
        void checkpointWritten(std::int64_t step, const std::filesystem::path& file) override
        {
            unheard += step - steps.back().step;
            RecordingSink::checkpointWritten(step, file);
        }
        std::int64_t unheard = 0;
    } sink(m_path);
    std::int64_t heardAtStop = 0;
    sink.onCommand = [&](std::int64_t step) {
        heardAtStop = step;
        return step >= 9 ? TrainerCommand::Stop : TrainerCommand::Continue;
    };
    const auto outcome =
        toyTrainer(m_model, settings, {"a", "b", "c"}, {}, 1)->train(batches, validation, sink);
    QCOMPARE(sink.evaluations.size(), std::size_t{1});
    QCOMPARE(sink.checkpoints.size(), std::size_t{2});
    QCOMPARE(sink.unheard, std::int64_t{0});
    // One more step was on its way, and is told of too.
    QCOMPARE(heardAtStop, std::int64_t{9});
    QCOMPARE(outcome.steps, std::int64_t{10});
    QCOMPARE(sink.steps.back().step, std::int64_t{10});
}

void TestTrainer::accumulatedBatchesTrainAsOneLargeBatch_data()
{
    QTest::addColumn<bool>("weighted");
    QTest::addRow("all classes alike") << false;
    QTest::addRow("class weights and smoothing") << true;
}

void TestTrainer::accumulatedBatchesTrainAsOneLargeBatch()
{
    QFETCH(bool, weighted);
    TrainerSettings settings = toySettings();
    settings.dropout = 0;
    if (weighted) {
        settings.classWeights = {0.5, 1, 3};
        settings.labelSmoothing = 0.1;
    }
    ToyEvaluation none(ToyRows{});
    RecordingSink large(m_path);
    RecordingSink small(m_path);
    ToyBatches one(ToyRows::make(48, 1), 16, 1);
    ToyBatches four(ToyRows::make(48, 1), 4, 4);
    toyTrainer(m_model, settings)->train(one, none, large);
    toyTrainer(m_model, settings)->train(four, none, small);
    for (std::size_t i = 0; i < large.steps.size(); ++i) {
        QVERIFY(std::abs(large.steps[i].loss - small.steps[i].loss) < 1e-5);
        QVERIFY(std::abs(large.steps[i].gradientNorm / small.steps[i].gradientNorm - 1) < 1e-4);
        QCOMPARE(large.steps[i].tokens, small.steps[i].tokens);
    }
}

void TestTrainer::frozenLayersKeepTheirWeights()
{
    TrainerSettings settings = toySettings();
    settings.frozenLayers = 1;
    const auto trainer = toyTrainer(m_model, settings);
    const char* frozen = "bert.encoder.layer.0.output.dense.weight";
    const char* embeddings = "bert.embeddings.word_embeddings.weight";
    const char* free = "bert.encoder.layer.1.output.dense.weight";
    const auto before = savedTensor(*trainer, m_path / "before", frozen);
    const auto embeddingsBefore = savedTensor(*trainer, m_path / "before-e", embeddings);
    const auto freeBefore = savedTensor(*trainer, m_path / "before-f", free);
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation none(ToyRows{});
    RecordingSink sink(m_path);
    trainer->train(batches, none, sink);
    QCOMPARE(savedTensor(*trainer, m_path / "after", frozen), before);
    QCOMPARE(savedTensor(*trainer, m_path / "after-e", embeddings), embeddingsBefore);
    QVERIFY(savedTensor(*trainer, m_path / "after-f", free) != freeBefore);
}

void TestTrainer::modelEndsWithTheBestWeights()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    const ToyRows held = ToyRows::make(9, 2);
    ToyEvaluation validation(held);
    RecordingSink sink(m_path);
    sink.verdict = [](std::int64_t step) { return Verdict{.best = step == 5}; };
    const auto outcome = trainer->train(batches, validation, sink);
    QCOMPARE(outcome.bestStep, 5);
    QCOMPARE(probabilities(*trainer, held), sink.evaluations[0].second.probabilities);
    QVERIFY(probabilities(*trainer, held) != sink.evaluations[2].second.probabilities);
}

void TestTrainer::endsEarlyWhenTheSinkSaysSo()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    sink.verdict = [](std::int64_t step) { return Verdict{.best = step == 5, .stop = step == 10}; };
    const auto outcome = trainer->train(batches, validation, sink);
    QCOMPARE(static_cast<int>(outcome.end), static_cast<int>(TrainingEnd::EarlyStopped));
    QCOMPARE(outcome.steps, 10);
    QCOMPARE(outcome.bestStep, 5);
}

void TestTrainer::stopsWhenTold()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    sink.onCommand = [](std::int64_t step) {
        return step == 3 ? TrainerCommand::Stop : TrainerCommand::Continue;
    };
    const auto outcome = trainer->train(batches, validation, sink);
    QCOMPARE(static_cast<int>(outcome.end), static_cast<int>(TrainingEnd::Stopped));
    QCOMPARE(outcome.steps, 3);
    QCOMPARE(sink.steps.size(), std::size_t{3});
    QVERIFY(sink.checkpoints.empty());
    QCOMPARE(kindOf([&] { trainer->train(batches, validation, sink); }), "invalid_argument");
}

void TestTrainer::savesWhenTold()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    sink.onCommand = [&sink](std::int64_t step) {
        return step == 4 && sink.checkpoints.empty() ? TrainerCommand::SaveAndContinue
                                                     : TrainerCommand::Continue;
    };
    trainer->train(batches, validation, sink);
    QCOMPARE(sink.checkpoints.size(), std::size_t{1});
    QCOMPARE(sink.checkpoints[0].first, std::int64_t{4});
    QVERIFY(std::filesystem::exists(sink.checkpoints[0].second));
    QCOMPARE(sink.steps.size(), std::size_t{12});
}

void TestTrainer::whatTheSinkThrowsEndsTheTraining()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    sink.onCommand = [](std::int64_t) -> TrainerCommand {
        throw base::Error(base::ErrorCode::NoSpace, "The disk is full.");
    };
    QCOMPARE(kindOf([&] { trainer->train(batches, validation, sink); }), "no_space");
}

void TestTrainer::fullDiskAtACheckpointIsTold()
{
    TrainerSettings settings = toySettings();
    settings.checkpointEvery = 2;
    const auto trainer = toyTrainer(m_model, settings);
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation none(ToyRows{});
    RecordingSink sink(m_path);
    // The system refuses to let a file grow as it refuses when the disk is full.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = 10'000;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto error = errorOf([&] { trainer->train(batches, none, sink); });
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("no_space"));
    QVERIFY(sink.checkpoints.empty());
    QVERIFY(error->message().find("checkpoint-0") != std::string::npos);
}

void TestTrainer::headForTheSameLabelsIsKept()
{
    TinyBertOptions options;
    options.classes = 3;
    options.config = [](nlohmann::json& config) {
        config["id2label"] = {{"0", "a"}, {"1", "b"}, {"2", "c"}};
        config["label2id"] = {{"a", 0}, {"b", 1}, {"c", 2}};
    };
    writeTinyBert(m_model, options);
    const auto expected = tinyBertWeights(nn::readBertConfig(m_model), 3);
    const char* head = "classifier.weight";
    const auto stored =
        std::ranges::find_if(expected, [&](const OwnedTensor& tensor) { return tensor.view.name == head; });
    QCOMPARE(savedTensor(*toyTrainer(m_model, toySettings()), m_path / "same", head), stored->numbers);
    QVERIFY(savedTensor(*toyTrainer(m_model, toySettings(), {"c", "b", "a"}), m_path / "other", head) !=
            stored->numbers);
}

void TestTrainer::divergenceGoesBackToGoodWeights_data()
{
    QTest::addColumn<std::int64_t>("bestAt");
    QTest::addColumn<std::int64_t>("checkpointAt");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("behind");
    QTest::addRow("to the best") << std::int64_t{1} << std::int64_t{1} << "those of step 1" << 0;
    QTest::addRow("to the last checkpoint")
        << std::int64_t{0} << std::int64_t{1} << "the checkpoint at step 1" << 0;
    QTest::addRow("to the base model")
        << std::int64_t{0} << std::int64_t{0} << "those of the base model" << 0;
    QTest::addRow("to the best, figures read late")
        << std::int64_t{1} << std::int64_t{0} << "those of step 1" << 1;
    QTest::addRow("to the base model, figures read late")
        << std::int64_t{0} << std::int64_t{-1} << "those of the base model" << 1;
}

void TestTrainer::divergenceGoesBackToGoodWeights()
{
    QFETCH(std::int64_t, bestAt);
    QFETCH(std::int64_t, checkpointAt);
    QFETCH(QString, words);
    QFETCH(int, behind);
    TrainerSettings settings = toySettings();
    settings.learningRate = 1e38;    // 0 in the first step, for the warm-up
    settings.evaluateEvery = bestAt; // 0: the loss of the next step tells, not an evaluation
    settings.schedule = train::Schedule::Constant;
    const ToyRows held = ToyRows::make(9, 2);
    const auto trainer = toyTrainer(m_model, settings, {"a", "b", "c"}, {}, static_cast<std::size_t>(behind));
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(held);
    RecordingSink sink(m_path);
    sink.verdict = [&](std::int64_t step) { return Verdict{.best = step == bestAt}; };
    sink.onCommand = [&](std::int64_t step) {
        return step == checkpointAt && sink.checkpoints.empty() ? TrainerCommand::SaveAndContinue
                                                                : TrainerCommand::Continue;
    };
    const auto error = errorOf([&] { trainer->train(batches, validation, sink); });
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("diverged"));
    QVERIFY2(QString::fromStdString(error->message()).contains(words), error->message().c_str());
    QVERIFY(error->message().find("lower learning rate") != std::string::npos);
    for (const float probability : probabilities(*trainer, held))
        QVERIFY(std::isfinite(probability));
}

void TestTrainer::lackOfMemoryIsToldWithAdvice()
{
    const auto trainer = toyTrainer(m_model, toySettings());
    ToyBatches batches(ToyRows::make(200'000, 1), 200'000);
    ToyEvaluation none(ToyRows{});
    RecordingSink sink(m_path);
    // As much as there is now, and a little.
    std::ifstream statm("/proc/self/statm");
    rlim_t pages = 0;
    statm >> pages;
    rlimit before{};
    getrlimit(RLIMIT_AS, &before);
    rlimit tight = before;
    tight.rlim_cur = pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + (rlim_t{400} << 20);
    setrlimit(RLIMIT_AS, &tight);
    const auto error = errorOf([&] { trainer->train(batches, none, sink); });
    setrlimit(RLIMIT_AS, &before);
    QVERIFY(error);
    QVERIFY2(error->code() == base::ErrorCode::OutOfMemory, error->message().c_str());
    QVERIFY2(error->message().find("200000 rows") != std::string::npos, error->message().c_str());
    QVERIFY(error->message().find("gradient_accumulation") != std::string::npos);
    QVERIFY(error->message().find("max_length") != std::string::npos);
}

void TestTrainer::batchesThatDoNotFitTheModelAreRefused_data()
{
    QTest::addColumn<std::vector<int>>("ids");
    QTest::addColumn<int>("label");
    QTest::addRow("id beyond the vocabulary") << std::vector<int>{2, 40, 3} << 0;
    QTest::addRow("negative id") << std::vector<int>{2, -1, 3} << 0;
    QTest::addRow("longer than the model's positions") << std::vector<int>(21, 5) << 0;
    QTest::addRow("class beyond the labels") << std::vector<int>{2, 5, 3} << 3;
    QTest::addRow("row without tokens") << std::vector<int>{} << 0;
}

void TestTrainer::batchesThatDoNotFitTheModelAreRefused()
{
    QFETCH(std::vector<int>, ids);
    QFETCH(int, label);
    ToyRows rows = ToyRows::make(7, 1);
    rows.ids.emplace_back(ids.begin(), ids.end());
    rows.labels.push_back(label);
    ToyBatches batches(rows, 8);
    ToyEvaluation none(ToyRows{});
    RecordingSink sink(m_path);
    const auto trainer = toyTrainer(m_model, toySettings());
    QCOMPARE(kindOf([&] { trainer->train(batches, none, sink); }), "invalid_argument");
}

void TestTrainer::settingsThatContradictAreRefused_data()
{
    QTest::addColumn<std::function<void(TrainerSettings&)>>("change");
    const auto row = [](const char* name, std::function<void(TrainerSettings&)> change) {
        QTest::addRow("%s", name) << std::move(change);
    };
    row("no steps", [](TrainerSettings& s) { s.totalSteps = 0; });
    row("warm-up longer than all", [](TrainerSettings& s) { s.warmupSteps = 13; });
    row("learning rate that is no number", [](TrainerSettings& s) { s.learningRate = std::nan(""); });
    row("two weights for three classes", [](TrainerSettings& s) { s.classWeights = {1, 2}; });
    row("dropout of everything", [](TrainerSettings& s) { s.dropout = 1; });
    row("more frozen layers than there are", [](TrainerSettings& s) { s.frozenLayers = 3; });
    row("smoothing of everything", [](TrainerSettings& s) { s.labelSmoothing = 1; });
}

void TestTrainer::settingsThatContradictAreRefused()
{
    QFETCH(std::function<void(TrainerSettings&)>, change);
    TrainerSettings settings = toySettings();
    change(settings);
    QCOMPARE(kindOf([&] { toyTrainer(m_model, settings); }), "invalid_argument");
}

void TestTrainer::trainsInBFloat16WhenAsked()
{
    ToyEvaluation none(ToyRows{});
    std::vector<double> losses[2];
    for (const auto precision : {train::Precision::Float32, train::Precision::BFloat16}) {
        TrainerSettings settings = toySettings();
        settings.precision = precision;
        settings.dropout = 0;
        ToyBatches batches(ToyRows::make(40, 1), 8);
        RecordingSink sink(m_path);
        const auto trainer = toyTrainer(m_model, settings);
        trainer->train(batches, none, sink);
        for (const auto& step : sink.steps)
            losses[precision == train::Precision::BFloat16].push_back(step.loss);
    }
    QVERIFY(losses[0] != losses[1]);
    for (std::size_t i = 0; i < losses[0].size(); ++i)
        QVERIFY2(std::abs(losses[0][i] - losses[1][i]) < 0.05, qPrintable(QString::number(losses[1][i])));
}

void TestTrainer::trainsOnCudaAsOnTheCpu()
{
    if (!m_cuda.works)
        QSKIP(("No CUDA device to test with: " + m_cuda.why + ".").c_str());
    std::vector<double> losses[2];
    for (const auto device : {train::DeviceChoice::Cpu, train::DeviceChoice::Cuda}) {
        TrainerSettings settings = toySettings();
        settings.device = device;
        settings.precision = train::Precision::Float32;
        settings.dropout = 0;
        ToyBatches batches(ToyRows::make(40, 1), 8);
        ToyEvaluation validation(ToyRows::make(9, 2));
        RecordingSink sink(m_path);
        toyTrainer(m_model, settings, {"a", "b", "c"}, m_cuda)->train(batches, validation, sink);
        for (const auto& step : sink.steps)
            losses[device == train::DeviceChoice::Cuda].push_back(step.loss);
    }
    for (std::size_t i = 0; i < losses[0].size(); ++i)
        QVERIFY2(std::abs(losses[0][i] - losses[1][i]) < 1e-3, qPrintable(QString::number(losses[1][i])));
}

void TestTrainer::resumesOnCuda()
{
    if (!m_cuda.works)
        QSKIP(("No CUDA device to test with: " + m_cuda.why + ".").c_str());
    TrainerSettings settings = toySettings();
    settings.device = train::DeviceChoice::Cuda;
    settings.checkpointEvery = 6;
    ToyBatches batches(ToyRows::make(40, 1), 8);
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink whole(m_path);
    whole.verdict = [](std::int64_t step) { return Verdict{.best = step == 5}; };
    toyTrainer(m_model, settings, {"a", "b", "c"}, m_cuda)->train(batches, validation, whole);
    RecordingSink resumed(m_path);
    settings.checkpointEvery = 0;
    const auto trainer = toyTrainer(m_model, settings, {"a", "b", "c"}, m_cuda);
    trainer->restore(whole.checkpoints[0].second, batches);
    trainer->train(batches, validation, resumed);
    QCOMPARE(resumed.steps.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY(std::abs(resumed.steps[i].loss - whole.steps[i + 6].loss) < 1e-2);
}

void TestTrainer::workersInheritThePriorityOfTheTrainingThread()
{
    const auto before = threadIds();
    std::set<int> started;
    std::vector<int> priorities;
    std::thread([&] {
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 10);
        const auto trainer = toyTrainer(m_model, toySettings());
        // Enough rows that the work is parted.
        ToyBatches batches(ToyRows::make(2000, 1), 1000);
        ToyEvaluation none(ToyRows{});
        RecordingSink sink(m_path);
        sink.onCommand = [](std::int64_t) { return TrainerCommand::Stop; };
        trainer->train(batches, none, sink);
        for (const int id : threadIds()) {
            if (!before.contains(id) && id != gettid()) {
                started.insert(id);
                priorities.push_back(getpriority(PRIO_PROCESS, static_cast<id_t>(id)));
            }
        }
    }).join();
    QVERIFY2(!started.empty(), "no worker was started");
    for (const int priority : priorities)
        QCOMPARE(priority, 10);
}

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"
#include "training_fixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace lepton;
using namespace lepton::testing;
using train::TrainerCommand;
using train::TrainerSettings;
using train::Verdict;

namespace {

constexpr std::size_t batchRows = 8;
constexpr std::size_t trainingRows = 40; // five steps an epoch

ToyBatches toyBatches()
{
    return ToyBatches(ToyRows::make(trainingRows, 1), batchRows);
}

Verdict bestAtFive(std::int64_t step)
{
    return {.best = step == 5};
}

void writeFile(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// Restores @p checkpoint and trains to the end.
Trace resume(const std::filesystem::path& model, const std::filesystem::path& checkpoint, std::int64_t step,
             const std::filesystem::path& folder, const TrainerSettings& settings = toySettings())
{
    const auto trainer = toyTrainer(model, settings);
    ToyBatches batches = toyBatches();
    ToyEvaluation validation(ToyRows::make(9, 2));
    std::filesystem::create_directories(folder);
    RecordingSink sink(folder);
    sink.verdict = bestAtFive;
    trainer->restore(checkpoint, batches);
    trainer->train(batches, validation, sink);
    return traceOf(*trainer, sink, step, folder);
}

/// What the test does when it is started as another process: argument 1 is "--resume".
int resumeInThisProcess(char** arguments)
{
    const std::filesystem::path folder = arguments[4];
    const Trace trace = resume(arguments[2], arguments[3], 0, folder);
    std::ofstream out(folder / "trace", std::ios::binary);
    out.write(reinterpret_cast<const char*>(trace.numbers.data()),
              static_cast<std::streamsize>(trace.numbers.size() * sizeof(double)));
    out.write(reinterpret_cast<const char*>(trace.evaluations.data()),
              static_cast<std::streamsize>(trace.evaluations.size() * sizeof(float)));
    return 0;
}

} // namespace

class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resumedRunIsEqualToTheBit_data();
    void resumedRunIsEqualToTheBit();
    void resumedInAnotherProcessIsEqualToTheBit_data() { resumedRunIsEqualToTheBit_data(); }
    void resumedInAnotherProcessIsEqualToTheBit();
    void resumedFrozenTrainingIsEqualToTheBit();
    void resumingAtTheEndGivesTheModel();
    void otherThreadsAreNoted();
    void badCheckpointIsRefused_data();
    void badCheckpointIsRefused();
    void checkpointOfAnotherTrainingIsRefused_data();
    void checkpointOfAnotherTrainingIsRefused();

private:
    Trace traceFrom(std::int64_t step) const;

    QTemporaryDir m_folder;
    std::filesystem::path m_path;
    std::filesystem::path m_model;
    std::map<std::int64_t, std::filesystem::path>
        m_checkpoints; ///< of the uninterrupted run, after each step
    std::unique_ptr<train::Trainer> m_trainer;
    std::unique_ptr<RecordingSink> m_sink;
};

/// The uninterrupted run, with dropout, that keeps a checkpoint after each step.
void TestCheckpoint::initTestCase()
{
    m_path = m_folder.path().toStdString();
    m_model = m_path / "model";
    writeTinyBert(m_model);
    TrainerSettings settings = toySettings();
    settings.checkpointEvery = 1;
    m_trainer = toyTrainer(m_model, settings);
    m_sink = std::make_unique<RecordingSink>(m_path);
    m_sink->verdict = bestAtFive;
    ToyBatches batches = toyBatches();
    ToyEvaluation validation(ToyRows::make(9, 2));
    m_trainer->train(batches, validation, *m_sink);
    for (const auto& [step, file] : m_sink->checkpoints)
        m_checkpoints[step] = file;
    QCOMPARE(m_checkpoints.size(), std::size_t{12});
}

Trace TestCheckpoint::traceFrom(std::int64_t step) const
{
    return traceOf(*m_trainer, *m_sink, step, m_path / QTest::currentDataTag() / "whole");
}

void TestCheckpoint::resumedRunIsEqualToTheBit_data()
{
    QTest::addColumn<std::int64_t>("step");
    QTest::addRow("after the first step") << std::int64_t{1};
    QTest::addRow("in the middle of an epoch") << std::int64_t{3};
    QTest::addRow("after an evaluation") << std::int64_t{5};
    QTest::addRow("with best weights that are older") << std::int64_t{8};
    QTest::addRow("before the last step") << std::int64_t{11};
}

void TestCheckpoint::resumedRunIsEqualToTheBit()
{
    QFETCH(std::int64_t, step);
    const Trace whole = traceFrom(step);
    const Trace resumed =
        resume(m_model, m_checkpoints[step], step, m_path / QTest::currentDataTag() / "resumed");
    QCOMPARE(resumed.numbers, whole.numbers);
    QCOMPARE(resumed.evaluations, whole.evaluations);
    QVERIFY(resumed.weights == whole.weights);
}

void TestCheckpoint::resumedInAnotherProcessIsEqualToTheBit()
{
    QFETCH(std::int64_t, step);
    const std::filesystem::path folder = m_path / QTest::currentDataTag() / "process";
    std::filesystem::remove_all(m_path / QTest::currentDataTag());
    const Trace whole = traceFrom(step);
    std::filesystem::create_directories(folder);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {"--resume", QString::fromStdString(m_model.string()),
                   QString::fromStdString(m_checkpoints[step].string()),
                   QString::fromStdString(folder.string())});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    const std::string trace = fileBytes(folder / "trace");
    const std::size_t numbers = whole.numbers.size() * sizeof(double);
    const std::size_t evaluations = whole.evaluations.size() * sizeof(float);
    QCOMPARE(trace.size(), numbers + evaluations);
    QVERIFY(std::memcmp(trace.data(), whole.numbers.data(), numbers) == 0);
    QVERIFY(std::memcmp(trace.data() + numbers, whole.evaluations.data(), evaluations) == 0);
    QVERIFY(fileBytes(folder / "model.safetensors") == whole.weights);
}

void TestCheckpoint::resumedFrozenTrainingIsEqualToTheBit()
{
    TrainerSettings settings = toySettings();
    settings.frozenLayers = 1;
    settings.checkpointEvery = 4;
    const auto trainer = toyTrainer(m_model, settings);
    ToyBatches batches = toyBatches();
    ToyEvaluation validation(ToyRows::make(9, 2));
    const auto folder = m_path / "frozen";
    std::filesystem::create_directories(folder);
    RecordingSink sink(folder);
    sink.verdict = bestAtFive;
    trainer->train(batches, validation, sink);
    const Trace whole = traceOf(*trainer, sink, 8, folder / "whole");
    const Trace resumed = resume(m_model, sink.checkpoints[1].second, 8, folder / "resumed", settings);
    QCOMPARE(resumed.numbers, whole.numbers);
    QVERIFY(resumed.weights == whole.weights);
}

void TestCheckpoint::resumingAtTheEndGivesTheModel()
{
    const Trace resumed = resume(m_model, m_checkpoints[12], 12, m_path / "end" / "resumed");
    QVERIFY(resumed.numbers.empty());
    std::filesystem::create_directories(m_path / "end" / "whole");
    m_trainer->save(m_path / "end" / "whole");
    QVERIFY(resumed.weights == fileBytes(m_path / "end" / "whole" / "model.safetensors"));
}

void TestCheckpoint::otherThreadsAreNoted()
{
    TrainerSettings settings = toySettings();
    settings.threads = 1;
    const auto trainer = toyTrainer(m_model, settings);
    ToyBatches batches = toyBatches();
    ToyEvaluation validation(ToyRows::make(9, 2));
    RecordingSink sink(m_path);
    trainer->restore(m_checkpoints[8], batches);
    trainer->train(batches, validation, sink);
    QCOMPARE(sink.steps.size(), std::size_t{4});
    QCOMPARE(sink.lines.size(), std::size_t{2}); // the first names the device
    QVERIFY2(sink.lines[1].find("threads: 2") != std::string::npos, sink.lines[1].c_str());
}

void TestCheckpoint::badCheckpointIsRefused_data()
{
    QTest::addColumn<std::function<std::string(std::string)>>("damage");
    const auto row = [](const char* name, std::function<std::string(std::string)> damage) {
        QTest::addRow("%s", name) << std::move(damage);
    };
    row("empty", [](const std::string&) { return std::string(); });
    row("cut in the header", [](const std::string& bytes) { return bytes.substr(0, 100); });
    row("cut in the tensors", [](const std::string& bytes) { return bytes.substr(0, bytes.size() - 1); });
    row("a bit of a weight flipped", [](std::string bytes) {
        bytes[bytes.size() / 2] ^= 1;
        return bytes;
    });
    row("another step in its header", [](std::string bytes) {
        const auto at = bytes.find("\\\"step\\\":3");
        bytes[at + 9] = '4';
        return bytes;
    });
    row("another file", [](const std::string&) { return std::string("col,label\nx,y\n"); });
    row("a newer format", [](std::string bytes) {
        const auto at = bytes.find("\\\"format\\\":1");
        bytes[at + 11] = '9';
        return bytes;
    });
}

void TestCheckpoint::badCheckpointIsRefused()
{
    QFETCH(std::function<std::string(std::string)>, damage);
    const std::string good = fileBytes(m_checkpoints[3]);
    const std::string bad = damage(good);
    QVERIFY(bad != good);
    writeFile(m_path / "bad", bad);
    ToyBatches batches = toyBatches();
    const auto trainer = toyTrainer(m_model, toySettings());
    const auto error = errorOf([&] { trainer->restore(m_path / "bad", batches); });
    QVERIFY(error);
    QVERIFY2(error->code() == base::ErrorCode::BadCheckpoint, error->message().c_str());
    QVERIFY(error->message().find((m_path / "bad").string()) != std::string::npos);
}

void TestCheckpoint::checkpointOfAnotherTrainingIsRefused_data()
{
    QTest::addColumn<QString>("words");
    QTest::addRow("other settings") << "its learning rate is another one";
    QTest::addRow("other labels") << "its list of labels is another one";
    QTest::addRow("other rows") << "other rows";
    QTest::addRow("a model's weights") << "not a checkpoint";
    QTest::addRow("another base model") << "another base model";
}

void TestCheckpoint::checkpointOfAnotherTrainingIsRefused()
{
    QFETCH(QString, words);
    const QString tag = QTest::currentDataTag();
    TrainerSettings settings = toySettings();
    std::filesystem::path checkpoint = m_checkpoints[3];
    std::filesystem::path model = m_model;
    std::vector<std::string> labels{"a", "b", "c"};
    ToyBatches batches = toyBatches();
    if (tag == "other settings")
        settings.learningRate = 2e-3;
    if (tag == "other labels")
        labels = {"a", "b", "d"};
    if (tag == "other rows")
        batches = ToyBatches(ToyRows::make(trainingRows + 1, 1), batchRows);
    if (tag == "a model's weights")
        checkpoint = m_model / "model.safetensors";
    if (tag == "another base model") {
        model = m_path / "wide";
        nn::BertConfig config = nn::readBertConfig(m_model);
        config.intermediateSize = 48;
        std::vector<OwnedTensor> weights = tinyBertWeights(config, 0);
        TinyBertOptions options;
        options.config = [](nlohmann::json& json) { json["intermediate_size"] = 48; };
        options.tensors = [&](std::vector<nn::TensorView>& views) {
            for (std::size_t i = 0; i < views.size(); ++i)
                views[i] = weights[i].view;
        };
        writeTinyBert(model, options);
    }
    const auto trainer = toyTrainer(model, settings, labels);
    const auto error = errorOf([&] { trainer->restore(checkpoint, batches); });
    QVERIFY(error);
    QCOMPARE(error->kind(), std::string_view("bad_checkpoint"));
    QVERIFY2(QString::fromStdString(error->message()).contains(words), error->message().c_str());
}

int main(int argc, char** argv)
{
    if (argc == 5 && std::strcmp(argv[1], "--resume") == 0)
        return resumeInThisProcess(argv);
    const QCoreApplication application(argc, argv);
    TestCheckpoint test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_checkpoint.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/golden_qt.h"
#include "training_fixture.h"

#include "nn/safetensors.h"
#include "text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace lepton;
using namespace lepton::testing;
using Json = nlohmann::ordered_json;

namespace {

std::string minilmFolder()
{
    const char* given = std::getenv("LEPTON_MINILM_DIR");
    return given && *given ? given : LEPTON_MINILM_DIR;
}

/// The batches of a golden file, in its order.
class GoldenBatches final : public train::BatchSource
{
public:
    GoldenBatches(const Json& golden, text::TokenizerSession& tokenizer)
    {
        const text::EncodeOptions options{.maxLength = golden.at("max_length").get<std::size_t>()};
        for (const auto& batch : golden.at("batches")) {
            OwnedBatch owned;
            for (const std::string text : batch.at("texts")) {
                tokenizer.append(text, options, owned.ids);
                owned.offsets.push_back(owned.ids.size());
            }
            batch.at("labels").get_to(owned.labels);
            m_batches.push_back(std::move(owned));
        }
    }

    std::int64_t stepsPerEpoch() const override { return static_cast<std::int64_t>(m_batches.size()); }
    std::span<const train::Batch> batches(std::int64_t step) override
    {
        m_view = m_batches[static_cast<std::size_t>(step)].view();
        return {&m_view, 1};
    }
    std::string_view fingerprint() const override { return "golden"; }

private:
    std::vector<OwnedBatch> m_batches;
    train::Batch m_view;
};

struct Numbers
{
    std::vector<float> values;

    explicit Numbers(const nn::TensorView& view)
        : values(static_cast<std::size_t>(view.elements()))
    {
        std::memcpy(values.data(), view.data.data(), view.data.size());
    }
    double norm() const
    {
        double sum = 0;
        for (const float value : values)
            sum += static_cast<double>(value) * static_cast<double>(value);
        return std::sqrt(sum);
    }
    double distance(const Numbers& other) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += std::pow(static_cast<double>(values[i]) - static_cast<double>(other.values[i]), 2);
        return std::sqrt(sum);
    }
};

/// Writes the folder of a model that has the golden head already, so that training starts from it.
void writeStart(const std::filesystem::path& folder, const std::filesystem::path& base,
                const std::filesystem::path& head, const std::vector<std::string>& labels)
{
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "config.json") << nn::classifierConfigJson(nn::readBertConfig(base), labels);
    const nn::SafetensorsFile weights(base / "model.safetensors");
    const nn::SafetensorsFile classifier(head);
    std::vector<nn::TensorView> tensors;
    for (nn::TensorView tensor : weights.tensors()) {
        if (tensor.type != nn::TensorType::F32)
            continue; // position ids
        if (!tensor.name.starts_with("bert."))
            tensor.name = "bert." + tensor.name;
        tensors.push_back(tensor);
    }
    tensors.insert(tensors.end(), classifier.tensors().begin(), classifier.tensors().end());
    nn::writeSafetensors(folder / "model.safetensors", tensors);
}

} // namespace

/// Training steps equal to those of transformers, in tests/golden/train.
class TestTrainerGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfTransformers_data() { addGoldenRows("train", R"(minilm_steps_.*\.json)"); }
    void stepsAreThoseOfTransformers();
};

void TestTrainerGolden::stepsAreThoseOfTransformers()
{
    QFETCH(QString, file);
    if (!std::filesystem::exists(minilmFolder() + "/config.json"))
        QSKIP("The folder of all-MiniLM-L6-v2 is not there (LEPTON_MINILM_DIR).");
    const std::filesystem::path path = file.toStdString();
    const Json golden = goldenJson(path);
    const auto& tolerance = golden.at("tolerance");
    QTemporaryDir temporary;
    const std::filesystem::path folder = temporary.path().toStdString();
    const auto labels = golden.at("labels").get<std::vector<std::string>>();
    writeStart(folder / "start", minilmFolder(), path.parent_path() / golden.at("head").get<std::string>(),
               labels);

    train::TrainerSettings settings;
    const auto& optimizer = golden.at("optimizer");
    const auto& schedule = golden.at("schedule");
    schedule.at("total_steps").get_to(settings.totalSteps);
    schedule.at("warmup_steps").get_to(settings.warmupSteps);
    optimizer.at("lr").get_to(settings.learningRate);
    optimizer.at("weight_decay").get_to(settings.weightDecay);
    golden.at("max_grad_norm").get_to(settings.maxGradNorm);
    settings.dropout = golden.at("dropout").get<double>();
    settings.device = train::DeviceChoice::Cpu;
    const auto trainer = toyTrainer(folder / "start", settings, labels);

    const auto tokenizer = text::loadTokenizer(minilmFolder());
    const auto session = tokenizer->newSession();
    GoldenBatches batches(golden, *session);
    ToyEvaluation none(ToyRows{});
    RecordingSink sink(folder);
    trainer->train(batches, none, sink);

    const auto& steps = golden.at("steps");
    QCOMPARE(sink.steps.size(), steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        COMPARE_NUMBER(sink.steps[i].loss, steps[i].at("loss").get<double>(), tolerance.at("loss"), 0);
        COMPARE_NUMBER(sink.steps[i].gradientNorm, steps[i].at("grad_norm").get<double>(), 0,
                       tolerance.at("grad_norm_relative"));
        COMPARE_NUMBER(sink.steps[i].learningRate, steps[i].at("lr").get<double>(), 0, 1e-12);
        QCOMPARE(sink.steps[i].tokens, steps[i].at("tokens").get<std::int64_t>());
    }

    ToyRows rows;
    const text::EncodeOptions options{.maxLength = golden.at("max_length").get<std::size_t>()};
    for (const std::string text : golden.at("final_texts"))
        rows.ids.push_back(session->encode(text, options).ids);
    ToyEvaluation final(rows);
    const auto answers = trainer->predict(final).probabilities;
    const auto& logits = golden.at("final_logits");
    for (std::size_t row = 0; row < logits.size(); ++row) {
        // Probabilities have forgotten the logits' sum; their differences remain.
        const double expected = logits[row][1].get<double>() - logits[row][0].get<double>();
        const double actual =
            std::log(static_cast<double>(answers[2 * row + 1]) / static_cast<double>(answers[2 * row]));
        COMPARE_NUMBER(actual, expected, tolerance.at("logits"), 0);
    }

    std::filesystem::create_directories(folder / "end");
    trainer->save(folder / "end");
    const nn::SafetensorsFile start(folder / "start" / "model.safetensors");
    const nn::SafetensorsFile end(folder / "end" / "model.safetensors");
    for (const auto& [name, expected] : golden.at("final_parameters").items()) {
        if (name.find("attention.self.key.bias") != std::string::npos)
            continue; // its gradient is rounding noise
        const nn::TensorView* before = start.find(name);
        const nn::TensorView* after = end.find(name);
        QVERIFY2(before && after, name.c_str());
        const Numbers now(*after);
        COMPARE_NUMBER(now.norm(), expected.at("norm").get<double>(), 0, 1e-5);
        COMPARE_NUMBER(now.distance(Numbers(*before)), expected.at("change_norm").get<double>(), 0,
                       tolerance.at("change_norm_relative"));
    }
}

QTEST_GUILESS_MAIN(TestTrainerGolden)
#include "tst_trainer_golden.moc"

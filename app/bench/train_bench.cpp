// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/fma_peak.h"
#include "app/bench/peer.h"
#include "app/bench/start_bench.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/scratch_folder.h"
#include "data/importer.h"
#include "data/table.h"
#include "nn/bert_config.h"
#include "text/batch.h"
#include "train/api/no_evaluation.h"
#include "train/engine_loader.h"
#include "train/recipe.h"
#include "train/tokenised_sources.h"
#include "train/training_data.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <map>
#include <numeric>

namespace lepton::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t rowsOfStart = 5'000;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Multiplications and additions, in 1e9, of the matrix products that the answer for a text of @p length
/// tokens depends on: the last layer for its first token alone. Padding, norms and the like are not counted.
double forwardGigaflops(const nn::BertConfig& config, std::size_t length)
{
    const auto tokens = static_cast<double>(length);
    const auto hidden = static_cast<double>(config.hiddenSize);
    const auto inner = static_cast<double>(config.intermediateSize);
    const double answers = 2 * hidden * hidden + 2 * hidden * inner; // query, output, and the inner layer
    const double keys = 2 * hidden * hidden;                         // and values
    const double perLayer = tokens * (answers + keys) + 2 * tokens * tokens * hidden;
    const double last = answers + tokens * keys + 2 * tokens * hidden;
    const double pooler = hidden * hidden;
    return 2 * (static_cast<double>(config.layers - 1) * perLayer + last + pooler) / 1e9;
}

/// Tells what each step costs that is asked of another source.
class CountedBatches final : public train::BatchSource
{
public:
    CountedBatches(train::BatchSource& source, const nn::BertConfig& config)
        : m_source(source)
        , m_config(config)
    {}

    std::int64_t stepsPerEpoch() const override { return m_source.stepsPerEpoch(); }
    std::string_view fingerprint() const override { return m_source.fingerprint(); }
    std::span<const train::Batch> batches(std::int64_t step) override
    {
        constexpr double withWayBack = 3; // a product's two gradients are as large as it is
        const auto batches = m_source.batches(step);
        double gigaflops = 0;
        for (const train::Batch& batch : batches) {
            for (std::size_t row = 0; row < batch.rows(); ++row)
                gigaflops += withWayBack * forwardGigaflops(m_config, batch.length(row));
        }
        m_gigaflops[step + 1] = gigaflops;
        return batches;
    }
    /// Of a step, from 1, that was asked for.
    double gigaflops(std::int64_t step) const { return m_gigaflops.at(step); }

private:
    std::map<std::int64_t, double> m_gigaflops;
    train::BatchSource& m_source;
    const nn::BertConfig& m_config;
};

/// Counts the time of the steps behind the first ones, in which memory is claimed and kernels are chosen.
class TimingSink final : public train::TrainingSink
{
public:
    static constexpr std::int64_t warmUp = 3;
    double seconds = 0;
    double gigaflops = 0;
    std::int64_t tokens = 0;

    TimingSink(const CountedBatches& batches, base::Cancellation cancellation)
        : m_batches(batches)
        , m_cancellation(std::move(cancellation))
    {}

    void step(const train::StepReport& report) override
    {
        if (report.step <= warmUp)
            return;
        seconds += report.seconds;
        tokens += report.tokens;
        gigaflops += m_batches.gigaflops(report.step);
    }
    train::Verdict evaluated(std::int64_t, const train::Predictions&) override { return {}; }
    std::filesystem::path newCheckpoint() override { return {}; }
    void checkpointWritten(std::int64_t, const std::filesystem::path&) override {}
    train::TrainerCommand command() override
    {
        return m_cancellation.requested() ? train::TrainerCommand::Stop : train::TrainerCommand::Continue;
    }
    void log(const std::string&) override {}

private:
    const CountedBatches& m_batches;
    base::Cancellation m_cancellation;
};

/// Forgets the most memory that this process ever had.
void forgetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// The most memory that this process had since then, all of it counted, in 1e6 bytes.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) * 1'024 / 1e6;
    }
    return 0;
}

train::TrainingData readRows(const Setup& setup, const TrainOptions& options,
                             const base::ScratchFolder& folder)
{
    base::Progress progress;
    const auto table = folder.path() / "table.parquet";
    data::importFile(options.file, {}, table, setup.cancellation, progress);
    return train::readTrainingData(*data::Table::open(table), {options.text, options.label, {}},
                                   setup.cancellation, progress);
}

/// The rows as the peer reads them, a JSON array a line.
void writeRows(const std::filesystem::path& file, const train::TrainingData& data)
{
    std::string text;
    for (std::size_t i = 0; i < data.texts.size(); ++i)
        text += nlohmann::json{data.labels[i], data.texts[i]}.dump() + "\n";
    base::writeFileAtomically(file, text);
}

/// What the device reaches at most.
struct Peak
{
    double gigaflops = 0;
    std::string how; ///< "multiply-adds of AVX-512 on 2 threads"
};

Peak peakOf(const Setup& setup, const train::DeviceFacts& device, train::Engine& engine)
{
    if (device.device == train::DeviceChoice::Cpu && device.precision == train::Precision::Float32) {
        const FmaPeak peak = measureFmaPeak(static_cast<unsigned>(device.threads));
        return {peak.gigaflops,
                fmt::format("multiply-adds of {} on {} threads", peak.instructions, device.threads)};
    }
    return {engine.productPeak(device.device, device.precision, setup.threads),
            fmt::format("products of large matrices in {}", train::precisionName(device.precision))};
}

/// What this program does with the rows.
struct Measured
{
    double startSeconds = 0; ///< LibTorch loaded anew, and a run up to its first step
    double tokensPerSecond = 0;
    double gigaflopsPerSecond = 0;
    double predictedPerSecond = 0; ///< tokens
    double megabytes = 0;          ///< the most that the whole process had while training
    train::DeviceFacts device;
    Peak peak;
};

Measured measure(const Setup& setup, const TrainOptions& options, const train::TrainingData& data)
{
    Measured measured;
    train::EngineLoader loader;
    setup.tell("the start of a run");
    const auto start = Clock::now();
    loader.engine();
    measured.startSeconds = secondsSince(start);
    measured.device = loader.engine().device(options.device, options.precision, setup.threads);
    measured.startSeconds += secondsToFirstStep(setup, options, data, rowsOfStart, loader.engine());

    const auto tokenizer = text::loadTokenizer(options.model);
    const std::vector<std::string_view> texts(data.texts.begin(), data.texts.end());
    base::Progress progress;
    const auto tokens = std::make_shared<const text::TokenBatch>(
        text::encodeBatch(*tokenizer, texts, {.maxLength = static_cast<std::size_t>(options.maxLength)},
                          static_cast<unsigned>(setup.threads), progress, setup.cancellation));
    const auto labels = std::make_shared<const std::vector<std::int32_t>>(data.labels);
    std::vector<std::int64_t> positions(texts.size());
    std::iota(positions.begin(), positions.end(), 0);
    std::vector<std::int64_t> predicted(positions.begin(),
                                        positions.begin() +
                                            std::min(std::ssize(positions), options.steps * options.batch));
    double predictedTokens = 0;
    for (const std::int64_t position : predicted)
        predictedTokens += static_cast<double>((*tokens)[static_cast<std::size_t>(position)].size());

    const nn::BertConfig config = nn::readBertConfig(options.model);
    train::TrainerSettings settings;
    settings.totalSteps = options.steps + TimingSink::warmUp;
    settings.threads = setup.threads;
    settings.device = options.device;
    settings.precision = options.precision;
    forgetPeakMemory();
    for (int round = 1; round <= setup.rounds; ++round) {
        setup.tell(fmt::format("fine-tuning, round {}", round));
        setup.cancellation.throwIfRequested();
        const auto trainer = loader.engine().newTrainer({options.model, data.classes, settings});
        train::TokenisedBatchSource batches({tokens, labels, positions}, options.batch, 1, settings.seed);
        CountedBatches counted(batches, config);
        train::NoEvaluation none;
        TimingSink sink(counted, setup.cancellation);
        trainer->train(counted, none, sink);
        setup.cancellation.throwIfRequested();
        measured.tokensPerSecond =
            std::max(measured.tokensPerSecond, static_cast<double>(sink.tokens) / sink.seconds);
        measured.gigaflopsPerSecond = std::max(measured.gigaflopsPerSecond, sink.gigaflops / sink.seconds);
        train::TokenisedEvaluationSource rows({tokens, labels, predicted}, train::evaluationBatch);
        const auto began = Clock::now();
        trainer->predict(rows);
        measured.predictedPerSecond =
            std::max(measured.predictedPerSecond, predictedTokens / secondsSince(began));
    }
    measured.megabytes = peakMemory();
    setup.tell("the peak of the device");
    measured.peak = peakOf(setup, measured.device, loader.engine());
    return measured;
}

} // namespace

Result benchTrain(const Setup& setup, const TrainOptions& options)
{
    const base::ScratchFolder folder;
    const train::TrainingData data = readRows(setup, options, folder);
    const Measured ours = measure(setup, options, data);
    const Peak& peak = ours.peak;
    const auto rows = folder.path() / "rows.jsonl";
    writeRows(rows, data);
    const nlohmann::json peer = askPeer(setup, "train",
                                        {std::to_string(setup.rounds), options.model.string(), rows.string(),
                                         std::to_string(options.steps), std::to_string(options.batch),
                                         std::to_string(options.maxLength), std::to_string(setup.threads),
                                         std::to_string(train::evaluationBatch), std::to_string(rowsOfStart),
                                         ours.device.device == train::DeviceChoice::Cuda ? "cuda" : "cpu",
                                         std::string(train::precisionName(ours.device.precision))});

    const auto theirs = [&peer](const char* key, double factor = 1) {
        return peer.is_object() ? std::optional(peer.at(key).get<double>() * factor) : std::nullopt;
    };
    const char* const grouped = "transformers, batches by length";
    const char* const padded = "transformers, all padded to the limit";
    const double perToken = ours.gigaflopsPerSecond / ours.tokensPerSecond;
    const char* const training = "fine-tuning, padding not counted";
    Result result;
    result.rows = {{training, "tokens/s", ours.tokensPerSecond, grouped, theirs("grouped")},
                   {training, "tokens/s", ours.tokensPerSecond, padded, theirs("padded")},
                   {"products that the loss depends on", "GFLOP/s", ours.gigaflopsPerSecond, grouped,
                    theirs("grouped", perToken)},
                   {"share of the device's peak", "%", 100 * ours.gigaflopsPerSecond / peak.gigaflops,
                    grouped, theirs("grouped", 100 * perToken / peak.gigaflops)},
                   {"most memory while fine-tuning", "MB", ours.megabytes, grouped,
                    theirs("grouped_megabytes"), Better::Less},
                   {"most memory while fine-tuning", "MB", ours.megabytes, padded, theirs("padded_megabytes"),
                    Better::Less},
                   {"predictions, padding not counted", "tokens/s", ours.predictedPerSecond, grouped,
                    theirs("predicted")},
                   {"from the start of a run to its first step", "s", ours.startSeconds,
                    "transformers, from its import on", theirs("start_seconds"), Better::Less}};
    result.notes = {
        fmt::format("{} rows, {} classes, {} steps of {} rows of at most {} tokens; {}", data.texts.size(),
                    data.classes.size(), options.steps, options.batch, options.maxLength, ours.device.reason),
        fmt::format("peak: {:.0f} GFLOP/s, {}, measured here; products by tokens/s on both sides, {:.1f} "
                    "million multiplications and additions a token",
                    peak.gigaflops, peak.how, 1e3 * perToken),
        fmt::format("memory: of the whole process on both sides; start: {} rows, once",
                    std::min(rowsOfStart, data.texts.size()))};
    return result;
}

} // namespace lepton::bench

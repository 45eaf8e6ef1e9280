// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/peer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/scratch_folder.h"
#include "data/importer.h"
#include "data/table.h"
#include "text/batch.h"
#include "train/api/no_evaluation.h"
#include "train/engine_loader.h"
#include "train/tokenised_sources.h"
#include "train/training_data.h"

#include <fmt/format.h>

#include <numeric>

namespace lepton::bench {
namespace {

/// Counts the time of the steps behind the first ones, in which memory is claimed and kernels are chosen.
class TimingSink final : public train::TrainingSink
{
public:
    static constexpr std::int64_t warmUp = 3;
    double seconds = 0;
    std::int64_t tokens = 0;

    explicit TimingSink(base::Cancellation cancellation)
        : m_cancellation(std::move(cancellation))
    {}

    void step(const train::StepReport& report) override
    {
        if (report.step <= warmUp)
            return;
        seconds += report.seconds;
        tokens += report.tokens;
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
    base::Cancellation m_cancellation;
};

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

} // namespace

Result benchTrain(const Setup& setup, const TrainOptions& options)
{
    const base::ScratchFolder folder;
    const train::TrainingData data = readRows(setup, options, folder);
    const auto tokenizer = text::loadTokenizer(options.model);
    const std::vector<std::string_view> texts(data.texts.begin(), data.texts.end());
    base::Progress progress;
    const auto tokens = std::make_shared<const text::TokenBatch>(
        text::encodeBatch(*tokenizer, texts, {.maxLength = static_cast<std::size_t>(options.maxLength)},
                          static_cast<unsigned>(setup.threads), progress, setup.cancellation));
    const auto labels = std::make_shared<const std::vector<std::int32_t>>(data.labels);
    std::vector<std::int64_t> positions(texts.size());
    std::iota(positions.begin(), positions.end(), 0);

    train::EngineLoader loader;
    train::TrainerSettings settings;
    settings.totalSteps = options.steps + TimingSink::warmUp;
    settings.threads = setup.threads;
    double best = 0;
    std::string device;
    for (int round = 1; round <= setup.rounds; ++round) {
        setup.tell(fmt::format("fine-tuning, round {}", round));
        setup.cancellation.throwIfRequested();
        const auto trainer = loader.engine().newTrainer({options.model, data.classes, settings});
        train::TokenisedBatchSource batches({tokens, labels, positions}, options.batch, 1, settings.seed);
        train::NoEvaluation none;
        TimingSink sink(setup.cancellation);
        trainer->train(batches, none, sink);
        setup.cancellation.throwIfRequested();
        best = std::max(best, static_cast<double>(sink.tokens) / sink.seconds);
        device = trainer->device().reason;
    }
    const auto rows = folder.path() / "rows.jsonl";
    writeRows(rows, data);
    const nlohmann::json peer = askPeer(setup, "train",
                                        {std::to_string(setup.rounds), options.model.string(), rows.string(),
                                         std::to_string(options.steps), std::to_string(options.batch),
                                         std::to_string(options.maxLength), std::to_string(setup.threads)});
    Result result;
    const auto row = [&](const char* name, const char* key) {
        std::optional<double> rate;
        if (peer.is_object())
            rate = peer.at(key).get<double>();
        result.rows.push_back({"fine-tuning, padding not counted", "tokens/s", best, name, rate});
    };
    row("transformers, batches by length", "grouped");
    row("transformers, all padded to the limit", "padded");
    result.notes.push_back(fmt::format("{} rows, {} classes, {} steps of {} rows of at most {} tokens; {}",
                                       texts.size(), data.classes.size(), options.steps, options.batch,
                                       options.maxLength, device));
    return result;
}

} // namespace lepton::bench

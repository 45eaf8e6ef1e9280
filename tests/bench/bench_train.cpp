// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast a base model is fine-tuned on a table of labels and texts, tab-separated with a header
// line:
//   bench_train MODEL_FOLDER FILE.tsv [--steps N] [--batch B] [--max-length K] [--threads T] [--bf16]
// The rows come in the order of the file. The digest is that of the trained weights: equal ones mean that two
// runs were equal to the last bit.
#include "base/cancellation.h"
#include "base/error.h"
#include "base/sha256.h"
#include "text/tokenizer.h"
#include "train/api/no_evaluation.h"
#include "train/engine_loader.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

using namespace lepton;

namespace {

struct Options
{
    std::filesystem::path model, table;
    std::int64_t steps = 60;
    std::size_t batch = 16;
    std::size_t maxLength = 128;
    train::TrainerSettings settings;
};

Options readOptions(const std::vector<std::string>& words)
{
    Options options;
    options.model = words.at(0);
    options.table = words.at(1);
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (words[i] == "--bf16")
            options.settings.precision = train::Precision::BFloat16;
        else if (words[i] == "--steps")
            options.steps = std::stoll(words.at(++i));
        else if (words[i] == "--batch")
            options.batch = std::stoul(words.at(++i));
        else if (words[i] == "--max-length")
            options.maxLength = std::stoul(words.at(++i));
        else if (words[i] == "--threads")
            options.settings.threads = std::stoi(words.at(++i));
    }
    options.settings.totalSteps = options.steps;
    options.settings.warmupSteps = options.steps / 10;
    return options;
}

/// The rows of the file in batches of one size, over and over.
class FileBatches final : public train::BatchSource
{
public:
    explicit FileBatches(const Options& options)
        : m_batch(options.batch)
    {
        const auto tokenizer = text::loadTokenizer(options.model);
        const auto session = tokenizer->newSession();
        std::ifstream file(options.table);
        std::string line;
        std::map<std::string, std::int32_t> classes;
        for (std::getline(file, line); std::getline(file, line);) {
            const auto tab = line.find('\t');
            const auto found =
                classes.try_emplace(line.substr(0, tab), static_cast<std::int32_t>(classes.size()));
            if (found.second)
                m_labels.push_back(line.substr(0, tab));
            m_rowLabels.push_back(found.first->second);
            m_rows.push_back(session->encode(line.substr(tab + 1), {.maxLength = options.maxLength}).ids);
        }
    }

    const std::vector<std::string>& labels() const { return m_labels; }
    std::int64_t stepsPerEpoch() const override { return static_cast<std::int64_t>(m_rows.size() / m_batch); }
    std::span<const train::Batch> batches(std::int64_t step) override
    {
        m_ids.clear();
        m_offsets.assign(1, 0);
        m_batchLabels.clear();
        for (std::size_t i = 0; i < m_batch; ++i) {
            const std::size_t row = (static_cast<std::size_t>(step) * m_batch + i) % m_rows.size();
            m_ids.insert(m_ids.end(), m_rows[row].begin(), m_rows[row].end());
            m_offsets.push_back(m_ids.size());
            m_batchLabels.push_back(m_rowLabels[row]);
        }
        m_view = {m_ids, m_offsets, m_batchLabels};
        return {&m_view, 1};
    }
    std::string_view fingerprint() const override { return "bench"; }
    std::int64_t longest() const
    {
        std::size_t longest = 0;
        for (const auto& row : m_rows)
            longest = std::max(longest, row.size());
        return static_cast<std::int64_t>(longest);
    }

private:
    std::size_t m_batch;
    std::vector<std::vector<std::int32_t>> m_rows;
    std::vector<std::int32_t> m_rowLabels, m_ids, m_batchLabels;
    std::vector<std::size_t> m_offsets;
    std::vector<std::string> m_labels;
    train::Batch m_view;
};

class TimingSink final : public train::TrainingSink
{
public:
    std::vector<double> seconds;
    double lastLoss = 0;

    void step(const train::StepReport& report) override
    {
        seconds.push_back(report.seconds);
        lastLoss = report.loss;
    }
    train::Verdict evaluated(std::int64_t, const train::Predictions&) override { return {}; }
    std::filesystem::path newCheckpoint() override { return {}; }
    void checkpointWritten(std::int64_t, const std::filesystem::path&) override {}
    train::TrainerCommand command() override { return train::TrainerCommand::Continue; }
    void log(const std::string& line) override { std::cerr << line << '\n'; }
};

/// The most memory that this process ever had, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

void run(const Options& options)
{
    FileBatches batches(options);
    train::EngineLoader loader;
    const auto trainer = loader.engine().newTrainer({options.model, batches.labels(), options.settings});
    train::NoEvaluation none;
    TimingSink sink;
    const double before = peakMemory();
    const auto outcome = trainer->train(batches, none, sink);
    const double peak = peakMemory();
    std::vector<double> sorted = sink.seconds;
    std::ranges::sort(sorted);

    std::string folder = (std::filesystem::temp_directory_path() / "bench-train-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        throw base::Error(base::ErrorCode::Io, "No folder can be made for the model.");
    trainer->save(folder);
    const auto digest =
        base::sha256OfFile(std::filesystem::path(folder) / "model.safetensors", base::Cancellation());
    std::filesystem::remove_all(folder);
    std::printf("%.2f steps/s, %.0f tokens/s, median step %.1f ms, fastest %.1f ms, last loss %.9g\n",
                static_cast<double>(outcome.steps) / outcome.trainingSeconds,
                static_cast<double>(outcome.tokens) / outcome.trainingSeconds,
                1e3 * sorted[sorted.size() / 2], 1e3 * sorted.front(), sink.lastLoss);
    std::printf("%.0f MiB at most, %.0f before training; estimate %.0f; weights %s\n", peak, before,
                static_cast<double>(
                    trainer->memoryEstimate(static_cast<std::int64_t>(options.batch), batches.longest())) /
                    (1 << 20),
                base::toHex(digest).substr(0, 16).c_str());
}

} // namespace

int main(int argc, char** argv)
{
    try {
        run(readOptions({argv + 1, argv + argc}));
    } catch (const std::exception& error) {
        std::cerr << "error: " << error.what() << '\n';
        return 1;
    }
    return 0;
}

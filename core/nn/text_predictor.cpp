// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/text_predictor.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "nn/bert_torch.h"
#include "nn/host_copy_torch.h"
#include "text/batch.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <thread>
#include <utility>

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/cuda.h>

namespace lepton::nn {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t mostRows = 64;           ///< of a batch
constexpr std::size_t mostBatchTokens = 8'192; ///< of a batch, padding counted

torch::Device deviceFor(train::DeviceChoice choice)
{
    const bool hasCuda = choice != train::DeviceChoice::Cpu && torch::cuda::is_available();
    if (choice == train::DeviceChoice::Cuda && !hasCuda)
        throw Error(ErrorCode::Unsupported,
                    "There is no CUDA device that LibTorch can use here. Choose the CPU.");
    return hasCuda ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
}

/// Probabilities of the texts @p rows, on their way.
struct BatchScores
{
    std::span<const std::size_t> rows;
    HostCopy scores; ///< float32 [rows, labels]
};

class TextPredictor final : public train::Predictor
{
public:
    TextPredictor(const std::filesystem::path& folder, const train::PredictorOptions& options);

    const std::vector<std::string>& labels() const override { return m_labels; }
    std::vector<float> predict(std::span<const std::string_view> texts) override;

private:
    BatchScores predictBatch(const text::TokenBatch& tokens, std::span<const std::size_t> rows) const;
    /// Into @p results [texts, labels].
    void take(const BatchScores& batch, std::vector<float>& results) const;
    void setThreads() const;

    std::string m_folder;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    std::unique_ptr<BertClassifier> m_model;
    std::vector<std::string> m_labels;
    std::size_t m_maxLength = 0;
    int m_threads;
};

TextPredictor::TextPredictor(const std::filesystem::path& folder, const train::PredictorOptions& options)
    : m_folder(folder.string())
    , m_threads(options.threads)
{
    const BertConfig config = readBertConfig(folder);
    if (!config.problemType.empty() && config.problemType != "single_label_classification")
        throw Error(ErrorCode::Unsupported, m_folder + " holds a model for " + config.problemType +
                                                ", and only single_label_classification can be used.");
    LoadReport report;
    m_model = BertClassifier::load(folder, config, report);
    if (m_model->classes() == 0 || !m_model->hasPooler())
        throw Error(ErrorCode::InvalidArgument,
                    m_folder +
                        " holds a base model, which has no classes to choose from. Fine-tune it first.");
    m_labels = headLabels(config, m_model->classes(), (folder / "model.safetensors").string());

    m_tokenizer = text::loadTokenizer(folder);
    if (static_cast<std::int64_t>(m_tokenizer->vocabularySize()) > config.vocabularySize)
        throw Error(ErrorCode::BadModel,
                    m_folder + ": the tokeniser has " + std::to_string(m_tokenizer->vocabularySize()) +
                        " tokens, and the model knows " + std::to_string(config.vocabularySize) +
                        ". The files do not belong together.");
    const auto positions = static_cast<std::size_t>(config.maxPositions);
    if (options.maxLength > positions)
        throw Error(ErrorCode::InvalidArgument, "A maximum length of " + std::to_string(options.maxLength) +
                                                    " tokens is more than the model's " +
                                                    std::to_string(positions) + ".");
    m_maxLength = options.maxLength > 0
                      ? options.maxLength
                      : std::min(positions, m_tokenizer->modelMaxLength().value_or(positions));
    m_model->to(deviceFor(options.device));
}

void TextPredictor::setThreads() const
{
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    at::set_num_threads(m_threads > 0 ? m_threads : std::max(cores, 1));
}

std::vector<float> TextPredictor::predict(std::span<const std::string_view> texts)
{
    const c10::InferenceMode noGradients;
    setThreads();
    base::Progress progress;
    const auto tokens =
        text::encodeBatch(*m_tokenizer, texts, {.maxLength = m_maxLength},
                          static_cast<unsigned>(std::max(m_threads, 0)), progress, base::Cancellation());
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t row) { return tokens[row].size(); });

    std::vector<float> results(texts.size() * m_labels.size());
    // One batch is on its way to the host while a GPU has the next one to do.
    std::optional<BatchScores> before;
    for (std::size_t first = 0; first < order.size();) {
        const std::size_t longest = std::max<std::size_t>(tokens[order[first]].size(), 1);
        const std::size_t rows =
            std::min({std::clamp<std::size_t>(mostBatchTokens / longest, 1, mostRows), order.size() - first});
        BatchScores now = predictBatch(tokens, std::span<const std::size_t>(order).subspan(first, rows));
        if (before)
            take(*before, results);
        before = std::move(now);
        first += rows;
    }
    if (before)
        take(*before, results);
    return results;
}

BatchScores TextPredictor::predictBatch(const text::TokenBatch& tokens,
                                        std::span<const std::size_t> rows) const
{
    const auto height = static_cast<std::int64_t>(rows.size());
    const auto width = static_cast<std::int64_t>(tokens[rows.front()].size());
    const torch::Device device = m_model->device();
    const auto options = [&](at::ScalarType type) {
        return torch::dtype(type).pinned_memory(device.is_cuda());
    };
    auto ids = torch::full({height, width}, m_model->config().paddingId.value_or(0), options(torch::kInt64));
    auto mask = torch::zeros({height, width}, options(torch::kBool));
    for (std::int64_t i = 0; i < height; ++i) {
        const auto row = tokens[rows[static_cast<std::size_t>(i)]];
        std::ranges::copy(row, ids.data_ptr<std::int64_t>() + i * width);
        std::fill_n(mask.data_ptr<bool>() + i * width, row.size(), true);
    }
    const auto logits =
        m_model->forward(ids.to(device, true), mask.to(device, true), nullptr).to(torch::kFloat64);
    return {rows, HostCopy(torch::softmax(logits, 1).to(torch::kFloat32))};
}

void TextPredictor::take(const BatchScores& batch, std::vector<float>& results) const
{
    const torch::Tensor& scores = batch.scores.wait();
    if (!torch::isfinite(scores).all().item<bool>())
        throw Error(ErrorCode::BadModel, m_folder +
                                             " gives probabilities that are no numbers: its weights are "
                                             "damaged, or its training diverged.");
    const float* score = scores.const_data_ptr<float>();
    for (const std::size_t row : batch.rows) {
        std::copy_n(score, m_labels.size(), results.data() + row * m_labels.size());
        score += m_labels.size();
    }
}

} // namespace

std::unique_ptr<train::Predictor> newTextPredictor(const std::filesystem::path& folder,
                                                   const train::PredictorOptions& options)
{
    return std::make_unique<TextPredictor>(folder, options);
}

} // namespace lepton::nn

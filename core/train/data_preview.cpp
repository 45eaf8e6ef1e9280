// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/data_preview.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "text/batch.h"
#include "train/batch_plan.h"
#include "train/recipe.h"
#include "train/split.h"
#include "train/training_data.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace lepton::train {
namespace {

/// A histogram of so many bars can be read.
constexpr std::int64_t mostBins = 32;
/// The histogram ends where all but this share of the texts do, and never before max_length.
constexpr double shownShare = 0.995;
constexpr std::size_t shownRows = 16;

/// An even sample of the rows: which ones, and how many tokens each has, uncut.
struct Sample
{
    std::vector<std::int64_t> rows; ///< positions in the data, ascending
    std::vector<std::int64_t> lengths;
    double scale = 1; ///< rows of the data to one of the sample

    std::int64_t cutLength(std::size_t i, const Recipe& recipe) const
    {
        return std::min(lengths[i], recipe.maxLength);
    }
};

Sample sampleOf(const TrainingData& data, const text::Tokenizer& tokenizer, std::int64_t mostTexts,
                const base::Cancellation& cancellation, base::Progress& progress)
{
    const std::int64_t rows = std::ssize(data.texts);
    const std::int64_t count = std::min(rows, mostTexts);
    Sample sample;
    std::vector<std::string_view> texts;
    for (std::int64_t i = 0; i < count; ++i) {
        sample.rows.push_back(i * rows / count);
        texts.emplace_back(data.texts[static_cast<std::size_t>(sample.rows.back())]);
    }
    const text::TokenBatch tokens = text::encodeBatch(tokenizer, texts, {}, 0, progress, cancellation);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        sample.lengths.push_back(std::ssize(tokens[i]));
    if (count > 0)
        sample.scale = static_cast<double>(rows) / static_cast<double>(count);
    return sample;
}

std::vector<LabelCount> labelsOf(const TrainingData& data)
{
    const auto counts = data.classCounts();
    std::vector<LabelCount> labels;
    for (std::size_t i = 0; i < data.classes.size(); ++i)
        labels.push_back({data.classes[i], counts[i]});
    std::ranges::stable_sort(labels, std::ranges::greater(), &LabelCount::rows);
    return labels;
}

LengthCounts lengthsOf(const Sample& sample, const Recipe& recipe)
{
    LengthCounts counts;
    counts.texts = std::ssize(sample.lengths);
    counts.isSample = sample.scale > 1;
    if (sample.lengths.empty())
        return counts;
    auto sorted = sample.lengths;
    std::ranges::sort(sorted);
    counts.longest = sorted.back();
    counts.cut = sorted.end() - std::ranges::upper_bound(sorted, recipe.maxLength);
    const auto place = static_cast<std::size_t>(shownShare * static_cast<double>(sorted.size() - 1));
    const std::int64_t end = std::max(sorted[place], std::min(recipe.maxLength, counts.longest));
    counts.binWidth = (end - 1) / mostBins + 1;
    counts.counts.resize(static_cast<std::size_t>((end - 1) / counts.binWidth + 1));
    for (const std::int64_t length : sorted) {
        const auto bin = static_cast<std::size_t>((length - 1) / counts.binWidth);
        ++counts.counts[std::min(bin, counts.counts.size() - 1)];
    }
    return counts;
}

TokenKind kindOf(text::TokenId id, std::string_view token, const text::SpecialIds& special)
{
    if (id == special.unknown)
        return TokenKind::Unknown;
    if (id == special.opening || id == special.separator || id == special.padding || id == special.mask)
        return TokenKind::Special;
    return token.starts_with("##") ? TokenKind::Continuation : TokenKind::Word;
}

/// Nothing where the rows cannot be parted: the checks say why.
std::optional<Split> partedRows(const TrainingData& data, const Recipe& recipe)
{
    try {
        return splitRows(data, recipe);
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

PartCounts countsOf(const Split& split)
{
    PartCounts counts{};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = std::ssize(split.positions[i]);
    return counts;
}

/// The parts of the rows that are in the sample, as places in the sample.
std::array<std::vector<std::size_t>, partCount> sampledParts(const Split& split, const Sample& sample)
{
    std::array<std::vector<std::size_t>, partCount> parts;
    for (std::size_t i = 0; i < sample.rows.size(); ++i)
        parts[static_cast<std::size_t>(split.parts[static_cast<std::size_t>(sample.rows[i])])].push_back(i);
    return parts;
}

/// The order of the training part; a recipe's seed and batches, as TokenisedBatchSource makes it.
BatchPlan planOf(const Sample& sample, const std::vector<std::size_t>& train, const Recipe& recipe)
{
    std::vector<std::uint32_t> lengths;
    for (const std::size_t i : train)
        lengths.push_back(static_cast<std::uint32_t>(sample.cutLength(i, recipe)));
    return {std::move(lengths), recipe.batchSize, recipe.gradientAccumulation,
            static_cast<std::uint64_t>(recipe.seed)};
}

BatchPreview batchOf(const TrainingData& data, const Recipe& recipe, const text::Tokenizer& tokenizer,
                     const std::vector<std::int64_t>& rows)
{
    const auto session = tokenizer.newSession();
    const text::EncodeOptions options{.maxLength = static_cast<std::size_t>(recipe.maxLength)};
    BatchPreview preview;
    preview.rowCount = std::ssize(rows);
    std::vector<text::TokenId> ids;
    for (const std::int64_t row : rows) {
        const auto place = static_cast<std::size_t>(row);
        ids.clear();
        session->append(data.texts[place], options, ids);
        preview.tokens += std::ssize(ids);
        preview.length = std::max(preview.length, std::ssize(ids));
        if (preview.rows.size() == shownRows)
            continue;
        PreviewRow shown{data.classes[static_cast<std::size_t>(data.labels[place])], {}};
        for (const text::TokenId id : ids) {
            const std::string_view token = tokenizer.tokenOf(id);
            shown.tokens.push_back({std::string(token), kindOf(id, token, tokenizer.specialIds())});
        }
        preview.rows.push_back(std::move(shown));
    }
    return preview;
}

double tokensOf(const Sample& sample, const std::vector<std::size_t>& part, const Recipe& recipe)
{
    double tokens = 0;
    for (const std::size_t i : part)
        tokens += static_cast<double>(sample.cutLength(i, recipe));
    return tokens * sample.scale;
}

RunWork workOf(const Split& split, const Sample& sample,
               const std::array<std::vector<std::size_t>, partCount>& parts, const BatchPlan& plan,
               const std::vector<std::vector<std::uint32_t>>& epoch, const Recipe& recipe)
{
    const auto& train = parts[static_cast<std::size_t>(Part::Train)];
    RunWork work;
    work.stepsPerEpoch =
        stepsPerEpoch(std::ssize(split.of(Part::Train)), recipe.batchSize, recipe.gradientAccumulation);
    work.steps = recipe.maxSteps > 0 ? recipe.maxSteps : recipe.epochs * work.stepsPerEpoch;
    const std::int64_t every = recipe.evalEvery > 0 ? recipe.evalEvery : work.stepsPerEpoch;
    work.evaluations = (work.steps - 1) / every + 1;
    double padded = 0;
    for (const auto& batch : epoch) {
        std::int64_t longest = 0;
        for (const std::uint32_t row : batch)
            longest = std::max(longest, sample.cutLength(train[row], recipe));
        padded += static_cast<double>(longest * std::ssize(batch));
    }
    work.stepTokens = padded / static_cast<double>(plan.stepsPerEpoch());
    work.validationTokens = tokensOf(sample, parts[static_cast<std::size_t>(Part::Validation)], recipe);
    work.testTokens = tokensOf(sample, parts[static_cast<std::size_t>(Part::Test)], recipe);
    return work;
}

} // namespace

double LengthCounts::cutShare() const
{
    return texts > 0 ? static_cast<double>(cut) / static_cast<double>(texts) : 0;
}

double DataPreview::imbalance() const
{
    if (labels.empty() || labels.back().rows == 0)
        return 0;
    return static_cast<double>(labels.front().rows) / static_cast<double>(labels.back().rows);
}

DataPreview previewData(const TrainingData& data, const Recipe& recipe, const text::Tokenizer* tokenizer,
                        const base::Cancellation& cancellation, base::Progress& progress,
                        std::int64_t mostTexts)
{
    DataPreview preview;
    preview.labels = labelsOf(data);
    if (data.texts.empty())
        return preview;
    const std::optional<Split> split = partedRows(data, recipe);
    if (split)
        preview.parts = countsOf(*split);
    cancellation.throwIfRequested();
    if (!tokenizer)
        return preview;
    const Sample sample = sampleOf(data, *tokenizer, mostTexts, cancellation, progress);
    preview.lengths = lengthsOf(sample, recipe);
    if (!split)
        return preview;
    const auto parts = sampledParts(*split, sample);
    const auto& train = parts[static_cast<std::size_t>(Part::Train)];
    if (train.empty())
        return preview;
    cancellation.throwIfRequested();
    const BatchPlan plan = planOf(sample, train, recipe);
    const auto epoch = plan.epoch(0);
    std::vector<std::int64_t> rows;
    for (const std::uint32_t row : epoch.front())
        rows.push_back(sample.rows[train[row]]);
    preview.firstBatch = batchOf(data, recipe, *tokenizer, rows);
    preview.work = workOf(*split, sample, parts, plan, epoch, recipe);
    return preview;
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_previews.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "data/table.h"
#include "text/batch.h"
#include "text/tokenizer.h"
#include "train/background_thread.h"
#include "train/base_model_service.h"
#include "train/model_checks.h"
#include "train/recipe.h"
#include "train/required.h"
#include "train/split.h"
#include "train/training_data.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace lepton::train {
namespace {

/// Steps are measured on batches of so many rows, from which the plan makes batches of about one length.
constexpr std::int64_t sampleBatches = 32;
/// So many texts tell whether a model knows the language of all of them.
constexpr std::int64_t glimpsedTexts = 256;

/// At most @p most of @p rows, evenly.
std::vector<std::int64_t> evenSample(const std::vector<std::int64_t>& rows, std::int64_t most)
{
    const std::int64_t count = std::min(most, std::ssize(rows));
    std::vector<std::int64_t> sample;
    for (std::int64_t i = 0; i < count; ++i)
        sample.push_back(rows[static_cast<std::size_t>(i * std::ssize(rows) / count)]);
    return sample;
}

TokenisedRows tokenised(const TrainingData& data, const std::vector<std::int64_t>& rows,
                        const text::Tokenizer& tokenizer, const Recipe& recipe,
                        const base::Cancellation& cancellation)
{
    std::vector<std::string_view> texts;
    auto labels = std::make_shared<std::vector<std::int32_t>>();
    TokenisedRows result;
    for (const std::int64_t row : rows) {
        result.positions.push_back(std::ssize(texts));
        texts.emplace_back(data.texts[static_cast<std::size_t>(row)]);
        labels->push_back(data.labels[static_cast<std::size_t>(row)]);
    }
    base::Progress progress;
    result.tokens = std::make_shared<const text::TokenBatch>(
        text::encodeBatch(tokenizer, texts, {.maxLength = static_cast<std::size_t>(recipe.maxLength)},
                          static_cast<unsigned>(recipe.threads), progress, cancellation));
    result.labels = std::move(labels);
    return result;
}

std::int64_t longestOf(const TokenisedRows& rows)
{
    std::int64_t longest = 0;
    for (std::size_t i = 0; i < rows.tokens->size(); ++i)
        longest = std::max(longest, std::ssize((*rows.tokens)[i]));
    return longest;
}

} // namespace

RunPreviews::RunPreviews(data::DatasetService& datasets, BaseModelService& baseModels,
                         std::function<Engine&()> engine)
    : m_datasets(datasets)
    , m_baseModels(baseModels)
    , m_engine(std::move(engine))
{}

std::shared_ptr<const TrainingData>
RunPreviews::read(const Recipe& recipe, const base::Cancellation& cancellation, base::Progress& progress)
{
    const data::DatasetVersion version = requireVersion(m_datasets, recipe.datasetVersion).version;
    std::string key = recipe.datasetVersion.toString();
    for (const std::string* column : {&recipe.textColumn, &recipe.labelColumn, &recipe.splitColumn})
        key += '\n' + *column; // a column's name has no line break
    {
        const std::lock_guard lock(m_mutex);
        if (m_readKey == key)
            return m_read;
    }
    auto data = std::make_shared<const TrainingData>(readTrainingData(
        *m_datasets.open(version), {recipe.textColumn, recipe.labelColumn, recipe.splitColumn}, cancellation,
        progress));
    const std::lock_guard lock(m_mutex);
    m_readKey = key;
    m_read = data;
    return data;
}

std::filesystem::path RunPreviews::modelFolder(const BaseModelId& id)
{
    return m_baseModels.folder(requireModel(m_baseModels, id));
}

DataPreview RunPreviews::preview(const Recipe& recipe, const base::Cancellation& cancellation,
                                 base::Progress& progress)
{
    const auto data = read(recipe, cancellation, progress);
    const auto tokenizer =
        recipe.baseModel.isNull() ? nullptr : text::loadTokenizer(modelFolder(recipe.baseModel));
    return previewData(*data, recipe, tokenizer.get(), cancellation, progress);
}

std::optional<double> RunPreviews::unknownShare(const base::DatasetVersionId& version,
                                                const std::string& textColumn, const BaseModelId& baseModel,
                                                const base::Cancellation& cancellation)
{
    const auto table = m_datasets.open(requireVersion(m_datasets, version).version);
    const auto column = table->schema().find(textColumn);
    if (!column)
        throw base::Error(base::ErrorCode::UnknownColumn, "There is no column \"" + textColumn + "\".");
    const data::Page page = table->page(data::RowOrder::all(table->rowCount()), 0, glimpsedTexts,
                                        std::array{*column}, cancellation);
    std::vector<std::string_view> texts;
    for (const auto& row : page.cells) {
        if (const auto* text = std::get_if<std::string>(&row.front()))
            texts.emplace_back(*text);
    }
    if (texts.empty())
        return std::nullopt;
    return train::unknownShare(texts, *text::loadTokenizer(modelFolder(baseModel)), cancellation);
}

StepTimes RunPreviews::measure(const Recipe& recipe, DeviceChoice device,
                               const base::Cancellation& cancellation)
{
    base::Progress progress;
    const auto data = read(recipe, cancellation, progress);
    const Split split = splitRows(*data, recipe);
    const auto folder = modelFolder(recipe.baseModel);
    const auto tokenizer = text::loadTokenizer(folder);
    const std::int64_t most = recipe.batchSize * recipe.gradientAccumulation * sampleBatches;
    const auto train =
        tokenised(*data, evenSample(split.of(Part::Train), most), *tokenizer, recipe, cancellation);
    const auto validation = tokenised(*data, evenSample(split.of(Part::Validation), evaluationBatch),
                                      *tokenizer, recipe, cancellation);
    StepTimes times;
    runInBackground([&] {
        TokenisedBatchSource batches(train, recipe.batchSize, recipe.gradientAccumulation,
                                     static_cast<std::uint64_t>(recipe.seed));
        TokenisedEvaluationSource rows(validation, evaluationBatch);
        TrainerSettings settings =
            toSettings(recipe, batches.stepsPerEpoch(), data->classes, split.countsOf(Part::Train));
        settings.device = device;
        cancellation.throwIfRequested();
        times = measureSteps(m_engine(), {folder, data->classes, settings}, batches, rows, longestOf(train),
                             cancellation);
    });
    return times;
}

} // namespace lepton::train

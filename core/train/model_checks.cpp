// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/model_checks.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/batch.h"
#include "train/step_memory.h"
#include "train/words.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <sstream>
#include <string_view>

namespace lepton::train {
namespace {

/// Above such a share a person should look.
constexpr double manyLong = 0.05;
/// A proposed length leaves at most this share of the texts cut.
constexpr double cutByProposal = 0.01;
constexpr std::array<std::int64_t, 7> usualLengths{32, 64, 128, 256, 384, 512, 1'024};

/// What a sample of the texts is like, uncut.
struct TokenSample
{
    std::vector<std::int64_t> lengths; ///< ascending
    std::int64_t tokens = 0;           ///< special ones left out
    std::int64_t unknown = 0;

    double shareAbove(std::int64_t length) const
    {
        const auto above = lengths.end() - std::ranges::upper_bound(lengths, length);
        return static_cast<double>(above) / static_cast<double>(lengths.size());
    }
    double unknownShare() const
    {
        return tokens == 0 ? 0 : static_cast<double>(unknown) / static_cast<double>(tokens);
    }
};

TokenSample sampleOf(std::span<const std::string_view> texts, const text::Tokenizer& tokenizer,
                     const base::Cancellation& cancellation, base::Progress& progress)
{
    const text::TokenBatch batch = text::encodeBatch(tokenizer, texts, {}, 0, progress, cancellation);
    const text::SpecialIds& special = tokenizer.specialIds();
    TokenSample result;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        result.lengths.push_back(std::ssize(batch[i]));
        for (const text::TokenId id : batch[i]) {
            if (id == special.opening || id == special.separator)
                continue;
            ++result.tokens;
            result.unknown += id == special.unknown ? 1 : 0;
        }
    }
    std::ranges::sort(result.lengths);
    return result;
}

TokenSample sample(const TrainingData& data, const text::Tokenizer& tokenizer,
                   const base::Cancellation& cancellation, base::Progress& progress)
{
    const std::int64_t rows = std::ssize(data.texts);
    const std::int64_t count = std::min(rows, mostSampledTexts);
    std::vector<std::string_view> texts;
    for (std::int64_t i = 0; i < count; ++i)
        texts.emplace_back(data.texts[static_cast<std::size_t>(i * rows / count)]);
    return sampleOf(texts, tokenizer, cancellation, progress);
}

Check unknownTokensCheck(const TokenSample& tokens)
{
    const double share = tokens.unknownShare();
    Check check{CheckId::UnknownTokens, CheckState::Ok,
                percent(share) + " of the tokens are unknown to the base model."};
    check.numbers = {share};
    if (share > manyUnknown) {
        check.state = CheckState::Caution;
        check.message += " It learns nothing from them.";
        check.fix = Fix{"Choose a base model for the language of the texts.", {}};
    }
    return check;
}

Check lengthsCheck(const TokenSample& tokens, const Recipe& recipe, const ModelFacts* model)
{
    const double share = tokens.shareAbove(recipe.maxLength);
    Check check{CheckId::Lengths, CheckState::Ok,
                share == 0
                    ? "No text is longer than " + grouped(recipe.maxLength) + " tokens; the longest has " +
                          grouped(tokens.lengths.back()) + "."
                    : percent(share) + " of the texts are longer than " + grouped(recipe.maxLength) +
                          " tokens and are cut; the longest has " + grouped(tokens.lengths.back()) + "."};
    check.numbers = {share, static_cast<double>(recipe.maxLength),
                     static_cast<double>(tokens.lengths.back())};
    if (share <= manyLong)
        return check;
    check.state = CheckState::Caution;
    const std::int64_t most =
        model && model->maxPositions > 0 ? model->maxPositions : std::numeric_limits<std::int64_t>::max();
    std::int64_t proposal = 0;
    for (const std::int64_t length : usualLengths) {
        if (length > recipe.maxLength && length <= most &&
            (proposal == 0 || tokens.shareAbove(proposal) > cutByProposal))
            proposal = length;
    }
    if (proposal > 0)
        check.fix = Fix{"With " + grouped(proposal) + " tokens, " + percent(tokens.shareAbove(proposal)) +
                            " of the texts are cut; training takes longer and more memory.",
                        {"max_length=" + std::to_string(proposal)}};
    return check;
}

/// Those that learn with the embeddings and so many layers frozen.
std::int64_t trainedParameters(const ModelFacts& model, std::int64_t frozenLayers)
{
    if (frozenLayers == 0)
        return model.parameters;
    const std::int64_t hidden = model.hiddenSize, inner = model.intermediateSize;
    constexpr std::int64_t segments = 2, norm = 2;
    const std::int64_t embeddings = (model.vocabularySize + model.maxPositions + segments + norm) * hidden;
    // query, key, value and output with their biases; the two of the inner width; two norms
    const std::int64_t layer =
        4 * hidden * (hidden + 1) + 2 * hidden * inner + inner + hidden + 2 * norm * hidden;
    return std::max<std::int64_t>(model.parameters - embeddings - frozenLayers * layer, 0);
}

} // namespace

double unknownShare(std::span<const std::string_view> texts, const text::Tokenizer& tokenizer,
                    const base::Cancellation& cancellation)
{
    base::Progress progress;
    return sampleOf(texts, tokenizer, cancellation, progress).unknownShare();
}

void addTokenChecks(const TrainingData& data, const text::Tokenizer& tokenizer, const Recipe& recipe,
                    const ModelFacts* model, std::vector<Check>& checks,
                    const base::Cancellation& cancellation, base::Progress& progress)
{
    if (data.texts.empty())
        return;
    const TokenSample tokens = sample(data, tokenizer, cancellation, progress);
    checks.push_back(unknownTokensCheck(tokens));
    checks.push_back(lengthsCheck(tokens, recipe, model));
}

Check positionsCheck(const ModelFacts& model, const Recipe& recipe)
{
    Check check{CheckId::Positions, CheckState::Ok,
                "The base model reads up to " + grouped(model.maxPositions) + " tokens."};
    check.numbers = {static_cast<double>(model.maxPositions), static_cast<double>(recipe.maxLength)};
    if (recipe.maxLength > model.maxPositions) {
        check.state = CheckState::Failed;
        check.message = "max_length is " + grouped(recipe.maxLength) + ", and the base model reads up to " +
                        grouped(model.maxPositions) + " tokens.";
        check.code = base::ErrorCode::BadRecipe;
        check.fix = Fix{"Cut the texts at what the model reads.",
                        {"max_length=" + std::to_string(model.maxPositions)}};
    }
    return check;
}

Check layersCheck(const ModelFacts& model, const Recipe& recipe)
{
    Check check{CheckId::Layers, CheckState::Ok,
                recipe.freezeLayers == 0 ? "All " + grouped(model.layers) + " layers are trained."
                                         : grouped(recipe.freezeLayers) + " of " + grouped(model.layers) +
                                               " layers and the embeddings keep their weights."};
    check.numbers = {static_cast<double>(recipe.freezeLayers), static_cast<double>(model.layers)};
    if (recipe.freezeLayers > model.layers) {
        check.state = CheckState::Failed;
        check.message = "freeze_layers is " + grouped(recipe.freezeLayers) + ", and the base model has " +
                        counted(model.layers, "layer") + ".";
        check.code = base::ErrorCode::BadRecipe;
        check.fix = Fix{"Train all layers.", {"freeze_layers=0"}};
    }
    return check;
}

Check memoryCheck(std::int64_t needed, std::int64_t free, const Recipe& recipe)
{
    Check check{CheckId::Memory, CheckState::Ok,
                "The training takes about " + bytesText(needed) + " of memory" +
                    (free > 0 ? "; " + bytesText(free) + " are free." : ".")};
    check.numbers = {static_cast<double>(needed), static_cast<double>(free)};
    if (free <= 0 || needed <= free)
        return check;
    check.state = CheckState::Caution;
    if (recipe.batchSize > 1)
        check.fix = Fix{"Half the batch and twice the accumulation learn the same with less memory.",
                        {"batch_size=" + std::to_string(recipe.batchSize / 2),
                         "gradient_accumulation=" + std::to_string(recipe.gradientAccumulation * 2)}};
    else
        check.fix = Fix{"Shorter texts take less memory.",
                        {"max_length=" + std::to_string(std::max<std::int64_t>(recipe.maxLength / 2, 3))}};
    return check;
}

std::int64_t estimateMemory(const ModelFacts& model, const Recipe& recipe, std::int64_t rows)
{
    // The program with LibTorch, without any model.
    constexpr std::int64_t program = 250'000'000;
    const EncoderSize encoder{model.layers, model.hiddenSize, model.intermediateSize, model.heads};
    return program + stepMemory(encoder, {.parameters = model.parameters,
                                          .trainedParameters = trainedParameters(model, recipe.freezeLayers),
                                          .frozenLayers = recipe.freezeLayers,
                                          .rows = std::min(recipe.batchSize, rows),
                                          .length = recipe.maxLength,
                                          .precision = Precision::Float32,
                                          .packed = true});
}

std::int64_t freeMemory()
{
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name;
        std::int64_t kilobytes = 0;
        if (words >> name >> kilobytes && name == "MemAvailable:")
            return kilobytes * 1'024;
    }
    return 0;
}

} // namespace lepton::train

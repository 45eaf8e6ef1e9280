// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/split.h"
#include "train/training_data.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::text {
class Tokenizer;
}

namespace lepton::train {

struct Recipe;
struct TrainingData;

/// Rows of one class.
struct LabelCount
{
    std::string label;
    std::int64_t rows = 0;
};

/// How long the texts are, in tokens, special ones included, before anything is cut.
struct LengthCounts
{
    std::int64_t binWidth = 1;
    /// counts[i]: texts of more than i * binWidth and at most (i + 1) * binWidth tokens; the last one holds
    /// the longer ones, too.
    std::vector<std::int64_t> counts;
    std::int64_t texts = 0; ///< that were counted
    std::int64_t longest = 0;
    std::int64_t cut = 0; ///< texts longer than the recipe's max_length
    bool isSample = false;

    double cutShare() const;
};

enum class TokenKind
{
    Special,      ///< put there by the tokeniser: [CLS], [SEP]
    Word,         ///< a whole word, or its beginning
    Continuation, ///< goes on with the word before: "##ing"
    Unknown       ///< stands for what the vocabulary lacks
};

struct PreviewToken
{
    std::string text; ///< as the vocabulary writes it
    TokenKind kind = TokenKind::Word;
};

struct PreviewRow
{
    std::string label;
    std::vector<PreviewToken> tokens; ///< cut at max_length, padding left out
};

/// A batch as the model gets it.
struct BatchPreview
{
    std::vector<PreviewRow> rows; ///< the first of them
    std::int64_t rowCount = 0;
    std::int64_t length = 0; ///< to which all rows are padded
    std::int64_t tokens = 0; ///< of all rows, padding left out

    std::int64_t padding() const { return rowCount * length - tokens; }
};

/// How much there is to compute; tokens are counted as the model gets them.
struct RunWork
{
    std::int64_t steps = 0;
    std::int64_t stepsPerEpoch = 0;
    double stepTokens = 0;        ///< of a step on average, padding included
    std::int64_t evaluations = 0; ///< of the validation part
    double validationTokens = 0;
    double testTokens = 0;
};

/// Rows of each part, by Part.
using PartCounts = std::array<std::int64_t, partCount>;

/// What a training would see, before it starts.
struct DataPreview
{
    std::vector<LabelCount> labels;         ///< the most frequent first
    std::optional<PartCounts> parts;        ///< rows of each part; unset where they cannot be parted
    std::optional<LengthCounts> lengths;    ///< unset without a tokeniser
    std::optional<BatchPreview> firstBatch; ///< unset where the rows cannot be parted
    std::optional<RunWork> work;            ///< likewise

    /// Rows of the largest class to one of the smallest; 1: all alike; 0: there is none.
    double imbalance() const;
};

/// Looks at rows as the training of @p recipe would. Where there are more than @p mostTexts, lengths and
/// batch are those of an even sample of so many. @p tokenizer may be null.
/// @throw base::Error on cancellation, and of a text that is not UTF-8
DataPreview previewData(const TrainingData& data, const Recipe& recipe, const text::Tokenizer* tokenizer,
                        const base::Cancellation& cancellation, base::Progress& progress,
                        std::int64_t mostTexts = mostSampledTexts);

} // namespace lepton::train

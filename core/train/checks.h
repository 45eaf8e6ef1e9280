// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "train/api/engine.h"
#include "train/recipe.h"
#include "train/training_data.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::text {
class Tokenizer;
}

namespace lepton::train {

/// What is looked at before a training starts.
enum class CheckId
{
    Columns,       ///< text and label columns are there and of a type that can be used
    Recipe,        ///< the keys go together
    Rows,          ///< texts and labels that are missing
    Classes,       ///< at least two
    ClassRows,     ///< enough rows of each
    SimilarLabels, ///< labels that differ by case or blanks alone
    Parts,         ///< no part of the split is empty
    Duplicates,    ///< equal texts in more than one part
    Conflicts,     ///< equal texts with different labels
    UnknownTokens, ///< share of [UNK]
    Lengths,       ///< share of texts longer than max_length
    Positions,     ///< max_length against the model's positions
    Layers,        ///< freeze_layers against the model's layers
    BatchSize,     ///< batch against the rows
    Memory,        ///< estimate against what is free
    Steps          ///< how many there will be, and rhythm of evaluation
};
std::string_view checkName(CheckId id) noexcept; ///< "columns", "recipe", "rows", ...

enum class CheckState
{
    Ok,
    Caution, ///< the training can start
    Failed   ///< it cannot
};
std::string_view checkStateName(CheckState state) noexcept; ///< "ok", "caution", "failed"

/// What helps: a sentence, and where it is a change of the recipe, the assignments for set().
struct Fix
{
    std::string message;
    std::vector<std::string> assignments; ///< "max_length=256"
};

struct Check
{
    CheckId id = CheckId::Recipe;
    CheckState state = CheckState::Ok;
    std::string message; ///< a sentence with the numbers
    std::optional<Fix> fix{};
    std::vector<double> numbers{};    ///< those in the sentence, in its order
    std::vector<std::string> names{}; ///< classes, labels or columns that it is about
    /// Of a failed one: what is thrown where it stops a start.
    base::ErrorCode code = base::ErrorCode::UnsuitableData;
    base::ErrorPlace place{};
};

/// What the checks know; what is null is not looked at.
struct CheckInput
{
    const Recipe* recipe = nullptr;
    const TrainingData* data = nullptr;
    const text::Tokenizer* tokenizer = nullptr;
    const ModelFacts* model = nullptr;
    /// Bytes that the training takes for so many rows of so many tokens (Trainer::memoryEstimate where there
    /// is a trainer, else estimateMemory()), and what is free of them; 0: not known.
    std::int64_t memoryNeeded = 0;
    std::int64_t memoryFree = 0;
};

/// Looks at a recipe and its data before the start. Tokenises a sample of at most mostSampledTexts. Nothing
/// that is wrong with the data or recipe is thrown: it is a check that failed. In the order of CheckId; the
/// first failed one is what to tell.
/// @throw base::Error only on cancellation
std::vector<Check> runChecks(const CheckInput& input, const base::Cancellation& cancellation,
                             base::Progress& progress);

/// The failed check of readTrainingData() that threw, for a list of checks.
Check checkOfError(const base::Error& error);

/// The error for a start that a failed check stops: its sentence and what helps.
base::Error errorOfCheck(const Check& check);

/// The check that stops the start, or nothing.
const Check* firstFailed(const std::vector<Check>& checks) noexcept;

/// Bytes for fine-tuning a model of these facts by @p recipe on @p rows rows in float32 on the processor,
/// with the program: see stepMemory().
std::int64_t estimateMemory(const ModelFacts& model, const Recipe& recipe, std::int64_t rows);
/// Memory of this machine that a program can still take; 0: not known.
std::int64_t freeMemory();

} // namespace lepton::train

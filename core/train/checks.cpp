// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/checks.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/word_table.h"
#include "train/data_checks.h"
#include "train/model_checks.h"
#include "train/split.h"

#include <algorithm>

namespace lepton::train {
namespace {

constexpr base::WordTable<CheckId, 16> checkNames{{{CheckId::Columns, "columns"},
                                                   {CheckId::Recipe, "recipe"},
                                                   {CheckId::Rows, "rows"},
                                                   {CheckId::Classes, "classes"},
                                                   {CheckId::ClassRows, "class_rows"},
                                                   {CheckId::SimilarLabels, "similar_labels"},
                                                   {CheckId::Parts, "parts"},
                                                   {CheckId::Duplicates, "duplicates"},
                                                   {CheckId::Conflicts, "conflicts"},
                                                   {CheckId::UnknownTokens, "unknown_tokens"},
                                                   {CheckId::Lengths, "lengths"},
                                                   {CheckId::Positions, "positions"},
                                                   {CheckId::Layers, "layers"},
                                                   {CheckId::BatchSize, "batch_size"},
                                                   {CheckId::Memory, "memory"},
                                                   {CheckId::Steps, "steps"}}};

} // namespace

std::string_view checkName(CheckId id) noexcept
{
    return base::wordOf(checkNames, id);
}

std::string_view checkStateName(CheckState state) noexcept
{
    switch (state) {
    case CheckState::Ok:
        break;
    case CheckState::Caution:
        return "caution";
    case CheckState::Failed:
        return "failed";
    }
    return "ok";
}

std::vector<Check> runChecks(const CheckInput& input, const base::Cancellation& cancellation,
                             base::Progress& progress)
{
    std::vector<Check> checks;
    if (!input.recipe)
        return checks;
    const Recipe& recipe = *input.recipe;
    checks.push_back(recipeCheck(recipe, input.data));
    std::optional<Split> split;
    if (input.data) {
        checks.push_back(rowsCheck(*input.data));
        checks.push_back(classesCheck(*input.data, recipe));
        checks.push_back(similarLabelsCheck(*input.data));
        checks.push_back(partsCheck(*input.data, recipe, split));
        if (split) {
            checks.push_back(classRowsCheck(*input.data, *split));
            checks.push_back(duplicatesCheck(*split, recipe));
            checks.push_back(conflictsCheck(*split));
        }
    }
    if (input.data && input.tokenizer)
        addTokenChecks(*input.data, *input.tokenizer, recipe, input.model, checks, cancellation, progress);
    if (input.model) {
        checks.push_back(positionsCheck(*input.model, recipe));
        checks.push_back(layersCheck(*input.model, recipe));
    }
    if (split) {
        checks.push_back(batchSizeCheck(*split, recipe));
        checks.push_back(stepsCheck(*split, recipe));
    }
    if (input.memoryNeeded > 0)
        checks.push_back(memoryCheck(input.memoryNeeded, input.memoryFree, recipe));
    std::ranges::stable_sort(checks, {}, &Check::id);
    return checks;
}

Check checkOfError(const base::Error& error)
{
    if (error.code() == base::ErrorCode::Cancelled)
        throw error;
    Check check{CheckId::Columns, CheckState::Failed, error.message()};
    if (error.code() == base::ErrorCode::BadRecipe)
        check.id = CheckId::Recipe;
    if (error.place().column)
        check.names.push_back(*error.place().column);
    check.code = error.code();
    check.place = error.place();
    return check;
}

base::Error errorOfCheck(const Check& check)
{
    return {check.code, check.fix ? check.message + " " + check.fix->message : check.message, check.place};
}

const Check* firstFailed(const std::vector<Check>& checks) noexcept
{
    const auto found = std::ranges::find(checks, CheckState::Failed, &Check::state);
    return found == checks.end() ? nullptr : &*found;
}

} // namespace lepton::train

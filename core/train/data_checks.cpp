// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/data_checks.h"

#include "base/error.h"
#include "train/batch_plan.h"
#include "train/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace lepton::train {
namespace {

/// Below so many rows to learn from, scores of a class say little.
constexpr std::int64_t fewRows = 10;
/// A head on frozen layers takes as much; more takes nothing that is fine-tuned.
constexpr double highRate = 1e-3;

/// As people write it: 2e-5.
std::string rateText(double rate)
{
    std::string text = fmt::format("{}", rate);
    if (const auto exponent = text.find("e-0"); exponent != std::string::npos)
        text.erase(exponent + 2, 1);
    return text;
}

double number(std::int64_t value)
{
    return static_cast<double>(value);
}

} // namespace

Check recipeCheck(const Recipe& recipe, const TrainingData* data)
{
    Check check{CheckId::Recipe, CheckState::Ok, "The values of the recipe go together."};
    try {
        if (data && data->classes.size() > 1)
            toSettings(recipe, 1, data->classes, data->classCounts());
        else
            checkRecipe(recipe);
    } catch (const base::Error& error) {
        check.state = CheckState::Failed;
        check.message = error.message();
        check.code = error.code();
        try {
            checkRecipe(recipe);
            check.fix = Fix{"Train without class weights.", {"class_weights=none"}};
        } catch (const base::Error&) {
            check.fix =
                Fix{"Use the usual shares.", {"split_train=0.8", "split_validation=0.1", "split_test=0.1"}};
        }
        return check;
    }
    const double usual = Recipe().learningRate;
    if (recipe.learningRate > highRate) {
        check.state = CheckState::Caution;
        check.message =
            fmt::format("The learning rate {} is far above what fine-tuning takes: the weights may "
                        "run away. {} is the usual one.",
                        rateText(recipe.learningRate), rateText(usual));
        check.numbers = {recipe.learningRate, usual};
        check.fix = Fix{"Use the usual rate.", {"learning_rate=" + rateText(usual)}};
    }
    return check;
}

Check rowsCheck(const TrainingData& data)
{
    const std::int64_t usable = std::ssize(data.texts);
    Check check{CheckId::Rows, CheckState::Ok,
                data.tableRows == 1 ? "The row has a text and a label."
                                    : "All " + grouped(data.tableRows) + " rows have a text and a label."};
    check.numbers = {number(data.tableRows), number(data.missingTexts), number(data.missingLabels)};
    if (data.missingTexts + data.missingLabels == 0)
        return check;
    check.state = CheckState::Caution;
    check.message = "Of " + counted(data.tableRows, "row") + ", " + grouped(usable) +
                    " can be used: " + grouped(data.missingTexts) + " without a text and " +
                    grouped(data.missingLabels) + " without a label are left out.";
    return check;
}

Check classesCheck(const TrainingData& data, const Recipe& recipe)
{
    const std::int64_t classes = std::ssize(data.classes);
    const std::int64_t rows = std::ssize(data.texts);
    Check check{CheckId::Classes, CheckState::Ok,
                "The column \"" + recipe.labelColumn + "\" has " + counted(classes, "class", "classes") +
                    "."};
    check.numbers = {number(classes), number(rows)};
    check.names = {recipe.labelColumn};
    if (classes < 2) {
        check.state = CheckState::Failed;
        check.message = "The column \"" + recipe.labelColumn + "\" has one class only, " +
                        quotedList(data.classes) + ". A classifier tells at least two apart.";
        check.fix = Fix{"Choose another label column.", {}};
    } else if (classes * 2 > rows) {
        check.state = CheckState::Caution;
        check.message = "The column \"" + recipe.labelColumn + "\" has " +
                        counted(classes, "class", "classes") + " in " + counted(rows, "row") +
                        ". It looks like ids or free texts, not like labels.";
        check.fix = Fix{"Choose another label column.", {}};
    }
    return check;
}

Check similarLabelsCheck(const TrainingData& data)
{
    const auto similar = similarLabels(data.classes);
    Check check{CheckId::SimilarLabels, CheckState::Ok, "No two labels differ by case or blanks alone."};
    check.numbers = {number(std::ssize(similar))};
    if (similar.empty())
        return check;
    check.names = similar.front();
    check.state = CheckState::Caution;
    check.message = "These labels differ by case or blanks alone and are learnt as different classes: " +
                    quotedList(similar.front()) +
                    (similar.size() > 1
                         ? "; so are " + counted(std::ssize(similar) - 1, "more group", "more groups") + "."
                         : ".");
    check.fix = Fix{"If they mean the same, correct them in the file and import it as a new version.", {}};
    return check;
}

Check partsCheck(const TrainingData& data, const Recipe& recipe, std::optional<Split>& split)
{
    Check check{CheckId::Parts, CheckState::Ok, {}};
    if (data.classes.size() < 2) {
        check.state = CheckState::Failed;
        check.message = "Rows of one class cannot be parted.";
        return check;
    }
    try {
        split = splitRows(data, recipe);
    } catch (const base::Error& error) {
        check.state = CheckState::Failed;
        check.message = error.message();
        check.code = error.code();
        check.place = error.place();
        if (!recipe.splitColumn.empty())
            check.fix = Fix{"Split by shares instead of the column.", {"split_column="}};
        return check;
    }
    const auto rows = [&](Part part) { return std::ssize(split->of(part)); };
    check.message = grouped(rows(Part::Train)) + " rows to train on, " + grouped(rows(Part::Validation)) +
                    " to validate, " + grouped(rows(Part::Test)) + " to test.";
    check.numbers = {number(rows(Part::Train)), number(rows(Part::Validation)), number(rows(Part::Test))};
    return check;
}

Check classRowsCheck(const TrainingData& data, const Split& split)
{
    const auto inTrain = split.countsOf(Part::Train);
    std::vector<std::string> few, untested;
    for (std::size_t c = 0; c < data.classes.size(); ++c) {
        if (inTrain[c] < fewRows)
            few.push_back(data.classes[c]);
        if (split.classCounts[c][1] == 0 || split.classCounts[c][2] == 0)
            untested.push_back(data.classes[c]);
    }
    const auto smallest = std::ranges::min_element(inTrain);
    const auto& label = data.classes[static_cast<std::size_t>(smallest - inTrain.begin())];
    Check check{CheckId::ClassRows, CheckState::Ok,
                "Each class has at least " + counted(*smallest, "row") + " to train on; the smallest is " +
                    quotedList(std::span(&label, 1)) + "."};
    check.numbers = {number(*smallest), number(std::ssize(few)), number(std::ssize(untested))};
    check.names = {label};
    if (few.empty() && untested.empty())
        return check;
    check.state = CheckState::Caution;
    check.message.clear();
    if (!few.empty())
        check.message = counted(std::ssize(few), "class has", "classes have") + " fewer than " +
                        grouped(fewRows) + " rows to train on: " + quotedList(few) + ".";
    if (!untested.empty())
        check.message +=
            (few.empty() ? "" : " ") + counted(std::ssize(untested), "class has", "classes have") +
            " no row in validation or test, so nothing can be said of it there: " + quotedList(untested) +
            ".";
    check.names = few.empty() ? std::move(untested) : std::move(few);
    check.fix = Fix{"Add rows of these classes, or put them into one class.", {}};
    return check;
}

Check duplicatesCheck(const Split& split, const Recipe& recipe)
{
    Check check{CheckId::Duplicates, CheckState::Ok,
                split.duplicates == 0
                    ? "No text stands twice."
                    : counted(split.duplicates, "row repeats a text", "rows repeat a text") +
                          "; equal texts are in the same part."};
    check.numbers = {number(split.duplicates), number(split.leaks)};
    if (split.leaks == 0)
        return check;
    check.state = CheckState::Caution;
    check.message = counted(split.leaks, "row", "rows") +
                    " of validation and test stand in another part, too, by the column \"" +
                    recipe.splitColumn + "\": scores are better than they should be.";
    check.fix = Fix{"Split by shares, which keeps equal texts together.", {"split_column="}};
    return check;
}

Check conflictsCheck(const Split& split)
{
    Check check{CheckId::Conflicts, CheckState::Ok, "No text stands with two labels."};
    check.numbers = {number(split.conflicts)};
    if (split.conflicts > 0) {
        check.state = CheckState::Caution;
        check.message = counted(split.conflicts, "text stands", "texts stand") +
                        " with more than one label: no model can get all of these rows right.";
    }
    return check;
}

Check batchSizeCheck(const Split& split, const Recipe& recipe)
{
    const std::int64_t rows = std::ssize(split.of(Part::Train));
    Check check{CheckId::BatchSize, CheckState::Ok,
                "Batches of " + counted(recipe.batchSize, "row") +
                    (recipe.gradientAccumulation > 1
                         ? ", " + grouped(recipe.gradientAccumulation) + " a step."
                         : ".")};
    check.numbers = {number(recipe.batchSize), number(rows)};
    if (recipe.batchSize > rows) {
        check.state = CheckState::Caution;
        check.message = "A batch of " + counted(recipe.batchSize, "row") + " is more than the " +
                        grouped(rows) + " of the training part: all of them make one batch.";
        check.fix = Fix{"Take a batch that goes several times into the data.",
                        {"batch_size=" + std::to_string(std::clamp<std::int64_t>(rows / 8, 1, 16))}};
    } else if (recipe.gradientAccumulation > (rows - 1) / recipe.batchSize + 1) {
        check.state = CheckState::Caution;
        check.message = "A step accumulates " + grouped(recipe.gradientAccumulation) +
                        " batches, and an epoch has " + grouped((rows - 1) / recipe.batchSize + 1) +
                        ": each epoch makes one step.";
        check.fix = Fix{"Do not accumulate.", {"gradient_accumulation=1"}};
    }
    return check;
}

Check stepsCheck(const Split& split, const Recipe& recipe)
{
    const std::int64_t perEpoch =
        stepsPerEpoch(std::ssize(split.of(Part::Train)), recipe.batchSize, recipe.gradientAccumulation);
    const std::int64_t total = recipe.maxSteps > 0 ? recipe.maxSteps : recipe.epochs * perEpoch;
    const std::int64_t every = recipe.evalEvery > 0 ? recipe.evalEvery : perEpoch;
    Check check{CheckId::Steps, CheckState::Ok,
                counted(total, "step") + ", " + grouped(perEpoch) +
                    " an epoch; the validation part is scored " +
                    (recipe.evalEvery > 0 ? "every " + counted(every, "step") : "once an epoch") + "."};
    check.numbers = {number(total), number(perEpoch), number(every)};
    if (recipe.evalEvery > total) {
        check.state = CheckState::Caution;
        check.message = "The validation part would be scored every " + counted(every, "step") +
                        ", and there are " + grouped(total) + ": it is scored at the end alone.";
        check.fix = Fix{"Score it once an epoch.", {"eval_every=0"}};
    }
    return check;
}

} // namespace lepton::train

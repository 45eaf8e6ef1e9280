// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys of a recipe have a field, in which order, and what they are called.
#include "ui/training/recipe_form.h"
#include "ui/training/training_text.h"

#include <limits>

namespace lepton::ui {

namespace {

struct RecipeFields
{
    Q_DECLARE_TR_FUNCTIONS(RecipeFields)
};

using Kind = RecipeForm::Kind;
using Spec = RecipeForm::Spec;

constexpr int anySeed = std::numeric_limits<int>::max();

} // namespace

std::vector<Spec> mainRecipeFields()
{
    return {
        {.key = "epochs",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Epochs"); },
         .state =
             [](const train::Recipe& recipe) {
                 return recipe.maxSteps > 0 ? RecipeFields::tr("replaced: it ends after %Ln step(s)", nullptr,
                                                               int(recipe.maxSteps))
                                            : QString();
             },
         .least = 1},
        {.key = "batch_size",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Batch size"); },
         .hint = [] { return RecipeFields::tr("texts a step"); },
         .least = 1},
        {.key = "learning_rate",
         .kind = Kind::Number,
         .label = [] { return RecipeFields::tr("Learning rate"); },
         .hint = [] { return RecipeFields::tr("usual for BERT: 1e-5 to 5e-5"); }},
        {.key = "max_length",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Longest text"); },
         .hint = [] { return RecipeFields::tr("tokens; what is longer is cut"); },
         .least = 3},
        {.key = "schedule",
         .kind = Kind::Choice,
         .label = [] { return RecipeFields::tr("Schedule"); },
         .choices = {{"linear", [] { return TrainingText::schedule(train::Schedule::Linear); }},
                     {"cosine", [] { return TrainingText::schedule(train::Schedule::Cosine); }},
                     {"constant", [] { return TrainingText::schedule(train::Schedule::Constant); }}}},
        {.key = "eval_every",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Evaluate every"); },
         .hint = [] { return RecipeFields::tr("steps"); },
         .most = 1'000'000'000,
         .special = [] { return RecipeFields::tr("Once an epoch"); }},
        {.key = "early_stopping_patience",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Stop early"); },
         .hint = [] { return RecipeFields::tr("after so many evaluations without gain"); },
         .special = [] { return RecipeFields::tr("Off", "early stopping"); }},
        {.key = "metric",
         .kind = Kind::Choice,
         .label = [] { return RecipeFields::tr("Choose the best by"); },
         .hint = [] { return RecipeFields::tr("on validation; of equal scores the earliest"); },
         .choices = {{"macro_f1", [] { return TrainingText::metric("macro_f1"); }},
                     {"accuracy", [] { return TrainingText::metric("accuracy"); }},
                     {"weighted_f1", [] { return TrainingText::metric("weighted_f1"); }},
                     {"balanced_accuracy", [] { return TrainingText::metric("balanced_accuracy"); }},
                     {"mcc", [] { return TrainingText::metric("mcc"); }},
                     {"loss", [] { return TrainingText::metric("loss"); }}}},
    };
}

std::vector<Spec> moreRecipeFields()
{
    return {
        {.key = "warmup_ratio",
         .kind = Kind::Percent,
         .label = [] { return RecipeFields::tr("Warm-up"); },
         .hint = [] { return RecipeFields::tr("of all steps"); }},
        {.key = "class_weights",
         .kind = Kind::Choice,
         .label = [] { return RecipeFields::tr("Class weights"); },
         .choices = {{"none", [] { return RecipeFields::tr("None", "class weights"); }},
                     {"balanced", [] { return RecipeFields::tr("Balanced", "class weights"); }}}},
        {.key = "max_steps",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Most steps"); },
         .hint = [] { return RecipeFields::tr("replaces the epochs"); },
         .most = 1'000'000'000,
         .special = [] { return RecipeFields::tr("By epochs"); }},
        {.key = "gradient_accumulation",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Batches a step"); },
         .hint = [] { return RecipeFields::tr("more saves memory"); },
         .least = 1},
        {.key = "weight_decay",
         .kind = Kind::Number,
         .label = [] { return RecipeFields::tr("Weight decay"); }},
        {.key = "max_grad_norm",
         .kind = Kind::Number,
         .label = [] { return RecipeFields::tr("Clip gradients at"); },
         .hint = [] { return RecipeFields::tr("0: not clipped"); }},
        {.key = "label_smoothing",
         .kind = Kind::Number,
         .label = [] { return RecipeFields::tr("Label smoothing"); }},
        {.key = "dropout",
         .kind = Kind::Number,
         .label = [] { return RecipeFields::tr("Dropout"); },
         .special = [] { return RecipeFields::tr("As in the model"); }},
        {.key = "freeze_layers",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Frozen layers"); },
         .hint = [] { return RecipeFields::tr("from the bottom"); },
         .most = 1000,
         .special = [] { return RecipeFields::tr("None", "frozen layers"); }},
    };
}

std::vector<Spec> runRecipeFields()
{
    return {
        {.key = "seed",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Seed"); },
         .hint = [] { return RecipeFields::tr("same seed, same run"); },
         .most = anySeed},
        {.key = "precision",
         .kind = Kind::Choice,
         .label = [] { return RecipeFields::tr("Precision"); },
         .choices = {{"auto", [] { return TrainingText::precision(train::Precision::Auto); }},
                     {"fp32", [] { return TrainingText::precision(train::Precision::Float32); }},
                     {"bf16", [] { return TrainingText::precision(train::Precision::BFloat16); }}}},
        {.key = "threads",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Threads"); },
         .most = 4096,
         .special = [] { return RecipeFields::tr("All cores"); }},
        {.key = "checkpoint_every",
         .kind = Kind::Whole,
         .label = [] { return RecipeFields::tr("Save every"); },
         .hint = [] { return RecipeFields::tr("steps"); },
         .most = 1'000'000'000,
         .special = [] { return RecipeFields::tr("On pause only"); }},
    };
}

std::vector<Spec> splitRecipeFields()
{
    return {
        {.key = "split_train", .kind = Kind::Percent, .label = [] { return RecipeFields::tr("Train"); }},
        {.key = "split_validation",
         .kind = Kind::Percent,
         .label = [] { return RecipeFields::tr("Validation"); }},
        {.key = "split_test", .kind = Kind::Percent, .label = [] { return RecipeFields::tr("Test"); }},
    };
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/core_sentences.h"

#include <QtGlobal>

namespace lepton::ui {

namespace {

using base::ErrorCode;

constexpr CoreSentence trainingTable[] = {
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "Row %1 of the split column \"%2\" is empty. Write train, validation or test in each row.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "Row %1 of the split column \"%2\" holds %3, which names no part. Write "
                                   "train, validation or test in each row.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The train part would be empty: of %1 rows, no class has three different "
                                   "texts. Import more rows, or split by a column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The validation part would be empty: of %1 rows, no class has three "
                                   "different texts. Import more rows, or split by a column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The test part would be empty: of %1 rows, no class has three different "
                                   "texts. Import more rows, or split by a column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The split column \"%1\" leaves the train part empty. Give some rows to it, or split by shares.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The split column \"%1\" leaves the validation part empty. Give some rows "
                                   "to it, or split by shares.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The split column \"%1\" leaves the test part empty. Give some rows to it, or split by shares.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The training part has rows of one class only. A classifier learns from "
                                   "at least two; split in another way.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The column \"%1\" has one class only, %2. A classifier tells at least "
                                   "two apart; choose another column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText",
                       "The column \"%1\" is empty, and the %2 takes %3. Choose another column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The column \"%1\" holds values of type %2, and the text takes a column "
                                   "of texts. Choose another column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The column \"%1\" holds values of type %2, and the label takes a column "
                                   "of texts, whole numbers or true and false. Choose another column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The column \"%1\" holds values of type %2, and the split takes a column "
                                   "with train, validation and test. Choose another column.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText",
                       "The column \"%1\" is chosen twice. Text, label and split are columns of their own.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText", "The data set has no rows. Choose another one.")},
    {ErrorCode::UnsuitableData,
     QT_TRANSLATE_NOOP("CoreText",
                       "No row has both a text in \"%1\" and a label in \"%2\". Choose other columns.")},
    {ErrorCode::UnknownColumn, QT_TRANSLATE_NOOP("CoreText", "There is no column \"%1\". There are: %2.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The data set version is gone from the workspace. Choose another one.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The base model is gone from the workspace. Choose another one.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "Version %1 of the data set \"%2\" is gone from the workspace, so %3 "
                                   "cannot be trained on it. Import the data again and start a new run.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The base model \"%1\" is gone from the workspace. Import it again and start a new run.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The run is gone from the workspace.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The run is not there any more: it has been removed.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "%1 is in the trash. Restore it before it goes on.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "%1 has no model: it is %2. A model is kept when a run completes.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "%1 has no report: it is %2. A run has one when it is complete.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The part of the program that trains and predicts is missing: %1 does not "
                                   "exist. Install the program again.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("CoreText", "The part of the program that trains and predicts cannot be loaded from "
                                   "%1. Install the program again.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "%1 is not the library of this program that trains and predicts. Install the program again.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("CoreText",
                       "CUDA cannot be used: %1. Choose the CPU, or leave the choice to the program.")},
    {ErrorCode::Busy,
     QT_TRANSLATE_NOOP("CoreText", "%1 is being worked on already. Wait until it has ended.")},
    {ErrorCode::Busy,
     QT_TRANSLATE_NOOP(
         "CoreText", "\"%1\" is being worked on already, by a job that has not ended. Wait for it or stop "
                     "it. If the program that ran it broke off on another computer, try again in a minute.")},
    {ErrorCode::AlreadyDecided,
     QT_TRANSLATE_NOOP("CoreText", "%1 is complete: there is nothing to go on with. Start a new run.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 is complete already.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "Only a member of the workspace can train. Ask an admin to enrol you.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP(
         "CoreText", "max_length is %1, and \"%2\" takes at most %3 tokens. Set max_length to %4 or less.")},
    {ErrorCode::Diverged,
     QT_TRANSLATE_NOOP("CoreText",
                       "The loss is no longer a number at step %1: the weights have run away. The model went "
                       "back to good ones, %2. Start again with a lower learning rate (a tenth is a good "
                       "first try), a longer warm-up, or clipping at a lower gradient norm.")},
    {ErrorCode::Diverged,
     QT_TRANSLATE_NOOP("CoreText",
                       "The gradient is no longer finite at step %1: the weights have run away. The model "
                       "went back to good ones, %2. Start again with a lower learning rate (a tenth is a "
                       "good first try), a longer warm-up, or clipping at a lower gradient norm.")},
    {ErrorCode::Diverged,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The model's answers to the validation rows are no longer numbers at step %1: the weights have run "
         "away. The model went back to good ones, %2. Start again with a lower learning rate (a tenth is a "
         "good first try), a longer warm-up, or clipping at a lower gradient norm.")},
    {ErrorCode::OutOfMemory,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The memory of %1 is not enough at a batch of %2 rows of up to %3 tokens. Halve batch_size and "
         "double gradient_accumulation, which trains the same, or lower max_length.")},
    {ErrorCode::OutOfMemory,
     QT_TRANSLATE_NOOP("CoreText", "The memory of %1 is not enough. Halve batch_size and double "
                                   "gradient_accumulation, which trains the same, or lower max_length.")},
    {ErrorCode::OutOfMemory,
     QT_TRANSLATE_NOOP("CoreText", "The memory of %1 is not enough for this model. Choose a smaller one.")},
    {ErrorCode::BadModel,
     QT_TRANSLATE_NOOP("CoreText",
                       "The loss is no longer a number at step 1, before anything was learnt: weights of the "
                       "base model are not finite or far too large. Import another copy of it.")},
    {ErrorCode::BadModel,
     QT_TRANSLATE_NOOP("CoreText",
                       "The gradient is no longer finite at step 1, before anything was learnt: weights of "
                       "the base model are not finite or far too large. Import another copy of it.")},
    {ErrorCode::BadCheckpoint,
     QT_TRANSLATE_NOOP("CoreText", "The checkpoint %1 belongs to another training: its %2 is another one.")},
    {ErrorCode::BadCheckpoint,
     QT_TRANSLATE_NOOP(
         "CoreText", "The checkpoint %1 belongs to a training on other rows, or on rows in another order.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "Cannot freeze %1 layers of a model that has %2.")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("CoreText", "There are no rows to train on.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText",
                       "A file of the workspace is damaged: %1 is not what was kept. Put it back from a copy "
                       "of the workspace; lepton doctor names all that are damaged.")},
    {ErrorCode::Internal, QT_TRANSLATE_NOOP("CoreText", "The training library failed: %1")},
};

// A form that another one fits, too, stands after it.
constexpr const char* lines[] = {
    QT_TRANSLATE_NOOP("CoreText", "notice: %1"),
    QT_TRANSLATE_NOOP("CoreText", "1 row has no text and is left out."),
    QT_TRANSLATE_NOOP("CoreText", "%1 rows have no text and are left out."),
    QT_TRANSLATE_NOOP("CoreText", "1 row has a text but no label and is left out."),
    QT_TRANSLATE_NOOP("CoreText", "%1 rows have a text but no label and are left out."),
    QT_TRANSLATE_NOOP("CoreText",
                      "1 class has fewer than three different texts and is in the training part alone: %1."),
    QT_TRANSLATE_NOOP(
        "CoreText",
        "%1 classes have fewer than three different texts and are in the training part alone: %2."),
    QT_TRANSLATE_NOOP("CoreText", "1 class has no row to learn from: %1."),
    QT_TRANSLATE_NOOP("CoreText", "%1 classes have no row to learn from: %2."),
    QT_TRANSLATE_NOOP("CoreText", "These labels differ by case or blanks alone and are taken as different "
                                  "classes: %1; so are %2 more groups."),
    QT_TRANSLATE_NOOP("CoreText", "These labels differ by case or blanks alone and are taken as different "
                                  "classes: %1; so are 1 more group."),
    QT_TRANSLATE_NOOP("CoreText",
                      "These labels differ by case or blanks alone and are taken as different classes: %1."),
    QT_TRANSLATE_NOOP("CoreText", "1 text stands with more than one label."),
    QT_TRANSLATE_NOOP("CoreText", "%1 texts stand with more than one label."),
    QT_TRANSLATE_NOOP("CoreText", "1 row of validation and test stand in another part, too, by the column "
                                  "\"%1\": scores are better than they should be."),
    QT_TRANSLATE_NOOP("CoreText", "%1 rows of validation and test stand in another part, too, by the column "
                                  "\"%2\": scores are better than they should be."),
    QT_TRANSLATE_NOOP(
        "CoreText",
        "A batch of %1 rows is more than the training part has; all of its 1 row makes one batch."),
    QT_TRANSLATE_NOOP(
        "CoreText",
        "A batch of %1 rows is more than the training part has; all of its %2 rows make one batch."),
    QT_TRANSLATE_NOOP("CoreText",
                      "A step accumulates %1 batches, and an epoch has %2; each epoch makes one step."),
    QT_TRANSLATE_NOOP("CoreText", "%1 rows of %2: %3 to train on, %4 for validation, %5 for the test"),
    QT_TRANSLATE_NOOP("CoreText", "going on from the checkpoint at step %1"),
    QT_TRANSLATE_NOOP("CoreText", "there is no checkpoint: %1 begins again at step 0"),
    QT_TRANSLATE_NOOP("CoreText", "the last metrics could not be saved: %1"),
    QT_TRANSLATE_NOOP("CoreText", "The CPU in %1, as asked; %2."),
    QT_TRANSLATE_NOOP("CoreText", "The CPU in %1, as asked."),
    QT_TRANSLATE_NOOP("CoreText", "The CPU in %1: %2; %3."),
    QT_TRANSLATE_NOOP("CoreText", "The CPU in %1: %2."),
    QT_TRANSLATE_NOOP("CoreText",
                      "%1 in %2, as asked; its compute capability %3 multiplies bf16 in hardware."),
    QT_TRANSLATE_NOOP("CoreText", "%1 in %2, as asked; its compute capability %3 has no bf16."),
    QT_TRANSLATE_NOOP("CoreText", "%1 in %2, as asked."),
    QT_TRANSLATE_NOOP("CoreText",
                      "%1 in %2: CUDA works here; its compute capability %3 multiplies bf16 in hardware."),
    QT_TRANSLATE_NOOP("CoreText", "%1 in %2: CUDA works here; its compute capability %3 has no bf16."),
    QT_TRANSLATE_NOOP("CoreText", "%1 in %2: CUDA works here."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written by the build %1, and goes on with %2: the "
                                  "numbers will not be equal to the last bit."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written with this number of threads: %1, and goes on "
                                  "with %2: the numbers will not be equal to the last bit."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written with %1, and goes on with %2: the numbers will "
                                  "not be equal to the last bit."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written on the processor %1, and goes on with %2: the "
                                  "numbers will not be equal to the last bit."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written on the device %1, and goes on with %2: the "
                                  "numbers will not be equal to the last bit."),
    QT_TRANSLATE_NOOP("CoreText", "The checkpoint was written in %1, and goes on with %2: the numbers will "
                                  "not be equal to the last bit."),
};

constexpr const char* phrases[] = {
    QT_TRANSLATE_NOOP("CoreText", "the best so far, those of step %1"),
    QT_TRANSLATE_NOOP("CoreText", "those of the checkpoint at step %1"),
    QT_TRANSLATE_NOOP("CoreText", "those of the base model"),
    QT_TRANSLATE_NOOP("CoreText", "there is no NVIDIA driver on this machine"),
    QT_TRANSLATE_NOOP("CoreText", "LibTorch's CUDA libraries cannot be loaded here (%1)"),
    QT_TRANSLATE_NOOP("CoreText", "CUDA finds no device that it can use"),
    QT_TRANSLATE_NOOP("CoreText", "the driver names no CUDA device"),
    QT_TRANSLATE_NOOP("CoreText", "the processor multiplies bf16 in hardware"),
    QT_TRANSLATE_NOOP("CoreText", "the processor has no instructions for bf16 (AVX512-BF16, AMX), so this "
                                  "takes many times as long as float32"),
};

} // namespace

std::span<const CoreSentence> trainingSentences()
{
    return trainingTable;
}

std::span<const char* const> logForms()
{
    return lines;
}

std::span<const char* const> phraseForms()
{
    return phrases;
}

} // namespace lepton::ui

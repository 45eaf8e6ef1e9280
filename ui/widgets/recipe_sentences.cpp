// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/core_sentences.h"

#include <QtGlobal>

namespace lepton::ui {

namespace {

using base::ErrorCode;

// A form that another one fits, too, stands after it.
constexpr CoreSentence recipeTable[] = {
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText",
                       "The class weight of %1 takes %2, and this is %3. Change it in the recipe.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "%1 takes %2, and this is %3. Change it in the recipe.")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "%1 takes the id of one, and this is none.")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "%1 takes the name of a column, and this is none.")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "A recipe has no key \"%1\". Did you mean %2?")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "A recipe has no key \"%1\". There are: %2.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "class_weights names the label \"%1\", which the data does not have. Did "
                                   "you mean \"%2\"?")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "class_weights names the label \"%1\", which the data does not have. "
                                   "Leave it out of the recipe.")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "class_weights has two weights for \"%1\".")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText",
                       "The recipe has the key \"%1\" twice in one object. Take one of them out.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "A recipe is a JSON object with a value for each key, such as "
                                   "{\"epochs\": 3}. This is something else.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "The recipe is of another version than %1, which this program reads. Open "
                                   "it with the program that wrote it.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "The recipe is empty. Write at least {}, which has all defaults.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "The recipe is no JSON: line %1 has something that does not belong there. "
                                   "Correct it and try again.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "The recipe holds a number that is too large. Correct it and try again.")},
    {ErrorCode::BadRecipe, QT_TRANSLATE_NOOP("CoreText", "A value of the recipe is not UTF-8.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" sets nothing. Write key=value, such as epochs=3.")},
    {ErrorCode::BadRecipe,
     QT_TRANSLATE_NOOP("CoreText", "split_train, split_validation and split_test are %1, %2 and %3, which do "
                                   "not add up to 1. Change one of them.")},
};

// "epochs takes ..."
constexpr const char* ranges[] = {
    QT_TRANSLATE_NOOP("CoreText", "a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("CoreText", "a number above 0"),
    QT_TRANSLATE_NOOP("CoreText", "0 or a number above it"),
    QT_TRANSLATE_NOOP("CoreText", "a number from 0 to 1"),
    QT_TRANSLATE_NOOP("CoreText", "a number from 0 to less than 1"),
    QT_TRANSLATE_NOOP("CoreText", "a number from 0 to less than 1, or model"),
    QT_TRANSLATE_NOOP("CoreText", "a number between 0 and 1"),
    QT_TRANSLATE_NOOP("CoreText", "none, balanced or a weight for each label"),
    QT_TRANSLATE_NOOP("CoreText", "a text"),
    QT_TRANSLATE_NOOP("CoreText", "%1 or %2"),
};

// "..., and this is ..."
constexpr const char* values[] = {
    QT_TRANSLATE_NOOP("CoreText", "an object"),
    QT_TRANSLATE_NOOP("CoreText", "a list"),
};

} // namespace

std::span<const CoreSentence> recipeSentences()
{
    return recipeTable;
}

std::span<const char* const> rangeForms()
{
    return ranges;
}

std::span<const char* const> valueForms()
{
    return values;
}

} // namespace lepton::ui

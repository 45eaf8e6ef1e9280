// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/check_text.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <span>

namespace lepton::ui {

using train::CheckId;
using train::CheckState;

namespace {

/// The number at @p place of those in the sentence; 0 where core wrote fewer.
std::int64_t whole(const train::Check& check, std::size_t place)
{
    return place < check.numbers.size() ? std::llround(check.numbers[place]) : 0;
}

QString count(const train::Check& check, std::size_t place)
{
    return DatasetText::count(whole(check, place));
}

QString percent(const train::Check& check, std::size_t place)
{
    const double share = place < check.numbers.size() ? check.numbers[place] : 0;
    return QLocale().toString(share * 100, 'f', 1);
}

/// As many names, and as much of each, as core's own sentences have.
QString names(const train::Check& check)
{
    constexpr std::size_t most = 5;
    constexpr qsizetype longest = 60;
    const std::size_t shown = std::min(most, check.names.size());
    QStringList list;
    for (const auto& name : std::span(check.names).first(shown)) {
        const QString text = DatasetText::from(name);
        list << QStringLiteral("“%1”").arg(text.size() > longest ? text.left(longest) + QChar(u'…') : text);
    }
    if (shown < check.names.size())
        return CheckText::tr("%1 and %2 more", "names of classes, how many others")
            .arg(list.join(CheckText::tr(", ", "between names")),
                 DatasetText::count(std::int64_t(check.names.size() - shown)));
    return QLocale().createSeparatedList(list);
}

} // namespace

QString CheckText::sentence(const train::Check& check)
{
    const QString core = DatasetText::from(check.message);
    if (CoreText::isCoreLanguage())
        return core;
    const QString own = said(check);
    return own.isEmpty() ? core : own;
}

QString CheckText::fix(const train::Check& check)
{
    if (!check.fix)
        return {};
    const QString core = DatasetText::from(check.fix->message);
    if (CoreText::isCoreLanguage())
        return core;
    const QString own = fixSaid(check);
    return own.isEmpty() ? core : own;
}

QString CheckText::said(const train::Check& check)
{
    const bool isOk = check.state == CheckState::Ok;
    switch (check.id) {
    case CheckId::Columns:
        if (!check.names.empty())
            return tr("The column %1 cannot be used, or something this run needs is gone.").arg(names(check));
        return CoreText::error(base::ErrorCode::UnsuitableData, check.message);
    case CheckId::Recipe:
        if (check.state == CheckState::Caution && check.numbers.size() > 1)
            return tr("The learning rate %1 is far above what fine-tuning takes: the weights may run away. "
                      "%2 is the usual one.")
                .arg(TrainingText::number(check.numbers[0]), TrainingText::number(check.numbers[1]));
        return isOk ? tr("The values of the recipe go together.")
                    : CoreText::error(base::ErrorCode::BadRecipe, check.message);
    case CheckId::UnknownTokens:
    case CheckId::Lengths:
    case CheckId::Positions:
    case CheckId::Layers:
    case CheckId::BatchSize:
    case CheckId::Memory:
    case CheckId::Steps:
        return saidOfModel(check);
    default:
        return saidOfData(check);
    }
}

QString CheckText::saidOfData(const train::Check& check)
{
    const bool isOk = check.state == CheckState::Ok;
    switch (check.id) {
    case CheckId::Rows:
        return isOk ? tr("All %1 rows have a text and a label.").arg(count(check, 0))
                    : tr("Of %1 rows, %2 without a text and %3 without a label are left out.")
                          .arg(count(check, 0), count(check, 1), count(check, 2));
    case CheckId::Classes:
        if (isOk)
            return tr("The column %1 has %2 classes.").arg(names(check), count(check, 0));
        if (check.state == CheckState::Failed)
            return tr("The column %1 has one class only. A classifier tells at least two apart.")
                .arg(names(check));
        return tr("The column %1 has %2 classes in %3 rows. It looks like ids or free texts, not like "
                  "labels.")
            .arg(names(check), count(check, 0), count(check, 1));
    case CheckId::ClassRows:
        if (isOk)
            return tr("Each class has at least %1 rows to train on; the smallest is %2.")
                .arg(count(check, 0), names(check));
        return tr("%1 classes have few rows to train on, %2 no row in validation or test: %3.")
            .arg(count(check, 1), count(check, 2), names(check));
    case CheckId::SimilarLabels:
        return isOk ? tr("No two labels differ by case or blanks alone.")
                    : tr("These labels differ by case or blanks alone and are learnt as different classes: "
                         "%1.")
                          .arg(names(check));
    case CheckId::Parts:
        if (isOk)
            return tr("%1 rows to train on, %2 to validate, %3 to test.")
                .arg(count(check, 0), count(check, 1), count(check, 2));
        return tr("The rows cannot be parted: a part would be empty, or there is one class only.");
    case CheckId::Duplicates:
        if (!isOk)
            return tr("%1 rows of validation and test stand in another part, too: scores are better than "
                      "they "
                      "should be.")
                .arg(count(check, 1));
        return whole(check, 0) == 0
                   ? tr("No text stands twice.")
                   : tr("%1 rows repeat a text; equal texts are in the same part.").arg(count(check, 0));
    case CheckId::Conflicts:
        return isOk ? tr("No text stands with two labels.")
                    : tr("%1 texts stand with more than one label: no model can get all of these rows right.")
                          .arg(count(check, 0));
    default:
        return {};
    }
}

QString CheckText::saidOfModel(const train::Check& check)
{
    const bool isOk = check.state == CheckState::Ok;
    switch (check.id) {
    case CheckId::UnknownTokens:
        return isOk ? tr("%1 % of the tokens are unknown to the base model.").arg(percent(check, 0))
                    : tr("%1 % of the tokens are unknown to the base model. It learns nothing from them.")
                          .arg(percent(check, 0));
    case CheckId::Lengths:
        if (!check.numbers.empty() && check.numbers.front() == 0)
            return tr("No text is longer than %1 tokens; the longest has %2.")
                .arg(count(check, 1), count(check, 2));
        return tr("%1 % of the texts are longer than %2 tokens and are cut; the longest has %3.")
            .arg(percent(check, 0), count(check, 1), count(check, 2));
    case CheckId::Positions:
        return isOk ? tr("The base model reads up to %1 tokens.").arg(count(check, 0))
                    : tr("The longest text is set to %1 tokens, and the base model reads up to %2.")
                          .arg(count(check, 1), count(check, 0));
    case CheckId::Layers:
        if (!isOk)
            return tr("%1 layers are to be frozen, and the base model has %2.")
                .arg(count(check, 0), count(check, 1));
        return whole(check, 0) == 0 ? tr("All %1 layers are trained.").arg(count(check, 1))
                                    : tr("%1 of %2 layers and the embeddings keep their weights.")
                                          .arg(count(check, 0), count(check, 1));
    case CheckId::BatchSize:
        return isOk
                   ? tr("Batches of %1 rows.").arg(count(check, 0))
                   : tr("A batch of %1 rows, or what is accumulated of them, is more than the %2 rows of the "
                        "training part.")
                         .arg(count(check, 0), count(check, 1));
    case CheckId::Memory:
        return whole(check, 1) > 0
                   ? tr("The training takes about %1 of memory; %2 are free.")
                         .arg(DatasetText::aboutSize(whole(check, 0)), DatasetText::size(whole(check, 1)))
                   : tr("The training takes about %1 of memory.")
                         .arg(DatasetText::aboutSize(whole(check, 0)));
    case CheckId::Steps:
        return isOk ? tr("%1 steps, %2 an epoch; the validation part is scored every %3 steps.")
                          .arg(count(check, 0), count(check, 1), count(check, 2))
                    : tr("The validation part would be scored every %1 steps, and there are %2: it is scored "
                         "at "
                         "the end alone.")
                          .arg(count(check, 2), count(check, 0));
    default:
        return {};
    }
}

QString CheckText::fixSaid(const train::Check& check)
{
    switch (check.id) {
    case CheckId::Recipe:
        return tr("Use the usual values.");
    case CheckId::Classes:
        return tr("Choose another label column.");
    case CheckId::SimilarLabels:
        return tr("If they mean the same, correct them in the file and import it as a new version.");
    case CheckId::ClassRows:
        return tr("Add rows of these classes, or put them into one class.");
    case CheckId::Parts:
    case CheckId::Duplicates:
        return tr("Split by shares, which keeps equal texts together.");
    case CheckId::UnknownTokens:
        return tr("Choose a base model for the language of the texts.");
    case CheckId::Lengths:
        return tr("More tokens cut fewer texts; training takes longer and more memory.");
    case CheckId::Positions:
        return tr("Cut the texts at what the model reads.");
    case CheckId::Layers:
        return tr("Train all layers.");
    case CheckId::BatchSize:
        return tr("Take a batch that goes several times into the data.");
    case CheckId::Memory:
        return tr("Smaller batches or shorter texts take less memory.");
    case CheckId::Steps:
        return tr("Score it once an epoch.");
    default:
        return {};
    }
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/new_run_choices.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/column_guess.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/training_text.h"

#include <QComboBox>

#include <vector>

namespace lepton::ui {

namespace {

struct NewRunChoices
{
    Q_DECLARE_TR_FUNCTIONS(NewRunChoices)
};

struct Choice
{
    QString text;
    QVariant value;
    QString icon{};
};

void fill(QComboBox& combo, const std::vector<Choice>& choices, const QVariant& chosen)
{
    bool isSame = combo.count() == int(choices.size());
    for (int i = 0; isSame && i < combo.count(); ++i)
        isSame = combo.itemText(i) == choices[std::size_t(i)].text &&
                 combo.itemData(i) == choices[std::size_t(i)].value;
    if (!isSame) {
        combo.clear();
        for (const Choice& choice : choices) {
            if (choice.icon.isEmpty())
                combo.addItem(choice.text, choice.value);
            else
                combo.addItem(theme::icon(choice.icon), choice.text, choice.value);
        }
    }
    combo.setCurrentIndex(combo.findData(chosen));
    combo.setEnabled(!choices.empty());
}

const data::Schema* schemaOf(const NewRunViewModel& viewModel)
{
    const auto* source = viewModel.source();
    return source && source->version ? &source->version->schema : nullptr;
}

void fillColumns(QComboBox& combo, const NewRunViewModel& viewModel,
                 std::vector<std::string> (*candidates)(const data::Schema&), const std::string& chosen)
{
    std::vector<Choice> choices;
    if (const auto* schema = schemaOf(viewModel)) {
        for (const auto& name : candidates(*schema))
            choices.push_back({DatasetText::from(name), DatasetText::from(name)});
    }
    fill(combo, choices, DatasetText::from(chosen));
}

const data::ColumnProfile* profileOf(const NewRunViewModel& viewModel, const std::string& column)
{
    const auto* source = viewModel.source();
    const auto* schema = schemaOf(viewModel);
    for (std::size_t i = 0; schema && i < schema->size(); ++i) {
        if (schema->columns[i].name == column && i < source->profile.columns.size())
            return &source->profile.columns[i];
    }
    return nullptr;
}

} // namespace

void fillDatasets(QComboBox& combo, const NewRunViewModel& viewModel)
{
    std::vector<Choice> choices;
    for (const auto& dataset : viewModel.datasets())
        choices.push_back({DatasetText::from(dataset.name), DatasetText::from(dataset.id.toString()),
                           DatasetText::kindIcon(dataset.kind)});
    const auto* source = viewModel.source();
    fill(combo, choices, source ? DatasetText::from(source->dataset.id.toString()) : QString());
}

void fillVersions(QComboBox& combo, const NewRunViewModel& viewModel)
{
    std::vector<Choice> choices;
    const auto* source = viewModel.source();
    if (source) {
        for (const int number : source->versions)
            choices.push_back({choices.empty() ? NewRunChoices::tr("v%1, latest").arg(number)
                                               : NewRunChoices::tr("v%1").arg(number),
                               number});
    }
    fill(combo, choices, source && source->version ? source->version->number : 0);
}

void fillTextColumns(QComboBox& combo, const NewRunViewModel& viewModel)
{
    fillColumns(combo, viewModel, textColumns, viewModel.recipe().textColumn);
}

void fillLabelColumns(QComboBox& combo, const NewRunViewModel& viewModel)
{
    fillColumns(combo, viewModel, labelColumns, viewModel.recipe().labelColumn);
}

void fillSplit(QComboBox& combo, const NewRunViewModel& viewModel)
{
    std::vector<Choice> choices{{NewRunChoices::tr("By shares"), QString()}};
    if (const auto* schema = schemaOf(viewModel)) {
        for (const auto& name : textColumns(*schema)) {
            const auto column = DatasetText::from(name);
            if (name != viewModel.recipe().textColumn && name != viewModel.recipe().labelColumn)
                choices.push_back({NewRunChoices::tr("By column %1").arg(column), column});
        }
    }
    fill(combo, choices, DatasetText::from(viewModel.recipe().splitColumn));
}

QString datasetHint(const NewRunViewModel& viewModel)
{
    const auto* source = viewModel.source();
    if (!source || !source->version)
        return {};
    return NewRunChoices::tr("%1 rows").arg(DatasetText::count(source->version->rows));
}

QString textHint(const NewRunViewModel& viewModel)
{
    const auto* profile = profileOf(viewModel, viewModel.recipe().textColumn);
    constexpr std::size_t median = 2;
    if (!profile || profile->quantiles.size() <= median)
        return {};
    return NewRunChoices::tr("median length %1 characters")
        .arg(DatasetText::number(profile->quantiles[median]));
}

QString labelHint(const NewRunViewModel& viewModel)
{
    const auto* profile = profileOf(viewModel, viewModel.recipe().labelColumn);
    return profile ? NewRunChoices::tr("%Ln class(es)", nullptr, int(profile->distinct)) : QString();
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/column_guess.h"

#include "ui/datasets/dataset_text.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace lepton::ui {

namespace {

using data::ColumnType;

constexpr std::int64_t mostClasses = 1000;

bool canBeLabel(const data::Column& column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Int64 ||
           column.type == ColumnType::Bool;
}

/// 2 for a column of exactly such a name, 1 for one whose name holds it.
int fit(const std::string& name, const QStringList& words)
{
    const QString folded = QString::fromStdString(name).toCaseFolded();
    int best = 0;
    for (const QString& word : words)
        best = std::max(best, folded == word ? 2 : folded.contains(word) ? 1 : 0);
    return best;
}

const QStringList& labelWords()
{
    static const QStringList words{QStringLiteral("label"),     QStringLiteral("target"),
                                   QStringLiteral("class"),     QStringLiteral("category"),
                                   QStringLiteral("sentiment"), QStringLiteral("topic"),
                                   QStringLiteral("intent"),    QStringLiteral("标签"),
                                   QStringLiteral("类别"),      QStringLiteral("分类")};
    return words;
}

const QStringList& textWords()
{
    static const QStringList words{
        QStringLiteral("text"),    QStringLiteral("review"),  QStringLiteral("sentence"),
        QStringLiteral("comment"), QStringLiteral("message"), QStringLiteral("content"),
        QStringLiteral("文本"),    QStringLiteral("内容"),    QStringLiteral("评论")};
    return words;
}

/// Characters that are not repeated: how much there is to learn from.
double substance(const data::ColumnProfile& profile)
{
    const double length = profile.mean.value_or(0);
    return static_cast<double>(profile.distinct) * length;
}

} // namespace

std::vector<std::string> textColumns(const data::Schema& schema)
{
    std::vector<std::string> names;
    for (const auto& column : schema.columns) {
        if (column.type == ColumnType::Text)
            names.push_back(column.name);
    }
    return names;
}

std::vector<std::string> labelColumns(const data::Schema& schema)
{
    std::vector<std::string> names;
    for (const auto& column : schema.columns) {
        if (canBeLabel(column))
            names.push_back(column.name);
    }
    return names;
}

ColumnGuess guessColumns(const data::Schema& schema, const data::TableProfile& profile)
{
    ColumnGuess guess;
    const auto profileOf = [&](std::size_t i) {
        return i < profile.columns.size() ? profile.columns[i] : data::ColumnProfile{};
    };
    double most = -1;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const int named = fit(schema.columns[i].name, textWords());
        // values that repeat are categories: there is nothing to read in them, whatever they are called
        if (schema.columns[i].type != ColumnType::Text ||
            DatasetText::isCategory(schema.columns[i], profileOf(i)))
            continue;
        // a fitting name outweighs what is told by the values alone
        const double worth = substance(profileOf(i)) * (1 + named);
        if (worth > most) {
            most = worth;
            guess.text = schema.columns[i].name;
        }
    }
    int bestFit = -1;
    std::int64_t fewest = 0;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (!canBeLabel(schema.columns[i]) || schema.columns[i].name == guess.text)
            continue;
        const data::ColumnProfile column = profileOf(i);
        const std::int64_t distinct = column.distinct;
        // values that never repeat are numbers of rows, not classes
        if (distinct < 2 || distinct > mostClasses || distinct >= column.rows - column.missing)
            continue;
        const int named = fit(schema.columns[i].name, labelWords());
        if (named > bestFit || (named == bestFit && distinct < fewest)) {
            bestFit = named;
            fewest = distinct;
            guess.label = schema.columns[i].name;
        }
    }
    return guess;
}

} // namespace lepton::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/train_command.h"

#include "train/recipe_field.h"

#include <QRegularExpression>

namespace lepton::ui {

namespace {

/// As a POSIX shell reads it back as one word.
QString quoted(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString text = word;
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString numberText(double value)
{
    QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    static const QRegularExpression exponent(QStringLiteral("e([+-])0*(\\d+)$"));
    const auto found = exponent.match(text);
    if (found.hasMatch()) {
        const QString sign = found.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
        text = text.left(found.capturedStart()) + QLatin1Char('e') + sign + found.captured(2);
    }
    return text;
}

QString valueText(const nlohmann::json& value)
{
    if (value.is_null())
        return QStringLiteral("model");
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number_float())
        return numberText(value.get<double>());
    return QString::fromStdString(value.dump());
}

} // namespace

QString recipeValue(const train::Recipe& recipe, std::string_view key)
{
    for (const auto& field : train::recipeFields()) {
        if (field.key == key)
            return valueText(train::valueOf(recipe, field));
    }
    return {};
}

QString trainCommand(const train::Recipe& recipe, const QString& dataset, int version,
                     const QString& baseModel)
{
    const QString next = QStringLiteral(" \\\n  ");
    const QString name = version > 0 ? QStringLiteral("%1@%2").arg(dataset).arg(version) : dataset;
    QString text = QStringLiteral("lepton train") + next + QStringLiteral("--dataset ") + quoted(name);
    text += next + QStringLiteral("--text ") + quoted(QString::fromStdString(recipe.textColumn)) +
            QStringLiteral(" --label ") + quoted(QString::fromStdString(recipe.labelColumn));
    text += next + QStringLiteral("--basemodel ") + quoted(baseModel);
    const train::Recipe defaults;
    for (const auto& field : train::recipeFields()) {
        const auto value = train::valueOf(recipe, field);
        if (value == train::valueOf(defaults, field))
            continue;
        const QString key = QString::fromUtf8(field.key.data(), qsizetype(field.key.size()));
        text += next + QStringLiteral("--set ") + quoted(key + QLatin1Char('=') + valueText(value));
    }
    return text;
}

} // namespace lepton::ui

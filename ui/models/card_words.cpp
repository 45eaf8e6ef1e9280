// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/card_words.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"

#include <QLocale>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr std::size_t mostLabels = 50;

QString code(const std::string& text)
{
    return DatasetText::from(registry::markdownCode(text));
}

QString heading(const QString& text)
{
    return QStringLiteral("\n## %1\n\n").arg(text);
}

QString row(const QString& left, const QString& right)
{
    return QStringLiteral("| %1 | %2 |\n").arg(left, right);
}

QString table(const QString& left, const QString& right)
{
    return row(left, right) + QStringLiteral("| --- | --- |\n");
}

} // namespace

QString CardWords::origin(const registry::CardFacts& facts)
{
    QString text = heading(tr("Where it comes from")) + table(tr("What"), tr("Value"));
    text += row(tr("Registered by"),
                tr("%1, %2", "person, date and time")
                    .arg(DatasetText::from(facts.author), DatasetText::fullTime(facts.version.created)));
    text += row(tr("Model hash"), code(facts.version.hash));
    if (!facts.run)
        return text +
               row(tr("Source"), tr("imported from the folder %1; how it was trained is not recorded here")
                                     .arg(code(facts.version.source)));
    const registry::CardRun& run = *facts.run;
    text += row(tr("Run"), tr("%1, started by %2", "run, person")
                               .arg(DatasetText::from(run.facts.name), DatasetText::from(run.trainer)));
    text += row(tr("Data set"),
                ModelText::version(DatasetText::from(run.facts.datasetName), run.facts.datasetNumber));
    text += row(tr("Data hash"), code(run.facts.datasetHash));
    text += row(tr("Base model"), DatasetText::from(run.facts.baseModelName));
    text += row(tr("Base model hash"), code(run.facts.baseModelHash));
    text += row(tr("Recipe hash"), code(run.facts.recipeHash));
    const auto percent = [](double share) {
        return tr("%1 %", "share").arg(QLocale().toString(share * 100, 'g', 3));
    };
    return text +
           row(tr("Split"), run.splitColumn.empty()
                                ? tr("%1 train, %2 validation, %3 test", "shares")
                                      .arg(percent(run.train), percent(run.validation), percent(run.test))
                                : tr("by the column %1").arg(code(run.splitColumn)));
}

QString CardWords::figures(const registry::CardFacts& facts)
{
    const registry::CardFigures& figures = facts.figures;
    QString text = heading(tr("Figures"));
    if (!figures.promotion.empty())
        text += tr("Computed for %1 on the %Ln test row(s) of %2.", "request, data set", int(figures.rows))
                    .arg(DatasetText::from(figures.promotion),
                         ModelText::version(DatasetText::from(figures.dataset), figures.datasetNumber));
    else if (facts.run)
        text += tr("As the run recorded them on its test part.");
    if (figures.metrics.empty())
        return text + QLatin1Char(' ') + tr("None are recorded.") + QLatin1Char('\n');
    text += QStringLiteral("\n\n") + table(tr("Metric"), tr("Value"));
    for (const auto& [key, value] : figures.metrics)
        text += row(ModelText::metric(key), QLocale().toString(value, 'f', 4));
    return text;
}

QString CardWords::limits(const registry::CardFacts& facts)
{
    const int tokens = int(facts.version.maxLength);
    QString text = heading(tr("Limits"));
    text +=
        QStringLiteral("- ") +
        (tokens > 0 ? tr("Reads at most %Ln token(s) of a text; what follows is not seen.", nullptr, tokens)
                    : tr("Reads no more of a text than the model's limit; what follows is not seen.")) +
        QLatin1Char('\n');
    for (const std::string& caution : facts.cautions)
        text += QStringLiteral("- %1\n").arg(ModelText::sentence(caution));
    if (!facts.model.limits.empty())
        text += QLatin1Char('\n') + DatasetText::from(facts.model.limits) + QLatin1Char('\n');
    return text;
}

QString CardWords::decisions(const registry::CardFacts& facts)
{
    QString text;
    if (!facts.decisions.empty())
        text = heading(tr("Decisions"));
    for (const registry::CardDecision& one : facts.decisions) {
        text += QStringLiteral("- ") +
                tr("%1 to %2: %3. %4 asked: %5", "request, stage, state, person, reason")
                    .arg(DatasetText::from(one.promotion), ModelText::stage(one.target).text,
                         ModelText::state(one.state).text, DatasetText::from(one.requester),
                         DatasetText::from(one.reason)) +
                QLatin1Char(' ') +
                tr("(standard %1)", "name and version")
                    .arg(ModelText::version(DatasetText::from(one.standard), one.standardVersion)) +
                QLatin1Char('\n');
        for (const registry::CardReview& review : one.reviews) {
            const QString who = DatasetText::from(review.reviewer);
            const QString comment = DatasetText::from(review.comment);
            QString said =
                review.approved ? tr("%1 approved", "person").arg(who) : tr("%1 rejected", "person").arg(who);
            if (!comment.isEmpty())
                said = tr("%1: %2", "what somebody did, comment").arg(said, comment);
            text += QStringLiteral("  - %1\n").arg(said);
        }
    }
    return text;
}

QString CardWords::markdown(const registry::CardFacts& facts)
{
    const registry::VersionRecord& version = facts.version;
    QStringList labels;
    for (std::size_t i = 0; i < std::min(version.labels.size(), mostLabels); ++i)
        labels << code(version.labels[i]);
    QString list = labels.join(tr(", ", "between labels"));
    if (version.labels.size() > mostLabels)
        list = tr("%1 and %Ln more", "a list", int(version.labels.size() - mostLabels)).arg(list);
    QString text = QStringLiteral("# %1\n\n")
                       .arg(ModelText::version(DatasetText::from(facts.model.name), version.number));
    text += tr("Of %1; stage: %2. Classifies a text as one of %Ln label(s): %3.", "department, stage, labels",
               int(version.labels.size()))
                .arg(DatasetText::from(facts.model.department), ModelText::stage(version.stage).text, list) +
            QLatin1Char('\n');
    text += heading(tr("Intended use")) +
            (facts.model.intendedUse.empty() ? tr("Nobody has written it down yet.")
                                             : DatasetText::from(facts.model.intendedUse)) +
            QLatin1Char('\n');
    return text + origin(facts) + figures(facts) + limits(facts) + decisions(facts);
}

} // namespace lepton::ui

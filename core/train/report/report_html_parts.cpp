// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_html_parts.h"

#include "base/cancellation.h"
#include "base/text.h"
#include "train/report/html_text.h"
#include "train/report/report_palette.h"
#include "train/report/score_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lepton::train {
namespace {

/// A text is cut behind so many characters: a file of megabytes of text is none to send.
constexpr std::size_t shownText = 2'000;

std::string changeElement(std::string_view tag, double change, bool isHigherBetter)
{
    const char* judgement = !isVisibleChange(change)         ? "same"
                            : (change > 0) == isHigherBetter ? "good"
                                                             : "bad";
    return fmt::format("<{0} class=\"{1}\">{2}</{0}>", tag, judgement, changeText(change));
}

const char* colorOf(ScoreBand band)
{
    switch (band) {
    case ScoreBand::Good:
        return "goodBar";
    case ScoreBand::Fair:
        return "warnBar";
    case ScoreBand::Poor:
        break;
    }
    return "badBar";
}

std::string bar(double score)
{
    if (!std::isfinite(score))
        return "<td></td>";
    return fmt::format(
        "<td><span class=\"bar\"><i style=\"width:{:.1f}%;background:rgb(var(--{}))\"></i></span></td>",
        100 * score, colorOf(bandOf(score)));
}

std::string fact(std::string_view name, const std::string& html)
{
    return fmt::format("<dt>{}</dt><dd>{}</dd>", escaped(name), html);
}

/// The F1 score of the class @p name in the earlier report; nothing where it has no such class.
std::optional<double> earlierF1(const ReportFile& file, const std::string& name)
{
    if (!file.earlier)
        return std::nullopt;
    const auto& classes = file.earlier->report->classes();
    const auto found = std::ranges::lower_bound(classes, name); // sorted by code point
    if (found == classes.end() || *found != name)
        return std::nullopt;
    return file.earlier->report->scores().classes[static_cast<std::size_t>(found - classes.begin())].f1;
}

/// A row of the classification report. @p isOneNumber leaves precision and recall empty.
std::string tableRow(const ReportFile& file, const std::string& nameHtml, const eval::Scores& scores,
                     std::optional<double> earlier, bool isClass, bool isOneNumber)
{
    std::string html = fmt::format("<tr{}><th scope=\"row\" class=\"l\">{}</th>",
                                   isClass ? "" : " class=\"total\"", nameHtml);
    for (const double value : {scores.precision, scores.recall})
        html += fmt::format("<td>{}</td>", isOneNumber ? std::string() : scoreText(value));
    html += fmt::format("<td><b>{}</b></td>", scoreText(scores.f1));
    html += isClass ? bar(scores.f1) : "<td></td>";
    if (file.earlier)
        html += earlier ? changeElement("td", scores.f1 - *earlier, true) : "<td></td>";
    return html + fmt::format("<td>{}</td></tr>\n", countText(scores.support));
}

std::string matrixCell(const ReportWords& words, const RunReport& report, std::size_t row, std::size_t column)
{
    const ConfusionTable& confusion = report.confusion();
    const std::int64_t count = confusion.at(row, column);
    if (count == 0)
        return "<td>0</td>"; // most cells of many classes: short
    const bool isRight = row == column;
    const double share = confusion.share(row, column);
    const double opacity = heatOpacity(isRight, share);
    const auto [light, dark] = figureColors(isRight, opacity);
    const auto name = [&](std::size_t place) {
        return report.classes()[static_cast<std::size_t>(confusion.classes()[place])];
    };
    return fmt::format(
        "<td class=\"{} l-{} d-{}\" style=\"--o:{:.3f}\" title=\"{}\">{}</td>", isRight ? 'r' : 'w', light,
        dark, opacity,
        escaped(filled(words.cell, {name(row), name(column), countText(count), percentText(share)})),
        countText(count));
}

std::string legend(const ReportWords& words)
{
    const auto swatch = [](std::string_view color, double from, double to) {
        return fmt::format(
            "<span class=\"swatch\" style=\"background:linear-gradient(90deg,rgba(var(--{0}),{1}),"
            "rgba(var(--{0}),{2}))\"></span> ",
            color, from, to);
    };
    return "<p>" + swatch("series1", heatOpacity(true, 0), heatOpacity(true, 1)) +
           escaped(words.rightLegend) + " &nbsp; " +
           swatch("series2", heatOpacity(false, 0), heatOpacity(false, 1)) + escaped(words.wrongLegend) +
           "</p>";
}

} // namespace

std::string htmlSection(std::string_view title)
{
    return "<section><h2>" + escaped(title) + "</h2>";
}

std::string htmlParagraph(std::string_view text)
{
    return "<p>" + escaped(text) + "</p>";
}

std::string factsSection(const ReportWords& words, const ReportFile& file)
{
    const Run& run = file.run;
    std::string html = htmlSection(words.facts) + "<dl class=\"facts\">";
    html +=
        fact(words.dataset, isolated(run.datasetName) + fmt::format(" v{} <code>{}</code>", run.datasetNumber,
                                                                    escaped(run.datasetHash.substr(0, 12))));
    html += fact(words.columns, filled(words.textAndLabel,
                                       {isolated(run.recipe.textColumn), isolated(run.recipe.labelColumn)}));
    html += fact(words.baseModel, isolated(run.baseModelName));
    html += fact(words.recipe, fmt::format("<code>{}</code>", escaped(run.recipeHash.substr(0, 12))));
    html += fact(words.testRows, countText(file.report.rows()));
    html += fact(words.madeBy, isolated(run.memberName));
    html += fact(words.madeAt, escaped(run.created.toString()));
    return html + "</dl></section>\n";
}

std::string scoresSection(const ReportWords& words, const ReportFile& file)
{
    std::string html = htmlSection(words.scores) + "<dl class=\"tiles\">";
    for (const ReportScore score : reportScores) {
        const auto value = file.report.score(score);
        const auto before = file.earlier ? file.earlier->report->score(score) : std::nullopt;
        html += fmt::format("<div><dt>{}</dt><dd>{}", escaped(scoreName(words, score)),
                            value ? scoreText(*value) : escaped(words.none));
        if (value && before)
            html += " " + changeElement("small", *value - *before, isHigherBetter(score));
        html += "</dd></div>";
    }
    html += "</dl>";
    html += htmlParagraph(file.earlier ? filled(words.changesAgainst, {file.earlier->name})
                                       : std::string(words.noChanges));
    return html + "</section>\n";
}

std::string tableSection(const ReportWords& words, const ReportFile& file)
{
    std::string html = htmlSection(words.report) + "<div class=\"scroll\"><table><thead><tr>";
    html += fmt::format("<th class=\"l\">{}</th>", escaped(words.classHeading));
    for (const std::string_view heading : {words.precision, words.recall, words.f1, std::string_view()})
        html += fmt::format("<th>{}</th>", escaped(heading));
    if (file.earlier)
        html += fmt::format("<th>{}</th>", escaped(words.change));
    html += fmt::format("<th>{}</th></tr></thead><tbody>\n", escaped(words.support));

    const eval::ClassificationReport& scores = file.report.scores();
    for (std::size_t i = 0; i < scores.classes.size(); ++i)
        html += tableRow(file, isolated(scores.names[i]), scores.classes[i], earlierF1(file, scores.names[i]),
                         true, false);
    const eval::ClassificationReport* before = file.earlier ? &file.earlier->report->scores() : nullptr;
    const auto total = [&](std::string_view name, eval::Scores eval::ClassificationReport::*member,
                           bool isOneNumber) {
        return tableRow(file, escaped(name), scores.*member,
                        before ? std::optional((before->*member).f1) : std::nullopt, false, isOneNumber);
    };
    html += total(words.accuracyRow, &eval::ClassificationReport::micro, true);
    html += total(words.macroRow, &eval::ClassificationReport::macro, false);
    html += total(words.weightedRow, &eval::ClassificationReport::weighted, false);
    html += "</tbody></table></div>";
    html += fmt::format("<details><summary>{}</summary><pre>{}</pre></details></section>\n",
                        escaped(words.asText), escaped(file.report.text()));
    return html;
}

std::string matrixSection(const ReportWords& words, const RunReport& report)
{
    const ConfusionTable& confusion = report.confusion();
    std::string html = htmlSection(words.matrix) + htmlParagraph(words.matrixNote);
    if (confusion.size() < report.classes().size())
        html += htmlParagraph(
            filled(words.matrixOfWorst, {countText(static_cast<std::int64_t>(confusion.size())),
                                         countText(static_cast<std::int64_t>(report.classes().size()))}));
    const auto name = [&](std::size_t place) {
        return escaped(report.classes()[static_cast<std::size_t>(confusion.classes()[place])]);
    };
    html += fmt::format("<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th>{}</th>",
                        escaped(words.trueAndPredicted));
    for (std::size_t column = 0; column < confusion.size(); ++column)
        html += fmt::format("<th scope=\"col\" title=\"{0}\">{0}</th>", name(column));
    html += "</tr></thead><tbody>\n";
    for (std::size_t row = 0; row < confusion.size(); ++row) {
        html += fmt::format("<tr><th scope=\"row\" title=\"{0}\">{0}</th>", name(row));
        for (std::size_t column = 0; column < confusion.size(); ++column)
            html += matrixCell(words, report, row, column);
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>" + legend(words) + "</section>\n";
}

std::string samplesSection(const ReportWords& words, const ReportFile& file,
                           const base::Cancellation& cancellation)
{
    std::string html = htmlSection(words.samples);
    const RunReport& report = file.report;
    if (report.wrongRows() == 0)
        return html + htmlParagraph(words.noneWrong) + "</section>\n";
    if (file.samples == 0)
        return html + htmlParagraph(filled(words.samplesLeftOut, {countText(report.wrongRows())})) +
               "</section>\n";
    const ReportSamples wrong = report.samples({}, file.samples, cancellation);
    html += htmlParagraph(filled(words.samplesOf, {countText(static_cast<std::int64_t>(wrong.samples.size())),
                                                   countText(wrong.total)}));
    html += "<div class=\"scroll\"><table><thead><tr>";
    for (const std::string_view heading : {words.text, words.predicted})
        html += fmt::format("<th class=\"l\">{}</th>", escaped(heading));
    html += fmt::format("<th>{}</th><th class=\"l\">{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
                        escaped(words.probability), escaped(words.truth), escaped(words.probability),
                        escaped(words.row));
    for (const ReportSample& sample : wrong.samples) {
        const std::string_view shown = base::firstCodePoints(sample.text, shownText);
        const auto label = [&](eval::LabelIndex index) {
            return isolated(report.classes()[static_cast<std::size_t>(index)]);
        };
        html +=
            fmt::format("<tr><td class=\"l sample\" dir=\"auto\">{}{}</td><td class=\"l\">{}</td><td>{}</td>"
                        "<td class=\"l\">{}</td><td>{}</td><td>{}</td></tr>\n",
                        escaped(shown), shown.size() < sample.text.size() ? "\u2026" : "",
                        label(sample.predicted), scoreText(sample.confidence), label(sample.truth),
                        scoreText(sample.truthProbability), countText(sample.row));
    }
    return html + "</tbody></table></div></section>\n";
}

} // namespace lepton::train

// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_html.h"

#include "base/cancellation.h"
#include "train/report/html_text.h"
#include "train/report/report_figures.h"
#include "train/report/report_html_parts.h"
#include "train/report/report_palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lepton::train {
namespace {

/// Of more classes, only the worst ones are drawn: more lines say nothing.
constexpr std::size_t mostCurves = 12;

/// The classes to draw: those of the lowest F1 that are in the test part; the one that ranks worst is the
/// last.
std::vector<DrawnCurve> drawnCurves(const RunReport& report, const base::Cancellation& cancellation)
{
    std::vector<DrawnCurve> curves;
    if (!report.hasCurves())
        return curves;
    const auto& scores = report.scores().classes;
    std::vector<std::size_t> classes;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i].support > 0)
            classes.push_back(i);
    }
    std::ranges::stable_sort(classes, {}, [&scores](std::size_t i) { return scores[i].f1; });
    classes.resize(std::min(classes.size(), mostCurves));
    for (const std::size_t i : classes) {
        ClassCurve curve = report.curve(static_cast<eval::LabelIndex>(i), cancellation);
        if (!std::isnan(curve.averagePrecision))
            curves.push_back({report.classes()[i], std::move(curve)});
    }
    std::ranges::stable_sort(curves, std::ranges::greater{},
                             [](const DrawnCurve& one) { return one.curve.averagePrecision; });
    return curves;
}

std::string curveSection(const ReportWords& words, CurveKind kind, const std::vector<DrawnCurve>& curves)
{
    const bool isRoc = kind == CurveKind::Roc;
    std::string html = htmlSection(isRoc ? words.roc : words.precisionRecall);
    if (curves.empty())
        return html + htmlParagraph(words.noCurves) + "</section>";
    const ClassCurve& worst = curves.back().curve;
    std::string note =
        filled(words.curveNote, {isolated(curves.back().name),
                                 scoreText(isRoc ? worst.areaUnderRoc : worst.averagePrecision)});
    if (curves.size() > 1)
        note += "; " + filled(words.otherCurves, {countText(static_cast<std::int64_t>(curves.size()) - 1)});
    return html + "<p>" + note + "</p>" + curveFigure(words, kind, curves) + "</section>";
}

std::string calibrationSection(const ReportWords& words, const RunReport& report)
{
    std::string html = htmlSection(words.calibration);
    if (report.withoutConfidence() > 0)
        html += htmlParagraph(filled(words.withoutConfidence, {countText(report.withoutConfidence())}));
    return html + calibrationFigure(words, report.calibration()) + "</section>";
}

} // namespace

std::string reportHtml(const ReportFile& file, const base::Cancellation& cancellation)
{
    const ReportWords& words = reportWords(file.language);
    const std::string title = filled(words.title, {file.run.name()});
    // The policy has the reader's program refuse whatever a mistake of ours would let through.
    std::string html =
        fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                    "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
                    words.code, escaped(title + ", " + file.run.datasetName), reportStyle());
    html += "<h1>" + escaped(title) + "</h1>\n";
    html += factsSection(words, file);
    html += scoresSection(words, file);
    html += tableSection(words, file);
    html += matrixSection(words, file.report);
    const std::vector<DrawnCurve> curves = drawnCurves(file.report, cancellation);
    html += "<div class=\"pair\">" + curveSection(words, CurveKind::PrecisionRecall, curves) +
            curveSection(words, CurveKind::Roc, curves) + calibrationSection(words, file.report) + "</div>\n";
    html += samplesSection(words, file, cancellation);
    html += "<footer>" + escaped(filled(words.madeWith, {file.programVersion})) +
            "</footer>\n</main>\n</body>\n</html>\n";
    return html;
}

} // namespace lepton::train

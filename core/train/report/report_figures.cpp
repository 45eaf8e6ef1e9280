// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_figures.h"

#include "train/report/html_text.h"

#include <fmt/format.h>

namespace lepton::train {
namespace {

constexpr double figureWidth = 440;
constexpr double figureHeight = 300;
constexpr double plotLeft = 44;
constexpr double plotRight = figureWidth - 12;
constexpr double plotTop = 12;
constexpr double plotBottom = figureHeight - 40;

double across(double x)
{
    return plotLeft + x * (plotRight - plotLeft);
}

double down(double y)
{
    return plotBottom - y * (plotBottom - plotTop);
}

/// Frame, grid and names of an axis from 0 to 1 each way.
std::string beginFigure(std::string_view title, std::string_view xName, std::string_view yName,
                        bool hasDiagonal)
{
    std::string svg = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">", figureWidth,
                                  figureHeight, escaped(title));
    for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        svg += fmt::format("<path d=\"M{0:.1f} {2:.1f}H{1:.1f}\" stroke=\"rgb(var(--{3}))\"/>", plotLeft,
                           plotRight, down(tick), tick == 0 ? "line2" : "grid");
        svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{:.2f}</text>", plotLeft - 6,
                           down(tick) + 4, tick);
        svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{:.2f}</text>",
                           across(tick), plotBottom + 16, tick);
    }
    if (hasDiagonal)
        svg += fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke=\"rgb(var(--text3))\" "
                           "stroke-dasharray=\"4 3\"/>",
                           across(0), down(0), across(1), down(1));
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
                       (plotLeft + plotRight) / 2, figureHeight - 6, escaped(xName));
    svg +=
        fmt::format("<text transform=\"translate(12 {:.1f}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
                    (plotTop + plotBottom) / 2, escaped(yName));
    return svg;
}

std::string line(const std::vector<CurvePlace>& places, std::string_view color, double stroke,
                 std::string_view title)
{
    std::string points;
    for (const CurvePlace& place : places)
        points += fmt::format("{:.1f},{:.1f} ", across(place.x), down(place.y));
    return fmt::format("<polyline fill=\"none\" stroke=\"rgb(var(--{}))\" stroke-width=\"{}\" points=\"{}\">"
                       "<title>{}</title></polyline>",
                       color, stroke, points, escaped(title));
}

} // namespace

std::string curveFigure(const ReportWords& words, CurveKind kind, const std::vector<DrawnCurve>& curves)
{
    const bool isRoc = kind == CurveKind::Roc;
    std::string svg =
        beginFigure(isRoc ? words.roc : words.precisionRecall, isRoc ? words.falsePositives : words.recall,
                    isRoc ? words.truePositives : words.precision, isRoc);
    for (const DrawnCurve& one : curves) {
        const bool isLast = &one == &curves.back();
        const double area = isRoc ? one.curve.areaUnderRoc : one.curve.averagePrecision;
        svg += line(curvePlaces(kind, one.curve.counts), isLast ? "series1" : "line2", isLast ? 2 : 1,
                    one.name + ", " + scoreText(area));
    }
    return svg + "</svg>";
}

std::string calibrationFigure(const ReportWords& words, const eval::Calibration& calibration)
{
    std::string svg = beginFigure(words.calibration, words.confidence, words.shareRight, true);
    std::vector<CurvePlace> places;
    std::string marks;
    for (const eval::CalibrationBin& bin : calibration.bins) {
        if (bin.count == 0)
            continue;
        const auto count = static_cast<double>(bin.count);
        const CurvePlace place{bin.confidenceSum / count, static_cast<double>(bin.right) / count};
        places.push_back(place);
        const double x = across(place.x);
        const double y = down(place.y);
        marks += fmt::format(
            "<path d=\"M{:.1f} {:.1f}l4.5 8h-9z\" fill=\"rgb(var(--surface))\" "
            "stroke=\"rgb(var(--series3))\" stroke-width=\"1.5\"><title>{}</title></path>",
            x, y - 5,
            escaped(filled(words.binNote, {countText(bin.count), scoreText(place.x), scoreText(place.y)})));
    }
    return svg + line(places, "series3", 2, words.calibration) + marks + "</svg>";
}

} // namespace lepton::train

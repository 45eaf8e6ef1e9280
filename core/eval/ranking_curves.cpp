// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/ranking_curves.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace lepton::eval {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

double rate(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? notANumber : static_cast<double>(part) / static_cast<double>(whole);
}

/// Whether point @p i lies within a straight stretch: both counts go on by the same steps.
bool isWithinLine(const ThresholdCounts& counts, std::size_t i)
{
    const auto bends = [i](const std::vector<std::int64_t>& values) {
        return values[i + 1] - values[i] != values[i] - values[i - 1];
    };
    return i > 0 && i + 1 < counts.thresholds.size() && !bends(counts.truePositives) &&
           !bends(counts.falsePositives);
}

} // namespace

ThresholdCounts thresholdCounts(std::span<const LabelIndex> truth, LabelIndex positive,
                                std::span<const double> scores)
{
    requireRows(truth.size(), scores.size());
    const auto bad = std::ranges::find_if(scores, [](double score) { return std::isnan(score); });
    if (bad != scores.end())
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "The score of row " + std::to_string(bad - scores.begin() + 1) +
                              " is not a number, so the rows cannot be ranked.");
    std::vector<std::size_t> order(truth.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::ranges::greater{}, [scores](std::size_t row) { return scores[row]; });

    ThresholdCounts counts;
    for (std::size_t i = 0; i < order.size(); ++i) {
        ++(truth[order[i]] == positive ? counts.positives : counts.negatives);
        if (i + 1 < order.size() && scores[order[i + 1]] == scores[order[i]])
            continue;
        counts.thresholds.push_back(scores[order[i]]);
        counts.truePositives.push_back(counts.positives);
        counts.falsePositives.push_back(counts.negatives);
    }
    return counts;
}

ThresholdCounts thinned(const ThresholdCounts& counts, double step)
{
    struct Point
    {
        double recall, falsePositiveRate, precision;
    };
    const auto pointAt = [&counts](std::size_t i) {
        const std::int64_t right = counts.truePositives[i];
        const std::int64_t wrong = counts.falsePositives[i];
        return Point{rate(right, std::max<std::int64_t>(counts.positives, 1)),
                     rate(wrong, std::max<std::int64_t>(counts.negatives, 1)), rate(right, right + wrong)};
    };
    const auto isFar = [step](const Point& a, const Point& b) {
        return std::abs(a.recall - b.recall) >= step ||
               std::abs(a.falsePositiveRate - b.falsePositiveRate) >= step ||
               std::abs(a.precision - b.precision) >= step;
    };
    ThresholdCounts kept;
    kept.positives = counts.positives;
    kept.negatives = counts.negatives;
    Point last{};
    for (std::size_t i = 0; i < counts.thresholds.size(); ++i) {
        const Point point = pointAt(i);
        if (i > 0 && i + 1 < counts.thresholds.size() && !isFar(point, last))
            continue;
        last = point;
        kept.thresholds.push_back(counts.thresholds[i]);
        kept.truePositives.push_back(counts.truePositives[i]);
        kept.falsePositives.push_back(counts.falsePositives[i]);
    }
    return kept;
}

RocCurve rocCurve(const ThresholdCounts& counts, CurvePoints points)
{
    RocCurve curve;
    const auto add = [&](std::int64_t falsePositives, std::int64_t truePositives, double threshold) {
        curve.falsePositiveRate.push_back(rate(falsePositives, counts.negatives));
        curve.truePositiveRate.push_back(rate(truePositives, counts.positives));
        curve.thresholds.push_back(threshold);
    };
    add(0, 0, std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < counts.thresholds.size(); ++i) {
        if (points == CurvePoints::All || !isWithinLine(counts, i))
            add(counts.falsePositives[i], counts.truePositives[i], counts.thresholds[i]);
    }
    return curve;
}

PrecisionRecallCurve precisionRecallCurve(const ThresholdCounts& counts)
{
    PrecisionRecallCurve curve;
    for (std::size_t i = counts.thresholds.size(); i-- > 0;) {
        curve.precision.push_back(
            rate(counts.truePositives[i], counts.truePositives[i] + counts.falsePositives[i]));
        curve.recall.push_back(counts.positives == 0 ? 1 : rate(counts.truePositives[i], counts.positives));
        curve.thresholds.push_back(counts.thresholds[i]);
    }
    curve.precision.push_back(1);
    curve.recall.push_back(0);
    return curve;
}

double areaUnderRoc(const ThresholdCounts& counts)
{
    if (counts.positives == 0 || counts.negatives == 0)
        return notANumber;
    double twiceArea = 0; // in units of one positive times one negative row
    std::int64_t truePositives = 0;
    std::int64_t falsePositives = 0;
    for (std::size_t i = 0; i < counts.thresholds.size(); ++i) {
        twiceArea += static_cast<double>(counts.falsePositives[i] - falsePositives) *
                     static_cast<double>(counts.truePositives[i] + truePositives);
        truePositives = counts.truePositives[i];
        falsePositives = counts.falsePositives[i];
    }
    return twiceArea / 2 / static_cast<double>(counts.positives) / static_cast<double>(counts.negatives);
}

double averagePrecision(const ThresholdCounts& counts)
{
    if (counts.positives == 0)
        return 0;
    double sum = 0;
    std::int64_t truePositives = 0;
    for (std::size_t i = 0; i < counts.thresholds.size(); ++i) {
        const double gain = rate(counts.truePositives[i] - truePositives, counts.positives);
        sum += gain * rate(counts.truePositives[i], counts.truePositives[i] + counts.falsePositives[i]);
        truePositives = counts.truePositives[i];
    }
    return sum;
}

std::vector<ClassRanking> oneVersusRest(std::span<const LabelIndex> truth,
                                        const ProbabilityTable& probabilities)
{
    requireTruthFor(probabilities, truth);
    std::vector<ClassRanking> classes(probabilities.classes());
    std::vector<double> scores(truth.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        for (std::size_t row = 0; row < scores.size(); ++row)
            scores[row] = probabilities.at(row, i);
        const ThresholdCounts counts = thresholdCounts(truth, static_cast<LabelIndex>(i), scores);
        classes[i] = {averagePrecision(counts), areaUnderRoc(counts), counts.positives};
    }
    return classes;
}

double macroAreaUnderRoc(std::span<const ClassRanking> classes)
{
    double sum = 0;
    for (const ClassRanking& one : classes)
        sum += one.areaUnderRoc;
    return sum / static_cast<double>(classes.size());
}

double weightedAreaUnderRoc(std::span<const ClassRanking> classes)
{
    double sum = 0;
    std::int64_t rows = 0;
    for (const ClassRanking& one : classes) {
        if (one.positives == 0)
            continue;
        sum += one.areaUnderRoc * static_cast<double>(one.positives);
        rows += one.positives;
    }
    return sum / static_cast<double>(rows);
}

} // namespace lepton::eval

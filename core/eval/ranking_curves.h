// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/probability_scores.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lepton::eval {

/// How many rows with a score of at least a threshold are positive and how many are not, for each distinct
/// score from the largest on. What every curve is drawn from.
struct ThresholdCounts
{
    std::vector<double> thresholds;
    std::vector<std::int64_t> truePositives;
    std::vector<std::int64_t> falsePositives;
    std::int64_t positives = 0;
    std::int64_t negatives = 0;
};

/// @p truth row by row; the rows of class @p positive are the positive ones; @p scores rank them.
/// @throw base::Error InvalidArgument when there are no rows, unequal numbers, or a score that is no number.
ThresholdCounts thresholdCounts(std::span<const LabelIndex> truth, LabelIndex positive,
                                std::span<const double> scores);

/// The same with fewer thresholds, for drawing: those at which recall, false positive rate or precision has
/// moved by at least @p step since the threshold before that was kept, and the first and the last.
ThresholdCounts thinned(const ThresholdCounts& counts, double step);

/// Receiver operating characteristic, from (0, 0) at the threshold infinity to (1, 1).
struct RocCurve
{
    std::vector<double> falsePositiveRate; ///< NaN where there are no negatives
    std::vector<double> truePositiveRate;  ///< NaN where there are no positives
    std::vector<double> thresholds;
};

/// Points on a straight line between their neighbours draw nothing.
enum class CurvePoints
{
    All,
    WithoutCollinear
};

RocCurve rocCurve(const ThresholdCounts& counts, CurvePoints points);

/// Precision over recall, from the lowest threshold to (recall 0, precision 1), which has no threshold.
/// Recall is 1 throughout where there are no positives.
struct PrecisionRecallCurve
{
    std::vector<double> precision;
    std::vector<double> recall;
    std::vector<double> thresholds; ///< one fewer
};

PrecisionRecallCurve precisionRecallCurve(const ThresholdCounts& counts);

/// The area under the ROC curve: the chance that a positive row ranks above a negative one, ties counting
/// half (Hanley and McNeil, 1982). NaN where there are no positives or no negatives.
double areaUnderRoc(const ThresholdCounts& counts);

/// The sum over thresholds of the gain in recall times precision, without interpolation (scikit-learn:
/// average_precision_score). 0 where there are no positives.
double averagePrecision(const ThresholdCounts& counts);

/// How well the scores of one class rank its rows above all others.
struct ClassRanking
{
    double averagePrecision = 0;
    double areaUnderRoc = 0;
    std::int64_t positives = 0;
};

/// Each class against all others.
std::vector<ClassRanking> oneVersusRest(std::span<const LabelIndex> truth,
                                        const ProbabilityTable& probabilities);

/// The mean of the areas of all classes; NaN if one is.
double macroAreaUnderRoc(std::span<const ClassRanking> classes);
/// The same weighted by the rows of each class; a class without rows does not count.
double weightedAreaUnderRoc(std::span<const ClassRanking> classes);

} // namespace lepton::eval

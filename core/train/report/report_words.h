// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"

#include <optional>
#include <string_view>

namespace lepton::train {

/// The languages in which a report file can be written.
enum class ReportLanguage
{
    English,
    Chinese
};
/// "en", "zh", and longer codes that begin so, such as "zh_CN". Nothing for another language.
std::optional<ReportLanguage> reportLanguage(std::string_view code) noexcept;

/// The words of a report file. "{}" stands for what its comment names.
struct ReportWords
{
    std::string_view code;  ///< of the language: "en", "zh-Hans"
    std::string_view title; ///< run
    std::string_view facts;
    std::string_view dataset, columns, baseModel, madeBy, madeAt, testRows, recipe;
    std::string_view textAndLabel; ///< text column, label column
    std::string_view scores;
    std::string_view accuracy, macroF1, weightedF1, matthews, logLoss, calibrationError, none;
    std::string_view changesAgainst; ///< run
    std::string_view noChanges;
    std::string_view report, classHeading, precision, recall, f1, change, support;
    std::string_view accuracyRow, macroRow, weightedRow;
    std::string_view asText;
    std::string_view matrix, matrixNote;
    std::string_view matrixOfWorst;    ///< classes shown, classes there are
    std::string_view trueAndPredicted; ///< the corner of the matrix
    std::string_view cell;             ///< true class, predicted class, rows, percentage
    std::string_view rightLegend, wrongLegend;
    std::string_view precisionRecall, roc, falsePositives, truePositives;
    std::string_view curveNote;   ///< class, area
    std::string_view otherCurves; ///< number of grey curves
    std::string_view noCurves;
    std::string_view calibration, confidence, shareRight;
    std::string_view binNote;           ///< rows, mean confidence, share right
    std::string_view withoutConfidence; ///< rows
    std::string_view samples;
    std::string_view samplesOf;                 ///< shown, all
    std::string_view noneWrong, samplesLeftOut; ///< samplesLeftOut: rows
    std::string_view row, text, predicted, truth, probability;
    std::string_view madeWith; ///< program version
};

const ReportWords& reportWords(ReportLanguage language) noexcept;
/// The name of @p score.
std::string_view scoreName(const ReportWords& words, ReportScore score) noexcept;

} // namespace lepton::train

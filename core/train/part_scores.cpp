// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/part_scores.h"

#include "eval/calibration.h"
#include "eval/class_counts.h"
#include "eval/classification_report.h"
#include "eval/ranking_curves.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lepton::train {
namespace {

constexpr std::size_t confusionClasses = 1'000;
/// What is computed of more would take more memory and time than it says.
constexpr std::size_t mostProbabilities = 50'000'000;

eval::LabelledRows labelled(const PartPredictions& part)
{
    return {part.classes, {part.truth.begin(), part.truth.end()}, predictedClasses(part)};
}

nlohmann::json finiteOrNull(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

nlohmann::json probabilityScores(const PartPredictions& part)
{
    const std::vector<double> values(part.predictions.probabilities.begin(),
                                     part.predictions.probabilities.end());
    const eval::ProbabilityTable table(values, part.classes.size());
    const auto scores = eval::probabilityScores(part.truth, table);
    const auto calibration = eval::calibration(part.truth, table);
    const auto ranking = eval::oneVersusRest(part.truth, table);
    nlohmann::json classes = nlohmann::json::array();
    for (const eval::ClassRanking& one : ranking)
        classes.push_back({{"average_precision", finiteOrNull(one.averagePrecision)},
                           {"roc_auc", finiteOrNull(one.areaUnderRoc)}});
    nlohmann::json bins = nlohmann::json::array();
    for (const eval::CalibrationBin& bin : calibration.bins)
        bins.push_back({{"count", bin.count}, {"right", bin.right}, {"confidence_sum", bin.confidenceSum}});
    return {{"log_loss", finiteOrNull(scores.logLoss)},
            {"brier", finiteOrNull(scores.brier)},
            {"calibration_error", finiteOrNull(calibration.expectedError)},
            {"calibration_bins", std::move(bins)},
            {"macro_roc_auc", finiteOrNull(eval::macroAreaUnderRoc(ranking))},
            {"weighted_roc_auc", finiteOrNull(eval::weightedAreaUnderRoc(ranking))},
            {"one_vs_rest", std::move(classes)}};
}

} // namespace

std::vector<std::int32_t> predictedClasses(const PartPredictions& part)
{
    const std::size_t classes = part.classes.size();
    std::vector<std::int32_t> predicted(part.truth.size());
    for (std::size_t row = 0; row < predicted.size(); ++row) {
        const auto first =
            part.predictions.probabilities.begin() + static_cast<std::ptrdiff_t>(row * classes);
        predicted[row] = static_cast<std::int32_t>(
            std::max_element(first, first + static_cast<std::ptrdiff_t>(classes)) - first);
    }
    return predicted;
}

std::map<std::string, double> partScores(const PartPredictions& part)
{
    const eval::LabelledRows rows = labelled(part);
    const auto report = eval::classificationReport(rows, {part.classes, {}, eval::ZeroDivision::Zero});
    const auto agreement =
        eval::agreement(eval::countClasses(part.classes.size(), rows.truth, rows.predicted));
    return {{"loss", part.predictions.loss},
            {"accuracy", agreement.accuracy},
            {"macro_f1", report.macro.f1},
            {"macro_precision", report.macro.precision},
            {"macro_recall", report.macro.recall},
            {"weighted_f1", report.weighted.f1},
            {"balanced_accuracy", agreement.balancedAccuracy},
            {"mcc", agreement.matthews}};
}

nlohmann::json partReport(const PartPredictions& part)
{
    const eval::LabelledRows rows = labelled(part);
    const auto report = eval::classificationReport(rows, {part.classes, {}, eval::ZeroDivision::Zero});
    const auto agreement =
        eval::agreement(eval::countClasses(part.classes.size(), rows.truth, rows.predicted));
    nlohmann::json scores = part.predictions.probabilities.size() <= mostProbabilities
                                ? probabilityScores(part)
                                : nlohmann::json::object();
    scores["accuracy"] = agreement.accuracy;
    scores["balanced_accuracy"] = agreement.balancedAccuracy;
    scores["mcc"] = agreement.matthews;
    scores["cohen_kappa"] = finiteOrNull(agreement.cohensKappa);
    nlohmann::json document{{"text", eval::reportText(report)},
                            {"dict", eval::reportJson(report)},
                            {"classes", part.classes},
                            {"scores", std::move(scores)}};
    if (part.classes.size() <= confusionClasses) {
        const eval::ConfusionMatrix confusion(part.classes.size(), rows.truth, rows.predicted);
        nlohmann::json matrix = nlohmann::json::array();
        for (std::size_t truth = 0; truth < confusion.classes(); ++truth)
            matrix.push_back(confusion.row(truth));
        document["confusion"] = std::move(matrix);
    }
    return document;
}

} // namespace lepton::train
